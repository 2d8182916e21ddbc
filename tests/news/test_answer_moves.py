from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.news.answer_moves import find_issue_moves, find_told, find_turned
from maps import argument
from town_states import FIRST, SECOND, THIRD, pair_of

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

Told = tuple[str, bool, str, list[str], list[str], list[str]]


def told(old: ArgumentMap, new: ArgumentMap, answer: str) -> list[Told]:
    """What moved an answer: the side, whether it came, how, what, who says it, and what answers it."""
    moves = next(
        a for issue in find_issue_moves(pair_of(old, new)) for a in issue.answers if a.answer.id == answer
    )
    return [
        (m.side, m.came, m.how, [c.id for c in m.what], [w.name for w in m.who], [c.id for c in m.by])
        for m in moves.moves
    ]


def test_an_answer_tells_each_reason_and_objection_that_came_or_went_with_who_says_it() -> None:
    assert told(FIRST, THIRD, "toll") == [
        ("reason", True, "new", ["pays-bus"], ["Petra Lunn"], []),
        ("reason", True, "new", ["halves"], [], []),
        ("objection", False, "answered", ["unfair"], ["Petra Lunn"], ["free-pass"]),
    ]
    assert told(FIRST, THIRD, "close-it") == [
        ("reason", False, "answered", ["clean-air"], ["The column's author"], ["vans"]),
        ("objection", True, "new", ["no-way"], [], []),
    ]


def test_what_counts_again_says_what_no_longer_answers_it_and_what_is_taken_out_is_gone() -> None:
    assert told(SECOND, FIRST, "toll") == [("objection", True, "again", ["unfair"], ["Petra Lunn"], ["free-pass"])]
    assert told(THIRD, SECOND, "toll")[0] == ("reason", False, "gone", ["pays-bus"], ["Petra Lunn"], [])


def test_a_step_that_bears_on_another_answer_is_told_at_both() -> None:
    steps = tuple(replace(a, target="toll") if a.id == "quiet/close-it" else a for a in FIRST.arguments)
    moved = replace(FIRST, arguments=steps)
    assert [move[1:3] for move in told(FIRST, moved, "close-it")] == [(False, "elsewhere")]
    assert [move[1:3] for move in told(FIRST, moved, "toll")] == [(True, "elsewhere")]


def test_the_counts_before_and_after_differ_by_what_is_told() -> None:
    for answer in (answer for issue in find_issue_moves(pair_of()) for answer in issue.answers):
        assert answer.before
        assert answer.after
        net = {"reason": 0, "objection": 0}
        for move in answer.moves:
            net[move.side] += 1 if move.came else -1
        assert answer.after.reasons - answer.before.reasons == net["reason"]
        assert answer.after.objections - answer.before.objections == net["objection"]


@pytest.mark.parametrize(
    ("old", "new", "lead"),
    [
        pytest.param(FIRST, THIRD, "taken", id="another answer leads"),
        pytest.param(FIRST, SECOND, "closer", id="the same leads by less"),
        pytest.param(SECOND, FIRST, "clearer", id="the same leads by more"),
        pytest.param(FIRST, FIRST, "kept", id="nothing changed"),
        pytest.param(FIRST, replace(FIRST, arguments=()), "level", id="all are level"),
        pytest.param(
            FIRST, replace(FIRST, claims=FIRST.claims[2:], arguments=()), "unanswered", id="no answer is left"
        ),
    ],
)
def test_who_leads_is_told_by_what_became_of_it(old: ArgumentMap, new: ArgumentMap, lead: str) -> None:
    moves = {move.issue: move for move in find_issue_moves(pair_of(old, new))}
    assert moves["cars"].lead == lead
    assert moves["cars"].turned is (lead in {"taken", "level", "unanswered"})
    assert moves["bus"].lead == "alone"


def test_a_question_that_was_not_asked_before_is_told_as_new() -> None:
    before = replace(FIRST, issues=FIRST.issues[1:], claims=FIRST.claims[2:], arguments=())
    assert {m.issue: m.lead for m in find_issue_moves(pair_of(before, FIRST))} == {"cars": "asked", "bus": "alone"}


def test_the_issue_on_which_something_moved_comes_first() -> None:
    steps = (*FIRST.arguments, argument("quiet/run-late", "quiet", "attacks", "run-late"))
    moved, still = find_turned(find_issue_moves(pair_of(FIRST, replace(FIRST, arguments=steps))))
    assert ([m.issue for m in moved], [m.issue for m in still]) == (["bus"], ["cars"])
    assert find_told(moved) == {"quiet"}


def test_where_nothing_moved_the_issue_with_most_to_say_is_told() -> None:
    moved, still = find_turned(find_issue_moves(pair_of(FIRST, FIRST)))
    assert ([m.issue for m in moved], [m.issue for m in still]) == (["cars"], ["bus"])
