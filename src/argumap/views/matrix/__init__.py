"""Who argues what: claims by position against stakeholders, the speakers one by one, and what is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.matrix import payload

    return payload.build_page(given)


PLUGIN = View("matrix", "Who argues what", "matrix.html", build, place=4)
