"""Every issue of a map: the question, then who leads, by what, who comes next, and what that hangs on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.model import quoted
from argumap.phrases import ENGLISH
from argumap.semantics import Scale
from argumap.verdicts.adding_up import find_ways, name_others, solve_dfquad
from argumap.verdicts.answer_ranking import find_answers, rank_all
from argumap.verdicts.own_steps import leave_out_added
from argumap.verdicts.told_verdict import ToldVerdict, as_line
from argumap.verdicts.verdict_terms import call, tell_origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.model import Index
    from argumap.semantics import Evaluation
    from argumap.told_lines import Told
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking

LEVEL = 3
"""How many of those that are level are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue, its ranking, and whether others lead without steps that the map added or added up otherwise.

    ``ranking`` is None for an issue without answers; ``rivals`` tells that some that lead exclude each other.
    """

    issue: str
    ranking: Ranking | None
    hangs_on_added_steps: bool
    hangs_on_adding_up: bool
    rivals: bool = False

    def to_dict(self) -> dict[str, object]:
        ranking = self.ranking.to_dict() if self.ranking else {"leaders": [], "answers": []}
        return {
            "issue": self.issue,
            **ranking,
            "hangs_on_added_steps": self.hangs_on_added_steps,
            "hangs_on_adding_up": self.hangs_on_adding_up,
        }


@dataclass(frozen=True)
class IssueTable(ToldVerdict):
    """All debated issues of a map, in its order."""

    rows: tuple[IssueRow, ...]
    own_steps: bool
    index: Index = field(repr=False, compare=False)

    def to_dict(self) -> dict[str, object]:
        return {"own_steps_only": self.own_steps, "issues": [row.to_dict() for row in self.rows]}

    def lines(self) -> Iterator[Told]:
        """Each question, and beneath it who leads; cautions follow where there are any."""
        if not self.rows:
            yield as_line("The map has no issue that is debated.")
            return
        if self.own_steps:
            yield as_line("With the source's own steps alone, without those that the map added:")
        told = ""
        for row in self.rows:
            origin = tell_origin(self.index, row.issue)
            if origin != told:
                yield as_line(origin)
            told = origin
            yield as_line(f"{quoted(self.index.issues[row.issue].question)} [{row.issue}]", "bold")
            yield as_line(f"  {_tell(self.index, row)}")
            yield from (as_line(f"  {caution}", "yellow") for caution in _cautions(row))
        first = next((row.ranking.answers[0] for row in self.rows if row.ranking and row.ranking.answers), None)
        if first:
            yield as_line(f"{_ratio(first)} means: {_tell_ratio(first)}.")


def build_issue_table(evaluation: Evaluation, *, own_steps: bool = False) -> IssueTable:
    """Every debated issue of a map; ``own_steps`` leaves out the steps that the map added."""
    without = leave_out_added(evaluation)
    if own_steps:
        evaluation = without
    rankings, own, strength = rank_all(evaluation), rank_all(without), solve_dfquad(evaluation)
    scale = Scale.of(evaluation)
    rows = []
    for issue in evaluation.index.debates:
        ranking = rankings.get(issue.id)
        if ranking is None:
            rows.append(IssueRow(issue.id, None, hangs_on_added_steps=False, hangs_on_adding_up=False))
            continue
        answers = find_answers(evaluation, issue.id)
        leaders = set(ranking.leaders)
        ways = find_ways(evaluation, answers, [scale.weigh(n) for n in answers], strength)
        rows.append(
            IssueRow(
                issue.id,
                ranking,
                hangs_on_added_steps=set(own[issue.id].leaders) != set(ranking.leaders),
                hangs_on_adding_up=bool(name_others(ranking.leaders, ways)),
                rivals=any(not leaders.isdisjoint(evaluation.index.contradicting[c]) for c in leaders),
            )
        )
    return IssueTable(tuple(rows), own_steps, evaluation.index)


def _tell(index: Index, row: IssueRow) -> str:
    if row.ranking is None:
        return "no answer"
    ranking = row.ranking
    first, after = ranking.answers[0], ranking.runner_up
    if len(ranking.answers) == 1:
        return f"one answer, {_ratio(first)}: {_call(index, first)}"
    behind = f"; runner-up {_call(index, after)}, {_ratio(after)}" if after else ""
    if ranking.leader:
        return f"{_call(index, first)} leads, {_ratio(first)}{behind}"
    leading = ranking.answers[: len(ranking.leaders)]
    same = all((a.pro, a.con) == (first.pro, first.con) for a in leading)
    told = [f"{_call(index, a)}{'' if same else f', {_ratio(a)}'}" for a in leading[:LEVEL]]
    told += [f"… and {len(leading) - LEVEL:,} more"] if len(leading) > LEVEL else []
    return (
        f"level{'' if row.rivals else ' (not rivals)'}{f', {_ratio(first)} each' if same else ''}: "
        f"{'; '.join(told)}{behind}"
    )


def _cautions(row: IssueRow) -> Iterator[str]:
    if row.hangs_on_added_steps:
        yield "Take care: this hangs on steps that the map added."
    if row.hangs_on_adding_up:
        yield "Take care: this depends on how reasons are added up."


def _call(index: Index, answer: RankedAnswer) -> str:
    return f"{call(index, answer.claim)} [{_bare(answer.claim)}]"


def _bare(record_id: str) -> str:
    """An id without the name of its map, which is that of the issue."""
    return record_id.rpartition("#")[2]


def _ratio(answer: RankedAnswer) -> str:
    return f"{answer.pro:g}:{answer.con:g}"


def _tell_ratio(answer: RankedAnswer) -> str:
    pro, con = answer.pro, answer.con
    if pro != int(pro) or con != int(con):
        return f"reasons that stand weigh {pro:g}, objections that are unanswered {con:g}"
    reasons = ENGLISH.say("verdict.reasons-stand", n=int(pro))
    return f"{reasons}, {ENGLISH.say('verdict.objections-open', n=int(con))}"
