"""A folder of maps: find one, open it, and walk its data to the page, the report or the answer asked for."""

from argumap.project.map import Map
from argumap.project.new_map import start_map
from argumap.project.opening import find_map, load, load_all
from argumap.project.outputs import build, build_difference_page, build_report, write_view

__all__ = [
    "Map",
    "build",
    "build_difference_page",
    "build_report",
    "find_map",
    "load",
    "load_all",
    "start_map",
    "write_view",
]
