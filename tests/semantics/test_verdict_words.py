"""The words of verdicts: one table, from which notes beside a status and whole sentences are made."""

from __future__ import annotations

import json
from string import Formatter

import pytest

from argumap.legend import WORDS
from argumap.phrases import ENGLISH, get_phrases
from argumap.semantics import ClaimWord, VerdictReason, build_note, build_verdict_rules, evaluate, weigh
from argumap.semantics.verdict_words import REASONS, WORD_ORDER, tell_reasons
from debates import debate
from verdict_cases import CASES, Case

KNOWN = {"all", "this", "by", "first", "count", "objections"}


def text(case: Case) -> str:
    """The note as a page shows it, behind the word of the claim or the status of the step."""
    evaluation = evaluate(case.argument_map)
    note = build_note(evaluation, case.id)
    claims = evaluation.index.claims
    words = note.reasons
    for part in note.parts:
        names = " and ".join(claims[node_id].label if node_id in claims else node_id for node_id in part.named)
        words += f"{part.words} {names}{part.after}" if names else part.words
    return words if note.word == "blocked" else f"{note.word} {words}".strip()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_note_beside_the_status(case: Case) -> None:
    assert text(case) == case.note


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_sentence_of_an_explanation(case: Case) -> None:
    assert evaluate(case.argument_map).explain(case.id).verdict == case.sentence


@pytest.mark.parametrize("reason", VerdictReason)
def test_every_reason_has_words_that_can_be_filled(reason: VerdictReason) -> None:
    words = REASONS[reason]
    assert ENGLISH.say(f"because.{reason}", n=1, objections="it")
    assert words.sentence
    for template in (words.sentence, words.sentence_many):
        assert {field for _, field, _, _ in Formatter().parse(template) if field} <= KNOWN


def test_the_rules_for_scripts_are_plain_data() -> None:
    rules = build_verdict_rules()
    assert json.loads(json.dumps(rules)) == rules
    assert rules["words"] == [word.value for word in WORD_ORDER]


def test_a_note_is_told_in_the_language_of_a_page() -> None:
    evaluation = evaluate(debate("a supports x; b attacks x; c attacks b; d supports y", "x y"))
    note = build_note(evaluation, "x", get_phrases("de"))
    assert note.reasons + note.parts[0].words == "1 Grund hält stand; der Einwand ist beantwortet durch"
    assert (note.tally, note.sides) == ("1 dafür, 1 beantwortet", ("1 hält stand", "1 beantwortet"))


def test_every_word_of_a_claim_can_be_told() -> None:
    assert set(WORD_ORDER) == set(ClaimWord)
    assert list(WORD_ORDER) == list(WORDS)


def test_behind_what_is_set_aside_stands_nothing_of_its_reasons() -> None:
    argument_map = debate("a supports x", "x")
    assert tell_reasons(weigh(evaluate(argument_map), "x")) == "1 reason stands"
    without = evaluate(argument_map).what_if(set_aside=["x"]).evaluation
    assert tell_reasons(weigh(without, "x")) == ""


@pytest.mark.parametrize(
    ("relations", "bare"),
    [
        ("x supports y", True),
        ("a supports x", False),
        ("a supports x; b undercuts r0", True),
        ("a attacks x", False),
    ],
)
def test_a_note_says_where_nothing_stands_on_either_side(relations: str, bare: bool) -> None:
    assert build_note(evaluate(debate(relations, "x")), "x").bare is bare
