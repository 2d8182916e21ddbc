from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.board import build_boards, build_claim_answer
from argumap.model import Act, Attribution, Source, Stakeholder
from argumap.phrases import get_phrases
from argumap.pictures.board_sheets import SheetMaker
from argumap.semantics import Evaluation, evaluate
from debates import debate

if TYPE_CHECKING:
    from argumap.pictures.sheet import PictureSheet

DEBATE = replace(
    debate("a supports x; b supports x; c attacks x; d supports y", "x y z"),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
    attributions=(
        Attribution("ann", Act.ARGUES, "r0"),
        Attribution("ann", Act.ASSERTS, "a"),
        Attribution("bob", Act.ASSERTS, "d"),
    ),
    sources=(Source("s", "A  column", author="bob", published="2026-03"),),
)


def maker(evaluation: Evaluation, language: str = "en") -> SheetMaker:
    return SheetMaker(evaluation.index, language, "0123456789abcdef")


def sheet(language: str = "en") -> PictureSheet:
    evaluation = evaluate(DEBATE)
    return maker(evaluation, language).of_board(build_boards(evaluation, phrases=get_phrases(language))[0])


def test_a_question_has_its_upshot_its_answers_and_where_it_is_from() -> None:
    told = sheet()

    assert told.title == "What is to be done?"
    assert told.upshot.startswith("“Claim x” and “Claim y” are level.")
    assert [a.claim for a in told.answers] == ["x", "y", "z"]
    assert {a.counts for a in told.answers} == {
        "2 reasons, 1 objection",
        "1 reason, no objection",
        "",
    }
    assert told.notes[-1] == "Source: A column, Bob, March 2026. Snapshot 0123456789ab."
    assert told.claims == 7


def test_it_speaks_the_language_of_the_map() -> None:
    told = sheet("de")

    assert "2 Gründe, 1 Einwand" in {a.counts for a in told.answers}
    assert told.middle == "Antworten"
    assert told.notes[-1].startswith("Quelle: A column")


def test_a_map_written_leftwards_is_drawn_leftwards() -> None:
    evaluation = evaluate(DEBATE)

    assert maker(evaluation, "ar").of_board(build_boards(evaluation)[0]).rtl


def test_a_claim_stands_in_the_middle_of_its_own_picture() -> None:
    evaluation = evaluate(DEBATE)
    told = maker(evaluation).of_claim(build_claim_answer(evaluation, "x"))

    assert (told.title, told.middle) == ("Claim x.", "Claim")
    assert told.upshot == "“Claim x.” is contested: 2 reasons stand, 1 objection is unanswered."
    assert [len(told.answers[0].reasons), len(told.answers[0].objections)] == [2, 1]


@pytest.mark.parametrize(
    ("who", "upshot", "places"),
    [
        ("ann", "Ann is for “Claim x.”.", {"x": "for", "y": "silent", "z": "silent"}),
        ("bob", "Bob is for “Claim y.”.", {"x": "silent", "y": "for", "z": "silent"}),
    ],
)
def test_a_case_shows_what_somebody_says_and_where_they_are_silent(
    who: str, upshot: str, places: dict[str, str]
) -> None:
    evaluation = evaluate(DEBATE)
    board = build_boards(evaluation)[0]
    person = next(person for person in board.people if person.stakeholder.id == who)
    told = maker(evaluation).of_person(board, person)

    assert told.upshot == upshot
    assert {answer.claim: answer.place for answer in told.answers} == places
    assert [answer.claim for answer in told.answers if answer.reasons] == [
        claim for claim, place in places.items() if place == "for"
    ]
    assert told.no_reason == "nothing from them"


def test_the_only_answer_is_told_by_what_became_of_it() -> None:
    evaluation = evaluate(debate("a supports x", "x"))
    told = maker(evaluation).of_board(build_boards(evaluation)[0])

    assert told.upshot == "“Claim x.” stands unchallenged: 1 reason stands, no objection is unanswered."
    assert told.answers[0].place == ""


def test_the_foot_explains_the_words_in_use_and_the_order() -> None:
    evaluation = evaluate(DEBATE)
    plain = maker(evaluation).of_board(build_boards(evaluation)[0]).notes[-2]
    assert plain.startswith("Whoever is named says it, or is reported to. Strongest: by weight")
