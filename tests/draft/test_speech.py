"""Who a sentence says it is saying, by which words, and what."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.quotations import find_quotations
from argumap.draft.speech import find_frames
from argumap.text import parse_article


def frames(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    article = parse_article(text, "txt", language=language)
    quotations = find_quotations([block for section in article.sections for block in section.blocks])
    (unit,) = article.units
    found = find_frames(unit.text, quotations[unit.locator], get_cue_words(language))
    return [(frame.subject, frame.cue, frame.content) for frame in found]


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content"),
    [
        ("The board maintains that pumps failed.", "The board", "maintains", "Pumps failed."),
        ("Ashgrove said pens out there cost more.", "Ashgrove", "said", "Pens out there cost more."),
        ("According to the survey, prices fell in May.", "the survey", "According to", "Prices fell in May."),
        ("Prices fell in May, according to the survey.", "the survey", "according to", "Prices fell in May."),
        ("“The sound is full,” Ruben Ashgrove told us.", "Ruben Ashgrove", "told", "The sound is full."),
        ("“The school goes,” said Marit Oldane.", "Marit Oldane", "said", "The school goes."),
        ("“The wall is old,” the chair, Leo Marsh, said.", "the chair, Leo Marsh", "said", "The wall is old."),
        ("The dams, she said, explain nothing.", "she", "said", "The dams explain nothing."),
        (
            "“You don’t close a farm,” she said, “after a summer.”",
            "she",
            "said",
            "You don’t close a farm after a summer.",
        ),
        (
            "He does not believe that jobs are lost.",
            "He",
            "does not believe",
            "He does not believe that jobs are lost.",
        ),
        ("The firm denies that fish are harmed.", "The firm", "denies", "The firm denies that fish are harmed."),
        (
            "The clerk found, however, that ten votes were missing.",
            "The clerk",
            "found",
            "Ten votes were missing.",
        ),
    ],
)
def test_a_sentence_tells_who_says_what(text: str, subject: str, cue: str, content: str) -> None:
    assert frames(text) == [(subject, cue, content)]


@pytest.mark.parametrize(
    ("text", "subject", "content"),
    [
        ("Die Prüferin sagt, dass das Brot besser wird.", "Die Prüferin", "Das Brot besser wird."),
        ("»Das Brot wird besser«, sagte Wiebke Amsel.", "Wiebke Amsel", "Das Brot wird besser."),
        (
            "Laut Wiebke Amsel, der Prüferin, wird das Brot besser.",
            "Wiebke Amsel, der Prüferin",
            "Wird das Brot besser.",
        ),
    ],
)
def test_german_is_read_as_well(text: str, subject: str, content: str) -> None:
    assert frames(text, "de") == [(subject, frames(text, "de")[0][1], content)]


@pytest.mark.parametrize(
    "text",
    [
        "The board, which has complained for years, met on Monday.",
        "They found a new home for the club.",
        "A company that tunes a model on clinical notes that nobody sees is safe.",
        "Prices rose.",
    ],
)
def test_no_speech_is_seen_where_there_is_none(text: str) -> None:
    assert not frames(text)


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    assert frames("Dalia Wenn saw a farce in it and said that algae had killed the fish.") == [
        ("", "said", "Algae had killed the fish.")
    ]


def test_what_is_said_by_nobody_named_is_marked() -> None:
    article = parse_article("It has been said that parents want a place to park.", "txt")
    (unit,) = article.units
    quotations = find_quotations([block for section in article.sections for block in section.blocks])
    (frame, *_) = find_frames(unit.text, quotations[unit.locator], get_cue_words("en"))
    assert frame.impersonal
