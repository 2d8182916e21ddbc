"""Whom a phrase means where it stands."""

from __future__ import annotations

import pytest

from argumap.draft.cast import Cast
from argumap.draft.cue_words import get_cue_words
from argumap.model import StakeholderType

TEXT = (
    "Brightfin Aquaculture, which runs the pens, said it would sue.",
    "Its spokeswoman, Dalia Wenn, called it politics.",
    "The report, written by the Hollin Institute, blames lice.",
    "Tove Lindquarr, a biologist who led the study, disagreed, as did Piet Ravensholt.",
    "The fishermen's association of Skarrow welcomed it.",
    "We met Brightfin again, and Wenn and Lindquarr with them.",
)


def cast(*texts: str, language: str = "en") -> Cast:
    return Cast(texts or TEXT, get_cue_words(language))


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("Dalia Wenn", "Dalia Wenn", StakeholderType.PERSON),
        ("Wenn", "Dalia Wenn", StakeholderType.PERSON),
        ("Mrs Wenn", "Dalia Wenn", StakeholderType.PERSON),
        ("Its spokeswoman, Dalia Wenn,", "Dalia Wenn", StakeholderType.PERSON),
        ("Tove Lindquarr, a biologist who led the study,", "Tove Lindquarr", StakeholderType.PERSON),
        ("county commissioner Ruben Ashgrove", "Ruben Ashgrove", StakeholderType.PERSON),
        ("Brightfin", "Brightfin Aquaculture", StakeholderType.ORGANISATION),
        ("the Hollin Institute", "Hollin Institute", StakeholderType.ORGANISATION),
        ("The institute", "Hollin Institute", StakeholderType.ORGANISATION),
        ("The report", "Hollin Institute", StakeholderType.ORGANISATION),
        (
            "The fishermen's association of Skarrow",
            "Fishermen's association of Skarrow",
            StakeholderType.ORGANISATION,
        ),
        ("Critics", "Critics", StakeholderType.UNSPECIFIED),
        ("Some anglers", "Some anglers", StakeholderType.GROUP),
        ("In Harl, a village of 410 people, some anglers", "Some anglers", StakeholderType.GROUP),
        ("But Ravensholt", "Piet Ravensholt", StakeholderType.PERSON),
    ],
)
def test_a_phrase_means_somebody(phrase: str, name: str, kind: StakeholderType) -> None:
    speaker = cast().identify(phrase)
    assert speaker is not None
    assert (speaker.name, speaker.type) == (name, kind)


@pytest.mark.parametrize("phrase", ["", "The weather", "It", "What he meant", "There"])
def test_nobody_is_invented(phrase: str) -> None:
    assert cast().identify(phrase) is None


def test_a_role_and_an_organisation_are_taken_from_beside_the_name() -> None:
    people = cast()
    people.see(TEXT[0])
    speaker = people.identify("Its spokeswoman, Dalia Wenn,")
    assert speaker is not None
    assert speaker.role == "spokeswoman"
    assert speaker.affiliation is not None
    assert speaker.affiliation.name == "Brightfin Aquaculture"


def test_a_pronoun_means_the_person_named_last() -> None:
    people = cast()
    people.identify("Dalia Wenn")
    people.identify("Tove Lindquarr, a biologist,")
    speaker = people.identify("she")
    assert speaker is not None
    assert speaker.name == "Tove Lindquarr"


def test_in_german_a_noun_is_no_name() -> None:
    german = cast(
        "Die Prüferin Dr. Wiebke Amsel lobt das Brot.", "Das sagt Amsel, und Brot ist Brot.", language="de"
    )
    assert [speaker and speaker.name for speaker in map(german.identify, ("Amsel", "Brot"))] == [
        "Wiebke Amsel",
        None,
    ]


def test_an_organisation_named_between_commas_behind_what_it_is_speaks() -> None:
    people = cast("The county's adviser on ports, the Harbour Council, said no.", "The Harbour Council met.")
    speaker = people.identify("The county's adviser on ports, the Harbour Council,")
    assert speaker is not None
    assert speaker.name == "Harbour Council"


def test_an_office_behind_brackets_is_whose_name_stands_before_them() -> None:
    people = cast("Ms Ada Roth (Liberty), Minister for Ports, moved the Bill.", "The Minister said it was late.")
    speaker = people.identify("The Minister")
    assert speaker is not None
    assert speaker.name == "Ada Roth"


def test_an_office_in_brackets_is_whose_name_stands_before_it_in_a_list() -> None:
    people = cast("Present were Ada Roth (chair), Tom Reed (clerk) and Lea Ott (treasurer).")
    assert [speaker and speaker.name for speaker in map(people.identify, ("The chair", "The clerk"))] == [
        "Ada Roth",
        "Tom Reed",
    ]


@pytest.mark.parametrize(
    ("before", "meant"),
    [("The Harl Council met.", "Company"), ("Larkhill Homes Ltd, which builds, met.", "Larkhill Homes Ltd")],
)
def test_no_council_is_the_company(before: str, meant: str) -> None:
    known = cast(before, "The company left.")
    known.see(before)
    found = known.identify("The company")
    assert found is not None
    assert found.name == meant


def test_in_german_a_role_is_no_other_woman() -> None:
    known = cast("Frau Ebers kam.", "Die Kämmerin ging.", language="de")
    known.see("Frau Ebers kam.")
    found = known.identify("Die Kämmerin")
    assert found is None or found.name == "Kämmerin"


def test_whose_apprentice_somebody_is_does_not_tell_he_or_she() -> None:
    people = cast("Mara Vane keeps bees.", "Her apprentice, Tobiah Lunt, said the hive was full.")
    speaker = people.identify("Her apprentice, Tobiah Lunt,")
    assert speaker is not None
    assert speaker.gender == ""
