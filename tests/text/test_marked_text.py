"""Extracted text as Markdown: what is written is read back word for word."""

from __future__ import annotations

import pytest

from argumap.text import parse_article
from argumap.text.marked_text import write_heading, write_items, write_paragraph, write_table


@pytest.mark.parametrize(
    "words",
    [
        "- A dash opens this.",
        "12. A number opens this.",
        "# A hash opens this.",
        "> A sign opens this.",
        "+ A plus opens this.",
        "| a | b |",
        "1979. That was the year.",
        "A *star*, an _under_ and a [link](x) stand here.",
        "snake_case and 2*3*4 stay.",
        "\\ opens this, ~~waves~~ close it.",
    ],
)
def test_a_paragraph_is_read_as_it_was(words: str) -> None:
    article = parse_article(f"{write_heading('A head', 1)}\n\n{write_paragraph(words)}\n")
    assert " ".join(unit.text for unit in article.units) == f"A head {words}"
    assert {unit.kind for unit in article.units} == {"heading", "sentence"}


def test_lists_and_tables_keep_their_shape() -> None:
    table = write_table([["", "Dike | old"], ["Cost", "*190*"]])
    article = parse_article(f"{write_items(['One is.', '- Two is.'])}\n\n{table}\n")
    assert [(unit.locator, unit.text) for unit in article.units] == [
        ("s0.l1.i1.s1", "One is."),
        ("s0.l1.i2.s1", "- Two is."),
        ("s0.t1.r0.c2", "Dike / old"),
        ("s0.t1.r1.c1", "Cost"),
        ("s0.t1.r1.c2", "*190*"),
    ]
    assert write_table([]) == ""
