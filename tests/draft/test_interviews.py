"""Interviews in which only what is asked is set off."""

from __future__ import annotations

from argumap.draft.cast import Cast
from argumap.draft.cue_words import get_cue_words
from argumap.draft.interviews import find_interview
from argumap.text import parse_article

INTERVIEW = (
    "**Ms Brodersen, why?**\n\nThey hate it. I know that.\n\n**Some call it a fad.**\n\nMy sister does.\n\n"
    "**What now?**\n\nWe wait.\n\n**And then?**\n\nNothing.\n"
)


def interviewed(text: str) -> list[str | None]:
    article = parse_article(text, "md")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    above = {s.blocks[0].locator for s in article.sections if s.heading and s.heading.text.endswith("?")}
    found = find_interview([b for s in article.sections for b in s.blocks], text, above, cast)
    return [
        who.name if (who := found.speaker_of(u.locator)) else None for u in article.units if u.kind == "sentence"
    ]


def test_an_interview_without_names_is_whom_a_question_addresses() -> None:
    assert interviewed(f"Hanne Brodersen waits.\n\n{INTERVIEW}") == [
        None,
        None,
        "Hanne Brodersen",
        "Hanne Brodersen",
        None,
        "Hanne Brodersen",
        None,
        "Hanne Brodersen",
        None,
        "Hanne Brodersen",
    ]


def test_who_is_interviewed_is_told_by_the_introduction_or_stays_open() -> None:
    asked = INTERVIEW.replace("Ms Brodersen, why", "Why")
    assert interviewed(f"A conversation with Hanne Brodersen.\n\n{asked}")[2] == "Hanne Brodersen"
    assert interviewed(f"Hanne Brodersen met Jonas Feld.\n\n{asked}")[2] == "Interviewee"


def test_headings_may_ask() -> None:
    text = "## Why?\n\nI know.\n\n## And now?\n\nWe wait.\n\n## Who pays?\n\nMy sister.\n"
    assert interviewed(text) == ["Interviewee"] * 3


def test_questions_in_a_column_make_no_interview() -> None:
    assert (
        interviewed("Why?\n\nThe dam is old.\n\nAnd now?\n\nIt leaks.\n\nWho pays?\n\nThe town.\n") == [None] * 6
    )


def test_a_sentence_to_somebody_among_questions_is_the_askers() -> None:
    asked = "Why?\n\nI know.\n\nSome call you a fool.\n\nMy sister does.\n\nAnd now?\n\nWe wait.\n\nSo?\n\nI go.\n"
    assert interviewed(asked)[2:4] == [None, "Interviewee"]


def test_a_column_that_asks_its_readers_is_no_interview() -> None:
    told = "We have a quay.\n\nIt leaks.\n\nThe board knows it.\n\n"
    column = "".join(f"{asked}\n\n{told}" for asked in ("Why do we wait?", "What would it cost?", "Who pays?"))
    assert set(interviewed(column)) == {None}
    assert interviewed(column.replace("Why do we", "Ms Brodersen, why do we"))[1] == "Brodersen"
