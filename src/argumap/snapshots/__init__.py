"""Snapshots: a map in one canonical form, kept by the hash of its content, and what changed between two."""

from argumap.snapshots.canonical_form import FORMAT, Snapshot, build_snapshot
from argumap.snapshots.change_records import Change, Weight, parse_change, weigh, write_change
from argumap.snapshots.map_diff import apply, compare

__all__ = [
    "FORMAT",
    "Change",
    "Snapshot",
    "Weight",
    "apply",
    "build_snapshot",
    "compare",
    "parse_change",
    "weigh",
    "write_change",
]
