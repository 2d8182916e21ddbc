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
    from collections.abc import Mapping

    from argumap.board import Upshot
    from argumap.model import ArgumentMap
    from argumap.phrases import Phrases


def upshot(drawn: ArgumentMap, phrases: Phrases = ENGLISH) -> Upshot:
    return build_boards(evaluate(drawn), phrases=phrases)[0].upshot


def told(relations: str, answers: str = "x y") -> list[str]:
    """In short, as it stands above the reasons themselves."""
    found = upshot(debate(relations, answers))
    return [*filter(None, map(read_plainly, (found.lead, found.marked)))]


def named(relations: str, answers: str = "x y") -> list[str]:
    """By name, as it stands where no reasons follow: why, and what would turn it."""
    found = upshot(debate(relations, answers))
    why = " ".join(map(read_plainly, filter(None, (found.reasons, found.against))))
    return [*filter(None, (read_plainly(found.head), why, read_plainly(found.turn)))]


def test_in_short_it_is_who_leads_by_what_and_what_would_turn_that() -> None:
    assert told(
        "a supports x; b supports x; d supports x; e attacks x; f supports y; c supports y; g attacks y"
    ) == [
        "“Claim x” leads narrowly: 3 reasons, 1 unanswered objection; the next answer has 2 and 1.",
        "Without any one of the 4 points marked carries the lead, “Claim y” would draw level.",
    ]


def test_where_no_reasons_follow_it_names_them() -> None:
    relations = "a supports x; b supports x; c supports b; d supports x; e attacks x; f supports y"
    assert named(relations) == [
        "“Claim x” leads narrowly.",
        "Of its 3 reasons, this has most behind it: “Claim b”. Unanswered objection: “Claim e”.",
        "If “Claim a” did not hold, “Claim y” would draw level.",
    ]


def carrying(relations: str, answers: str = "x y", weigh: Mapping[str, float] | None = None) -> list[str]:
    (board,) = build_boards(evaluate(weighed(debate(relations, answers), weigh or {})))
    return [f"{entry.premises[0].claim.id} {answer.claim.id}" for answer, entry in board.walk() if entry.carries]


def test_what_carries_the_lead_is_marked_where_it_stands() -> None:
    assert carrying("a supports x; b supports x; d supports y") == ["a x", "b x"]
    assert carrying("a supports x; b supports x; c supports x; d supports y") == []
    heavier = "a supports x; b supports x; c supports x; f supports x; d supports y"
    assert carrying(heavier, weigh={"b": 0.9, "c": 0.9, "f": 0.9}) == ["b x", "c x", "f x"]
    assert carrying("a supports x; b supports y; c attacks y") == ["a x", "c y"]
    assert carrying("a supports x; b supports y") == []
    assert carrying("a supports x; b supports x; c supports x") == []
    assert carrying("a supports x", "x") == []


def weighed(drawn: ArgumentMap, weights: Mapping[str, float]) -> ArgumentMap:
    arguments = (
        replace(each, weight=weights.get(each.premises[0], 0.5 if weights else None)) for each in drawn.arguments
    )
    return replace(drawn, arguments=tuple(arguments))


def test_marks_are_pointed_at_with_their_tag_and_one_claim_alone_is_named() -> None:
    found = upshot(debate("a supports x; b supports x; d supports y"))
    assert [piece.words for piece in found.marked if piece.tag] == ["carries the lead"]
    assert read_plainly(found.marked).startswith("Without any one of the 2 reasons marked carries the lead, ")
    some = "a supports x; b supports x; c supports x; d supports y"
    assert told(some)[1] == "Without 2 of its 3 reasons, “Claim y” would draw level.", "no two more than others"
    assert told("a supports x; b supports x")[1] == "Without its two reasons, “Claim y” would draw level."
    assert told("a supports x")[1] == "If “Claim a” did not hold, “Claim y” would draw level."
    beneath = "a supports x; b supports x; c attacks x; d attacks c; e supports y"
    assert told(beneath)[1].startswith("Without any one of the 2 reasons") is False


def test_the_smallest_change_comes_first() -> None:
    relations = "a supports x; b supports x; f supports x; c attacks x; e attacks x; d attacks c; d attacks e"
    assert told(relations)[1] == "If “Claim a” and “Claim d” did not hold, “Claim y” would draw level."
    assert carrying(relations) == []


def test_what_to_keep_in_mind_stands_apart() -> None:
    relations = "a supports x; b supports x; e supports x; f supports x; c attacks x; d supports y"
    drawn = written(debate(relations), "ann argues c")
    assert list(map(read_plainly, upshot(drawn).asides)) == ["Counts what is argued, not what is true."]
    added = replace(drawn, arguments=tuple(replace(a, inferred="b" in a.premises) for a in drawn.arguments))
    assert read_plainly(upshot(added).asides[-1]) == "One step is the map's own; without it the lead stays."
    assert upshot(debate("", "x y")).asides == ()


def test_that_nothing_counts_for_the_next_answer_or_against_it_is_told_in_words() -> None:
    assert told("a supports x")[0].endswith("; the next answer has neither.")
    german = read_plainly(upshot(debate("a supports x", "x y"), get_phrases("de")).lead)
    assert german.endswith("; die nächste Antwort hat keins von beiden.")


def test_linked_premises_are_one_reason() -> None:
    assert named("a,b supports x")[1].startswith("Its one reason: “Claim a” with “Claim b”.")
    assert named("a,b,c supports x")[1].startswith("Its one reason: “Claim a” with “Claim b” and “Claim c”.")
    found = upshot(debate("a,b supports x"))
    assert [piece.claim for piece in found.reasons if piece.claim] == ["a", "b"]


def test_a_joint_reason_beside_another_does_not_read_as_three() -> None:
    two = "Its two reasons: “Claim a” with “Claim b”, and “Claim d”."
    assert named("a,b supports x; d supports x; e supports y")[1].startswith(two)
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
    assert told("a supports x; b supports y")[0] == (
        "“Claim x” and “Claim y” are level. Each has 1 reason, no unanswered objection."
    )
    assert named("a supports x; b supports y")[1] == "For “Claim x”: “Claim a”. For “Claim y”: “Claim b”."
    assert told("") == [
        "“Claim x” and “Claim y” are level: nothing that counts is said for any of them or against it."
    ]


def test_an_only_answer_and_one_without_a_reason_say_so() -> None:
    assert named("a supports x", "x") == [
        "“Claim x” is the only answer given.",
        "Its one reason: “Claim a”. Nothing is said against it.",
    ]
    assert told("", "x") == ["“Claim x” is the only answer given; nothing is said for it or against it."]
    assert named("a supports x; b attacks a", "x")[1].startswith("No reason for it stands.")
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
    for sentences in ((found.lead, found.marked), (found.head, found.reasons, found.against, found.turn)):
        linked = [piece.claim for sentence in sentences for piece in sentence if piece.claim]
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

    def marked(*speech: str) -> str:
        return read_plainly(upshot(written(drawn, *speech)).marked)

    assert marked("ann argues c", "author presents a").startswith(f"{unbacked} ")
    assert marked("ann argues c", "author asserts a").startswith("Only the author speaks for it. ")
    torn = marked("ann argues c", "author asserts a", "author asserts c")
    assert torn.startswith("Only the author speaks for it, and against it as well. ")
    assert unbacked not in marked("ann argues a", "bob argues c")
    assert unbacked not in marked()


def test_of_objections_that_only_the_order_of_the_map_sets_apart_none_is_the_chief_one() -> None:
    reasons = "a supports x; b supports x; d supports x"
    alike = upshot(debate(f"{reasons}; c attacks x; e attacks x"))
    assert read_plainly(alike.against) == "2 objections are unanswered, such as “Claim c”."
    chief = upshot(debate(f"{reasons}; c attacks x; e attacks x; f supports e"))
    assert read_plainly(chief.against) == "2 objections are unanswered, above all “Claim e”."
