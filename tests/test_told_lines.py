from __future__ import annotations

import pytest

from argumap.told_lines import Grid, Line, ShownInWords, clean, heading, line, padded, write_as_html, write_as_text
from maps import HOSTILE_TEXT

GRID = Grid(
    ("", "Ann", "東京"), ((("  bench", (" [b]", "dim")), ("+1",), ("−2",)), (("  bin",), ("–",), ("+10",)))
)


def test_lines_are_told_with_their_indents_and_guides() -> None:
    told = [heading("Ann"), padded(line("says ", ("so", "bold"), indent=2), 2), line("")]
    assert write_as_text(told) == "Ann\n    says so\n"
    assert str(Line(("below",), 2, "└── ", "    ")) == "└──   below"


def test_a_grid_stands_in_columns_as_wide_as_what_is_shown() -> None:
    assert write_as_text([GRID]).splitlines() == [
        "               Ann    東京",
        "  bench [b]    +1     −2",
        "  bin          –      +10",
    ]


def test_a_page_gets_the_same_words_with_their_looks() -> None:
    page = write_as_html([heading("Ann & Bob"), padded(line(("+ ", "green"), "<b>"), 2), GRID])
    assert '<span style="font-weight:bold">Ann &amp; Bob</span>\n  <span style="color:#1a7f37">+ </span>' in page
    assert "&lt;b&gt;" in page
    assert "  bin          –      +10" in page


def test_nothing_in_a_map_becomes_markup_or_steers_a_terminal() -> None:
    page = write_as_html([line(HOSTILE_TEXT, (HOSTILE_TEXT, "bold"))])
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("<") == 4
    assert "\x1b" not in str(line(HOSTILE_TEXT))


@pytest.mark.parametrize(("text", "shown"), [("a\nb", "a b"), ("a\x1bb", "a�b"), ("a\u202eb", "a�b"), ("é", "é")])
def test_what_cannot_be_shown_is_seen_and_does_nothing(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_an_answer_in_words_is_shown_in_a_notebook_as_it_is_told() -> None:
    class Answer(ShownInWords):
        def text(self) -> str:
            return "It stands:\n  <because>.\n"

    assert ">It stands:\n  &lt;because&gt;.</div>" in Answer()._repr_html_()
