"""Every issue of a map on a line: who leads, by what, who is next, and what that hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.semantics import Scale
from argumap.told_lines import Grid, line
from argumap.verdicts.adding_up import find_ways, name_others, solve_dfquad
from argumap.verdicts.answer_ranking import find_answers, rank_all
from argumap.verdicts.own_steps import leave_out_added
from argumap.verdicts.told_verdict import ToldVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.semantics import Evaluation
    from argumap.told_lines import Told
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue, its ranking, and whether others lead without steps that the map added or added up otherwise.

    ``ranking`` is None for an issue without answers.
    """

    issue: str
    ranking: Ranking | None
    hangs_on_added_steps: bool
    hangs_on_adding_up: bool

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

    def to_dict(self) -> dict[str, object]:
        return {"own_steps_only": self.own_steps, "issues": [row.to_dict() for row in self.rows]}

    def lines(self) -> Iterator[Told]:
        """A table with a row an issue; cautions have a column where there are any."""
        if not self.rows:
            yield line("The map has no issue that is debated.")
            return
        if self.own_steps:
            yield line("With the source's own steps alone, without those that the map added:")
        heads: tuple[str, ...] = ("issue", "leads", "for:against", "next", "take care")
        rows = [_cells(row) for row in self.rows]
        if not any(row[-1] for row in rows):
            heads, rows = heads[:-1], [row[:-1] for row in rows]
        yield Grid(heads, tuple(tuple((cell,) for cell in row) for row in rows))


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
        ways = find_ways(evaluation, answers, [scale.weigh(n) for n in answers], strength)
        rows.append(
            IssueRow(
                issue.id,
                ranking,
                hangs_on_added_steps=set(own[issue.id].leaders) != set(ranking.leaders),
                hangs_on_adding_up=bool(name_others(ranking.leaders, ways)),
            )
        )
    return IssueTable(tuple(rows), own_steps)


def _cells(row: IssueRow) -> tuple[str, ...]:
    if row.ranking is None:
        return (row.issue, "no answer", "", "", "")
    ranking = row.ranking
    first, after = ranking.answers[0], ranking.runner_up
    leading = ranking.answers[: len(ranking.leaders)]
    same = all((a.pro, a.con) == (first.pro, first.con) for a in leading)
    care = [
        *(["hangs on steps that the map added"] if row.hangs_on_added_steps else []),
        *(["depends on how reasons are added up"] if row.hangs_on_adding_up else []),
    ]
    return (
        row.issue,
        _bare(first) if ranking.leader else f"level: {', '.join(map(_bare, leading))}",
        _ratio(first) if same else ", ".join(map(_ratio, leading)),
        f"{_bare(after)} {_ratio(after)}" if after else "the only answer" if len(ranking.answers) == 1 else "",
        "; ".join(care),
    )


def _bare(answer: RankedAnswer) -> str:
    """An answer's id; of several maps that are asked at once the issue tells which it is."""
    return answer.claim.rpartition("#")[2]


def _ratio(answer: RankedAnswer) -> str:
    return f"{answer.pro:g}:{answer.con:g}"
