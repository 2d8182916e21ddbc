"""Whose letter is whose on a page of letters."""

from __future__ import annotations

from argumap.draft import draft_map
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
    return {claims[a.of]: names[a.by] for a in record.attributions}


def test_each_letter_is_its_writers() -> None:
    assert said(PAGE) == {
        "The tram was not slow; it was full.": "Agnes Tollund",
        "A bus costs half the money.": "Vane",
        "Nobody in the street misses it.": "Rolf Essen",
        "The rails killed cyclists.": "Rolf Essen",
    }


def test_one_name_beneath_a_text_is_its_authors() -> None:
    assert set(said("The tram was full and it was loud.\n\nAgnes Tollund\n").values()) == {"Agnes Tollund"}
