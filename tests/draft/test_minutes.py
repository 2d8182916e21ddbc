"""Whose minutes an article is."""

from __future__ import annotations

from argumap.draft import draft_map
from argumap.text import parse_article

MINUTES = """# Dunmere Town Council

Minutes of the ordinary meeting held on 12 October in the Corn Hall

Present: Cllrs A. Bexley (Chair), J. Thwaite. In attendance: District Cllr H. Varley.

The works had cost 4,200 crowns in the year to March.

District Cllr Varley said that the district could not take the hall back.

Cllr Thwaite said that she had come to support the sale and had been moved by Mrs Rudd.
In her view the roof was sound.

RESOLVED: that the hall be kept.
"""


def said(text: str) -> list[tuple[str, str, bool]]:
    record = draft_map(parse_article(text, "md", language="en")).map
    names = {stakeholder.id: stakeholder.name for stakeholder in record.stakeholders}
    claims = {claim.id: claim.text for claim in record.claims}
    return [(claims[a.of], names[a.by], bool(a.via)) for a in record.attributions]


def test_minutes_are_the_words_of_the_body_that_met_as_are_its_decisions() -> None:
    told = said(MINUTES)
    assert ("The works had cost 4,200 crowns in the year to March.", "Dunmere Town Council", False) in told
    assert ("The hall be kept.", "Dunmere Town Council", False) in told


def test_a_title_of_two_words_is_before_a_name() -> None:
    assert ("The district could not take the hall back.", "H Varley", True) in said(MINUTES)


def test_who_speaks_of_herself_as_she_is_she() -> None:
    assert ("The roof was sound.", "J Thwaite", True) in said(MINUTES)


def test_an_article_that_no_meeting_held_has_its_authors() -> None:
    assert said("# The hall\n\nBy Ada Roth\n\nThe hall is too small.\n") == [
        ("The hall is too small.", "Ada Roth", False)
    ]
