"""One or many, he or she, what somebody is."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.nouns import Nouns
from argumap.model import StakeholderType


@pytest.mark.parametrize(
    ("language", "phrase", "people"),
    [
        ("en", "the parents", True),
        ("en", "young teachers", True),
        ("en", "the prices", False),
        ("en", "the councils", True),
    ],
)
def test_nouns_for_people(language: str, phrase: str, people: bool) -> None:
    assert Nouns(get_cue_words(language)).are_people(phrase) is people


@pytest.mark.parametrize(
    ("words", "gender"), [(["Mrs"], "female"), (["his"], "male"), (["Sprecherin"], ""), (["actress"], "female")]
)
def test_what_tells_of_a_man_or_a_woman(words: list[str], gender: str) -> None:
    assert Nouns(get_cue_words("en")).get_gender(words) == gender


def test_the_owner_is_cut_off() -> None:
    assert Nouns(get_cue_words("en")).split_owner("The union's secretary") == ("The union", "secretary")


def test_a_noun_tells_its_kind() -> None:
    nouns = Nouns(get_cue_words("en"))
    kinds = [nouns.tell_kind(*phrase.split()) for phrase in ("the trustees", "a caretaker", "the prosecution")]
    assert kinds == [StakeholderType.GROUP, StakeholderType.PERSON, StakeholderType.UNSPECIFIED]


def test_somebody_without_a_name_is_a_stranger() -> None:
    nouns = Nouns(get_cue_words("en"))
    assert nouns.speaks_of_stranger("Lunn met the old man.")
    assert not nouns.speaks_of_stranger("The driver, Ada Lunn, was late.")
