"""Verse is told from prose that is wrapped, from lists and from talk."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from argumap.text import is_verse, parse_article, read_article

POEM = """The heron at the mill

O river, wide and slow,
where do your waters go,
beneath the pale moon's early light,
through valleys of the night?

A heron, grey and still,
above the silent, empty mill,
no footfall on the stair,
no voice, no lamp, no prayer.
"""
PROSE = (
    "The council of the old town decides on Thursday whether the ferry is to cost two crowns, and the shops "
    "of the island fear for their trade. Its treasurer says that nobody can explain to him why others pay."
)
ARTICLES = sorted((Path(__file__).parents[1] / "articles").rglob("article.*"))


def test_a_poem_is_verse() -> None:
    assert is_verse(parse_article(POEM, "txt"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n".join([fill(PROSE, 40)] * 3), id="prose in a narrow column"),
        pytest.param("\n\n".join([fill(PROSE, 72)] * 3), id="prose in a wide one"),
        pytest.param(PROSE, id="prose in one line"),
        pytest.param(
            "\n".join(["The dike is old.", "It will not hold, says the guild.", "Who pays?"] * 4),
            id="a sentence a line",
        ),
        pytest.param("\n".join(["ADA: It is old,", "JON LEE: Is it, though", "ADA: So it is,"] * 4), id="a talk"),
        pytest.param("\n".join(["- bread, milk", "- a rope", "- twelve eggs of the farm"] * 4), id="a list"),
        pytest.param(f"{fill(PROSE, 70)}\n\nYours,\nAda Quill,\nMill Lane,\nthe old town\n", id="a letter's end"),
    ],
)
def test_prose_is_none(text: str) -> None:
    assert not is_verse(parse_article(text, "txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_none_of_our_articles_is_verse(path: Path) -> None:
    assert not is_verse(read_article(path))
