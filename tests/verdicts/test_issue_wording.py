"""The paragraph on an issue: what it hangs on comes first, then who leads and by what."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from argumap.model import Standard
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdict
from debates import debate, draw_debate, said, written
from draws import draws, seeded
from map_shapes import SHAPES

TOO_MUCH = re.compile(r"\b(wins?|won|true|false|truth|refute[sd]?|prove[sdn]?|correct|right|wrong)\b")
SIX = (
    "a supports x; b supports x; c supports x; d supports x; e supports x; f attacks x; g supports y; h attacks y"
)


def told(relations: str, answers: str = "x y", *, exclusive: bool = False) -> list[str]:
    """The lines of the verdict behind the first, which says which map it is."""
    first, *lines = (
        build_issue_verdict(evaluate(debate(relations, answers, exclusive=exclusive)), "q").text().splitlines()
    )
    assert first == "Drawn up"
    return lines


def test_who_leads_by_what_and_what_would_turn_it() -> None:
    assert told(SIX) == [
        "“What is to be done?”",
        "“Claim x” leads clearly in this map: 5 reasons stand, 1 objection is unanswered. Every answer has an "
        "unanswered objection.",
        "Order: reasons that stand less objections that are unanswered (4, 0); nobody weighed them.",
        "  1. “Claim x” [x]: 5 reasons stand, 1 objection is unanswered",
        "       for: “Claim a”; “Claim b”; “Claim c”; “Claim d”; “Claim e”",
        "       against: “Claim f”",
        "  2. “Claim y” [y]: 1 reason stands, 1 objection is unanswered",
        "       for: “Claim g”",
        "       against: “Claim h”",
        "“Claim x” leads until 4 more objections to it stand, or 4 of its 5 reasons go; then “Claim y” is level "
        "with it.",
        "No single claim would change who leads if it were set aside.",
        "Nobody weighed the reasons, so by the best on each side alone both would be level.",
    ]


def test_steps_that_the_map_added_come_first_where_they_decide() -> None:
    lines = told("a supports x %; b supports x %; c supports y")
    assert lines[1] == (
        "Take care: who leads hangs on steps that the map added. With the source's own steps (without the 2 "
        "that the map added) “Claim y” leads (“Claim y” 1 to 0, “Claim x” 0 to 0)."
    )


def test_the_way_of_adding_up_comes_first_where_it_decides() -> None:
    lines = told("a supports x; b supports x; c supports x; d attacks x; e supports y")
    assert lines[1] == (
        "Take care: who leads depends on how reasons are added up. Counted, “Claim x” leads (3 to 1); if "
        "only the best reason and the best objection counted or if each further reason added less (DF-QuAD), "
        "“Claim y” would lead (1 to 0)."
    )


def test_one_reason_more_is_a_narrow_lead_and_the_claims_are_named() -> None:
    lines = told("a supports x; b supports x; c supports y")
    assert lines[1].startswith("“Claim x” leads narrowly in this map")
    assert (
        "Any one of 2 claims would change who leads if it were set aside: “Claim a” (then both are level); "
        "“Claim b” (then both are level)." in lines
    )
    assert (
        "“Claim x” leads until 1 objection to it stands, or 1 of its 2 reasons goes; then “Claim y” is level "
        "with it." in lines
    )


@pytest.mark.parametrize(
    ("relations", "answers", "words"),
    [
        ("", "x y", "no reason stands for either, and no objection is unanswered"),
        ("", "x y z", "no reason stands for any, and no objection is unanswered"),
        ("a supports x; b supports y", "x y", "for either, 1 reason stands, no objection is unanswered"),
        (
            "a supports x; b supports y; c supports y; d attacks y",
            "x y",
            "what stands for each, less what is unanswered against it, comes to the same (1)",
        ),
    ],
)
def test_level_says_why(relations: str, answers: str, words: str) -> None:
    assert f"level in this map: {words}." in told(relations, answers)[1]


def test_level_answers_may_hold_together_unless_the_map_says_otherwise() -> None:
    may = "Nothing in the map says that they exclude each other, so they may hold together."
    assert may in told("")
    assert may not in told("", exclusive=True)
    assert "“Claim x” and “Claim y” exclude each other, and the map leaves both unresolved." in told(
        "", exclusive=True
    )


def test_what_is_unresolved_is_told_where_it_could_change_who_leads() -> None:
    assert "Some reasons or objections are unresolved; how they come out could change who leads." in told(
        "a supports x; b supports x; c supports y; d supports y; e attacks d; d attacks e"
    )


def test_nobody_leads_clearly_whom_what_is_unresolved_could_overtake() -> None:
    more = "a supports x; b supports x; c supports y; d supports y; e attacks d; d attacks e"
    more += "; f supports x; g supports y; g attacks h; h attacks g"
    verdict = build_issue_verdict(evaluate(debate(more, "x y")), "q")
    assert not verdict.settled
    assert "“Claim x” leads in this map: " in verdict.text()
    assert verdict.to_dict()["clearly_ahead"] is False


def test_data_tell_a_narrow_lead_as_the_words_do() -> None:
    told = build_issue_verdict(evaluate(debate("a supports x; b supports x; c supports y", "x y")), "q").to_dict()
    assert (told["clearly_ahead"], told["narrowly_ahead"]) == (False, True)
    told = build_issue_verdict(evaluate(debate(SIX, "x y")), "q").to_dict()
    assert (told["clearly_ahead"], told["narrowly_ahead"]) == (True, False)
    told = build_issue_verdict(evaluate(debate("", "x y")), "q").to_dict()
    assert (told["clearly_ahead"], told["narrowly_ahead"]) == (False, False)


def test_a_leader_without_reasons_is_not_made_more_of_than_it_is() -> None:
    assert (
        "Nothing stands for it; it leads because more is unanswered against the others." in told("a attacks y")[1]
    )
    assert (
        "More is unanswered against it than stands for it; the others are further behind."
        in told("a supports x; b attacks x; c attacks x; d attacks y; e attacks y")[1]
    )


@pytest.mark.parametrize(
    ("relations", "words"),
    [
        ("a supports x; b attacks x; c attacks y", "Every answer has an unanswered objection."),
        ("a supports x; b attacks y", "It alone has no unanswered objection."),
        ("b attacks y", "It alone has no unanswered objection."),
        (
            "a supports x; b supports x; c attacks x; d supports y",
            "Only “Claim y” has no unanswered objection.",
        ),
        (
            "a supports x; b supports x; c attacks x",
            "Every answer with a reason for it has an unanswered objection; “Claim y” has neither.",
        ),
        ("a supports x", ""),
    ],
)
def test_which_answers_are_free_of_open_objections(relations: str, words: str) -> None:
    head = next(line for line in told(relations) if " in this map: " in line)
    assert (words in head) if words else not re.search("unanswered objection", head)


@pytest.mark.parametrize(
    ("relations", "words"),
    [
        (
            "a supports x; b supports x; c attacks x; d attacks y",
            "Only “Claim z” has no unanswered objection, and no reason either.",
        ),
        (
            "a supports x; b supports x; c supports x; c attacks x; d supports y",
            "Only “Claim y” and “Claim z” have no unanswered objection, and no reason stands for “Claim z”.",
        ),
        (
            "a supports x; b supports x; c attacks x",
            "Every answer with a reason for it has an unanswered objection; “Claim y” and “Claim z” have neither.",
        ),
    ],
)
def test_answers_that_nobody_speaks_of_are_not_praised_for_it(relations: str, words: str) -> None:
    head = next(line for line in told(relations, "x y z") if " in this map: " in line)
    assert head.endswith(words)


@pytest.mark.parametrize(
    ("relations", "words"),
    [
        ("a supports x", "(1, 0); nobody weighed them."),
        (
            "a supports x; b supports z; c attacks z",
            "(1, 0, 0); nobody weighed them; where that is the same, by reasons.",
        ),
        ("a supports x; b supports x; c supports y; d supports z", "(2, 1, 1); nobody weighed them."),
        ("a supports x *0.5; b attacks y", "(0.5, -1), by their weights."),
        ("a supports x *1", "(1, 0), by their weights."),
        (
            "a supports x; b supports x; c attacks x; d supports y",
            "(1, 1); nobody weighed them; where that is the same, by reasons.",
        ),
    ],
)
def test_the_rule_of_the_order_is_told(relations: str, words: str) -> None:
    assert f"Order: reasons that stand less objections that are unanswered {words}" in told(
        relations, "x y z" if "z" in relations else "x y"
    )


def test_nothing_is_told_of_an_order_of_nothing() -> None:
    assert not [line for line in told("") if line.startswith("Order")]


@pytest.mark.parametrize(
    ("relations", "words"),
    [
        (
            "a supports x; b attacks x *0.5",
            "“Claim x” leads until 1 more objection to it as heavy as “Claim b” stands, or its one reason goes; "
            "then “Claim y” is level with it or ahead.",
        ),
        (
            "a supports x *0.5; b supports x",
            "“Claim x” leads until 2 objections to it of weight 1 stand, or both its reasons go; then “Claim y” "
            "is level with it or ahead.",
        ),
        (
            "a supports x; b,c attacks x *0.5; d supports x",
            "“Claim x” leads until 3 more objections to it as heavy as “Claim b” together with “Claim c” stand, "
            "or both its reasons go; then “Claim y” is level with it or ahead.",
        ),
    ],
)
def test_weights_are_told_where_they_differ(relations: str, words: str) -> None:
    assert words in told(relations)


def test_all_that_come_level_are_named() -> None:
    lines = told("a supports x", "x y z")
    assert any(line.endswith("then “Claim y” and “Claim z” are level with it.") for line in lines)
    lines = told(
        "a supports x; b supports x; c supports x; d supports y; e supports y; f attacks y; g supports z", "x y z"
    )
    assert any(line.endswith("then “Claim y” and “Claim z” are level with it.") for line in lines)


def test_the_best_alone_decides_where_somebody_weighed_the_reasons() -> None:
    assert "If only the best reason and the best objection counted, both would be level." in told(
        "a supports x *0.5; b supports x *0.5; c supports y *0.5"
    )


@pytest.mark.parametrize(
    ("relations", "without"),
    [
        ("b supports x %; c supports a %; d supports c %", "the 3 that the map added, 2 of them further down"),
        ("b supports x %; c supports e %", "the one that the map added"),
        ("b supports x; c attacks b %; d attacks f", "the one that the map added further down"),
    ],
)
def test_steps_that_the_map_added_are_counted_with_those_further_down(relations: str, without: str) -> None:
    text = "\n".join(told(f"a supports x; f supports x; {relations}"))
    assert f"With the source's own steps (without {without}) it leads as well" in text


def test_who_says_a_reason_stands_behind_it() -> None:
    drawn = written(
        debate("a supports x; b supports x %; c attacks y", "x y"), "ann asserts b", "author presents a"
    )
    lines = build_issue_verdict(evaluate(drawn), "q").text().splitlines()
    assert lines[0] == "Drawn up — drawn from “The source”"
    assert "       for: “Claim a”; “Claim b” (Ann; the step added by the map)" in lines
    assert "       against: “Claim c” (said by nobody)" in lines
    assert "Where nobody is named, Author sets it out." in lines


def test_one_answer_and_none() -> None:
    assert told("a supports x", "x") == [
        "“What is to be done?”",
        "“Claim x” is the only answer, so there is nothing to compare it with.",
        "It stands unchallenged: 1 reason stands, no objection is unanswered.",
        "  for: “Claim a”",
    ]
    assert told("a supports x", "") == ["“What is to be done?”", "No claim of the map answers this."]


def test_own_steps_alone_agree_or_are_asked_for() -> None:
    drawn = evaluate(debate("a supports x; b supports x; c supports x %; d supports y", "x y"))
    lines = build_issue_verdict(drawn, "q").text().splitlines()
    assert (
        "With the source's own steps (without the one that the map added) it leads as well: “Claim x” 2 to 0, "
        "“Claim y” 1 to 0." in lines
    )
    own = build_issue_verdict(drawn, "q", own_steps=True).text().splitlines()
    assert own[2] == "With the source's own steps alone, without those that the map added:"
    assert own[5] == "  1. “Claim x” [x]: 2 reasons stand, no objection is unanswered"


def test_a_standard_tells_which_answers_hold() -> None:
    drawn = evaluate(debate(SIX, "x y"))
    lines = build_issue_verdict(drawn, "q", Standard.CLEAR).text().splitlines()
    assert (
        "By the standard “clear” (at least twice as much stands for it as is unanswered against it): “Claim x” "
        "holds; "
        "“Claim y” does not hold." in lines
    )
    none = build_issue_verdict(drawn, "q", Standard.BACKED).text().splitlines()
    assert "By the standard “backed” (a reason stands, and no objection is unanswered): none holds." in none


def test_a_standard_that_the_map_writes_is_said_to_be_its_own() -> None:
    drawn = replace(debate(SIX, "x y"), standard=Standard.CLEAR)
    assert "By the standard “clear” that the map writes (" in build_issue_verdict(evaluate(drawn), "q").text()


def test_lights_stand_beside_the_map_in_columns() -> None:
    drawn = said(debate("a supports x; b supports y", "x y"), "ann asserts b", "bob asserts x")
    lines = build_issue_verdict(evaluate(drawn), "q", lights=["ann", "bob"]).text().splitlines()
    assert lines[-5:] == [
        "By whose lights, for:against; each row below the first counts only what that person or body is committed "
        "to (* leads; –: nothing for or against by their lights):",
        "              x            y",
        "  this map    1:0 level    1:0 level",
        "  Ann         –            1:0 *",
        "  By the lights of Bob alone nothing stands for or against any answer.",
    ]


@pytest.mark.parametrize(
    ("speech", "cells"),
    [
        (["ann asserts c"], ["–", "–", "0:1"]),
        (["ann asserts a", "ann asserts b"], ["1:0 level", "1:0 level", "–"]),
        (["ann asserts a", "ann asserts b", "ann asserts c"], ["1:0 level", "1:0 level", "0:1"]),
        (["ann asserts a"], ["1:0 *", "–", "–"]),
        (["ann asserts d", "ann asserts e"], ["0:1", "0:1", "–"]),
        (["ann asserts a", "ann asserts d"], ["1:1 level", "– level", "– level"]),
    ],
)
def test_nobody_leads_by_lights_that_show_nothing_for_it(speech: list[str], cells: list[str]) -> None:
    drawn = said(debate("a supports x; b supports y; c attacks z; d attacks x; e attacks y"), *speech)
    lines = build_issue_verdict(evaluate(drawn), "q", lights=["ann"]).text().splitlines()
    assert re.split(r"\s{3,}", lines[-1].strip())[1:] == cells


def test_those_who_say_nothing_on_an_issue_are_named_together() -> None:
    drawn = said(debate("a supports x", "x y"), "ann asserts b", "bob asserts b")
    text = build_issue_verdict(evaluate(drawn), "q", lights=["ann", "bob"]).text()
    assert text.endswith("\n  By the lights of Ann and Bob alone nothing stands for or against any answer.")


def test_a_cut_search_is_told() -> None:
    verdict = build_issue_verdict(evaluate(debate(SIX, "x y")), "q")
    cut = replace(verdict, turning=replace(verdict.turning, tried=3))
    assert "For that only the nearest 3 of 8 claims were tried." in cut.text()


def test_many_answers_and_many_hinges_are_counted() -> None:
    answers = " ".join(f"x{n}" for n in range(14))
    lines = told("; ".join(f"a{n} supports x0" for n in range(1)) + "; b supports x1; c supports x1", answers)
    assert "  … and 2 more" in lines
    level = told("", answers)
    assert level[1].startswith("“Claim x0”, “Claim x1”, “Claim x2” and 11 others are level in this map:")


@pytest.mark.parametrize("shape", SHAPES)
def test_no_verdict_says_more_than_a_map_can(shape: str) -> None:
    draw = seeded(1210)
    for _ in range(draws(10)):
        verdict = build_issue_verdict(evaluate(draw_debate(draw, shape)), "q", lights=["ann", "bob"])
        text = verdict.text()
        assert not TOO_MUCH.search(text)
        for line in text.partition("By whose lights")[0].splitlines()[1:]:
            assert "  " not in line.lstrip()
            assert line.startswith("  ") or line.endswith((".", ":"))


@pytest.mark.parametrize("shape", SHAPES)
def test_who_is_said_to_come_level_does(shape: str) -> None:
    draw = seeded(1403)
    for _ in range(draws(30)):
        verdict = build_issue_verdict(evaluate(draw_debate(draw, shape)), "q")
        text, ranking = verdict.text(), verdict.ranking
        assert text.count("level with it") == (ranking.leader is not None and len(ranking.answers) > 1)
        if "level with it." in text:
            assert {o.more for o in verdict.turning.objections} <= {ranking.margin}
            assert verdict.turning.least_reasons in {None, ranking.margin}
