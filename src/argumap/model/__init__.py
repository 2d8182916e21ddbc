"""The argument map as frozen records: no file, no library."""

from argumap.model.argument_map import ArgumentMap, Index
from argumap.model.debate_order import in_debate_order
from argumap.model.locator import Locator, reading_order
from argumap.model.records import (
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
    Passage,
    Quote,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
    mention,
    quoted,
)
from argumap.model.roles import Role, build_roles

__all__ = [
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
    "Passage",
    "Quote",
    "Role",
    "Section",
    "Source",
    "Stakeholder",
    "StakeholderType",
    "build_roles",
    "in_debate_order",
    "mention",
    "quoted",
    "reading_order",
]
