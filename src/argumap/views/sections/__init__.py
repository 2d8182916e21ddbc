"""The source in its own order: its text where at hand, claims beside their passages, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.sections import payload

    return payload.build_page(given)


PLUGIN = View("sections", "Sections", "sections.html", build, place=5)
