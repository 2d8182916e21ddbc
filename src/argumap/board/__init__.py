"""What stands where on the first screen of a debate, worked out once for pages, pictures and texts.

`build_boards` gives a `Board` for each question: its answers in ranked order, the reasons and objections of each
as they are placed, who says them, what answers them, what would turn it, and where the people stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.board.board_building import build_boards, build_claim_answer
    from argumap.board.board_records import (
        Board,
        BoardAnswer,
        BoardPerson,
        BoardPlace,
        BoardRival,
        Entry,
        EntryGroup,
        EntryState,
        Premise,
        Stand,
        Upshot,
        WhatIf,
        find_foremost,
        group_entries,
    )
    from argumap.board.entry_rows import EntryRow, EntryRows
    from argumap.board.exclusion_words import tell_exclusion
    from argumap.board.guided_reading import TourStep, build_tour
    from argumap.board.said_by import build_entry_said, build_said, find_authors
    from argumap.board.side_counts import tell_side_counts
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "board_building": "build_boards build_claim_answer",
            "board_records": (
                "Board BoardAnswer BoardPerson BoardPlace BoardRival Entry EntryGroup EntryState Premise Stand "
                "Upshot WhatIf find_foremost group_entries"
            ),
            "entry_rows": "EntryRow EntryRows",
            "exclusion_words": "tell_exclusion",
            "guided_reading": "TourStep build_tour",
            "said_by": "build_entry_said build_said find_authors",
            "side_counts": "tell_side_counts",
        },
    )

__all__ = [
    "Board",
    "BoardAnswer",
    "BoardPerson",
    "BoardPlace",
    "BoardRival",
    "Entry",
    "EntryGroup",
    "EntryRow",
    "EntryRows",
    "EntryState",
    "Premise",
    "Stand",
    "TourStep",
    "Upshot",
    "WhatIf",
    "build_boards",
    "build_claim_answer",
    "build_entry_said",
    "build_said",
    "build_tour",
    "find_authors",
    "find_foremost",
    "group_entries",
    "tell_exclusion",
    "tell_side_counts",
]
