"""The network view: pyvis holds nodes, edges and options and fills our own page, which draws the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.views import View

if TYPE_CHECKING:
    from argumap.views import ViewInput


def build(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    from argumap.views.map import pyvis_page

    return pyvis_page.build_page(given)


PLUGIN = View("map", "Map", "map.html", build, place=2)
