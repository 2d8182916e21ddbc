"""Whose letter is whose on a page of letters."""

from __future__ import annotations

from argumap.draft import draft_map
from argumap.model import Act
from argumap.text import parse_article

PAGE = """# Letters

## Bring back the tram

The tram was not slow; it was full. Mr Vane writes that a bus costs half the money.

*Agnes Tollund, Ferrow*

## No tram, please

Nobody in the street misses it. The rails killed cyclists.

Rolf Essen (retired driver)
"""


def said(text: str) -> dict[str, str]:
    record = draft_map(parse_article(text, "md", language="en")).map
    names = {stakeholder.id: stakeholder.name for stakeholder in record.stakeholders}
    claims = {claim.id: claim.text for claim in record.claims}
    return {claims[a.of]: names[a.by] for a in record.attributions if a.act is not Act.PRESENTS}


def test_each_letter_is_its_writers() -> None:
    assert said(PAGE) == {
        "The tram was not slow; it was full.": "Agnes Tollund",
        "A bus costs half the money.": "Vane",
        "Nobody in the street misses it.": "Rolf Essen",
        "The rails killed cyclists.": "Rolf Essen",
    }


def test_one_name_beneath_a_text_is_its_authors() -> None:
    assert set(said("The tram was full and it was loud.\n\nAgnes Tollund\n").values()) == {"Agnes Tollund"}


SET_IN_CAPITALS = """# Letters to the editor

SIR – The tram was full. Mr Essen says that it was slow.

It never came on a Sunday.

AGNES TOLLUND
Low Row

Dear Sir or Madam, nobody in the street misses it.

P. L. ESSEN
Department of Roads, University of Ferrow

To the Editor: The rails killed cyclists.

Name withheld

SIR, – Sir Miles Vane sold the depot for a song.

DR MINA OKORO
by email
"""


def test_names_in_capitals_with_an_address_beneath_sign_the_letters_above_them() -> None:
    assert said(SET_IN_CAPITALS) == {
        "The tram was full.": "Agnes Tollund",
        "It was slow.": "P. L. Essen",
        "It never came on a Sunday.": "Agnes Tollund",
        "Nobody in the street misses it.": "P. L. Essen",
        "Sir Miles Vane sold the depot for a song.": "Mina Okoro",
    }


def test_a_letter_that_no_name_signs_is_nobody_elses() -> None:
    told = draft_map(parse_article(SET_IN_CAPITALS, "md", language="en")).map
    unsigned = next(claim.id for claim in told.claims if "cyclists" in claim.text)
    assert [a.act for a in told.attributions if a.of == unsigned] == [Act.PRESENTS]


def test_letters_greet_the_editor_in_other_languages() -> None:
    page = (
        "# Leserbriefe\n\nSehr geehrte Redaktion, die Straßenbahn war voll.\n\nGerda Wenk, Ohlau\n\n"
        "Sehr geehrte Damen und Herren, die Schienen waren gefährlich.\n\nUdo Pfeil\nOhlau\n"
    )
    record = draft_map(parse_article(page, "md", language="de")).map
    names = {stakeholder.id: stakeholder.name for stakeholder in record.stakeholders}
    claims = {claim.id: claim.text for claim in record.claims}
    assert {claims[a.of]: names[a.by] for a in record.attributions} == {
        "Die Straßenbahn war voll.": "Gerda Wenk",
        "Die Schienen waren gefährlich.": "Udo Pfeil",
    }
