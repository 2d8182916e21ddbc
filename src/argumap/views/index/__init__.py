"""The front page: what a map holds, in figures and small pictures, and where to go from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.index import payload

    return payload.build_page(given)


PLUGIN = View("index", "Overview", "index.html", build, place=1)
