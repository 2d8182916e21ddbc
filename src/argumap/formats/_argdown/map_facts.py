"""What a map says, told by names instead of ids, so that two maps of one debate can be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from argumap.formats._argdown.wordings import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model import Argument, ArgumentMap, Attribution, Claim


class NamedFacts:
    """The facts of a map whose claims are called by ``claims``; all else is called by what it says."""

    def __init__(self, record: ArgumentMap, claims: Mapping[str, str]) -> None:
        self.map = record
        self.names = {
            **claims,
            **{issue.id: issue.question for issue in record.issues},
            **{person.id: person.name for person in record.stakeholders},
            **{thing.id: thing.label for thing in record.concepts},
            **{source.id: source.title for source in record.sources},
        }
        self.steps = {step.id: step for step in record.arguments}
        self.voices: defaultdict[str, list[Attribution]] = defaultdict(list)
        for said in record.attributions:
            self.voices[said.of].append(said)

    def _all(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(self.names.get(each, each) for each in ids))

    def _tell_voices(self, of: str) -> tuple[object, ...]:
        told = (
            (self.names.get(v.by, v.by), v.act, self._all(v.via), v.loosely, v.cue, v.date, v.at)
            for v in self.voices.get(of, ())
        )
        return tuple(sorted(told, key=repr))

    def claim(self, claim: Claim) -> tuple[object, ...]:
        """All that is said of a claim, but for its words and what bears on it."""
        concerns = sorted((self.names.get(c.stakeholder, c.stakeholder), c.effect) for c in claim.concerns)
        return (
            (claim.title, claim.type, claim.implicit, claim.date, claim.base, claim.requires_support),
            (claim.standard, claim.expect, claim.at, claim.also, tuple(sorted(claim.tags)), tuple(concerns)),
            (self._all(claim.answers), self._all(claim.about), self._all(claim.rephrases)),
            self._tell_voices(claim.id),
        )

    def step(self, step: Argument) -> tuple[object, ...]:
        """All that is said of a step; what it denies is told by the steps that lead there."""
        path: list[object] = []
        here: Argument | None = step
        end, seen = step.id, set[str]()
        while here is not None and here.id not in seen:
            seen.add(here.id)
            path.append((here.bearing, self._all(here.premises)))
            end = here.target
            here = self.steps.get(end)
        own = (step.scheme, step.warrant, step.weight, step.inferred, step.at)
        return *path, self.names.get(end, end), own, self._tell_voices(step.id)

    def contradictions(self) -> Counter[object]:
        """The pairs of claims that contradict each other."""
        return Counter(self._all((claim.id, other)) for claim in self.map.claims for other in claim.contradicts)

    def all(self) -> tuple[object, ...]:
        """The whole map, but for the order of its records and for titles that were made of words."""
        issues = (
            (i.question, self._all(i.compares), i.exclusive, i.at, i.tags, i.standard) for i in self.map.issues
        )
        return (
            self.map.title,
            Counter((self.names[claim.id], self.claim(claim)[1:]) for claim in self.map.claims),
            Counter(self.step(step) for step in self.map.arguments),
            self.contradictions(),
            Counter(issues),
            Counter((person.name, person.type, person.role) for person in self.map.stakeholders),
            Counter((source.title, source.url) for source in self.map.sources),
        )


def name_by_words(record: ArgumentMap) -> dict[str, str]:
    """The claims of a map by their words."""
    return {claim.id: clean(claim.text) for claim in record.claims}
