"""The people on an answer's card: who is for it, who against it, and who only sets out the case."""

from __future__ import annotations

from argumap.board import Board, build_boards
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from argumap.views.index.camps import build_camps, find_sideless
from debates import debate, written


def board(relations: str, *speech: str) -> Board:
    return build_boards(evaluate(written(debate(relations, "x y"), *speech)))[0]


def camps(drawn: Board, answer: str = "x") -> list[tuple[str, list[str], bool]]:
    return [
        (camp.key, [member.person.stakeholder.id for member in camp.members], camp.nobody)
        for camp in build_camps(drawn, ENGLISH)[answer]
    ]


def test_everybody_stands_on_the_side_they_take() -> None:
    drawn = board("a supports x; b supports x; c attacks x", "ann asserts a", "bob asserts c", "author asserts b")
    assert camps(drawn) == [("for", ["ann", "author"], False), ("against", ["bob"], False)]
    assert camps(drawn, "y") == []


def test_who_sets_out_the_case_stands_apart_unless_they_argue() -> None:
    presents = ["ann asserts a", "author presents x"]
    assert ("presents", ["author"], False) in camps(board("a supports x; c attacks x", *presents))
    objects = camps(board("a supports x; b supports x; c attacks x", *presents, "author asserts c"))
    assert objects == [("for", ["ann"], False), ("against", ["author"], False)]
    argues = camps(board("a supports x; b supports x; c attacks x", *presents, "author asserts b"))
    assert argues == [("for", ["ann", "author"], False)]


def test_a_leader_that_only_the_author_argues_for_and_against_is_told_by_that() -> None:
    relations = "a supports x; b supports x; c attacks x; d supports y"
    found = camps(board(relations, "ann asserts d", "author asserts a", "author asserts c"))
    assert found == [("both", ["author"], False)]


def test_an_answer_that_leads_with_nobody_named_says_so() -> None:
    relations = "a supports x; b supports x; c attacks x"
    assert camps(board(relations, "ann asserts c"))[0] == ("for", [], True)
    assert camps(board(relations, "ann asserts c", "author asserts a"))[0] == ("for", ["author"], True)
    assert camps(board(relations, "author asserts a")) == [("for", ["author"], False)]


def test_who_is_in_no_camp_is_told_of_beside_them() -> None:
    drawn = board("a supports x %; b supports x", "ann asserts a", "bob asserts b")
    assert [member.person.stakeholder.id for member in find_sideless(drawn)] == ["ann"]


def test_of_many_the_first_stand_in_sight() -> None:
    def shown(voices: int) -> tuple[int, int]:
        relations = "; ".join(f"p{n} supports x" for n in range(voices))
        drawn = board(relations, *(f"voice{n} asserts p{n}" for n in range(voices)))
        (camp,) = build_camps(drawn, ENGLISH)["x"]
        return len(camp.shown), len(camp.rest)

    assert [shown(voices) for voices in (7, 8, 60)] == [(7, 0), (6, 2), (6, 54)]
