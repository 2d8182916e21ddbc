from __future__ import annotations

from pathlib import Path

from argumap.text import read_article

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
