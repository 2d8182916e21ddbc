from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.anchoring import QuoteFinder, check_quotes
from argumap.model import Act, ArgumentMap, Attribution, Claim, Passage, Quote
from argumap.text import parse_article, read_article
from draws import draws

ARTICLES = [read_article(path) for path in sorted((Path(__file__).parent.parent / "articles").glob("[a-z]*.*"))]
FINDERS = [QuoteFinder(article) for article in ARTICLES]

TEXT = """# Gates

“Closed” isn’t a word — it is a wish. Tolm counted 3.3% more walkers. Walkers came **back**.

Walkers came back. Llama 3.3 ran.

| Plan | Cost |
|---|---|
| Toll | 250,000 crowns |
"""
ARTICLE = parse_article(TEXT)


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        pytest.param(Quote("Tolm counted 3.3% more walkers."), [("s1.p1.s2",)], id="a sentence"),
        pytest.param(Quote("counted 3.3% more"), [("s1.p1.s2",)], id="a part of one"),
        pytest.param(Quote('"closed" isn\'t a word -- it is'), [("s1.p1.s1",)], id="typed plainly"),
        pytest.param(Quote("TOLM COUNTED"), [("s1.p1.s2",)], id="in capitals"),
        pytest.param(Quote("a wish. Tolm counted"), [("s1.p1.s1-s2",)], id="over two sentences"),
        pytest.param(
            Quote("more walkers. Walkers came back. Walkers"),
            [("s1.p1.s2-s3", "s1.p2.s1")],
            id="over two paragraphs",
        ),
        pytest.param(Quote("Walkers came back."), [("s1.p1.s3",), ("s1.p2.s1",)], id="standing twice"),
        pytest.param(
            Quote("Walkers came back.", prefix="3.3% more walkers. "), [("s1.p1.s3",)], id="a prefix settles"
        ),
        pytest.param(Quote("Walkers came back.", prefix="lkers."), [("s1.p1.s3",)], id="a prefix may cut a word"),
        pytest.param(Quote("Walkers came back", suffix=" Lla"), [("s1.p2.s1",)], id="a suffix may too"),
        pytest.param(Quote("Walkers came back", suffix="Bears"), [], id="a wrong suffix"),
        pytest.param(Quote("250,000 crowns"), [("s1.t1.r1.c2",)], id="a cell"),
        pytest.param(Quote("Gates"), [("s1.h",)], id="a heading"),
        pytest.param(Quote("Closed is a word"), [], id="a negation left out"),
        pytest.param(Quote("Tolm counted 3.4% more"), [], id="another number"),
        pytest.param(Quote("3% more walkers"), [], id="a part of a number"),
        pytest.param(Quote("Llama 3"), [], id="a version cut short"),
        pytest.param(Quote("walker"), [], id="a part of a word"),
        pytest.param(Quote("counted … walkers"), [], id="an omission"),
        pytest.param(Quote("…"), [], id="no word at all"),
    ],
)
def test_where_a_quote_stands(quote: Quote, places: list[tuple[str, ...]]) -> None:
    assert QuoteFinder(ARTICLE).find(quote) == places


@settings(max_examples=draws(60))
@given(st.integers(0, len(ARTICLES) - 1), st.data())
def test_every_sentence_is_found_and_with_a_word_changed_is_not(n: int, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(ARTICLES[n].units))
    found = FINDERS[n].find(Quote(unit.text))
    assert any(unit.locator in place for place in found) or not any(c.isalnum() for c in unit.text)
    words = unit.text.split()
    at = data.draw(st.integers(0, len(words) - 1))
    assert FINDERS[n].find(Quote(" ".join([*words[:at], "zwieback", *words[at + 1 :]]))) == []
    assert FINDERS[n].find(Quote(" ".join([*words[:at], "not", "zwieback", *words[at:]]))) == []


def quoted(at: str, text: str) -> ArgumentMap:
    passage = Passage("column", at, Quote(text))
    return ArgumentMap(
        claims=(Claim("c", "Own words.", at=(passage,)),), attributions=(Attribution("a", Act.ASSERTS, "c"),)
    )


@pytest.mark.parametrize(
    ("at", "text", "code"),
    [
        pytest.param("", "Tolm counted", None, id="found once"),
        pytest.param("", "Tolm counts", "AM201", id="not found"),
        pytest.param("", "Walkers came back", "AM202", id="found twice"),
        pytest.param("s1.p2.s1", "Walkers came back", None, id="settled by its locator"),
        pytest.param("s1.p1", "Walkers came back", None, id="beneath its locator"),
        pytest.param("s1.p1.s1", "Walkers came back", "AM203", id="somewhere else"),
    ],
)
def test_quote_problems(at: str, text: str, code: str | None) -> None:
    problems = list(
        check_quotes(quoted(at, text), {"column": ARTICLE}, lambda node, passage: (f"{node}.yaml", 3, 5))
    )
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all((problem.file, problem.line, problem.column) == ("c.yaml", 3, 5) for problem in problems)


def test_quotes_of_a_source_that_is_not_at_hand_are_left_alone() -> None:
    assert list(check_quotes(quoted("", "Tolm counts"), {}, lambda node, passage: ("", 0, 0))) == []


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        pytest.param(Quote("议会想关"), [("s0.p1.s1",)], id="a part of a clause"),
        pytest.param(Quote("老城的广场。商店"), [("s0.p1.s1-s2",)], id="over the end of a sentence"),
        pytest.param(Quote("议会不想关"), [], id="with a negation that is not there"),
        pytest.param(Quote("关闭", prefix="老板不想"), [("s0.p1.s2",)], id="settled by what stands before"),
        pytest.param(Quote("关闭"), [("s0.p1.s1",), ("s0.p1.s2",)], id="twice"),
        pytest.param(Quote("GPT"), [("s0.p1.s2",)], id="a word in letters"),
        pytest.param(Quote("GP"), [], id="a part of such a word"),
    ],
)
def test_words_without_spaces_between_them_are_found(quote: Quote, places: list[tuple[str, ...]]) -> None:
    article = parse_article("市议会想关闭老城的广场。商店老板不想关闭GPT。", language="zh")
    assert QuoteFinder(article).find(quote) == places
