from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._argdown.escapes import escape, escape_rule, is_title, write_flow, write_tag
from argumap.formats._argdown.parsing import parse
from argumap.formats._argdown.wordings import clean, read_plain
from argumap.mapfile import read_data

SIGNS = [*"[]<>{}()#:;.,+-_*/\\=@'\"`|& 1a\u00a0\u2028\u202e🙂", "//", "<!--", "===", ":y:", ".n.", "--", "(1) "]
texts = st.lists(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(
    lambda parts: clean("".join(parts))
)


@given(texts.filter(bool))
def test_every_text_is_read_as_it_was(text: str) -> None:
    written = (
        f"[T]: {escape(text)} {{a: b}}\n\n[U]: {escape(text)}\n\n(1) [T]\n-- {escape_rule(text)} --\n(2) [U]\n"
    )
    document = parse(written, "x")
    assert [read_plain(element.main).text for element in document.statements.values()] == [text, text]
    [argument] = document.arguments.values()
    assert [clean(rule) for rule in argument.lines[1].rules] == [text]


def test_plain_prose_stays_plain() -> None:
    prose = "It costs 3.50 (or so), e.g. at 12:30; well-known, isn't it? See a.b.c and x/y > z!"
    assert escape(prose) == prose


@given(st.recursive(texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)))
def test_data_are_read_as_they_were(value: str | list[object] | dict[str, object]) -> None:
    flow = write_flow({"key": value})  # type: ignore[dict-item]  # hypothesis knows no recursive types
    one, other = parse(f"[T]: words {flow}\n\n[U]: more {{a: b}}\n", "x").statements.values()
    assert (read_data(flow), one.data, other.data) == ({"key": value}, {"key": value}, {"a": "b"})


@pytest.mark.parametrize(
    ("tag", "written"), [("dam", "#dam"), ("old walls", "#(old walls)"), ("a)", ""), (" ", "")]
)
def test_a_tag_is_written_with_its_sign_where_it_can_be(tag: str, written: str) -> None:
    assert write_tag(tag) == written


def test_titles_are_what_stands_in_brackets_and_does_not_trip_argdown() -> None:
    assert is_title("Weniger Tier, bitte (1)!")
    for title in ("", " a", "a]", "<a", "-a", "+a", "Untitled 3", "constructor", "__proto__", "a\nb", "x" * 121):
        assert not is_title(title), title
