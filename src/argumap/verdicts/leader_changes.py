"""Which issues have another leader than before, in an edited map or in a what-if."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.told_lines import ShownInWords
from argumap.verdicts.answer_ranking import Ranking, rank_all
from argumap.verdicts.verdict_terms import call
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argumap.model import Index
    from argumap.semantics import Delta, EvaluatedMap


@dataclass(frozen=True, slots=True)
class LeaderChange:
    """An issue and the answers that lead on it, before and after; empty where it has none."""

    issue: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        return {"issue": self.issue, "before": list(self.before), "after": list(self.after)}


def find_leader_changes(
    before: Mapping[str, Ranking], after: Mapping[str, Ranking], now_called: Callable[[str], str] = str
) -> tuple[LeaderChange, ...]:
    """The issues of both on which others lead than before; `rank_all` gives the rankings.

    ``now_called`` gives what an id of before is called after, where it was renamed.
    """
    found = []
    for issue, was in before.items():
        now = after.get(now_called(issue))
        if now is None:
            continue
        leaders = tuple(map(now_called, was.leaders))
        if set(leaders) != set(now.leaders):
            found.append(LeaderChange(now_called(issue), leaders, now.leaders))
    return tuple(found)


LEADS = ("leads", "are level")
"""What one answer does, or several, that nothing here is ahead of."""
LED = ("led", "were level")
WOULD_LEAD = ("would lead", "would be level")

NAMED = 4
"""How many level answers are named; the rest are counted."""


def tell_leaders(names: Sequence[str], verbs: tuple[str, str] = LEADS) -> str:
    """Who leads: one answer, several that are level, or none; ``verbs`` is ``LEADS``, ``LED``, ``WOULD_LEAD``."""
    if not names:
        return "no answer"
    rest = len(names) - NAMED
    told = [*names[:NAMED], f"{rest:,} others"] if rest > 1 else names
    return f"{joined(told)} {verbs[len(names) > 1]}"


def name_leaders(index: Index, leaders: Sequence[str]) -> list[str]:
    """Answers by their labels."""
    return [call(index, claim) if claim in index.claims else claim for claim in leaders]


@dataclass(frozen=True, slots=True)
class Supposition(ShownInWords):
    """What would change on the whole: who would lead on which issue, then what is said of each claim."""

    delta: Delta[EvaluatedMap]
    leaders: tuple[LeaderChange, ...]

    def text(self) -> str:
        """The changes in words, who leads first; the map is not touched."""
        index = self.delta.evaluation.index
        return self.delta.text(
            [
                f"on “{index.issues[c.issue].question}” {tell_leaders(name_leaders(index, c.after), WOULD_LEAD)}, "
                f"where now {tell_leaders(name_leaders(index, c.before))}"
                for c in self.leaders
            ]
        )

    def to_dict(self) -> dict[str, object]:
        return {**self.delta.to_dict(), "leaders": [c.to_dict() for c in self.leaders]}


def build_supposition(before: EvaluatedMap, delta: Delta[EvaluatedMap]) -> Supposition:
    """What a what-if changes, with who would lead on which issue."""
    return Supposition(delta, find_leader_changes(rank_all(before), rank_all(delta.evaluation)))
