"""The argument map as frozen records: no file, no library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.model.argument_map import ArgumentMap, Index
    from argumap.model.commitments import build_commitments, build_conceded, build_made, find_arguing_from
    from argumap.model.debate_order import in_debate_order
    from argumap.model.locator import Locator, reading_order
    from argumap.model.records import (
        ADDED_STEP,
        Acceptance,
        Act,
        Argument,
        Attribution,
        Bearing,
        Claim,
        ClaimType,
        Concept,
        Concern,
        Effect,
        Expectation,
        Issue,
        Origin,
        Passage,
        Quote,
        Section,
        Source,
        Stakeholder,
        StakeholderType,
        Standard,
        Stop,
        UnreadableSpeech,
        VoiceKind,
        mention,
        quoted,
        speaks_as_many,
        strongest_voice,
        tell_chain,
        tell_voice_kind,
    )
    from argumap.model.roles import Role, build_roles, find_untied
    from argumap.model.unseen import WHOLE_MAP, UnseenItem, find_unseen, get_rule
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "argument_map": "ArgumentMap Index",
            "commitments": "build_commitments build_conceded build_made find_arguing_from",
            "debate_order": "in_debate_order",
            "locator": "Locator reading_order",
            "records": (
                "ADDED_STEP Acceptance Act Argument Attribution Bearing Claim ClaimType Concept Concern Effect "
                "Expectation Issue Origin Passage Quote Section Source Stakeholder StakeholderType Standard Stop "
                "UnreadableSpeech VoiceKind mention quoted speaks_as_many strongest_voice "
                "tell_chain tell_voice_kind"
            ),
            "roles": "Role build_roles find_untied",
            "unseen": "WHOLE_MAP UnseenItem find_unseen get_rule",
        },
    )

__all__ = [
    "ADDED_STEP",
    "WHOLE_MAP",
    "Acceptance",
    "Act",
    "Argument",
    "ArgumentMap",
    "Attribution",
    "Bearing",
    "Claim",
    "ClaimType",
    "Concept",
    "Concern",
    "Effect",
    "Expectation",
    "Index",
    "Issue",
    "Locator",
    "Origin",
    "Passage",
    "Quote",
    "Role",
    "Section",
    "Source",
    "Stakeholder",
    "StakeholderType",
    "Standard",
    "Stop",
    "UnreadableSpeech",
    "UnseenItem",
    "VoiceKind",
    "build_commitments",
    "build_conceded",
    "build_made",
    "build_roles",
    "find_arguing_from",
    "find_unseen",
    "find_untied",
    "get_rule",
    "in_debate_order",
    "mention",
    "quoted",
    "reading_order",
    "speaks_as_many",
    "strongest_voice",
    "tell_chain",
    "tell_voice_kind",
]
