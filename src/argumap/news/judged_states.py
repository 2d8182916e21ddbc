"""A state of a map with what it comes to, and what a record of one state is called in another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.model import Index
from argumap.semantics import Scale, evaluate, find_words
from argumap.snapshots import Difference, renames_in
from argumap.verdicts import rank_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import ArgumentMap
    from argumap.semantics import Balance, Evaluation
    from argumap.snapshots import Renames, Snapshot
    from argumap.verdicts import Ranking


@dataclass(frozen=True)
class JudgedState:
    """A map as it was kept, evaluated when that is first asked for.

    ``text`` is a digest of the fingerprints of its sources, "" where none are known.
    """

    snapshot: Snapshot
    text: str = ""

    @property
    def map(self) -> ArgumentMap:
        return self.snapshot.map

    @cached_property
    def index(self) -> Index:
        return Index(self.map)

    @cached_property
    def evaluation(self) -> Evaluation:
        return evaluate(self.index)

    @cached_property
    def rankings(self) -> Mapping[str, Ranking]:
        """Who leads on each debated issue that has answers."""
        return rank_all(self.evaluation)

    @cached_property
    def _scale(self) -> Scale:
        return Scale.of(self.evaluation)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The word of every claim, by its id."""
        found = zip(self.evaluation.compiled.ids, find_words(self.evaluation), strict=False)
        return {claim: word.value for claim, word in found}

    def weigh(self, claim: str) -> Balance:
        """What speaks for and against a claim."""
        return self._scale.weigh(self.evaluation.node(claim))

    def call(self, record_id: str) -> str:
        """The words for a claim or an issue, of a step those for its premises; the id where there is no such."""
        index = self.index
        if record_id in index.arguments:
            return " + ".join(map(self.call, index.arguments[record_id].premises))
        if record_id in index.issues:
            return index.issues[record_id].question
        return index.claims[record_id].label if record_id in index.claims else record_id


@dataclass(frozen=True)
class StatePair:
    """Two states of a map, the older one first, and what changed from one to the other."""

    old: JudgedState
    new: JudgedState

    @cached_property
    def difference(self) -> Difference:
        return Difference(self.old.snapshot, self.new.snapshot)

    @property
    def same_text(self) -> bool:
        """Whether both read the same texts, so that nobody said anything new in between."""
        return bool(self.old.text) and self.old.text == self.new.text

    @cached_property
    def renames(self) -> Renames:
        """The new id of what the old state calls otherwise."""
        return renames_in(self.difference.changes)

    def call(self, record_id: str) -> str:
        """The words for a record under its new id: of the new state, or of the old one where it is gone."""
        told = self.new.call(record_id)
        return told if told != record_id else self.old.call(record_id)


def find_last_names(steps: Sequence[StatePair]) -> list[Mapping[str, str]]:
    """For each state, what its records are called in the last one, where that is another id.

    ``steps`` are the states in pairs that follow each other.
    """
    names: list[Mapping[str, str]] = [{}]
    for step in reversed(steps):
        later, ids = names[-1], step.renames.ids
        names.append({**later, **{before: later.get(after, after) for before, after in ids.items()}})
    return names[::-1]
