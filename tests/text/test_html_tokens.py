from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


SHAPES = (
    *("<a ", "<!--", "<ul>", "<b>x</i>", "<?", "<![CDATA[", "<![^x]:", "</", "&", "<a b='", "<table><td>", "<li>"),
    *("<b><p>", "<script>", "<a/", "<ul><li>x", "<p", "<!", "<a b='>", "<div>x"),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_one_hostile_shape_is_gone_through_once(shape: str) -> None:
    parse_html(shape * (50_000 // len(shape)))


def test_a_number_that_is_too_long_for_a_character_is_none() -> None:
    ((block, *_), _) = parse_html(f"<p>a&#{'1' * 5000};b</p>")
    assert block.flow.text == "a\ufffdb"  # type: ignore[union-attr]
