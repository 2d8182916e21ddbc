"""The debate as a document: questions, positions, and the reasons for and against, nested as they bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.views import ViewInput


def build_pages(given: ViewInput) -> Mapping[str, str]:
    """The pages by file name, the first under that of the view; the same map gives the same bytes."""
    from argumap.views.outline import payload

    return payload.build_pages(given)


def build(given: ViewInput) -> str:
    """The first page as text."""
    return build_pages(given)["outline.html"]


PLUGIN = View("outline", "Outline", "outline.html", build, place=3, build_all=build_pages)
