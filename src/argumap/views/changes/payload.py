"""The page of changes: the course of the debate over all states of the map, and what changed between any two."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from argumap.errors import CallError
from argumap.news import (
    JudgedState,
    StatePair,
    find_issue_moves,
    find_people_news,
    find_told,
    find_turned,
    tell_lead,
    tell_stance,
)
from argumap.snapshots import SHORT_ID
from argumap.verdicts import build_sentences
from argumap.views import render_reading_page
from argumap.views.changes.course import build_courses
from argumap.views.changes.other_changes import find_other_changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.news import IssueMove, PersonNews
    from argumap.phrases import Phrases
    from argumap.verdicts import Piece
    from argumap.views import MapState, ViewInput
    from argumap.views.changes.other_changes import ChangeGroup, OtherChange

SHOWN: Final = 24
"""So many states are shown, the newest; `argumap log` tells of all."""
_ALL_PAIRS: Final = 8
_NOTE: Final = 60


@dataclass(frozen=True, slots=True)
class StateLabel:
    """What people call a state: its ``date``, its ``note``, or else its ``number`` counted from 1.

    ``id`` names it in addresses.
    """

    number: int
    id: str
    date: str
    note: str

    @property
    def short(self) -> str:
        """The note, cut where it does not fit beside others."""
        return self.note if len(self.note) <= _NOTE else f"{self.note[:_NOTE].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True, slots=True)
class StateComparison:
    """What changed from the state numbered ``old`` to that numbered ``new``, what turned the debate first.

    ``same_text`` tells that both read the same texts, so that nobody said anything new in between.
    """

    old: int
    new: int
    moved: Sequence[IssueMove]
    still: Sequence[IssueMove]
    people: Sequence[PersonNews]
    others: Mapping[ChangeGroup, Sequence[OtherChange]]
    same_text: bool


def build_page(given: ViewInput) -> str:
    """The page, whole in one string; what changed from the first state to the last needs no script."""
    if len(given.states) < 2:
        raise CallError(
            f"{given.name} is known in one state only; keep another with `argumap snapshot save`, "
            f"or compare two versions with `argumap diff A B --page FILE`"
        )
    phrases = given.phrases
    kept = given.states[-SHOWN:]
    states = [JudgedState(state.snapshot, state.text) for state in kept]
    last = len(states) - 1
    pairs = {(a, b): StatePair(states[a], states[b]) for a, b in find_pairs(len(states))}
    steps = [pairs[n, n + 1] for n in range(last)]
    comparisons = {(a, b): build_comparison(pair, a, b, steps[a:b]) for (a, b), pair in pairs.items()}
    first = comparisons.pop((0, last))
    courses = build_courses(steps)
    order = [move.issue for move in (*first.moved, *first.still)]
    return render_reading_page(
        given,
        "changes",
        (),
        states=[_label(state, n, phrases) for n, state in enumerate(kept)],
        earlier=len(given.states) - len(states),
        courses=sorted(courses, key=lambda course: order.index(course.issue)),
        first=first,
        comparisons=list(comparisons.values()),
        turns=_find_turns(given),
        colours={line.claim: line.colour for course in courses for line in course.lines},
        headline=lambda move: tell_lead(move, phrases),
        tell_stance=lambda move: tell_stance(move, phrases),
        join_signed=lambda points: phrases.join([_sign(point.margin, phrases) for point in points]),
        elsewhere="" if given.alone else "map.html",
    )


def find_pairs(states: int) -> list[tuple[int, int]]:
    """The pairs of states that are compared: all of a few; of many those that follow each other, and each with the
    last. Others can be read step by step.
    """
    last = states - 1
    return [(a, b) for a, b in combinations(range(states), 2) if states <= _ALL_PAIRS or b in {a + 1, last}]


def build_comparison(pair: StatePair, old: int, new: int, steps: Sequence[StatePair] = ()) -> StateComparison:
    """What changed between two states, the ones numbered so; ``steps`` lead from the older to the newer."""
    moves = find_issue_moves(pair)
    moved, still = find_turned(moves)
    answers = {answer.answer.id for move in moves for answer in move.answers}
    return StateComparison(
        old,
        new,
        moved=moved,
        still=still,
        people=find_people_news(pair, steps, old + 1),
        others=find_other_changes(pair, find_told(moved), answers),
        same_text=pair.same_text,
    )


def _label(state: MapState, n: int, phrases: Phrases) -> StateLabel:
    return StateLabel(n + 1, state.snapshot.id[:SHORT_ID], phrases.write_date(state.date), state.note)


def _sign(margin: float, phrases: Phrases) -> str:
    sign = "+" if margin > 0 else "−" if margin < 0 else ""
    return f"{sign}{phrases.write_number(abs(margin))}"


def _find_turns(given: ViewInput) -> Mapping[str, Sequence[tuple[Piece, ...]]]:
    """What would turn each issue as the map is now."""
    return {issue: build_sentences(verdict, given.phrases).turns for issue, verdict in given.verdicts.items()}
