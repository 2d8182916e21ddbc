"""How voices and places are told on the pages that are read: in careful words, the same on each."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.model import (
    Act,
    Argument,
    Claim,
    Issue,
    Locator,
    StakeholderType,
    VoiceKind,
    mention,
    speaks_as_many,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import Attribution, Index, Passage


# A name stands beside each of its claims: one of 100,000 letters made a page take five seconds to lay out.
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Voice:
    """One stance on a claim or argument. Reads "name act"; ``kind`` is own, reported or presented.

    ``via`` are the names of the reporters as they stand within a sentence, each has it from the next; none in
    one's own voice. ``unreadable`` are the words for what the map's file says and what cannot be read: then it is
    nobody's.
    """

    by: str
    name: str
    type: StakeholderType
    act: Act
    kind: VoiceKind
    via: tuple[str, ...] = ()
    loosely: bool = False
    cue: str | None = None
    unreadable: str = ""

    @property
    def many(self) -> bool:
        """Whether a verb behind the name stands in the plural."""
        return speaks_as_many(self.name, self.type)


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a source: ``label`` for people, ``state`` and ``text`` where the source is at hand."""

    label: str
    source: str
    at: str
    state: str | None = None
    text: str | None = None
    quote: str | None = None


def element_id(node_id: str) -> str:
    """The id of the element that shows a record, on every page."""
    return f"n={node_id}"


def link(page: str, node_id: str) -> str:
    """The address of a record on a page of the map; an empty ``page`` is the same one."""
    return f"{page}#n={quote(node_id, safe='/', errors='replace')}"


def section_link(page: str, source: str, section: str) -> str:
    """The address of a section of a source on the page of sections; an empty ``page`` is the same one."""
    return f"{page}#{quote(f'{source}.{section}', safe='/', errors='replace')}"


def find_ids(index: Index) -> dict[str, str]:
    """Every record that has an address, with its words."""
    record = index.map
    return {
        **{issue.id: issue.question for issue in record.issues},
        **{claim.id: claim.label for claim in record.claims},
        **{stakeholder.id: stakeholder.name for stakeholder in record.stakeholders},
        **{concept.id: concept.label for concept in record.concepts},
    }


def build_voices(index: Index, node_id: str) -> tuple[Voice, ...]:
    """Who stands where on a claim or an argument, each stance once, in the order of the map."""
    told = [_voice(index, attribution) for attribution in index.voices[node_id]]
    for lost in index.unreadable[node_id]:
        kind = StakeholderType.UNSPECIFIED
        told.append(Voice("", "", kind, Act.PRESENTS, VoiceKind.PRESENTED, unreadable=lost.words))
    return tuple(dict.fromkeys(told))


def _voice(index: Index, attribution: Attribution) -> Voice:
    known = index.stakeholders.get(attribution.by)
    reporters = [mention(name_of(index, reporter)) for reporter in attribution.via if reporter != attribution.by]
    return Voice(
        attribution.by,
        name=name_of(index, attribution.by),
        type=known.type if known else StakeholderType.UNSPECIFIED,
        act=attribution.act,
        kind=attribution.voice,
        via=tuple(reporters),
        loosely=attribution.loosely,
        cue=attribution.cue,
    )


def name_of(index: Index, stakeholder: str) -> str:
    """The name of a stakeholder, or the id where the map does not know it; what no name is as long as is cut."""
    known = index.stakeholders.get(stakeholder)
    name = known.name if known else stakeholder
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def build_places(
    index: Index,
    anchors: Mapping[str, Sequence[Mapping[str, object]]],
    record: Issue | Claim | Argument,
    told: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> tuple[Where, ...]:
    """Where a record stands in its sources; the source is named where a map has several.

    ``told`` are the pages and times of passages, in words, by source and locator.
    """
    known = {(str(anchor.get("source")), str(anchor.get("at"))): anchor for anchor in anchors.get(record.id, ())}
    return tuple(dict.fromkeys(_where(index, passage, known, told) for passage in record.at))


def _where(
    index: Index,
    passage: Passage,
    known: Mapping[tuple[str, str], Mapping[str, object]],
    told: Mapping[tuple[str, str], str],
) -> Where:
    anchor = known.get((passage.source, passage.at), {})
    words = passage.quote.exact if passage.quote else None
    label = passage.at or "by its words"
    if len(index.map.sources) > 1:
        label = f"{passage.source}#{label}"
    if (passage.source, passage.at) in told:
        label = f"{label}, {told[passage.source, passage.at]}"
    return Where(
        label,
        passage.source,
        passage.at,
        state=_text_of(anchor, "state"),
        text=_text_of(anchor, "text"),
        quote=words,
    )


def _text_of(anchor: Mapping[str, object], field: str) -> str | None:
    value = anchor.get(field)
    return None if value is None else str(value)


def section_of(at: str) -> str | None:
    """The section that a locator stands in; None where it is no locator."""
    try:
        return Locator.parse(at).section
    except ValueError:
        return None
