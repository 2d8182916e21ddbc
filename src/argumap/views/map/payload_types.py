"""What the network page is handed as data, key by key; the page's scripts know it as ``payload.d.ts``.

A key may be missing where it would be empty: absent lists, texts and false are left out, a zero stays.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

Ground = list[str | list[str]]
"""Why a record has its status: the reason and, where it holds by something, the ids of that."""

Concern = tuple[str, str]
"""The stakeholder whose interest a claim touches, and how."""


class Where(TypedDict):
    """A place in a source; ``section`` is the id of one of the payload's sections."""

    source: NotRequired[str]
    at: NotRequired[str]
    section: NotRequired[str]
    text: NotRequired[str]
    state: NotRequired[str]


class Voice(TypedDict):
    """A stance on a claim or a step, in the speaker's own voice, reported, or presented."""

    by: str
    act: str
    voice: str
    via: NotRequired[list[str]]
    loosely: NotRequired[bool]
    cue: NotRequired[str]
    date: NotRequired[str]
    at: NotRequired[list[str]]


class Node(TypedDict):
    """What has a card: an issue, a claim, or a group of what stands apart."""

    id: str
    kind: Literal["issue", "claim", "group"]
    title: str
    text: NotRequired[str]
    parent: NotRequired[str]
    compares: NotRequired[list[str]]
    role: NotRequired[str]
    relation: NotRequired[str]
    step: NotRequired[str]
    type: NotRequired[str]
    implicit: NotRequired[bool]
    date: NotRequired[str]
    concepts: NotRequired[list[str]]
    concerns: NotRequired[list[Concern]]
    tags: NotRequired[list[str]]
    voices: NotRequired[list[Voice]]
    where: NotRequired[list[Where]]
    status: NotRequired[str]
    verdict: NotRequired[list[Ground]]
    strength: NotRequired[float]


Link = TypedDict("Link", {"from": str, "relation": str, "to": str, "step": NotRequired[str]})
"""A relation that the tree of cards has no room for."""


class Step(TypedDict):
    """An argument: its premises together, what they do, and to which claim or step."""

    id: str
    premises: list[str]
    relation: str
    target: str
    scheme: NotRequired[str]
    warrant: NotRequired[str]
    inferred: NotRequired[bool]
    voices: NotRequired[list[Voice]]
    where: NotRequired[list[Where]]
    status: NotRequired[str]
    verdict: NotRequired[list[Ground]]


class Stakeholder(TypedDict):
    """Who speaks or has a stake."""

    id: str
    name: str
    type: str
    role: NotRequired[str]
    affiliation: NotRequired[list[str]]
    interests: NotRequired[list[str]]
    aliases: NotRequired[list[str]]
    link: NotRequired[str]


class Concept(TypedDict):
    """A thing that claims are about."""

    id: str
    label: str
    type: NotRequired[str]


class Source(TypedDict):
    """A document."""

    id: str
    title: NotRequired[str]
    author: NotRequired[str]
    url: NotRequired[str]
    date: NotRequired[str]


class Section(TypedDict):
    """A part of a document; ``at`` names its document where there are several."""

    id: str
    at: str
    title: NotRequired[str]


class VerdictWords(TypedDict):
    """The words that verdicts are told in: of a reason for one and for several, and of objections."""

    reasons: dict[str, list[str]]
    objections: list[str]
    joiner: str
    statuses: dict[str, str]


class Equations(TypedDict):
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


class Payload(TypedDict):
    """All that the network page shows, in reading order."""

    version: int
    name: NotRequired[str]
    title: NotRequired[str]
    nodes: NotRequired[list[Node]]
    links: NotRequired[list[Link]]
    arguments: NotRequired[list[Step]]
    stakeholders: NotRequired[list[Stakeholder]]
    concepts: NotRequired[list[Concept]]
    sources: NotRequired[list[Source]]
    sections: NotRequired[list[Section]]
    weighed: NotRequired[bool]
    verdictWords: NotRequired[VerdictWords]
    equations: NotRequired[Equations]
    snapshot: NotRequired[str]


class Glyph(TypedDict):
    """How a relation or a status looks and is called."""

    word: str
    sign: str
    dash: list[float]


class Legend(TypedDict):
    """The words, signs and dashes that the page draws with."""

    relations: dict[str, Glyph]
    statuses: dict[str, Glyph]
    types: dict[str, str]
    voices: dict[str, str]


class HeldNode(TypedDict):
    """What pyvis holds of a card or a stakeholder."""

    id: str
    label: str
    shape: str


HeldEdge = TypedDict("HeldEdge", {"id": str, "from": str, "to": str, "relation": str})
"""What pyvis holds of a relation or of who speaks."""
