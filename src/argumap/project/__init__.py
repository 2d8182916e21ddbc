"""A folder of maps: find one, open it, and walk its data to the page, the report or the answer asked for."""

from argumap.project.building import build, build_report, output_folder, write_view
from argumap.project.finding import find_map, load, load_all
from argumap.project.handle import Map
from argumap.project.starting import start_map

__all__ = [
    "Map",
    "build",
    "build_report",
    "find_map",
    "load",
    "load_all",
    "output_folder",
    "start_map",
    "write_view",
]
