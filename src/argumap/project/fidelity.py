"""What a format keeps of a map: found by writing the map and reading it back, never by what the format claims."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argumap.errors import OtherTool
from argumap.formats import Export, Foreign, find_named_columns
from argumap.model import ArgumentMap, Bearing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argumap.formats import Format, Kept

Facts = Counter[object]


class Fidelity(StrEnum):
    """How much of one feature of a map comes back."""

    KEPT = "kept"
    PARTLY = "in part"
    LOST = "lost"


class _Names:
    """A map's records by what they say, for no foreign file has its ids."""

    def __init__(self, record: ArgumentMap) -> None:
        self.record = record
        self._said = {
            **{claim.id: claim.text for claim in record.claims},
            **{issue.id: issue.question for issue in record.issues},
            **{person.id: person.name for person in record.stakeholders},
            **{thing.id: thing.label for thing in record.concepts},
        }
        self._steps = {step.id: step for step in record.arguments}

    def of(self, record_id: str) -> object:
        """A record as what it says; a step as its premises and what they bear on, however deep that leads."""
        path: list[object] = []
        seen: set[str] = set()
        while (step := self._steps.get(record_id)) is not None and record_id not in seen:
            seen.add(record_id)
            path.append((str(step.bearing), tuple(sorted(self._said.get(p, p) for p in step.premises))))
            record_id = step.target
        end = self._said.get(record_id, record_id)
        return (*path, end) if path else end

    def all(self, *record_ids: str) -> tuple[object, ...]:
        return tuple(self.of(record_id) for record_id in record_ids)


def _steps(names: _Names, bearing: Bearing) -> Iterator[object]:
    return (names.of(step.id) for step in names.record.arguments if step.bearing is bearing)


def _of_claims(key: str) -> Callable[[_Names], Iterator[object]]:
    """The facts of one key of claims, where it says anything."""

    def find(names: _Names) -> Iterator[object]:
        for claim in names.record.claims:
            if value := getattr(claim, key):
                yield claim.text, str(value)

    return find


def _of_steps(key: str) -> Callable[[_Names], Iterator[object]]:
    def find(names: _Names) -> Iterator[object]:
        for step in names.record.arguments:
            if value := getattr(step, key):
                yield names.of(step.id), str(value)

    return find


def _of_speech(key: str) -> Callable[[_Names], Iterator[object]]:
    def find(names: _Names) -> Iterator[object]:
        for said in names.record.attributions:
            if value := getattr(said, key):
                yield names.of(said.by), names.of(said.of), str(value)

    return find


def _of_people(key: str) -> Callable[[_Names], Iterator[object]]:
    def find(names: _Names) -> Iterator[object]:
        for person in names.record.stakeholders:
            if value := getattr(person, key):
                yield person.name, str(value)

    return find


def _order(names: _Names) -> Iterator[object]:
    yield from pairwise(claim.text for claim in names.record.claims)


FEATURES: Final[Mapping[str, Callable[[_Names], Iterator[object]]]] = {
    "claims": lambda names: (claim.text for claim in names.record.claims),
    "order of claims": _order,
    "titles": _of_claims("title"),
    "types of claims": _of_claims("type"),
    "further wordings": _of_claims("also"),
    "dates of claims": _of_claims("date"),
    "tags": _of_claims("tags"),
    "implicit claims": _of_claims("implicit"),
    "questions": lambda names: (issue.question for issue in names.record.issues),
    "answers": lambda names: (names.all(c.id, to) for c in names.record.claims for to in c.answers),
    "concepts": lambda names: (names.all(c.id, to) for c in names.record.claims for to in c.about),
    "supports": lambda names: _steps(names, Bearing.SUPPORTS),
    "attacks": lambda names: _steps(names, Bearing.ATTACKS),
    "undercuts": lambda names: _steps(names, Bearing.UNDERCUTS),
    "linked premises": lambda names: (names.of(s.id) for s in names.record.arguments if len(s.premises) > 1),
    "contradictions": lambda names: (
        tuple(sorted(map(str, names.all(c.id, to)))) for c in names.record.claims for to in c.contradicts
    ),
    "rephrases": lambda names: (names.all(c.id, to) for c in names.record.claims for to in c.rephrases),
    "schemes": _of_steps("scheme"),
    "warrants": _of_steps("warrant"),
    "steps added by the map": _of_steps("inferred"),
    "base scores": _of_claims("base"),
    "weights": _of_steps("weight"),
    "standards": _of_claims("standard"),
    "expectations": _of_claims("expect"),
    "stakes": lambda names: (
        (c.text, names.of(touched.stakeholder), touched.effect)
        for c in names.record.claims
        for touched in c.concerns
    ),
    "speakers": lambda names: (names.of(said.by) for said in names.record.attributions),
    "who says what": lambda names: (names.all(said.by, said.of) for said in names.record.attributions),
    "what they do with it": _of_speech("act"),
    "reported speech": lambda names: (
        names.all(said.by, said.of, *said.via) for said in names.record.attributions if said.via
    ),
    "loose attributions": _of_speech("loosely"),
    "cues": _of_speech("cue"),
    "dates of statements": _of_speech("date"),
    "roles of people": _of_people("role"),
    "other names of people": _of_people("aliases"),
    "sources": lambda names: (source.title for source in names.record.sources),
    "passages": lambda names: ((c.text, str(place.at)) for c in names.record.claims for place in c.at if place.at),
    "quotations": lambda names: (
        (c.text, place.quote.exact) for c in names.record.claims for place in c.at if place.quote
    ),
}
"""What a map may have, in words, with the facts that make it up."""


@dataclass(frozen=True, slots=True)
class FeatureLoss:
    """A feature of a map that a format does not give back whole: how many of its facts of how many it does."""

    feature: str
    fidelity: Fidelity
    kept: int
    of: int

    def __str__(self) -> str:
        return self.feature if self.fidelity is Fidelity.LOST else f"{self.feature} ({self.kept} of {self.of})"


def find_facts(record: ArgumentMap) -> dict[str, Facts]:
    """The facts of every feature that a map has."""
    names = _Names(record)
    found = {feature: Counter(find(names)) for feature, find in FEATURES.items()}
    return {feature: facts for feature, facts in found.items() if facts}


def compare_facts(before: ArgumentMap, after: ArgumentMap) -> dict[str, Fidelity | FeatureLoss]:
    """How much of each feature that ``before`` has is in ``after``."""
    now = find_facts(after)
    compared: dict[str, Fidelity | FeatureLoss] = {}
    for feature, facts in find_facts(before).items():
        held, whole = (facts & now.get(feature, Counter())).total(), facts.total()
        if held == whole:
            compared[feature] = Fidelity.KEPT
        else:
            fidelity = Fidelity.PARTLY if held else Fidelity.LOST
            compared[feature] = FeatureLoss(feature, fidelity, held, whole)
    return compared


def find_losses(
    chosen: Format, record: ArgumentMap, written: Mapping[str, str], kept: Sequence[Kept] = ()
) -> list[FeatureLoss]:
    """What of a map is not in the texts, by suffix, that a format wrote of it, by reading them again.

    Where they were written by what was ``kept`` of the file that the map came from, they have its name, for a list
    of reasons is about what its file is called, and the columns that were named then are asked for.
    """
    if chosen.read is None:
        return []
    data = {suffix: text.encode("utf-8", "surrogatepass") for suffix, text in written.items()}
    first = chosen.suffixes[0]
    name = (kept and record.origin and record.origin.file) or f"map{first}"
    columns = find_named_columns(kept)
    losses = _compare_read(chosen, record, Foreign(name, data[first], data.get, columns))
    if losses and columns:
        # What changed too much to go into the old table stands in one with headings of ours.
        losses = min(losses, _compare_read(chosen, record, Foreign(name, data[first], data.get)), key=_weigh)
    return losses


def _compare_read(chosen: Format, record: ArgumentMap, written: Foreign) -> list[FeatureLoss]:
    assert chosen.read is not None  # noqa: S101 - whoever asks saw to it
    try:
        back = chosen.read(written).map
    except OtherTool:  # a map without a claim gives a file without one
        back = ArgumentMap()
    return [found for found in compare_facts(record, back).values() if isinstance(found, FeatureLoss)]


def _weigh(losses: Sequence[FeatureLoss]) -> int:
    return sum(loss.of - loss.kept for loss in losses)


@cache
def read_full_map() -> ArgumentMap:
    """A small map that has every feature."""
    return _read_map("full_map.yaml")


@cache
def read_plain_map() -> ArgumentMap:
    """A map of names that attack each other and nothing else, for what a solver's framework can hold at most."""
    return _read_map("plain_map.yaml")


def _read_map(name: str) -> ArgumentMap:
    from argumap.mapfile import parse_map

    return parse_map(Path(__file__).with_name(name).read_text(encoding="utf-8")).map


@cache
def measure(chosen: Format) -> dict[str, Fidelity]:
    """How much of each feature of the full map comes back through a format that is written and read.

    What is gone from there and comes back of the plain map does so in part.
    """
    whole, plain = _measure(chosen, read_full_map()), find_kept_of_plain_map(chosen)
    return {
        feature: Fidelity.PARTLY if kept is Fidelity.LOST and feature in plain else kept
        for feature, kept in whole.items()
    }


@cache
def find_kept_of_plain_map(chosen: Format) -> list[str]:
    """The features that come back of a plain map and not of a full one."""
    whole, plain = _measure(chosen, read_full_map()), _measure(chosen, read_plain_map())
    return [f for f, kept in plain.items() if kept is Fidelity.KEPT and whole[f] is Fidelity.LOST]


@cache
def _measure(chosen: Format, record: ArgumentMap) -> dict[str, Fidelity]:
    if chosen.read is None or chosen.write is None:
        return {}
    written = chosen.files(chosen.write(Export(record)))
    lost = {loss.feature: loss.fidelity for loss in find_losses(chosen, record, written)}
    return {feature: lost.get(feature, Fidelity.KEPT) for feature in find_facts(record)}
