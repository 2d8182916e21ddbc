"""The titles of all claims on one page, to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.titles import payload

    return payload.build_page(given)


PLUGIN = View("titles", "Titles", "titles.html", build, place=6)
