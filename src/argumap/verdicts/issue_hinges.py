"""What issues hang on: the claims whose setting aside would change who leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.semantics import Scale
from argumap.told_lines import ShownInWords
from argumap.verdicts.answer_ranking import find_answers, rank_answers
from argumap.verdicts.leader_changes import WOULD_LEAD, name_leaders, tell_leaders
from argumap.verdicts.turning_points import find_turning_points
from argumap.verdicts.verdict_terms import call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.model import Index
    from argumap.semantics import Evaluation
    from argumap.verdicts.turning_points import TurningPoints

SHOWN = 12


@dataclass(frozen=True, slots=True)
class IssueHinge:
    """An issue, how many answers it has, those that lead, and what would change that."""

    issue: str
    leaders: tuple[str, ...]
    turning: TurningPoints
    answers: int


@dataclass(frozen=True, slots=True)
class IssueHinges(ShownInWords):
    """What each of some issues hangs on."""

    rows: tuple[IssueHinge, ...]
    index: Index

    def text(self) -> str:
        """A paragraph an issue: who leads, and without which claims somebody else would."""
        return (
            "\n".join(line for row in self.rows for line in self._told(row))
            or "The map has no issue that is debated."
        )

    def to_dict(self) -> dict[str, object]:
        return {
            "issues": [
                {
                    "issue": row.issue,
                    "leaders": list(row.leaders),
                    "hinges": [{"claim": h.claim, "leaders": list(h.leaders)} for h in row.turning.hinges],
                    "exact": row.turning.exact,
                }
                for row in self.rows
            ]
        }

    def _told(self, row: IssueHinge) -> Iterator[str]:
        index, turning = self.index, row.turning
        if row.answers < 2:
            only = f"{name_leaders(index, row.leaders)[0]} is the only answer" if row.answers else "no answer yet"
            yield f"“{index.issues[row.issue].question}”: {only}, so nothing could change who leads."
            return
        yield f"“{index.issues[row.issue].question}”: {tell_leaders(name_leaders(index, row.leaders))}."
        if turning.hinges:
            yield "  Who leads would change if this were set aside:"
        for hinge in turning.hinges[:SHOWN]:
            would = tell_leaders(name_leaders(index, hinge.leaders), WOULD_LEAD)
            yield f"    {call(index, hinge.claim)}: then {would}"
        if len(turning.hinges) > SHOWN:
            yield f"    … and {len(turning.hinges) - SHOWN:,} more"
        if not turning.hinges:
            yield "  No single claim would change who leads if it were set aside."
        if not turning.exact:
            yield f"  Only the nearest {turning.tried:,} of {turning.candidates:,} claims were tried."


def build_issue_hinges(evaluation: Evaluation, issues: Iterable[str] | None = None) -> IssueHinges:
    """What ``issues`` hang on, by their ids; all that are debated, where none is given."""
    index = evaluation.index
    rows = []
    for issue in issues if issues is not None else [issue.id for issue in index.debates]:
        answers = find_answers(evaluation, issue)
        ranking = rank_answers(Scale.of(evaluation), answers)
        rows.append(IssueHinge(issue, ranking.leaders, find_turning_points(evaluation, answers), len(answers)))
    return IssueHinges(tuple(rows), index)
