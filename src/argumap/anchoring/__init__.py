"""Anchors: proof of where a node stands, without copying; what became of it; what a map leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.anchoring.anchor_states import (
        AnchorState,
        SourceCheck,
        build_anchor_table,
        build_source_check,
        build_source_checks,
        build_unlocked_check,
        check_anchors,
        check_states,
        find_states,
        find_unknown,
        settle,
    )
    from argumap.anchoring.citing_places import Citation, find_citations
    from argumap.anchoring.copied_runs import (
        LONGEST_OWN,
        CopiedRun,
        Guard,
        check_own_words,
        find_copies,
        find_sampled,
        find_verbatim,
        longest_shared_run,
    )
    from argumap.anchoring.coverage import Coverage, SectionCoverage, build_coverage, counts
    from argumap.anchoring.drift import State
    from argumap.anchoring.file_places import find_file_places, link_into
    from argumap.anchoring.lock_file import (
        LOCK_NAME,
        Lock,
        Pending,
        SourceLock,
        build_lock,
        decode_lock,
        encode_lock,
        has_words,
        is_locked,
        lock_source,
        parse_lock,
        read_lock,
        write_lock,
    )
    from argumap.anchoring.passage_rewording import WordChange, compare_words
    from argumap.anchoring.quote_search import (
        QuoteFinder,
        check_quotes,
        find_locators,
        find_quoted,
        join_locators,
    )
    from argumap.anchoring.recounting import recount_anchors, recount_places
    from argumap.anchoring.text_fragments import build_link
    from argumap.anchoring.tied_passages import TiedPassages, TiedUnit
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "anchor_states": (
                "AnchorState SourceCheck build_anchor_table build_source_check build_source_checks "
                "build_unlocked_check check_anchors check_states find_states find_unknown settle"
            ),
            "citing_places": "Citation find_citations",
            "coverage": "Coverage SectionCoverage build_coverage counts",
            "drift": "State",
            "copied_runs": (
                "LONGEST_OWN CopiedRun Guard check_own_words find_copies find_sampled find_verbatim "
                "longest_shared_run"
            ),
            "file_places": "find_file_places link_into",
            "lock_file": (
                "LOCK_NAME Lock Pending SourceLock build_lock decode_lock encode_lock lock_source has_words "
                "is_locked parse_lock read_lock write_lock"
            ),
            "passage_rewording": "WordChange compare_words",
            "quote_search": "QuoteFinder check_quotes find_locators find_quoted join_locators",
            "recounting": "recount_anchors recount_places",
            "text_fragments": "build_link",
            "tied_passages": "TiedPassages TiedUnit",
        },
    )

__all__ = [
    "LOCK_NAME",
    "LONGEST_OWN",
    "AnchorState",
    "Citation",
    "CopiedRun",
    "Coverage",
    "Guard",
    "Lock",
    "Pending",
    "QuoteFinder",
    "SectionCoverage",
    "SourceCheck",
    "SourceLock",
    "State",
    "TiedPassages",
    "TiedUnit",
    "WordChange",
    "build_anchor_table",
    "build_coverage",
    "build_link",
    "build_lock",
    "build_source_check",
    "build_source_checks",
    "build_unlocked_check",
    "check_anchors",
    "check_own_words",
    "check_quotes",
    "check_states",
    "compare_words",
    "counts",
    "decode_lock",
    "encode_lock",
    "find_citations",
    "find_copies",
    "find_file_places",
    "find_locators",
    "find_quoted",
    "find_sampled",
    "find_states",
    "find_unknown",
    "find_verbatim",
    "has_words",
    "is_locked",
    "join_locators",
    "link_into",
    "lock_source",
    "longest_shared_run",
    "parse_lock",
    "read_lock",
    "recount_anchors",
    "recount_places",
    "settle",
    "write_lock",
]
