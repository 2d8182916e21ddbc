"""Whether other ways of adding reasons up bring the same answers to the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.semantics import OUT, get_gradual, solve
from argumap.verdicts.answer_ranking import DIGITS, Ranking, build_ranking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.semantics import Balance, Evaluation


SETTLED = 6
"""How many digits of a strength are compared: in a cycle the last of nine are not at rest."""


@dataclass(frozen=True, slots=True)
class WayOfAdding:
    """Which answers lead where reasons are added up in another ``way``; several are level.

    The way is ``best``, by the heaviest live reason and objection alone; ``premises``, where live ones on a common
    premise count as one, as heavy as the heaviest; or ``dfquad``, by the strengths of DF-QuAD.
    """

    way: str
    leaders: tuple[str, ...]


def rank_by_best(evaluation: Evaluation, balances: Iterable[Balance]) -> Ranking:
    """The ranking where on either side the heaviest that is live alone counts."""
    return build_ranking(
        (b.claim, max(_weights(evaluation, b.pros), default=0.0), max(_weights(evaluation, b.cons), default=0.0))
        for b in balances
    )


def rank_by_premises(evaluation: Evaluation, balances: Iterable[Balance]) -> Ranking:
    """The ranking where live reasons that share a premise count as one, as heavy as the heaviest of them."""

    def weigh_groups(groups: Iterable[Sequence[str]]) -> float:
        return round(sum(max(_weights(evaluation, group)) for group in groups), DIGITS)

    return build_ranking((b.claim, weigh_groups(b.pro_groups), weigh_groups(b.con_groups)) for b in balances)


def solve_dfquad(evaluation: Evaluation, answers: Sequence[int] | None = None) -> Sequence[float]:
    """The strengths by DF-QuAD; only of what bears on ``answers``, where they are given."""
    e = evaluation.compiled
    cone = None if answers is None else {n: None for a in answers for n in e.ancestors(a)}
    label = evaluation.labelling.label
    return solve(e, get_gradual("dfquad"), evaluation.scores, label, evaluation.aside, within=cone).strength


def find_ways(
    evaluation: Evaluation, answers: Sequence[int], balances: Sequence[Balance], strength: Sequence[float]
) -> tuple[WayOfAdding, ...]:
    """Who leads in each other way; ``strength`` is that by DF-QuAD.

    There each further reason adds less, and what counts is what reasons and objections come to together: base
    scores of the answers themselves count nothing.
    """
    e, label = evaluation.compiled, evaluation.labelling.label
    aggregate = get_gradual("dfquad").aggregate

    def strengths(nodes: Iterable[int]) -> list[float]:
        return [strength[n] for n in nodes if label[n] != OUT]

    pulls = {
        e.ids[a]: round(aggregate(strengths(e.supporters[a]), strengths(e.objections(a))), SETTLED)
        for a in answers
    }
    best = max(pulls.values(), default=0.0)
    return (
        WayOfAdding("best", rank_by_best(evaluation, balances).leaders),
        WayOfAdding("dfquad", tuple(claim for claim, pull in pulls.items() if pull == best)),
        WayOfAdding("premises", rank_by_premises(evaluation, balances).leaders),
    )


def name_others(leaders: Sequence[str], ways: Iterable[WayOfAdding]) -> tuple[WayOfAdding, ...]:
    """The ways in which none of ``leaders`` is at the head, where anybody leads."""
    return tuple(way for way in ways if leaders and set(leaders).isdisjoint(way.leaders))


def _weights(evaluation: Evaluation, nodes: Iterable[str]) -> list[float]:
    """What each weighs."""
    return [evaluation.scores[evaluation.node(node)] for node in nodes]
