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
    return [" ".join(map(read_plainly, sentences)) for _, sentences in found.lines]


def test_where_it_stands_why_and_what_would_change_it_are_a_line_each() -> None:
    relations = "a supports x; b supports x; c supports b; d supports x; e attacks x; f supports y"
    assert [key for key, _ in upshot(debate(relations)).lines] == [
        "upshot-line.stands",
        "upshot-line.why",
        "upshot-line.turn",
    ]
    assert told(relations) == [
        "“Claim x” leads narrowly. By what is argued, not what is true: "
        "3 reasons and 1 unanswered objection; the next answer has 1 and 0.",
        "Of its 3 reasons, this has most behind it: “Claim b”. Unanswered objection: “Claim e”.",
        "If “Claim a” did not hold, “Claim y” would draw level.",
    ]


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        pytest.param("v w x y", "“Claim w”, “Claim x” and “Claim y”", id="three"),
        pytest.param("v w x y z", "“Claim w”, “Claim x” and 2 others", id="four"),
    ],
)
def test_of_many_that_would_draw_level_it_is_told_how_many_are_not_named(answers: str, level: str) -> None:
    assert told("a supports v", answers)[2] == f"If “Claim a” did not hold, {level} would draw level."


def test_that_nothing_counts_for_the_next_answer_or_against_it_is_told_in_words() -> None:
    assert told("a supports x")[0].endswith("; the next answer has neither.")
    german = read_plainly(upshot(debate("a supports x", "x y"), get_phrases("de")).figures)
    assert german.endswith("; die nächste Antwort hat keins von beiden.")


def test_linked_premises_are_one_reason() -> None:
    assert told("a,b supports x")[1].startswith("Its one reason: “Claim a” with “Claim b”.")
    assert told("a,b,c supports x")[1].startswith("Its one reason: “Claim a” with “Claim b” and “Claim c”.")
    found = upshot(debate("a,b supports x"))
    assert [piece.claim for piece in found.reasons if piece.claim] == ["a", "b"]


def test_a_joint_reason_beside_another_does_not_read_as_three() -> None:
    two = "Its two reasons: “Claim a” with “Claim b”, and “Claim d”."
    assert told("a,b supports x; d supports x; e supports y")[1].startswith(two)
    zwei = read_plainly(upshot(debate("a,b supports x; d supports x"), get_phrases("de")).reasons)
    assert "„Claim a“ mit „Claim b“, und „Claim d“" in zwei


@pytest.mark.parametrize(
    ("relations", "against"),
    [
        pytest.param("a supports x", "Nothing is said against it.", id="nothing"),
        pytest.param(
            "a supports x; b supports x; d supports x; c attacks x; e attacks x",
            "2 objections are unanswered, such as “Claim c”.",
            id="several",
        ),
        pytest.param(
            "a supports x; c attacks x; e attacks c",
            "The one objection, “Claim c”, is answered by “Claim e”.",
            id="answered",
        ),
        pytest.param(
            "a supports x; c attacks x; e attacks c; d attacks x; f attacks d",
            "Both objections to it are answered.",
            id="two answered",
        ),
        pytest.param(
            "a supports x; c attacks x; c attacks c",
            "Whether “Claim c” tells against it is unresolved here.",
            id="open",
        ),
    ],
)
def test_what_became_of_what_speaks_against_it(relations: str, against: str) -> None:
    assert read_plainly(upshot(debate(relations)).against) == against


def test_who_raises_the_objection_is_named_save_for_the_author_and_who_only_grants_it() -> None:
    drawn = written(
        debate("a supports x; b supports x; c attacks x"), "ann argues c", "bob argues c", "author asserts c"
    )
    assert "“Claim c” (Ann and Bob)." in read_plainly(upshot(drawn).against)
    loose = replace(drawn, attributions=tuple(replace(a, loosely=a.by == "bob") for a in drawn.attributions))
    assert "“Claim c” (Ann and Bob)." in read_plainly(upshot(loose).against)
    granted = written(debate("a supports x; b supports x; c attacks x"), "ann argues c", "bob concedes c")
    assert "“Claim c” (Ann)." in read_plainly(upshot(granted).against)
    many = written(debate("a supports x; b supports x; c attacks x"), *(f"voice{n} argues c" for n in range(4)))
    assert "“Claim c” (Voice0, Voice1 and 2 more)." in read_plainly(upshot(many).against)
    nobody = upshot(debate("a supports x; b supports x; c attacks x"))
    assert ": “Claim c”." in read_plainly(nobody.against)


def test_level_answers_are_each_told_with_their_reason_and_no_figures_stand_where_nothing_counts() -> None:
    assert told("a supports x; b supports y")[:2] == [
        "“Claim x” and “Claim y” are level. "
        "By what is argued, not what is true, each has 1 reason and no unanswered objection.",
        "For “Claim x”: “Claim a”. For “Claim y”: “Claim b”.",
    ]
    assert told("") == [
        "“Claim x” and “Claim y” are level: nothing that counts is said for any of them or against it."
    ]


def test_an_only_answer_and_one_without_a_reason_say_so() -> None:
    assert told("a supports x", "x") == [
        "“Claim x” is the only answer given.",
        "Its one reason: “Claim a”. Nothing is said against it.",
    ]
    assert told("", "x") == ["“Claim x” is the only answer given; nothing is said for it or against it."]
    assert told("a supports x; b attacks a", "x")[1].startswith("No reason for it stands.")
    assert told("a attacks y")[0].startswith(
        "“Claim x” leads, though no reason for it stands: more is unanswered against the others."
    )


def test_what_would_turn_it_is_kept_with_the_words() -> None:
    found = upshot(debate("a supports x; b supports y; c attacks y; d supports x; e supports y"))
    assert found.what_if is not None
    assert f"If “Claim {found.what_if.aside[0]}” did not hold" in read_plainly(found.turn)
    assert upshot(debate("a supports x", "x")).what_if is None


def test_a_claim_is_a_link_where_it_is_first_named() -> None:
    found = upshot(debate("a supports x; b supports x; c supports x; d attacks x; e supports y"))
    linked = [
        piece.claim for _, sentences in found.lines for sentence in sentences for piece in sentence if piece.claim
    ]
    assert len(linked) == len({*linked})


def test_it_is_told_in_the_language_of_the_page() -> None:
    german = upshot(debate("a supports x; b supports x; c supports a; e attacks x"), get_phrases("de"))
    assert read_plainly(german.head) == "„Claim x“ führt knapp."
    assert read_plainly(german.reasons) == "Von den 2 Gründen dafür ist dieser am besten gestützt: „Claim a“."


def test_an_answer_for_which_no_reason_stands_has_no_place_of_honour() -> None:
    (board,) = build_boards(evaluate(debate("a supports x; b supports y; c attacks b; d attacks y", "x y z")))
    assert {a.claim.id: a.told_place for a in board.answers} == {
        "x": "leads",
        "y": "no reason stands",
        "z": "not argued",
    }


@pytest.mark.parametrize(
    ("relations", "answers", "reasons"),
    [
        pytest.param(
            "a supports x; b supports x", "x y", "Its two reasons: “Claim a” and “Claim b”.", id="all, and two"
        ),
        pytest.param(
            "b supports x; a supports x; c supports x", "x y", "It has 3 reasons, such as “Claim b”.", id="all"
        ),
        pytest.param(
            "a supports x; b supports x; c supports x; d supports a; e supports b",
            "x y",
            "Of its 3 reasons these have most behind them: “Claim a” and “Claim b”.",
            id="two of several",
        ),
        pytest.param(
            "a supports x; b supports x; c supports x; f supports x; d supports a; e supports b; g supports c",
            "x y",
            "Of its 4 reasons 3 have most behind them, such as “Claim a”.",
            id="most",
        ),
        pytest.param(
            "a supports x; b supports x", "x", "Its two reasons: “Claim a” and “Claim b”.", id="of one alone"
        ),
        pytest.param(
            "a supports x; b supports x; c supports y; d supports y; e supports d",
            "x y",
            "For “Claim x”: “Claim a” and “Claim b”. For “Claim y”: “Claim d”.",
            id="of level answers",
        ),
    ],
)
def test_reasons_that_only_the_order_of_the_map_sets_apart_are_told_as_alike(
    relations: str, answers: str, reasons: str
) -> None:
    assert read_plainly(upshot(debate(relations, answers)).reasons) == reasons


def test_what_puts_a_reason_first_is_told_as_it_is() -> None:
    drawn = debate("a supports x; b supports x")
    heavy = replace(
        drawn, arguments=tuple(replace(a, weight=0.5) if "b" in a.premises else a for a in drawn.arguments)
    )
    assert read_plainly(upshot(heavy).reasons) == "Of its 2 reasons this weighs most: “Claim a”."
    added = replace(drawn, arguments=tuple(replace(a, inferred="b" in a.premises) for a in drawn.arguments))
    assert read_plainly(upshot(added).reasons) == "First of its 2 reasons: “Claim a”."


def test_a_leader_that_nobody_named_speaks_for_is_told_to_be_so() -> None:
    drawn = debate("a supports x; b supports x; e supports x; c attacks x; d supports y")
    unbacked = "Nobody named speaks for it."
    assert unbacked in read_plainly(upshot(written(drawn, "ann argues c", "author presents a")).figures)
    alone = upshot(written(drawn, "ann argues c", "author asserts a")).figures
    assert read_plainly(alone).endswith("has 1 and 0. Only the author speaks for it.")
    torn = upshot(written(drawn, "ann argues c", "author asserts a", "author asserts c")).figures
    assert read_plainly(torn).endswith("has 1 and 0. Only the author speaks for it, and against it as well.")
    assert unbacked not in read_plainly(upshot(written(drawn, "ann argues a", "bob argues c")).figures)
    assert unbacked not in read_plainly(upshot(drawn).figures)


def test_of_objections_that_only_the_order_of_the_map_sets_apart_none_is_the_chief_one() -> None:
    reasons = "a supports x; b supports x; d supports x"
    alike = upshot(debate(f"{reasons}; c attacks x; e attacks x"))
    assert read_plainly(alike.against) == "2 objections are unanswered, such as “Claim c”."
    chief = upshot(debate(f"{reasons}; c attacks x; e attacks x; f supports e"))
    assert read_plainly(chief.against) == "2 objections are unanswered, above all “Claim e”."
