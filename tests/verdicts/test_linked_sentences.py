"""Sentences of a verdict in pieces: they say what the shell says, and each name leads to its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.model import ArgumentMap, Claim, Issue, Standard
from argumap.phrases import get_phrases
from argumap.semantics import evaluate
from argumap.verdicts import IssueSentences, Piece, build_issue_verdict, build_sentences, read_plainly
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.verdicts.linked_sentences import Sentence


def sentences(told: IssueSentences) -> Iterator[Sentence]:
    yield from (*told.cautions, told.leads, told.free, *told.turns, *told.own)
    yield from (*told.standard, *told.unsettled, *told.counted)


def test_names_lead_to_their_claims() -> None:
    told = build_sentences(build_issue_verdict(evaluate(debate("a supports x; b attacks y", "x y")), "q"))
    assert told.leads[:2] == (Piece("“"), Piece("Claim x", "x"))
    assert read_plainly(told.leads).startswith("“Claim x” leads clearly in this map: 1 reason stands")


def test_what_it_hangs_on_comes_as_a_caution() -> None:
    relations = "a supports x %; b supports x %; c supports y"
    told = build_sentences(build_issue_verdict(evaluate(debate(relations, "x y")), "q"))
    (caution,) = told.cautions
    assert read_plainly(caution).startswith("Take care: who leads hangs on steps that the map added.")
    assert Piece("Claim y", "y") in caution


@pytest.mark.parametrize(
    ("answers", "words"), [("x", "“Claim x” is the only answer"), ("", "No claim of the map")]
)
def test_one_answer_and_none_are_told(answers: str, words: str) -> None:
    told = build_sentences(build_issue_verdict(evaluate(debate("a supports b", answers)), "q"))
    assert read_plainly(told.leads).startswith(words)
    assert not told.cautions + told.turns


def test_a_name_that_looks_like_a_mark_of_the_writer_stays_a_name() -> None:
    odd = ArgumentMap(
        issues=(Issue("q", "What?"),),
        claims=(Claim("x", "\x000\x00 “quoted”", answers=("q",)), Claim("y", "Y", answers=("q",))),
    )
    told = build_sentences(build_issue_verdict(evaluate(odd), "q"))
    assert {p.claim: p.words.strip("\0 ") for p in told.leads if p.claim} == {"x": "0  ‘quoted’", "y": "Y"}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_sentences_are_those_of_the_shell(shape: str) -> None:
    draw = seeded(1310)
    for _ in range(draws(10)):
        evaluation = evaluate(draw_debate(draw, shape))
        for standard in (None, Standard.CLEAR):
            verdict = build_issue_verdict(evaluation, "q", standard)
            text = verdict.text()
            assert all(read_plainly(each) in text for each in sentences(build_sentences(verdict)))


def test_the_sentences_are_told_in_the_language_of_a_page() -> None:
    verdict = build_issue_verdict(evaluate(debate("a supports x; b attacks y", "x y")), "q")
    told = build_sentences(verdict, get_phrases("de"))
    leads = "„Claim x“ führt deutlich in dieser Karte: 1 Grund hält stand, kein Einwand ist unbeantwortet."
    assert read_plainly(told.leads) == leads
    assert [piece.claim for piece in told.leads if piece.claim] == ["x"]
    assert read_plainly(told.free) == "Nur gegen sie ist kein Einwand unbeantwortet."
