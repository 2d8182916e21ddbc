"""By whose lights: who leads on the case that a stakeholder makes, and on nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.model import Act, build_commitments
from argumap.semantics import Scale, label_grounded
from argumap.verdicts.answer_ranking import Ranking, rank_answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.model import Index
    from argumap.semantics import CompiledMap, Evaluation


@dataclass(frozen=True, slots=True)
class Light:
    """The ranking by the lights of ``stakeholder``; ``held`` are the answers that they commit to, in words.

    ``speaks`` tells whether their own case has anything live for or against an answer.
    """

    stakeholder: str
    ranking: Ranking
    held: tuple[str, ...]

    @property
    def speaks(self) -> bool:
        return any(a.pro or a.con for a in self.ranking.answers)

    def to_dict(self) -> dict[str, object]:
        return {"stakeholder": self.stakeholder, "held": list(self.held), **self.ranking.to_dict()}


def build_light(evaluation: Evaluation, answers: Sequence[int], stakeholder: str) -> Light:
    """The ranking of ``answers`` where what a stakeholder is committed to stands and every other claim falls.

    Positions are never fixed: what stands for and against them is what is asked. What somebody both holds and
    disputes falls with all they do not hold. Steps apply as in the map, whoever took them, save those that the
    stakeholder disputes.
    """
    index, e = evaluation.index, evaluation.compiled
    held = build_commitments(index, stakeholder)
    disputed = {a.of for a in index.speech[stakeholder] if a.act is Act.DISPUTES}
    fixed_in = {e.index_of[c] for c in held if c in e.index_of and c not in disputed}
    free = {e.index_of[c.id] for c in index.positions}
    standing = fixed_in - free - evaluation.aside
    falling = {n for n in range(e.claims) if n not in standing and n not in free}
    blocked = {e.index_of[a] for a in disputed if a in index.arguments}
    aside = frozenset(falling | blocked | evaluation.aside)
    labelling = label_grounded(_with_fixed(e, standing), aside)
    ids = e.ids
    return Light(
        stakeholder,
        rank_answers(Scale(e, labelling.label, evaluation.scores), answers),
        tuple(ids[n] for n in answers if ids[n] in held and ids[n] not in disputed),
    )


def _with_fixed(compiled: CompiledMap, standing: set[int]) -> CompiledMap:
    """The equations of a map in which nothing can be said against ``standing``."""
    nothing: list[int] = []
    return replace(
        compiled,
        attackers=[nothing if n in standing else row for n, row in enumerate(compiled.attackers)],
        requires=compiled.requires - standing,
        standards={n: standard for n, standard in compiled.standards.items() if n not in standing},
    )


def find_speaking(index: Index, issue: str) -> list[str]:
    """The stakeholders who commit to a claim or a step, or dispute one, in the order of the map.

    Of several maps that are asked at once it is the one with the issue.
    """
    prefix = issue.rpartition("#")[0]
    return [
        s.id
        for s in index.map.stakeholders
        if any(
            (a.act.commits or a.act is Act.DISPUTES) and a.of.rpartition("#")[0] == prefix
            for a in index.speech[s.id]
        )
    ]
