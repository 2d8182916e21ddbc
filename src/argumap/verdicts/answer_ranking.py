"""The answers to an issue in the order of what speaks for and against them, and which of them lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.semantics import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.semantics import Evaluation

DIGITS = 9
"""Margins nearer to each other than this many digits tell are level: weights are not that exact."""


@dataclass(frozen=True, slots=True)
class RankedAnswer:
    """An answer, what is live for and against it, and its ``place``, from 1; equal answers share theirs.

    ``pro`` and ``con`` are the weights of its live reasons and objections, ``margin`` the one less the other.
    """

    claim: str
    pro: float
    con: float
    place: int = 1

    @property
    def margin(self) -> float:
        return round(self.pro - self.con, DIGITS)

    def is_clearly_ahead_of(self, other: RankedAnswer) -> bool:
        """Whether as much speaks for it, as little against it, and on one side it is better."""
        return self.pro >= other.pro and self.con <= other.con and (self.pro, self.con) != (other.pro, other.con)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answers to an issue, best first: by margin, then by reasons; equal ones in the order of the map.

    All answers with the largest margin ``lead``: where there are two or more, they are level.
    """

    answers: tuple[RankedAnswer, ...]

    @property
    def leaders(self) -> tuple[str, ...]:
        return tuple(a.claim for a in self.answers if a.margin == self.answers[0].margin)

    @property
    def leader(self) -> RankedAnswer | None:
        """The one answer that leads; None where several are level, or there is none."""
        return self.answers[0] if len(self.leaders) == 1 else None

    @property
    def runner_up(self) -> RankedAnswer | None:
        """The first answer that does not lead; None where all are level."""
        after = len(self.leaders)
        return self.answers[after] if after < len(self.answers) else None

    @property
    def margin(self) -> float:
        """By how much those that lead are ahead of the next; 0 where none is left."""
        return round(self.answers[0].margin - self.runner_up.margin, DIGITS) if self.runner_up else 0.0

    @property
    def clear(self) -> bool:
        """Whether one answer leads and is clearly ahead of every other."""
        first = self.leader
        return first is not None and all(map(first.is_clearly_ahead_of, self.answers[1:]))

    def to_dict(self) -> dict[str, object]:
        return {
            "leaders": list(self.leaders),
            "answers": [
                {"claim": a.claim, "place": a.place, "for": a.pro, "against": a.con, "margin": a.margin}
                for a in self.answers
            ],
        }


def build_ranking(sums: Iterable[tuple[str, float, float]]) -> Ranking:
    """Rank answers by what speaks for them and against them: ``(claim, for, against)`` each."""
    answers = sorted((RankedAnswer(*each) for each in sums), key=lambda a: (-a.margin, -a.pro))
    ranked: list[RankedAnswer] = []
    for n, a in enumerate(answers, 1):
        before = ranked[-1] if ranked else None
        same = before is not None and (a.margin, a.pro) == (before.margin, before.pro)
        place = before.place if before is not None and same else n
        ranked.append(RankedAnswer(a.claim, a.pro, a.con, place))
    return Ranking(tuple(ranked))


def find_answers(evaluation: Evaluation, issue_id: str) -> list[int]:
    """The claims that answer an issue, by index, in the order of the map; those set aside are left out."""
    index_of, aside = evaluation.compiled.index_of, evaluation.aside
    answers = dict.fromkeys(index_of[claim.id] for claim in evaluation.index.answering[issue_id])
    return [n for n in answers if n not in aside]


def rank_answers(scale: Scale, answers: Iterable[int]) -> Ranking:
    """Rank claims by what is live for and against them, as ``scale`` weighs it."""
    return build_ranking(_weighed(scale, answers))


def _weighed(scale: Scale, answers: Iterable[int]) -> Iterator[tuple[str, float, float]]:
    ids = scale.compiled.ids
    for n in answers:
        sums = scale.sums(n)
        yield ids[n], sums.pro_low, sums.con_low


def rank_all(evaluation: Evaluation) -> Mapping[str, Ranking]:
    """The ranking of every debated issue that has answers, by its id."""
    scale = Scale.of(evaluation)
    found = {}
    for issue in evaluation.index.debates:
        if answers := find_answers(evaluation, issue.id):
            found[issue.id] = rank_answers(scale, answers)
    return found
