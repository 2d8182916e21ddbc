"""A folder of maps: find one, open it, and walk its data to the page, the report or the answer asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.project.anchor_repair import find_open_anchors, pin_anchors, repair_anchors
    from argumap.project.answer_choice import AnswerChoice, find_answer_choice
    from argumap.project.asked_maps import AskedMaps, ask_maps
    from argumap.project.asked_tables import AskedTables, ask_tables
    from argumap.project.checked_maps import CheckedMaps, check_maps, write_sarif
    from argumap.project.cited_passages import (
        find_cited,
        find_old_words,
        find_surroundings,
        find_word_changes,
        has_old_words,
        write_passage,
    )
    from argumap.project.copied_words import find_copied
    from argumap.project.difference_page import build_difference_page, pair_versions
    from argumap.project.drawing import build_picture_files, draw, draw_questions, name_picture, write_picture
    from argumap.project.embedding import embed_map
    from argumap.project.exports import export_map
    from argumap.project.fetching import fetch_into, is_address, refuse_address
    from argumap.project.fidelity import FEATURES, Fidelity, measure
    from argumap.project.fidelity_tables import LEGEND, MARKS, build_fidelity_tables, write_fidelity_tables
    from argumap.project.format_choice import find_formats, get_writer, order_formats
    from argumap.project.format_guide import FormatLine, FormatSheet, build_format_guide, find_misses, tell_ways
    from argumap.project.further_draft import FurtherDraft, draft_further
    from argumap.project.further_model_draft import draft_further_with, estimate_further
    from argumap.project.history import Step, find_history, write_history
    from argumap.project.id_renaming import rename_id
    from argumap.project.importing import ImportedFiles, ImportedMap, import_files, sum_up
    from argumap.project.language_notes import tell_reading
    from argumap.project.leak_check import tell_check
    from argumap.project.left_out import tell_left_out
    from argumap.project.map import Map
    from argumap.project.model_draft import draft_article_with
    from argumap.project.new_draft import draft_article, read_draftable
    from argumap.project.new_map import name_text, start_map
    from argumap.project.opening import find_map, find_named, is_one_map, load, load_all, load_each, map_name
    from argumap.project.outputs import (
        build,
        build_map_card,
        build_report,
        write_files,
        write_maps_page,
        write_view,
    )
    from argumap.project.own_files import spare_own
    from argumap.project.publishing import build_published, publish
    from argumap.project.recounted_texts import Recounted, recount_texts
    from argumap.project.review_state import ReviewItem, ReviewState, build_review_state, tell_unreviewed
    from argumap.project.reviewing import VERBS, Review, parse_commands
    from argumap.project.scored_maps import score_maps
    from argumap.project.snapshot_keeping import Verified, open_store, save_snapshot, verify_snapshots
    from argumap.project.source_citing import Cited, cite_sources
    from argumap.project.source_locking import find_unnamed, lock_articles, open_articles
    from argumap.project.timelines import Timeline, build_timeline
    from argumap.project.versions import OpenedVersion, find_pair, open_version, parse_snapshot, parse_version
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "anchor_repair": "find_open_anchors pin_anchors repair_anchors",
            "asked_maps": "AskedMaps ask_maps",
            "asked_tables": "AskedTables ask_tables",
            "checked_maps": "CheckedMaps check_maps write_sarif",
            "cited_passages": (
                "find_cited find_old_words find_surroundings find_word_changes has_old_words write_passage"
            ),
            "copied_words": "find_copied",
            "drawing": "build_picture_files draw draw_questions name_picture write_picture",
            "embedding": "embed_map",
            "exports": "export_map",
            "fetching": "fetch_into is_address refuse_address",
            "further_draft": "FurtherDraft draft_further",
            "further_model_draft": "draft_further_with estimate_further",
            "history": "Step find_history write_history",
            "id_renaming": "rename_id",
            "left_out": "tell_left_out",
            "fidelity": "FEATURES Fidelity measure",
            "format_choice": "find_formats get_writer order_formats",
            "format_guide": "FormatLine FormatSheet build_format_guide find_misses tell_ways",
            "fidelity_tables": "LEGEND MARKS build_fidelity_tables write_fidelity_tables",
            "importing": "ImportedFiles ImportedMap import_files sum_up",
            "language_notes": "tell_reading",
            "map": "Map",
            "model_draft": "draft_article_with",
            "new_draft": "draft_article read_draftable",
            "new_map": "name_text start_map",
            "opening": "find_map find_named is_one_map load load_all load_each map_name",
            "difference_page": "build_difference_page pair_versions",
            "outputs": "build build_map_card build_report write_files write_maps_page write_view",
            "own_files": "spare_own",
            "leak_check": "tell_check",
            "publishing": "build_published publish",
            "recounted_texts": "Recounted recount_texts",
            "answer_choice": "AnswerChoice find_answer_choice",
            "review_state": "ReviewItem ReviewState build_review_state tell_unreviewed",
            "reviewing": "VERBS Review parse_commands",
            "scored_maps": "score_maps",
            "snapshot_keeping": "Verified open_store save_snapshot verify_snapshots",
            "source_citing": "Cited cite_sources",
            "source_locking": "find_unnamed lock_articles open_articles",
            "timelines": "Timeline build_timeline",
            "versions": "OpenedVersion find_pair open_version parse_snapshot parse_version",
        },
    )

__all__ = [
    "FEATURES",
    "LEGEND",
    "MARKS",
    "VERBS",
    "AnswerChoice",
    "AskedMaps",
    "AskedTables",
    "CheckedMaps",
    "Cited",
    "Fidelity",
    "FormatLine",
    "FormatSheet",
    "FurtherDraft",
    "ImportedFiles",
    "ImportedMap",
    "Map",
    "OpenedVersion",
    "Recounted",
    "Review",
    "ReviewItem",
    "ReviewState",
    "Step",
    "Timeline",
    "Verified",
    "ask_maps",
    "ask_tables",
    "build",
    "build_difference_page",
    "build_fidelity_tables",
    "build_format_guide",
    "build_map_card",
    "build_picture_files",
    "build_published",
    "build_report",
    "build_review_state",
    "build_timeline",
    "check_maps",
    "cite_sources",
    "draft_article",
    "draft_article_with",
    "draft_further",
    "draft_further_with",
    "draw",
    "draw_questions",
    "embed_map",
    "estimate_further",
    "export_map",
    "fetch_into",
    "find_answer_choice",
    "find_cited",
    "find_copied",
    "find_formats",
    "find_history",
    "find_map",
    "find_misses",
    "find_named",
    "find_old_words",
    "find_open_anchors",
    "find_pair",
    "find_surroundings",
    "find_unnamed",
    "find_word_changes",
    "get_writer",
    "has_old_words",
    "import_files",
    "is_address",
    "is_one_map",
    "load",
    "load_all",
    "load_each",
    "lock_articles",
    "map_name",
    "measure",
    "name_picture",
    "name_text",
    "open_articles",
    "open_store",
    "open_version",
    "order_formats",
    "pair_versions",
    "parse_commands",
    "parse_snapshot",
    "parse_version",
    "pin_anchors",
    "publish",
    "read_draftable",
    "recount_texts",
    "refuse_address",
    "rename_id",
    "repair_anchors",
    "save_snapshot",
    "score_maps",
    "spare_own",
    "start_map",
    "sum_up",
    "tell_check",
    "tell_left_out",
    "tell_reading",
    "tell_unreviewed",
    "tell_ways",
    "verify_snapshots",
    "write_fidelity_tables",
    "write_files",
    "write_history",
    "write_maps_page",
    "write_passage",
    "write_picture",
    "write_sarif",
    "write_view",
]
