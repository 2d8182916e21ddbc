"""The names in an article, and whose they are."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.names import Names

TEXT = (
    "Present: Cllr Beatrix Holloway (chair), Ms Ines Calder (harbour master).",
    "Cllr Holloway and Cllr Okoro met the Harbour and Transport Committee near Kestrel Bay.",
)


def names(*texts: str, language: str = "en") -> Names:
    return Names.of(texts or TEXT, get_cue_words(language))


def test_two_people_are_two_names_and_a_committee_is_one() -> None:
    found = [" ".join(run) for _, _, run in names().find(TEXT[1])]
    assert found == ["Holloway", "Okoro", "Harbour and Transport Committee", "Kestrel Bay"]


def test_a_role_in_brackets_tells_who_somebody_is() -> None:
    assert names().roles["chair"] == {("Beatrix", "Holloway")}


def test_where_somebody_works_is_no_part_of_their_name() -> None:
    found = [" ".join(run) for _, _, run in names().find("We met Lena Abt of the Gorse University.")]
    assert found == ["Lena Abt", "Gorse University"]


@pytest.mark.parametrize("opening", ["I've", "I", "Monday"])
def test_what_always_has_a_capital_is_no_name(opening: str) -> None:
    assert not names().find(f"So {opening} read.")


def test_an_office_is_no_part_of_a_name() -> None:
    found = [" ".join(run) for _, _, run in names().find("Yesterday Environment Minister Ana Brook left.")]
    assert found == ["Ana Brook"]


def test_initials_mean_the_organisation_that_has_them() -> None:
    known = names("The Institute for Coastal Studies (ICS) met.", "Later the ICS met.")
    assert known.full(("ICS",)) == ("Institute", "for", "Coastal", "Studies")


def test_and_goes_on_in_the_name_of_a_body_that_is_for_two_things() -> None:
    found = [" ".join(run) for _, _, run in names().find("We asked the Institute for Work and Health about it.")]
    assert found == ["Institute for Work and Health"]


def test_a_small_month_behind_a_given_name_is_a_verb() -> None:
    known = names("Nobody knew whether Rosa may resign.", "Ada May said so.")
    assert known.months == {"May"}
    assert [" ".join(run) for _, _, run in known.find("We think Rosa may stay.")] == ["Rosa"]


def test_of_several_who_sign_with_one_surname_it_is_always_the_same_that_it_means() -> None:
    known = names("The pier is old, Ana Brook said.")
    assert known.full(("Brook",)) == ("Ana", "Brook")
    for first in "JIHGFEDCBA":
        known.learn_person((f"{first}nna", "Tollund"))
    assert known.full(("Tollund",)) == ("Anna", "Tollund")
