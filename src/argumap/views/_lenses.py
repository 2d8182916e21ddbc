"""Everybody's case as the pages carry it, so that a reader can keep a person from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from argumap.model import mention, speaks_as_many
from argumap.query import Side, build_lenses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import Index
    from argumap.phrases import Phrases
    from argumap.query import Lens, TakenSide
    from argumap.views import ViewInput

LARGEST = 10_000
"""The most ids that the ways to the questions may come to; beyond, a page finds the way in what it shows."""


class LensData(TypedDict):
    """One person's case, by ids: what `argumap.query.Lens` has, with the words for it.

    ``told`` says in a sentence which sides they take, ``report`` by whose report they are heard (empty where it
    is all in their own voice). ``sides`` has by answer which side they take and whether only a step that the map
    added makes it one. ``speakers`` is more than one where the name is that of many.
    """

    name: str
    speakers: int
    role: str
    told: str
    report: str
    holds: Sequence[str]
    rejects: Sequence[str]
    open: Sequence[str]
    path: Sequence[str]
    steps: Sequence[str]
    beyond: Sequence[str]
    added: Sequence[str]
    sides: Mapping[str, tuple[str, bool]]


def pack_lenses(given: ViewInput) -> Mapping[str, LensData]:
    """The case of everybody who speaks, by id, in the order of the map, told in the language of the pages.

    In a large map the ways to the questions are left out for all. Kept with the index, for every page has them.
    """
    kept: dict[str, Mapping[str, LensData]] = vars(given.index)
    if "packed_lenses" not in kept:
        kept["packed_lenses"] = _pack_all(given.index, given.phrases)
    return kept["packed_lenses"]


def _pack_all(index: Index, phrases: Phrases) -> Mapping[str, LensData]:
    teller = CaseTeller(index, phrases)
    return {lens.by.id: _pack(teller, lens) for lens in build_lenses(index, LARGEST)}


def _pack(teller: CaseTeller, lens: Lens) -> LensData:
    return {
        "name": lens.by.name,
        "speakers": count_speakers(lens),
        "role": teller.tell_role(lens),
        "told": teller.tell_sides(lens),
        "report": teller.tell_report(lens),
        "holds": lens.holds,
        "rejects": lens.rejects,
        "open": lens.open,
        "path": lens.path,
        "steps": lens.steps,
        "beyond": lens.beyond,
        "added": lens.added,
        "sides": {side.answer: (side.side.value, side.added) for side in lens.sides},
    }


_SIDE_KEYS = {Side.FOR: "lens.for", Side.AGAINST: "lens.against", Side.BOTH: "lens.both"}


def count_speakers(lens: Lens) -> int:
    """How many stand behind the name, as verbs count: 2 where it is that of many, else 1."""
    return 2 if speaks_as_many(lens.by.name, lens.by.type) else 1


class CaseTeller:
    """Tells a person's case in sentences of one language."""

    def __init__(self, index: Index, phrases: Phrases) -> None:
        self.index = index
        self.phrases = phrases

    def tell_role(self, lens: Lens) -> str:
        """What they do, or else to whom they belong."""
        stakeholder, known = self.index.stakeholders[lens.by.id], self.index.stakeholders
        groups = [known[a].name if a in known else a for a in stakeholder.affiliation]
        return stakeholder.role or self.phrases.join(groups)

    def tell_sides(self, lens: Lens) -> str:
        """Which answers they speak for and against, and on which others of those questions they are silent."""
        own = [side for side in lens.sides if not side.added]
        added = [side for side in lens.sides if side.added]
        say, name, n = self.phrases.say, lens.by.name, count_speakers(lens)
        sentences = []
        if own:
            others = self._find_silence(own)
            key = "lens.sides-and-silence" if others else "lens.sides"
            sentences.append(say(key, n=n, name=name, sides=self._name_sides(own), others=others))
        if added:
            key = "lens.added" if own else "lens.added-only"
            sentences.append(say(key, n=n, name=mention(name), sides=self._name_sides(added)))
        return " ".join(sentences) or say("lens.no-side", n=n, name=name)

    def _name_sides(self, taken: Sequence[TakenSide]) -> str:
        named = []
        for side, key in _SIDE_KEYS.items():
            answers = [self._name(taken_side.answer) for taken_side in taken if taken_side.side is side]
            if answers:
                named.append(self.phrases.say(key, answers=self.phrases.join(answers)))
        return self.phrases.join(named)

    def _name(self, claim: str) -> str:
        return self.phrases.quote(self.index.claims[claim].label)

    def _find_silence(self, taken: Sequence[TakenSide]) -> str:
        """The other answers to the questions that they speak to; nothing where there is none."""
        spoken = {side.answer for side in taken}
        issues = {issue for answer in spoken for issue in self.index.claims[answer].answers}
        others = {claim.id for issue in issues for claim in self.index.answering[issue]} - spoken
        if len(others) > 1:
            return self.phrases.say("lens.other-answers", n=len(others))
        return self._name(others.pop()) if others else ""

    def tell_report(self, lens: Lens) -> str:
        """By whose report they are heard; nothing where all of it is in their own voice."""
        names = [mention(reporter.name) for reporter in lens.reporters]
        if not names:
            return ""
        key = "lens.partly-heard" if lens.direct else "lens.heard"
        return self.phrases.say(key, names=self.phrases.join(names), n=len(names))
