"""What answers a reason or an objection that no longer counts, by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.semantics import IN, OUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.semantics import Evaluation


@dataclass(frozen=True, slots=True)
class Answered:
    """Why a reason or an objection counts nothing: the claims that answer it, or else how it stands with it.

    ``lacking`` is the premise that needs support and has none; empty, like ``by``, where the map lacks a premise.
    ``steps`` are the arguments and claims that bring these up, each behind what it is held against.
    """

    by: tuple[str, ...]
    lacking: str = ""
    steps: tuple[tuple[str, str], ...] = field(default=(), compare=False)


def find_answers_to(evaluation: Evaluation, node_id: str) -> Answered:
    """What blocks an argument, or makes a claim fall: undercuts that apply, unanswered objections to a premise.

    Raises `NotFound` for an id that the map does not have.
    """
    e = evaluation.compiled
    node = evaluation.node(node_id)
    fallen = (
        [node]
        if node < e.claims
        else [p for p in e.premises[node - e.claims] if evaluation.labelling.label[p] == OUT]
    )
    steps = list(_live(evaluation, [node, *fallen]))
    by = dict.fromkeys(claim for _, n in steps for claim in _told_by(evaluation, n))
    lacking = e.ids[fallen[0]] if fallen and not by else ""
    return Answered(tuple(by), lacking, tuple((e.ids[target], e.ids[n]) for target, n in steps))


def _live(evaluation: Evaluation, nodes: Iterable[int]) -> Iterator[tuple[int, int]]:
    e, label = evaluation.compiled, evaluation.labelling.label
    return ((node, n) for node in dict.fromkeys(nodes) for n in e.attackers[node] if label[n] == IN)


def _told_by(evaluation: Evaluation, node: int) -> Iterator[str]:
    """The claims that an objection brings up: its premises, or itself where it is a claim."""
    e = evaluation.compiled
    yield from (e.ids[p] for p in (e.premises[node - e.claims] if node >= e.claims else (node,)))
