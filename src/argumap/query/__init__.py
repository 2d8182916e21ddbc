"""Who argues what: questions asked of a map, answered in small records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.query.answer_records import (
        AnswerNode,
        SourcePlace,
        Speaker,
        Stance,
        build_stances,
        get_node,
        passages_of,
        places,
        to_json,
    )
    from argumap.query.answer_words import PassageWords, Telling, WordedAnswer, name_target
    from argumap.query.bearing_on_positions import (
        Reach,
        Side,
        acts_of,
        build_bearing,
        build_bearings,
        build_reach,
        build_source_bearings,
        count_sides,
        stance_side,
    )
    from argumap.query.case import Case, CaseReason, Point, case_against, case_for
    from argumap.query.comparison import Comparison, Contradiction, Leaning, OpposingArgument, Shared, compare
    from argumap.query.concept_remarks import About, Remark, about
    from argumap.query.joined_maps import find_namesakes, join_maps
    from argumap.query.lens import Lens, TakenSide, build_lens, build_lenses
    from argumap.query.lookup import get_id
    from argumap.query.map_figures import ClaimCount, Figures, PositionFigures, SpeakerCount, stats
    from argumap.query.map_gaps import (
        Gaps,
        MissingCell,
        Objection,
        Stake,
        Voiceless,
        build_objection,
        find_bystanders,
        gaps,
        is_unattacked_objection,
    )
    from argumap.query.node_search import Filters, Findings, Found, find
    from argumap.query.reason_path import ReasonChain, ReasonLink, path
    from argumap.query.speech import Accord, Fellow, Other, Said, Speech, SpeechGroup, says
    from argumap.query.sql import QueryResult, select
    from argumap.query.sqlite_index import open_database, open_kept_database
    from argumap.query.stances import Stances, who
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "answer_records": (
                "AnswerNode SourcePlace Speaker Stance build_stances get_node passages_of places to_json"
            ),
            "answer_words": "WordedAnswer PassageWords Telling name_target",
            "bearing_on_positions": (
                "Reach Side acts_of build_bearing build_bearings build_reach build_source_bearings count_sides "
                "stance_side"
            ),
            "case": "Case CaseReason Point case_against case_for",
            "comparison": "Comparison Contradiction Leaning OpposingArgument Shared compare",
            "concept_remarks": "About Remark about",
            "joined_maps": "find_namesakes join_maps",
            "lens": "Lens TakenSide build_lens build_lenses",
            "lookup": "get_id",
            "map_figures": "ClaimCount Figures PositionFigures SpeakerCount stats",
            "map_gaps": (
                "Gaps MissingCell Objection Stake Voiceless build_objection find_bystanders gaps "
                "is_unattacked_objection"
            ),
            "node_search": "Filters Findings Found find",
            "reason_path": "ReasonChain ReasonLink path",
            "speech": "Accord Fellow Other Said Speech SpeechGroup says",
            "sql": "QueryResult select",
            "sqlite_index": "open_database open_kept_database",
            "stances": "Stances who",
        },
    )

__all__ = [
    "About",
    "Accord",
    "AnswerNode",
    "Case",
    "CaseReason",
    "ClaimCount",
    "Comparison",
    "Contradiction",
    "Fellow",
    "Figures",
    "Filters",
    "Findings",
    "Found",
    "Gaps",
    "Leaning",
    "Lens",
    "MissingCell",
    "Objection",
    "OpposingArgument",
    "Other",
    "PassageWords",
    "Point",
    "PositionFigures",
    "QueryResult",
    "Reach",
    "ReasonChain",
    "ReasonLink",
    "Remark",
    "Said",
    "Shared",
    "Side",
    "SourcePlace",
    "Speaker",
    "SpeakerCount",
    "Speech",
    "SpeechGroup",
    "Stake",
    "Stance",
    "Stances",
    "TakenSide",
    "Telling",
    "Voiceless",
    "WordedAnswer",
    "about",
    "acts_of",
    "build_bearing",
    "build_bearings",
    "build_lens",
    "build_lenses",
    "build_objection",
    "build_reach",
    "build_source_bearings",
    "build_stances",
    "case_against",
    "case_for",
    "compare",
    "count_sides",
    "find",
    "find_bystanders",
    "find_namesakes",
    "gaps",
    "get_id",
    "get_node",
    "is_unattacked_objection",
    "join_maps",
    "name_target",
    "open_database",
    "open_kept_database",
    "passages_of",
    "path",
    "places",
    "says",
    "select",
    "stance_side",
    "stats",
    "to_json",
    "who",
]
