"""What the network page is handed as data, key by key; the page's scripts know it as ``payload.d.ts``.

A key may be missing where it would be empty: absent lists, texts and false are left out, a zero stays.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class WhereData(TypedDict):
    """A place in a source; ``section`` is the id of one of the payload's sections.

    ``units`` are the first and the last of the sentences of its text, where the payload has that; else ``text``.
    """

    source: NotRequired[str]
    at: NotRequired[str]
    section: NotRequired[str]
    text: NotRequired[str]
    units: NotRequired[tuple[int, int]]
    state: NotRequired[str]


class VoiceData(TypedDict):
    """A stance on a claim or a step, in the speaker's own voice, reported, or presented."""

    by: str
    act: str
    voice: str
    via: NotRequired[list[str]]
    loosely: NotRequired[bool]
    cue: NotRequired[str]
    date: NotRequired[str]
    at: NotRequired[list[str]]


class NodeData(TypedDict):
    """What has a card: an issue, a claim, or a group of what stands apart."""

    id: str
    kind: Literal["issue", "claim", "group"]
    title: str
    text: NotRequired[str]
    parent: NotRequired[str]
    compares: NotRequired[list[str]]
    exclusive: NotRequired[bool]
    role: NotRequired[str]
    relation: NotRequired[str]
    step: NotRequired[str]
    type: NotRequired[str]
    implicit: NotRequired[bool]
    drafted: NotRequired[bool]
    date: NotRequired[str]
    concepts: NotRequired[list[str]]
    concerns: NotRequired[list[tuple[str, str]]]
    tags: NotRequired[list[str]]
    voices: NotRequired[list[VoiceData]]
    unreadable: NotRequired[list[str]]
    where: NotRequired[list[WhereData]]
    word: NotRequired[str]
    pros: NotRequired[tuple[int, int, int]]
    cons: NotRequired[tuple[int, int, int]]
    verdict: NotRequired[list[list[str | list[str]]]]
    strength: NotRequired[float]
    cautions: NotRequired[list[str]]
    leads: NotRequired[str]
    ranking: NotRequired[list[tuple[str, float, float]]]
    order: NotRequired[list[str]]


LinkData = TypedDict("LinkData", {"from": str, "relation": str, "to": str, "step": NotRequired[str]})
"""A relation that the tree of cards has no room for."""


class StepData(TypedDict):
    """An argument: its premises together, what they do, and to which claim or step."""

    id: str
    premises: list[str]
    relation: str
    target: str
    scheme: NotRequired[str]
    warrant: NotRequired[str]
    inferred: NotRequired[bool]
    voices: NotRequired[list[VoiceData]]
    unreadable: NotRequired[list[str]]
    where: NotRequired[list[WhereData]]
    status: NotRequired[str]
    verdict: NotRequired[list[list[str | list[str]]]]


class StakeholderData(TypedDict):
    """Who speaks or has a stake."""

    id: str
    name: str
    type: str
    many: NotRequired[bool]
    role: NotRequired[str]
    affiliation: NotRequired[list[str]]
    interests: NotRequired[list[str]]
    aliases: NotRequired[list[str]]
    link: NotRequired[str]


class ConceptData(TypedDict):
    """A thing that claims are about."""

    id: str
    label: str
    type: NotRequired[str]


class SourceData(TypedDict):
    """A document."""

    id: str
    title: NotRequired[str]
    author: NotRequired[str]
    url: NotRequired[str]
    date: NotRequired[str]


class SectionData(TypedDict):
    """A part of a document; ``at`` names its document where there are several."""

    id: str
    at: str
    title: NotRequired[str]


class VerdictRulesData(TypedDict):
    """How verdicts are told: the words in order, those that ask for a reason, what a word says by itself."""

    words: list[str]
    missingReasons: list[str]
    saidByWord: dict[str, str]


class EquationsData(TypedDict):
    """The compiled map: places of claims and then arguments, rows by place as decimal text."""

    ids: list[str]
    claims: int
    base: list[float]
    attackers: dict[str, list[int]]
    supporters: dict[str, list[int]]
    premises: dict[str, list[int]]
    requires: list[int]
    void: list[int]
    order: list[int | list[int]]
    standards: NotRequired[dict[str, str]]


class Payload(TypedDict):
    """All that the network page shows, in reading order."""

    version: int
    name: NotRequired[str]
    title: NotRequired[str]
    questions: NotRequired[list[str]]
    nodes: NotRequired[list[NodeData]]
    links: NotRequired[list[LinkData]]
    arguments: NotRequired[list[StepData]]
    stakeholders: NotRequired[list[StakeholderData]]
    concepts: NotRequired[list[ConceptData]]
    sources: NotRequired[list[SourceData]]
    sections: NotRequired[list[SectionData]]
    texts: NotRequired[dict[str, list[list[str]]]]
    weighed: NotRequired[bool]
    verdictRules: NotRequired[VerdictRulesData]
    equations: NotRequired[EquationsData]
    snapshot: NotRequired[str]


class GlyphData(TypedDict):
    """How a relation or the word of a claim looks and is called."""

    word: str
    sign: str
    dash: list[float]


class LegendData(TypedDict):
    """The words, signs and dashes that the page draws with."""

    relations: dict[str, GlyphData]
    words: dict[str, GlyphData]
    types: dict[str, str]
    voices: dict[str, str]


class HeldNodeData(TypedDict):
    """What pyvis holds of a card or a stakeholder."""

    id: str
    label: str
    shape: str


HeldEdgeData = TypedDict("HeldEdgeData", {"id": str, "from": str, "to": str, "relation": str})
"""What pyvis holds of a relation or of who speaks."""
