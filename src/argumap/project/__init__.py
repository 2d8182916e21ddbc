"""A folder of maps: find one, open it, and walk its data to the page, the report or the answer asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.project.anchor_repair import choose, find_open, pin, relocate
    from argumap.project.history import Step, find_history, write_history
    from argumap.project.kept_texts import keep_texts
    from argumap.project.map import Map
    from argumap.project.new_map import start_map
    from argumap.project.opening import find_map, load, load_all, map_name
    from argumap.project.outputs import build, build_difference_page, build_report, write_view
    from argumap.project.versions import OpenedVersion, find_pair, open_version, parse_snapshot, parse_version
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "anchor_repair": "choose find_open pin relocate",
            "history": "Step find_history write_history",
            "kept_texts": "keep_texts",
            "map": "Map",
            "new_map": "start_map",
            "opening": "find_map load load_all map_name",
            "outputs": "build build_difference_page build_report write_view",
            "versions": "OpenedVersion find_pair open_version parse_snapshot parse_version",
        },
    )

__all__ = [
    "Map",
    "OpenedVersion",
    "Step",
    "build",
    "build_difference_page",
    "build_report",
    "choose",
    "find_history",
    "find_map",
    "find_open",
    "find_pair",
    "keep_texts",
    "load",
    "load_all",
    "map_name",
    "open_version",
    "parse_snapshot",
    "parse_version",
    "pin",
    "relocate",
    "start_map",
    "write_history",
    "write_view",
]
