"""The debate as a document: questions, positions, and the reasons for and against, nested as they bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.outline import payload

    return payload.build_page(given)


PLUGIN = View("outline", "Outline", "outline.html", build, place=3)
