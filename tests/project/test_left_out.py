"""What a reader left out of a file is told."""

from __future__ import annotations

from dataclasses import replace

from argumap.project import tell_left_out
from argumap.text import parse_article

ARTICLE = replace(parse_article("The dike is old."), document="html")


def test_a_text_of_which_nothing_was_left_out_says_nothing() -> None:
    assert tell_left_out(ARTICLE) == []


def test_kinds_are_counted_most_first() -> None:
    out = (("navigation", "Home"), ("comments", "First!"), ("comments", "No!"))
    assert tell_left_out(replace(ARTICLE, left_out=out)) == [
        "Left out of the page as no part of the article: comments (2) and navigation (1)."
    ]


def test_a_long_piece_of_no_known_kind_is_shown_by_its_opening() -> None:
    words = "The dike was built by the monks of Orm and nobody has mended it since then"
    told = tell_left_out(replace(ARTICLE, left_out=(("others", words),)))
    assert "has 16 words and begins “The dike was built by the monks of …”" in told[1]


def test_pages_without_text_are_named() -> None:
    out = (("pages without text", "2"), ("pages without text", "3"))
    told = tell_left_out(replace(ARTICLE, document="pdf", left_out=out))
    assert told == ["Pages 2 and 3 of the PDF hold no text, perhaps pictures; nothing is read there."]
