"""Every sentence is one window's own, and no text can pass for a line that is not its own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from argumap.assisted_draft.sentence_windows import cut_windows, narrow_windows, number_sentences
from argumap.text import parse_article

LONG = "# First\n\n" + "\n\n".join(f"Bird {n} sings. Bird {n} sleeps. Bird {n} eats." for n in range(30))


@given(st.integers(1, 400), st.integers(0, 5))
def test_every_sentence_is_one_windows_own(most: int, around: int) -> None:
    sentences = number_sentences(parse_article(LONG))
    windows = cut_windows(sentences, most, around)
    assert [sentence for window in windows for sentence in window.own] == list(sentences)
    for window in windows:
        numbers = [sentence.number for sentence in window.sentences]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert len(window.around) <= 2 * around


def test_a_window_ends_with_a_paragraph_where_it_can() -> None:
    windows = cut_windows(number_sentences(parse_article(LONG)), 100)
    assert all(window.own[-1].at.endswith("s3") for window in windows)


def test_headings_stand_above_their_sentences_and_tables_are_left_out() -> None:
    article = parse_article(
        "Begun.\n\n# One\n\nIt rains.\n\n| a | b |\n|---|---|\n| c | d |\n\n# Two\n\nIt snows."
    )
    (window,) = cut_windows(number_sentences(article))
    assert window.write() == "[1] Begun.\n# One\n[2] It rains.\n# Two\n[3] It snows."


@given(st.text(st.sampled_from("ab .\n\r\u2028\u2029\x0b\x0c\x85[1]#"), min_size=1, max_size=60))
def test_a_text_makes_no_lines_of_its_own(text: str) -> None:
    sentences = number_sentences(parse_article(f"A {text}", "txt"))
    for window in cut_windows(sentences):
        lines = re.split(r"[\n\r\u2028\u2029\x0b\x0c\x85]", window.write())
        numbered = [line for line in lines if not line.startswith("# ")]
        assert [line.split("]")[0] for line in numbered] == [f"[{sentence.number}" for sentence in sentences]


def test_an_article_without_sentences_has_no_window() -> None:
    assert cut_windows(()) == []


def test_of_a_part_only_that_is_asked_and_what_is_left_out_between_shows() -> None:
    sentences = number_sentences(parse_article(LONG))
    only = {sentences[0].at, sentences[10].at, sentences[11].at}
    (window,) = narrow_windows(cut_windows(sentences), only, around=2)
    assert [sentence.number for sentence in window.own] == [1, 11, 12]
    assert window.write().splitlines() == [
        "# First",
        "[1] Bird 0 sings.",
        "[2] Bird 0 sleeps.",
        "[3] Bird 0 eats.",
        "…",
        "[9] Bird 2 eats.",
        "[10] Bird 3 sings.",
        "[11] Bird 3 sleeps.",
        "[12] Bird 3 eats.",
        "[13] Bird 4 sings.",
        "[14] Bird 4 sleeps.",
    ]


@given(st.sets(st.integers(0, 89)), st.integers(1, 400))
def test_each_of_a_part_is_one_windows_own(wanted: set[int], most: int) -> None:
    sentences = number_sentences(parse_article(LONG))
    only = {sentences[n].at for n in wanted}
    windows = narrow_windows(cut_windows(sentences, most), only)
    assert [sentence.number - 1 for window in windows for sentence in window.own] == sorted(wanted)
    assert all(window.own for window in windows)
