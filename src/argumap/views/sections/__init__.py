"""The source in its own order: its text where at hand, claims beside their passages, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.views import ViewInput


def build_pages(given: ViewInput) -> Mapping[str, str]:
    """The pages by file name, the first under that of the view; the same map gives the same bytes."""
    from argumap.views.sections import payload

    return payload.build_pages(given)


def build(given: ViewInput) -> str:
    """The first page as text."""
    return build_pages(given)["sections.html"]


PLUGIN = View("sections", "Sections", "sections.html", build, place=5, build_all=build_pages)
