"""Where the people stand on each answer: by what they say of it, else by their reasons, else further down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.board import BoardPerson, Stand, build_boards
from argumap.model import Act, Attribution, Index, Stakeholder, build_conceded
from argumap.query import Side
from argumap.semantics import evaluate
from debates import debate, draw_debate, said, written
from draws import draws, seeded
from map_shapes import SHAPES
from page_shapes import debated

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def people_of(argument_map: ArgumentMap) -> tuple[BoardPerson, ...]:
    (board,) = build_boards(evaluate(argument_map))
    return board.people


def stand(relations: str, *speech: str) -> Stand:
    """Where ann stands on x."""
    (person,) = people_of(said(debate(relations, "x"), *(f"ann {each}" for each in speech)))
    return person.stands[0]


@pytest.mark.parametrize(
    ("relations", "speech", "side"),
    [
        pytest.param("a supports x", ["asserts x"], Side.FOR, id="says so"),
        pytest.param("a supports x", ["disputes x"], Side.AGAINST, id="says not so"),
        pytest.param("a supports x", ["asserts a"], Side.FOR, id="by a reason"),
        pytest.param("a attacks x", ["asserts a"], Side.AGAINST, id="by an objection"),
        pytest.param("a attacks x", ["disputes a"], Side.FOR, id="by turning an objection down"),
        pytest.param("a attacks x; b supports x", ["asserts a", "asserts b"], Side.BOTH, id="by both"),
        pytest.param("a attacks x", ["asserts a", "asserts x"], Side.FOR, id="what they say of it comes first"),
        pytest.param("a attacks x", ["asserts r0"], Side.AGAINST, id="by the step"),
        pytest.param("a supports x; b supports a", ["asserts b"], Side.FOR, id="further down"),
        pytest.param("a attacks x; b supports a", ["asserts b"], Side.AGAINST, id="further down against"),
        pytest.param("a supports x; b attacks a", ["asserts a", "asserts b"], Side.FOR, id="the nearer counts"),
        pytest.param("a supports x", ["questions x"], None, id="a question is no side"),
        pytest.param("a attacks x; b supports x", ["concedes a", "asserts b"], Side.FOR, id="granted only"),
        pytest.param("a attacks x", ["concedes a"], None, id="nothing but granted"),
        pytest.param("a attacks x %", ["asserts a"], None, id="by the map's step"),
        pytest.param("a supports x", ["presents x", "asserts a"], Side.FOR, id="lays it out and argues for it"),
        pytest.param("a supports x", ["presents x", "presents a"], None, id="lays out a case"),
        pytest.param("a supports x", ["presents x", "concedes a"], None, id="lays out a case and grants"),
        pytest.param(
            "a attacks x; b supports x",
            ["supposes x", "asserts a", "asserts b"],
            Side.BOTH,
            id="argues on both sides",
        ),
        pytest.param("a attacks x", ["presents x", "asserts a"], Side.AGAINST, id="lays it out and objects"),
    ],
)
def test_the_side(relations: str, speech: list[str], side: Side | None) -> None:
    assert stand(relations, *speech).side == side


def test_what_they_hold_is_told_as_it_is_placed() -> None:
    found = stand("a supports x; b supports x; c supports b; d attacks x", "asserts a", "asserts b", "asserts c")
    assert (found.entries, found.beneath, found.silent) == (("r1", "r0"), 1, False)


def test_what_the_map_makes_of_their_words_is_told_apart() -> None:
    found = stand("a supports x %", "asserts a")
    assert (found.entries, found.used, found.silent) == ((), ("r0",), False)


def test_presenting_is_told_and_silence_too() -> None:
    (ann,) = people_of(said(debate("a supports y", "x y"), "ann presents y"))
    assert [(s.answer, s.presents, s.silent) for s in ann.stands] == [("y", True, False), ("x", False, True)]


@pytest.mark.parametrize("who", ["ann", "author"])
def test_whoever_holds_a_reason_presents_no_longer_the_author_like_everybody(who: str) -> None:
    drawn = written(
        debate("a supports x; b supports x", "x"), *(f"{who} {each}" for each in ("presents x", "asserts a"))
    )
    ((found,),) = (person.stands for person in people_of(drawn))
    assert (found.side, found.presents, found.entries) == (Side.FOR, False, ("r0",))


def test_who_speaks_elsewhere_only_is_not_on_the_board() -> None:
    assert people_of(said(debate("a supports x; b supports c", "x"), "ann asserts b")) == ()


def test_something_like_it_is_told_as_that() -> None:
    drawn = said(debate("a supports x", "x"), "ann asserts a")
    loose = tuple(replace(a, loosely=True) for a in drawn.attributions)
    assert people_of(replace(drawn, attributions=loose))[0].stands[0].loosely
    assert not people_of(drawn)[0].stands[0].loosely


def test_people_come_by_the_answer_that_they_are_for_and_the_author_last() -> None:
    drawn = written(
        debate("a supports x; b supports x; c supports y; d attacks y", "x y"),
        "author asserts a",
        "cora asserts d",
        "bob asserts c",
        "ann asserts b",
        "dora questions a",
    )
    assert [p.stakeholder.id for p in people_of(drawn)] == ["ann", "bob", "cora", "dora", "author"]
    assert [p.author for p in people_of(drawn)] == [False] * 4 + [True]


def test_they_are_told_with_what_they_belong_to_and_whose_voice_it_is() -> None:
    drawn = said(debate("a supports x", "x"), "ann asserts a")
    (ann,) = people_of(
        replace(
            drawn,
            stakeholders=(
                Stakeholder("ann", "Ann", affiliation=("guild", "unknown")),
                Stakeholder("guild", "Guild"),
            ),
            attributions=(Attribution("ann", Act.ASSERTS, "a", via=("bob",)),),
        )
    )
    assert (ann.belongs, ann.voice) == (("Guild", "unknown"), "reported")


@pytest.mark.parametrize("shape", SHAPES)
def test_everybody_who_speaks_to_what_bears_on_an_answer_is_there_once(shape: str) -> None:
    draw = seeded(1403)
    for _ in range(draws(10)):
        evaluation = evaluate(draw_debate(draw, shape))
        for board in build_boards(evaluation):
            names = [p.stakeholder.id for p in board.people]
            assert len(names) == len(set(names))
            for person in board.people:
                assert [s.answer for s in person.stands] == [a.claim.id for a in board.answers]
                for answer, one in zip(board.answers, person.stands, strict=True):
                    assert {*one.entries, *one.used} <= {e.id for e in answer.entries}
            said_on = {s.by.id for a in board.answers for s in a.stances}
            said_on |= {s.by.id for _, e in board.walk() for p in e.premises for s in p.said}
            assert said_on <= set(names)


def test_what_bears_further_down_by_a_step_of_the_map_takes_nobodys_side() -> None:
    drawn = written(debate("a supports x; b attacks y %; c supports b", "x y"), "ann asserts c")
    (board,) = build_boards(evaluate(drawn))
    (ann,) = board.people
    stand = next(each for each in ann.stands if each.answer == "y")
    assert (stand.side, stand.beneath, stand.through_added, stand.silent) == (None, 0, 1, False)


def test_each_speaker_is_read_once_however_many_questions_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def conceded(index: Index, who: str) -> frozenset[str]:
        read.append(who)
        return build_conceded(index, who)

    monkeypatch.setattr("argumap.board.board_people.build_conceded", conceded)
    assert len(build_boards(evaluate(debated(issues=3)))) == 3
    assert sorted(read) == sorted(set(read))
