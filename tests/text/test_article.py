from __future__ import annotations

from pathlib import Path

import pytest

from argumap.text import Article, parse_article, read_article

ARTICLES = Path(__file__).parent.parent / "articles"


def test_a_section_knows_its_blocks_in_reading_order() -> None:
    article = read_article(ARTICLES / "seed-library.html")
    section = article.sections[2]
    assert (section.locator, section.title, section.level) == ("s3", "What comes back", 2)
    assert [(block.kind, block.locator) for block in section.blocks] == [
        ("paragraph", "s3.p1"),
        ("list", "s3.l1"),
        ("table", "s3.t1"),
    ]


def test_a_line_is_known_by_the_unit_that_begins_in_it_or_before_it() -> None:
    text = "\r\n# Bees\r\n\r\nBees sleep. They wake.\r\n\r\n\r\n- in March\r\n- in April"
    article = parse_article(text)
    near = [unit.locator for line in range(1, 12) if (unit := article.unit_near(line))]
    assert near == ["s1.h", "s1.h", "s1.h", "s1.p1.s1", *["s1.p1.s2"] * 2, "s1.l1.i1.s1", *["s1.l1.i2.s1"] * 4]


def test_no_line_of_an_article_without_units_has_one() -> None:
    assert Article("", ()).unit_near(1) is None


def test_the_words_of_a_passage_are_those_of_its_units_read_on() -> None:
    article = parse_article("One **bold** step. Two steps!\n")
    assert article.normal_forms == ("one bold step.", "two steps!")
    assert article.normal_of("s0.p1.s1") == "one bold step."
    assert article.normal_of("s0.p1") == "one bold step. two steps!"
    assert article.normal_of("s9") == ""


GERMAN = "Der Rat der Stadt schweigt, und das ist die Meinung der Stadt. Am Abend tagt er nicht, wie man weiß.\n"


@pytest.mark.parametrize(
    ("text", "version", "code"),
    [
        pytest.param(GERMAN, 2, "de", id="as it is read"),
        pytest.param(GERMAN, 1, "de", id="though the first rules read it as English"),
        pytest.param(f"<html><script>{'the of to ' * 99}</script><p>{GERMAN}</p></html>", 1, "de", id="a page"),
        pytest.param("Kurz.", 1, "en", id="too short to tell"),
    ],
)
def test_an_article_has_the_language_of_its_words(text: str, version: int, code: str) -> None:
    assert parse_article(text, version=version).language.code == code
