"""Snapshots: a map in one canonical form, kept by the hash of its content, and what changed between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.snapshots.canonical_form import FORMAT, Snapshot, build_snapshot
    from argumap.snapshots.change_records import (
        Added,
        Attributed,
        Change,
        FieldChanged,
        Followed,
        HeadChanged,
        Moved,
        Reanchored,
        Reattributed,
        Removed,
        Renamed,
        Retyped,
        Reworded,
        TitleChanged,
        Unattributed,
        Weight,
        parse_change,
        touched_by,
        weigh,
        write_change,
    )
    from argumap.snapshots.change_wording import (
        tell_consequence,
        tell_edit,
        tell_leader_move,
    )
    from argumap.snapshots.consequences import renames_in
    from argumap.snapshots.diff_report import (
        Difference,
        rename_snapshot,
        tell_edits,
        write_difference_as_json,
        write_difference_as_markdown,
        write_difference_as_text,
    )
    from argumap.snapshots.git import find_commits, path_from_here, path_inside, read_committed, unpack_revision
    from argumap.snapshots.map_diff import apply, compare
    from argumap.snapshots.renames import Renames, follow, follow_map
    from argumap.snapshots.snapshot_store import (
        SHORT_ID,
        Damage,
        LogEntry,
        SnapshotStore,
        find_ids,
        get_path,
        is_beginning,
        read_snapshot,
    )
    from argumap.snapshots.word_diff import DiffPiece, build_word_diff
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "canonical_form": "FORMAT Snapshot build_snapshot",
            "change_records": (
                "Added Attributed Change FieldChanged Followed HeadChanged Moved Reanchored Reattributed Removed "
                "Renamed Retyped Reworded TitleChanged Unattributed Weight parse_change touched_by weigh "
                "write_change"
            ),
            "change_wording": "tell_consequence tell_edit tell_leader_move",
            "consequences": "renames_in",
            "diff_report": (
                "Difference rename_snapshot tell_edits write_difference_as_json write_difference_as_markdown "
                "write_difference_as_text"
            ),
            "git": "find_commits path_from_here path_inside read_committed unpack_revision",
            "map_diff": "apply compare",
            "renames": "Renames follow follow_map",
            "snapshot_store": (
                "SHORT_ID Damage LogEntry SnapshotStore find_ids get_path is_beginning read_snapshot"
            ),
            "word_diff": "DiffPiece build_word_diff",
        },
    )

__all__ = [
    "FORMAT",
    "SHORT_ID",
    "Added",
    "Attributed",
    "Change",
    "Damage",
    "DiffPiece",
    "Difference",
    "FieldChanged",
    "Followed",
    "HeadChanged",
    "LogEntry",
    "Moved",
    "Reanchored",
    "Reattributed",
    "Removed",
    "Renamed",
    "Renames",
    "Retyped",
    "Reworded",
    "Snapshot",
    "SnapshotStore",
    "TitleChanged",
    "Unattributed",
    "Weight",
    "apply",
    "build_snapshot",
    "build_word_diff",
    "compare",
    "find_commits",
    "find_ids",
    "follow",
    "follow_map",
    "get_path",
    "is_beginning",
    "parse_change",
    "path_from_here",
    "path_inside",
    "read_committed",
    "read_snapshot",
    "rename_snapshot",
    "renames_in",
    "tell_consequence",
    "tell_edit",
    "tell_edits",
    "tell_leader_move",
    "touched_by",
    "unpack_revision",
    "weigh",
    "write_change",
    "write_difference_as_json",
    "write_difference_as_markdown",
    "write_difference_as_text",
]
