"""A page of what changed between the states of a map: who leads, by what, and who says what new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.changes import payload

    return payload.build_page(given)


PLUGIN = View("changes", "Changes", "changes.html", build, place=6, states=2)
