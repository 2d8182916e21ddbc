"""What leads up to a subject, and what stands beside a name."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.names import Names
from argumap.draft.nouns import Nouns
from argumap.draft.subject_phrases import SubjectPhrases

TEXT = (
    "The clerk, Ada Lunn, met Dr Piet Ravensholt in Harl.",
    "The people of Harl know Lunn and the Hollin Institute.",
)


def phrases(language: str = "en") -> SubjectPhrases:
    words = get_cue_words(language)
    return SubjectPhrases(Names.of(TEXT, words), Nouns(words))


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("But Lunn", "Lunn"),
        ("In Harl, a village of 410 people, some anglers", "some anglers"),
        ("On Thursday, the clerk", "the clerk"),
        ("Opening the debate, Lunn herself", "Lunn"),
    ],
)
def test_what_leads_up_to_a_subject_is_cut(phrase: str, left: str) -> None:
    assert phrases().strip_openers(phrase) == left


@pytest.mark.parametrize(("text", "full"), [("Ada Lunn", True), ("Lunn", False), ("the Hollin Institute", False)])
def test_a_name_in_full(text: str, full: bool) -> None:
    assert phrases().is_full_name(text) is full


def test_somebody_is_called_by_title_or_in_full() -> None:
    assert phrases().find_called("Dr Ravensholt") == ("Piet", "Ravensholt")
    assert phrases().find_called("Harl") is None


def test_a_place_is_named_behind_a_word_of_place() -> None:
    assert phrases().follows_place("We met in ")
    assert not phrases().follows_place("We met ")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Students from the college have drawn a plan.", "Students from the college"),
        ("Students of the old college are here.", "Students of the old college"),
        ("Students of the college met twice and demanded more pay.", "Students of the college"),
        ("Students of the college gathered twice and demanded more pay.", "Students"),
        ("Students of the college met.", "Students"),
    ],
)
def test_a_subject_that_goes_on_ends_where_a_verb_surely_stands(text: str, phrase: str) -> None:
    assert phrases().end_at_verb(text, "Students") == phrase
