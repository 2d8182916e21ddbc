"""Where maps and what is built of them lie, unless a call says otherwise: under the folder that it is made in."""

from __future__ import annotations

from pathlib import Path

MAPS_FOLDER = Path("graph")
OUTPUT_FOLDER = Path("output")


def output_folder(map_name: str) -> Path:
    """Where what is built of a map goes."""
    return OUTPUT_FOLDER / map_name


def snapshots_folder(map_name: str) -> Path:
    """Where the snapshots of a map are kept."""
    return output_folder(map_name) / "snapshots"
