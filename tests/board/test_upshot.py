"""A debate's upshot says who leads and why, what speaks against it, and what would turn it, as people would."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.board import build_boards
from argumap.phrases import ENGLISH, get_phrases
from argumap.semantics import evaluate
from argumap.verdicts import read_plainly
from debates import debate, written

if TYPE_CHECKING:
    from argumap.board import Upshot
    from argumap.model import ArgumentMap
    from argumap.phrases import Phrases


def upshot(drawn: ArgumentMap, phrases: Phrases = ENGLISH) -> Upshot:
    return build_boards(evaluate(drawn), phrases=phrases)[0].upshot


def told(relations: str, answers: str = "x y") -> list[str]:
    found = upshot(debate(relations, answers))
    return [read_plainly(sentence) for sentence in (found.head, *found.rest)]


def test_who_leads_is_told_with_the_best_supported_reason_and_the_first_objection() -> None:
    assert told("a supports x; b supports x; c supports b; d supports x; e attacks x; f supports y") == [
        "“Claim x” leads narrowly, chiefly for this reason: “Claim b”.",
        "What speaks against it, “Claim e”, is not answered here.",
        "If “Claim a” did not hold, “Claim y” would draw level with it.",
        "By count it has 3 reasons and 1 objection, the next answer 1 and 0; "
        "that decides nothing about what is true.",
    ]


def test_linked_premises_are_one_reason() -> None:
    assert told("a,b supports x")[0].endswith("for this reason: “Claim a” together with “Claim b”.")
    assert told("a,b,c supports x")[0].endswith(": “Claim a” together with “Claim b” and “Claim c”.")


@pytest.mark.parametrize(
    ("relations", "against"),
    [
        pytest.param("a supports x", "Nothing is said against it.", id="nothing"),
        pytest.param(
            "a supports x; b supports x; d supports x; c attacks x; e attacks x",
            "What speaks against it, “Claim c”, is not answered here, nor is 1 more objection.",
            id="several",
        ),
        pytest.param(
            "a supports x; c attacks x; e attacks c",
            "What was said against it, “Claim c”, is answered by “Claim e”.",
            id="answered",
        ),
        pytest.param(
            "a supports x; c attacks x; c attacks c",
            "Whether “Claim c” tells against it is unresolved here.",
            id="open",
        ),
    ],
)
def test_what_became_of_what_speaks_against_it(relations: str, against: str) -> None:
    assert told(relations)[1] == against


def test_who_raises_the_objection_is_named_save_for_the_author_and_who_only_says_something_like_it() -> None:
    drawn = written(
        debate("a supports x; b supports x; c attacks x"), "ann argues c", "bob argues c", "author asserts c"
    )
    assert "“Claim c” (Ann and Bob)," in read_plainly(upshot(drawn).against)
    loose = replace(drawn, attributions=tuple(replace(a, loosely=a.by == "bob") for a in drawn.attributions))
    assert "“Claim c” (Ann)," in read_plainly(upshot(loose).against)
    nobody = upshot(debate("a supports x; b supports x; c attacks x"))
    assert "“Claim c”, is" in read_plainly(nobody.against)


def test_level_answers_are_each_told_with_their_reason_and_no_figures_stand_where_nothing_counts() -> None:
    assert told("a supports x; b supports y")[0] == (
        "“Claim x” and “Claim y” are level. "
        "For “Claim x” speaks above all: “Claim a”. For “Claim y” speaks above all: “Claim b”."
    )
    assert told("") == [
        "“Claim x” and “Claim y” are level: nothing that counts is said for any of them or against it."
    ]


def test_an_only_answer_and_one_without_a_reason_say_so() -> None:
    assert told("a supports x", "x") == [
        "The only answer given is “Claim x”. The chief reason for it: “Claim a”.",
        "Nothing is said against it.",
    ]
    assert told("", "x") == ["The only answer given is “Claim x”; nothing is said for it or against it."]
    assert (
        told("a supports x; b attacks a", "x")[0] == "The only answer given is “Claim x”; no reason stands for it."
    )
    assert told("a attacks y")[0] == (
        "“Claim x” leads, though no reason stands for it: more is open against the others."
    )


def test_what_would_turn_it_is_kept_with_the_words() -> None:
    found = upshot(debate("a supports x; b supports y; c attacks y; d supports x; e supports y"))
    assert found.what_if is not None
    assert f"If “Claim {found.what_if.aside[0]}” did not hold" in read_plainly(found.turn)
    assert upshot(debate("a supports x", "x")).what_if is None


def test_a_claim_is_a_link_where_it_is_first_named() -> None:
    found = upshot(debate("a supports x; b supports x; c supports x; d attacks x; e supports y"))
    linked = [piece.claim for sentence in (found.head, *found.rest) for piece in sentence if piece.claim]
    assert len(linked) == len({*linked})


def test_it_is_told_in_the_language_of_the_page() -> None:
    german = upshot(debate("a supports x; b supports x; c supports a; e attacks x"), get_phrases("de"))
    assert read_plainly(german.head) == "„Claim x“ führt knapp, vor allem aus diesem Grund: „Claim a“."


def test_an_answer_for_which_no_reason_stands_has_no_place_of_honour() -> None:
    (board,) = build_boards(evaluate(debate("a supports x; b supports y; c attacks b; d attacks y", "x y z")))
    assert {a.claim.id: a.told_place for a in board.answers} == {
        "x": "leads",
        "y": "no reason stands",
        "z": "not argued",
    }


@pytest.mark.parametrize(
    ("relations", "answers", "head"),
    [
        pytest.param(
            "a supports x; b supports x",
            "x y",
            "“Claim x” leads clearly, for two reasons that nothing here tells apart: “Claim a” and “Claim b”.",
            id="two",
        ),
        pytest.param(
            "b supports x; a supports x; c supports x",
            "x y",
            "“Claim x” leads clearly, for 3 reasons that nothing here tells apart, "
            "the first in the map: “Claim b”.",
            id="many",
        ),
        pytest.param(
            "a supports x; b supports x",
            "x",
            "The only answer given is “Claim x”. "
            "Two reasons for it, which nothing here tells apart: “Claim a” and “Claim b”.",
            id="of an only answer",
        ),
        pytest.param(
            "a supports x; b supports x; c supports y; d supports y; e supports d",
            "x y",
            "“Claim x” and “Claim y” are level. "
            "For “Claim x” speak alike: “Claim a” and “Claim b”. For “Claim y” speaks above all: “Claim d”.",
            id="of level answers",
        ),
    ],
)
def test_reasons_that_only_the_order_of_the_map_sets_apart_are_told_as_alike(
    relations: str, answers: str, head: str
) -> None:
    assert told(relations, answers)[0] == head


def test_of_objections_that_only_the_order_of_the_map_sets_apart_none_is_the_chief_one() -> None:
    reasons = "a supports x; b supports x; d supports x"
    assert told(f"{reasons}; c attacks x; e attacks x")[1].startswith("What speaks against it, “Claim c”,")
    assert told(f"{reasons}; c attacks x; e attacks x; f supports e")[1].startswith(
        "What chiefly speaks against it, “Claim e”,"
    )
