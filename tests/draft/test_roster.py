"""Everybody once, by name, by what they are, and by what they wrote."""

from __future__ import annotations

from argumap.draft.cue_words import get_cue_words
from argumap.draft.names import Names
from argumap.draft.nouns import Nouns
from argumap.draft.roster import Roster
from argumap.draft.subject_phrases import SubjectPhrases
from argumap.model import StakeholderType

TEXT = (
    "The clerk, Ada Lunn, met Dr Piet Ravensholt.",
    "The report, written by the Hollin Institute, blames lice.",
    "Tove Lindquarr came by bus.",
    "She read it.",
)


def roster() -> Roster:
    words = get_cue_words("en")
    return Roster(TEXT, SubjectPhrases(Names.of(TEXT, words), Nouns(words)))


def test_a_surname_is_its_bearers() -> None:
    known = roster()
    assert known.resolve(("Lunn",)) is known.named(("Ada", "Lunn"))


def test_a_role_leads_to_whoever_has_it() -> None:
    found = roster().by_role("clerk")
    assert found is not None
    assert found.name == "Ada Lunn"


def test_a_paper_has_its_authors() -> None:
    assert roster().authors_of_papers["report"].name == "Hollin Institute"


def test_the_sentence_behind_tells_the_pronoun() -> None:
    assert roster().named(("Tove", "Lindquarr")).gender == "female"


def test_whoever_has_no_name_is_one_by_what_they_are() -> None:
    known = roster()
    first = known.somebody("the caretaker", StakeholderType.PERSON)
    assert known.somebody("The caretaker", StakeholderType.PERSON) is first
    assert first.name == "Caretaker"


def test_minutes_tell_who_meets() -> None:
    known = roster()
    known.meet(["Minutes of the Harbour Committee"])
    assert known.meeting.name == "Harbour Committee"


def test_who_has_the_same_role_is_looked_up_once() -> None:
    words = get_cue_words("en")
    texts = ("Sergeant Ada Lunn met Inspector Piet Ravensholt.", "Ada Lunn and Piet Ravensholt went home.")
    names = Names.of(texts, words)
    known = Roster(texts, SubjectPhrases(names, Nouns(words)))
    found = known.alike("officer")
    assert {one.name for one in found} == {"Ada Lunn", "Piet Ravensholt"}
    names.roles.clear()
    assert known.alike("officer") is found
