"""Whom a pronoun means by who was named before it."""

from __future__ import annotations

from argumap.draft.cast import Cast
from argumap.draft.cast_members import CastMember
from argumap.draft.cue_words import get_cue_words
from argumap.draft.mentions import Mentions
from argumap.draft.names import Names
from argumap.draft.nouns import Nouns
from argumap.draft.roster import Roster
from argumap.draft.subject_phrases import SubjectPhrases
from argumap.model import StakeholderType

ADA = CastMember("Ada Lunn", StakeholderType.PERSON, gender="female")
TOVE = CastMember("Tove Lindquarr", StakeholderType.PERSON, gender="female")
CLUB = CastMember("Travel Club", StakeholderType.ORGANISATION)


def mentions(*named: CastMember) -> Mentions:
    words = get_cue_words("en")
    made = Mentions(Roster((), SubjectPhrases(Names(words), Nouns(words))))
    for each in named:
        made.add(each)
    return made


def test_she_is_the_only_one_it_can_be() -> None:
    assert mentions(ADA, CLUB).find_person("she") is ADA
    assert mentions(ADA, CLUB).find_person("he") is None


def test_she_is_none_of_two_unless_one_spoke_last() -> None:
    both = mentions(ADA, TOVE)
    assert both.find_person("she") is None
    both.speaker = ADA
    assert both.find_person("she") is ADA


def test_whoever_was_named_two_paragraphs_back_is_forgotten() -> None:
    made = mentions(ADA)
    for named in (CLUB, CLUB):
        made.open_paragraph()
        made.add(named)
    assert made.find_person("she") is None


def test_it_is_the_body_named_last() -> None:
    assert mentions(ADA, CLUB).find_group("it") is CLUB
    assert mentions(ADA, CLUB).last_body() is CLUB


def test_those_who_spoke_together_are_meant_in_the_next_paragraph_and_not_beyond() -> None:
    text = (
        "Ana Brook and Leo Marsh said that the dam leaks.",
        "The wall was built in 1902.",
        "They said that the wall had moved.",
    )
    known = Cast(text, get_cue_words("en"))
    both = known.identify_all("Ana Brook and Leo Marsh")
    known.open_paragraph()
    assert known.identify_all("they") == both
    known.open_paragraph()
    assert known.mentions.together == []


def test_somebody_unknown_who_speaks_parts_those_who_spoke_together() -> None:
    known = Cast(("Ana Brook and Leo Marsh said that the dam leaks.",), get_cue_words("en"))
    known.identify_all("Ana Brook and Leo Marsh")
    known.miss()
    assert known.mentions.together == []
