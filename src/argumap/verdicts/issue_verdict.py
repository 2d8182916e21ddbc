"""What a map comes to on one issue: who leads, by what, what would turn it, and how much of it the map added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.errors import CallError, NotFound
from argumap.semantics import Scale
from argumap.suggestions import suggest
from argumap.verdicts.adding_up import find_ways, rank_by_premises, solve_dfquad
from argumap.verdicts.answer_ranking import find_answers, rank_answers
from argumap.verdicts.issue_facts import IssueFacts
from argumap.verdicts.issue_wording import tell_verdict
from argumap.verdicts.judged_by import judge
from argumap.verdicts.own_steps import leave_out_added
from argumap.verdicts.stakeholder_lights import build_light
from argumap.verdicts.told_verdict import ToldVerdict
from argumap.verdicts.turning_points import WORK, find_turning_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.model import Index, Standard
    from argumap.semantics import Balance, ClaimWord, Evaluation
    from argumap.told_lines import Told
    from argumap.verdicts.answer_ranking import Ranking


@dataclass(frozen=True)
class IssueVerdict(IssueFacts, ToldVerdict):
    """Who leads among the answers to an issue, by what, and what that hangs on; it words itself."""

    def lines(self) -> Iterator[Told]:
        """The verdict in a few sentences, each a line; cautions come first."""
        return tell_verdict(self)

    def to_dict(self) -> dict[str, object]:
        return {
            "issue": self.issue,
            "question": self.index.issues[self.issue].question,
            "leaders": list(self.ranking.leaders),
            "clearly_ahead": self.clearly_ahead,
            "narrowly_ahead": self.narrowly_ahead,
            "margin": self.ranking.margin,
            "settled": self.settled,
            "rivals": self.rivals,
            "own_steps_only": self.own_steps,
            "standard": self.standard and self.standard.value,
            "standard_written": self.standard_written,
            "answers": [
                {
                    "place": a.place,
                    "margin": a.margin,
                    **self.balances[a.claim].to_dict(),
                    **self.judged[a.claim].to_dict(),
                }
                for a in self.ranking.answers
            ],
            "turning_points": self.turning.to_dict(),
            "own_steps": self.own
            and {**self.own.to_dict(), "words": {claim: word.value for claim, word in self.own_words.items()}},
            "common_premises_once": self.grouped.to_dict(),
            "other_ways": {way.way: list(way.leaders) for way in self.ways},
            "hangs_on_added_steps": self.hangs_on_added_steps,
            "hangs_on_adding_up": self.hangs_on_adding_up,
            "lights": [light.to_dict() for light in self.lights],
        }


def build_issue_verdict(
    evaluation: Evaluation,
    issue_id: str,
    standard: Standard | None = None,
    *,
    lights: Sequence[str] = (),
    own_steps: bool = False,
) -> IssueVerdict:
    """The verdict on an issue.

    ``standard`` is told of each answer; ``lights`` are ids of stakeholders whose own case is told beside the map;
    ``own_steps`` leaves out the steps that the map added. Raises `NotFound` for an issue or a stakeholder that the
    map lacks, `CallError` for the criterion of a comparison, whose findings are not rivals.
    """
    _look_for(evaluation.index, issue_id, lights)
    without = leave_out_added(evaluation)
    verdict = _build(without if own_steps else evaluation, without, issue_id, WORK, standard)
    return replace(
        verdict,
        lights=tuple(build_light(evaluation, find_answers(evaluation, issue_id), who) for who in lights),
        own_steps=own_steps,
    )


def build_issue_verdicts(evaluation: Evaluation) -> Mapping[str, IssueVerdict]:
    """The verdict on every debated issue, by its id; what hinges may cost is bounded for all of them together."""
    issues, without = evaluation.index.debates, leave_out_added(evaluation)
    work = WORK // max(1, len(issues))
    return {issue.id: _build(evaluation, without, issue.id, work) for issue in issues}


def _build(
    evaluation: Evaluation, without: Evaluation, issue_id: str, work: int, asked: Standard | None = None
) -> IssueVerdict:
    index = evaluation.index
    written = index.issues[issue_id].standard or index.map.standard
    answers = find_answers(evaluation, issue_id)
    scale = Scale.of(evaluation)
    balances = [scale.weigh(n) for n in answers]
    judged = {b.claim: judge(evaluation, b, asked) for b in balances}
    ranking = rank_answers(scale, answers)
    added = without.aside - evaluation.aside
    return IssueVerdict(
        issue=issue_id,
        ranking=ranking,
        balances={balance.claim: balance for balance in balances},
        turning=find_turning_points(evaluation, answers, work=work),
        grouped=rank_by_premises(evaluation, balances),
        ways=find_ways(evaluation, answers, balances, solve_dfquad(evaluation, answers)),
        own=_rank_without(without, answers, balances) if added else None,
        own_words=_find_words(without, answers) if added else {},
        added_steps=sum(n in added for n in _find_bearing(evaluation, answers)) if added else 0,
        lights=(),
        standard=asked or written,
        standard_written=not asked and (written is not None or any(j.written for j in judged.values())),
        judged=judged,
        own_steps=False,
        settled=_is_settled(ranking, balances),
        rivals=_exclude_each_other(evaluation, answers),
        index=index,
    )


def _look_for(index: Index, issue_id: str, lights: Sequence[str]) -> None:
    if issue_id not in index.issues:
        hint = suggest(issue_id, index.issues, "; did you mean {}?")
        raise NotFound(f"the map has no issue {issue_id!r}{hint}")
    if index.issues[issue_id].compares:
        raise CallError(
            f"{issue_id!r} is what things are compared by: its findings stand beside each other, and none leads"
        )
    for who in lights:
        if who not in index.stakeholders:
            hint = suggest(who, index.stakeholders, "; did you mean {}?")
            raise NotFound(f"the map has no stakeholder {who!r}{hint}")


def _exclude_each_other(evaluation: Evaluation, answers: Sequence[int]) -> bool:
    contradicting, ids = evaluation.index.contradicting, evaluation.compiled.ids
    return any(ids[n] in contradicting[ids[m]] for m in answers for n in answers if m < n)


def _find_words(evaluation: Evaluation, claims: Sequence[int]) -> Mapping[str, ClaimWord]:
    scale, ids = Scale.of(evaluation), evaluation.compiled.ids
    return {ids[n]: scale.word(n) for n in claims}


def _rank_without(without: Evaluation, answers: Sequence[int], balances: Sequence[Balance]) -> Ranking | None:
    """The ranking without the steps that the map added; None where what is live for the answers is the same."""
    scale = Scale.of(without)
    same = all(
        (now.pros, now.cons) == (balance.pros, balance.cons)
        for now, balance in zip(map(scale.weigh, answers), balances, strict=True)
    )
    return None if same else rank_answers(scale, answers)


def _find_bearing(evaluation: Evaluation, answers: Sequence[int]) -> Mapping[int, None]:
    return {n: None for a in answers for n in evaluation.compiled.ancestors(a)}


def _is_settled(ranking: Ranking, balances: Sequence[Balance]) -> bool:
    if not any(balance.unresolved_pros or balance.unresolved_cons for balance in balances):
        return True
    if ranking.leader is None:
        return False
    first = next(b for b in balances if b.claim == ranking.leader.claim)
    least = first.pro_low - first.con_high
    return all(least > b.pro_high - b.con_low for b in balances if b is not first)
