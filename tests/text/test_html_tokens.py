from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.text import html_tokens
from argumap.text.html_parser import parse_html
from argumap.text.html_tokens import TokenKind, read_tokens


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a<B>b</b>", ["WORDS a", "START <B>", "WORDS b", "END </b>"], id="tags"),
        pytest.param("<a b=\"x>y\" c='>' d>z", ["START <a b=\"x>y\" c='>' d>", "WORDS z"], id="a > in quotes"),
        pytest.param("<br/><a href=x/>", ["EMPTY <br/>", "START <a href=x/>"], id="closed by itself"),
        pytest.param("x < y &amp z", ["WORDS x ", "WORDS <", "WORDS  y ", "ENTITY &amp", "WORDS  z"], id="signs"),
        pytest.param("a<!-- <b> -->c<!-->d", ["WORDS a", "WORDS c", "WORDS d"], id="comments"),
        pytest.param("a<?x?>b<![CDATA[c]]>d<!doctype html>e<![^x]:>f", [f"WORDS {c}" for c in "abdef"], id="XML"),
        pytest.param("<script>a<b</script>c", ["START <script>", "END </script>", "WORDS c"], id="a script"),
        pytest.param("a<b c", ["WORDS a", "WORDS <", "WORDS b c"], id="a tag that never ends keeps its words"),
        pytest.param("<a b='<i>c", ["WORDS <", "WORDS a b='", "START <i>", "WORDS c"], id="an open quote"),
    ],
)
def test_a_page_is_told_piece_by_piece(text: str, told: list[str]) -> None:
    assert [f"{token.kind.name} {text[token.start : token.end]}" for token in read_tokens(text)] == told


@given(st.text(alphabet="<>/!-?&#;'\"= ab1[]"))
def test_pieces_stand_in_order_and_never_overlap(text: str) -> None:
    at = 0
    for token in read_tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert bool(token.name) is (token.kind in {TokenKind.START, TokenKind.EMPTY, TokenKind.END})
        at = token.end


if TYPE_CHECKING:
    import re

SHAPES = (
    *("<a ", "<!--", "<ul>", "<b>x</i>", "<?", "<![CDATA[", "<![^x]:", "</", "&", "<a b='", "<table><td>", "<li>"),
    *("<b><p>", "<script>", "<a/", "<ul><li>x", "<p", "<!", "<a b='>", "<div>x", "<!-", "</a ", "<p>x", "<tr>x"),
    *("<a b = ", "<style></style", "&#", "-->", "]]>", "<i>x<p>", "<ul><li><ol><li>x", "<a" + "b" * 200, "<nav>"),
)


class Counting:
    """A pattern that counts the characters which it goes over."""

    def __init__(self, pattern: re.Pattern[str], seen: list[int]) -> None:
        self.pattern = pattern
        self.seen = seen

    def match(self, text: str, at: int) -> re.Match[str] | None:
        found = self.pattern.match(text, at)
        self.seen.append(1 + (found.end() - at if found else 0))
        return found

    def search(self, text: str, at: int) -> re.Match[str] | None:
        found = self.pattern.search(text, at)
        self.seen.append(1 + (found.end() if found else len(text)) - at)
        return found


class Page(str):
    """A text that counts the characters over which it is searched."""

    __slots__ = ("seen",)
    seen: list[int]

    def find(self, sign: str, at: int = 0, /) -> int:  # type: ignore[override]
        found = super().find(sign, at)
        self.seen.append((found if found >= 0 else len(self)) - at)
        return found


def count_seen(shape: str, size: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many characters the tokens of a page of this shape take to be found."""
    seen: list[int] = []
    with monkeypatch.context() as patched:
        for name in ("_SIGN", "_NAME", "_BETWEEN", "_ATTRIBUTE", "_VALUE", "_UNQUOTED", "_ENTITY"):
            patched.setattr(html_tokens, name, Counting(getattr(html_tokens, name), seen))
        page = Page(shape * (size // len(shape)))
        page.seen = seen
        assert sum(1 for _ in read_tokens(page)) >= 0
    return sum(seen)


def count_calls(shape: str, size: int) -> int:
    """How many functions are called, Python's own among them, to make blocks of a page of this shape."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse_html(shape * (size // len(shape)))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_one_hostile_shape_is_gone_through_once(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # For each sign a name of at most 100 characters is looked at, fifty times "<p"; never the rest of the page.
    assert count_seen(shape, 20_000, monkeypatch) <= 64 * 20_000
    assert count_calls(shape, 4_000) <= 2.2 * count_calls(shape, 2_000) + 100


def test_a_number_that_is_too_long_for_a_character_is_none() -> None:
    ((block, *_), _) = parse_html(f"<p>a&#{'1' * 5000};b</p>")
    assert block.flow.text == "a\ufffdb"  # type: ignore[union-attr]
