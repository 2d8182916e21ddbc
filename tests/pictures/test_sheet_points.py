from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.board import Board, build_boards
from argumap.model import Act, Attribution, Source, Stakeholder
from argumap.phrases import ENGLISH
from argumap.pictures.sheet import PointState, SheetPoint
from argumap.pictures.sheet_points import PointTeller
from argumap.semantics import evaluate
from debates import debate

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def tell(argument_map: ArgumentMap, answer: str = "x", side: str = "reasons") -> tuple[SheetPoint, ...]:
    evaluation = evaluate(argument_map)
    board = _board(build_boards(evaluation))
    entries = next(getattr(a, side) for a in board.answers if a.claim.id == answer)
    return PointTeller(evaluation.index, ENGLISH).tell(entries)


def _board(boards: tuple[Board, ...]) -> Board:
    return boards[0]


def texts(points: tuple[SheetPoint, ...]) -> list[list[str]]:
    return [[premise.text for premise in point.premises] for point in points]


def test_each_step_is_a_point_live_ones_first_with_what_answers_the_others() -> None:
    live, answered = tell(debate("a supports x; b,c supports x; d attacks a", "x y"))

    assert texts((live, answered)) == [["Claim b.", "Claim c."], ["Claim a."]]
    assert (live.state, answered.state) == (PointState.LIVE, PointState.ANSWERED)
    assert [[premise.claim for premise in by] for by in answered.answered] == [["d"]]


def test_a_premise_that_neighbours_share_is_told_once() -> None:
    points = tell(debate("a,b supports x; a,c supports x; d supports x", "x y"))

    shared = [("".join(premise.text for premise in point.shared), point.joined) for point in points]
    assert sorted(shared) == [("", False), ("Claim a.", False), ("Claim a.", True)]
    assert sorted(texts(points)) == [["Claim b."], ["Claim c."], ["Claim d."]]


def test_all_that_neighbours_share_is_told_once_and_none_is_left_bare() -> None:
    first, second = tell(debate("a,b,c supports x; a,b,d supports x", "x y"))
    assert [[p.claim for p in point.shared] for point in (first, second)] == [["a", "b"], ["a", "b"]]
    assert texts((first, second)) == [["Claim c."], ["Claim d."]]

    alone = tell(debate("a supports x; a,b supports x", "x y"))
    assert [point.shared for point in alone] == [(), ()]
    assert sorted(texts(alone)) == [["Claim a."], ["Claim a.", "Claim b."]]


def test_a_rival_is_no_point() -> None:
    rivals = debate("a supports x; b supports y; c attacks y", "x y", exclusive=True)

    assert texts(tell(rivals, "y", "objections")) == [["Claim c."]]
    assert tell(rivals, "x", "objections") == ()


def test_a_point_that_stands_elsewhere_in_full_says_so() -> None:
    points = tell(debate("a supports x; a attacks y; b supports x", "x y"), "y", "objections")

    assert [point.note for point in points] == ["also counts above"]


def said_by(*told: Attribution, sources: int = 1) -> str:
    plain = debate("a supports x", "x y")
    people = (Stakeholder("writer", "Wanda Writer"), *(Stakeholder(w, w.title()) for w in ("ann", "bob", "eve")))
    spoken = replace(
        plain,
        attributions=told or (Attribution("ann", Act.ASSERTS, "x"),),
        stakeholders=people,
        sources=tuple(Source(f"s{n}", "A column", author="writer") for n in range(sources)),
    )
    (point,) = tell(spoken)
    return point.premises[0].who


def test_who_says_it_is_told_in_a_few_words() -> None:
    ann, bob, eve = (Attribution(who, Act.ASSERTS, "a") for who in ("ann", "bob", "eve"))

    assert said_by(ann) == "Ann"
    assert said_by(replace(ann, loosely=True), bob) in {"Ann in similar words, Bob", "Bob, Ann in similar words"}
    assert said_by(ann, bob, eve).endswith(", 1 other")
    assert said_by() == "said by nobody"


def test_who_only_lays_it_out_presents_it() -> None:
    writer, ann = Attribution("writer", Act.PRESENTS, "a"), Attribution("ann", Act.ASSERTS, "a")

    assert said_by(writer) == "author, not as their own view"
    assert said_by(writer, sources=2) == "Wanda Writer, not as their own view"
    assert said_by(writer, ann) == "Ann"
