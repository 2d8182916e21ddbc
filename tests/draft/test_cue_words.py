"""The cue words of a language, as its file has them."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import either, forms, get_cue_words
from argumap.model import Act


def test_a_reporting_verb_is_found_with_what_stands_before_it() -> None:
    match = get_cue_words("en").verb.search("The board has long maintained that pumps fail.")
    assert match is not None
    assert (match["helpers"], match["verb"]) == ("has long ", "maintained")


@pytest.mark.parametrize(
    ("verb", "act"), [("said", Act.ASSERTS), ("argues", Act.ARGUES), ("conceded", Act.CONCEDES)]
)
def test_each_verb_has_its_act(verb: str, act: Act) -> None:
    assert get_cue_words("en").speech[verb] is act


@pytest.mark.parametrize("code", ["en", "de"])
def test_what_reports_only_with_a_clause_is_a_reporting_verb(code: str) -> None:
    words = get_cue_words(code)
    assert words.with_that <= set(words.speech)
    assert words.nouns <= set(words.speech)


def test_of_another_language_nothing_is_known() -> None:
    words = get_cue_words("tlh")
    assert not words.known
    assert words.verb.search("said") is None


def test_a_german_role_is_told_by_its_ending() -> None:
    assert get_cue_words("de").is_role("Innungsobermeister")
    assert not get_cue_words("de").is_role("Bahnhof")


def test_the_longest_phrase_comes_first() -> None:
    assert either(["pointed", "pointed out"]) == r"pointed\s+out|pointed"
    assert forms("said,  pointed\n out") == ("said", "pointed out")
