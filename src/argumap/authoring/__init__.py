"""The operations on a map that a person or an assistant makes: each proves all its edits before it writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.authoring.accepting import accept, accept_rule
    from argumap.authoring.anchor_locations import AnchorPaths
    from argumap.authoring.change_journal import undo
    from argumap.authoring.claim_changes import (
        TIES,
        add_claim,
        add_person,
        drop,
        retitle,
        reword,
        set_aside,
        set_rule_aside,
        split,
        tie,
        untie,
    )
    from argumap.authoring.issue_changes import add_issue
    from argumap.authoring.map_change import MapChange, as_list
    from argumap.authoring.map_editing import write_edits
    from argumap.authoring.merging import merge
    from argumap.authoring.quote_pinning import pin_quotes
    from argumap.authoring.relocation import relocate
    from argumap.authoring.renaming import Renaming, rename
    from argumap.authoring.speech_changes import add_speaker, set_speaker
    from argumap.authoring.splitter_change import change_splitter
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "accepting": "accept accept_rule",
            "anchor_locations": "AnchorPaths",
            "change_journal": "undo",
            "claim_changes": (
                "TIES add_claim add_person drop retitle reword set_aside set_rule_aside split tie untie"
            ),
            "issue_changes": "add_issue",
            "map_change": "MapChange as_list",
            "map_editing": "write_edits",
            "merging": "merge",
            "quote_pinning": "pin_quotes",
            "relocation": "relocate",
            "renaming": "Renaming rename",
            "speech_changes": "add_speaker set_speaker",
            "splitter_change": "change_splitter",
        },
    )

__all__ = [
    "TIES",
    "AnchorPaths",
    "MapChange",
    "Renaming",
    "accept",
    "accept_rule",
    "add_claim",
    "add_issue",
    "add_person",
    "add_speaker",
    "as_list",
    "change_splitter",
    "drop",
    "merge",
    "pin_quotes",
    "relocate",
    "rename",
    "retitle",
    "reword",
    "set_aside",
    "set_rule_aside",
    "set_speaker",
    "split",
    "tie",
    "undo",
    "untie",
    "write_edits",
]
