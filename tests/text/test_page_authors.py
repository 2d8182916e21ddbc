"""Whom a page names as its authors: each by name, none by address."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.draft import draft_map
from argumap.text import parse_article, read_article
from argumap.text.page_authors import find_page_authors

TWO = ("Ana Brook", "Leo Marsh")


def data(described: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(described)}</script>'


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


@pytest.mark.parametrize(
    ("page", "names"),
    [
        pytest.param(
            data({"headline": "H", "author": [person("Ana Brook"), person("Leo Marsh")]}), TWO, id="a list"
        ),
        pytest.param(data({"headline": "H", "author": person("Ana Brook")}), ("Ana Brook",), id="one"),
        pytest.param(data({"headline": "H", "author": ["Ana Brook", "Leo Marsh"]}), TWO, id="bare names"),
        pytest.param(data({"headline": "H", "author": person("Ana Brook and Leo Marsh")}), TWO, id="two in one"),
        pytest.param(
            data([{"@graph": [{"name": "Site"}, {"headline": "H", "author": TWO}]}]), TWO, id="in a graph"
        ),
        pytest.param(data({"headline": "H", "author": {"url": "x"}}), (), id="nobody by name"),
        pytest.param(data({"name": "Site", "author": person("Ana Brook")}), (), id="of no article"),
        pytest.param('<script type="application/ld+json">{"headline": </script>', (), id="broken"),
        pytest.param(
            '<meta name="author" content="Ana Brook"><meta name="author" content="Leo Marsh">', TWO, id="metas"
        ),
        pytest.param('<meta name="author" content="By Ana Brook, Leo Marsh">', TWO, id="a byline in one"),
        pytest.param("<meta name=author content='Ana Brook &amp; Leo Marsh'>", TWO, id="a sign"),
        pytest.param('<meta content="Brook, Ana" name="citation_author">', ("Ana Brook",), id="family name first"),
        pytest.param('<meta property="article:author" content="https://x.example/ana">', (), id="an address"),
        pytest.param('<meta name="author" content="admin@x.example">', (), id="a mailbox"),
        pytest.param('<meta name="author" content="The Quay Courier">', ("The Quay Courier",), id="a paper"),
        pytest.param('<meta name="author" content=" ">', (), id="empty"),
    ],
)
def test_authors_of_a_page(page: str, names: tuple[str, ...]) -> None:
    assert find_page_authors(f"<html><head>{page}</head><body><p>It rains.</p></body></html>") == names


def test_linked_data_counts_before_metas() -> None:
    page = data({"headline": "H", "author": person("Ana Brook")}) + '<meta name="author" content="cms">'
    assert find_page_authors(page) == ("Ana Brook",)


def test_a_plain_pages_authors_are_those_of_its_draft(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "page.html"
    head = '<meta name="author" content="Ana Brook"><meta name="author" content="Leo Marsh">'
    file.write_text(
        f"<html><head>{head}</head><body><p>The ferry should stay.</p></body></html>", encoding="utf-8"
    )
    source = draft_map(read_article(file)).map.sources[0]
    assert (source.author, source.authors) == ("ana-brook-and-leo-marsh", "Ana Brook; Leo Marsh")
    assert parse_article(file.read_text("utf-8")).facts.authors == ()


@given(st.text(st.sampled_from('<>"{}[]=:,/ \nmetascriptldjonuhrw+;')))
def test_no_head_breaks_it(told: str) -> None:
    for page in (
        f"<meta name=author content={told}>",
        f'<script type="application/ld+json">{told}</script>',
        told,
    ):
        assert all(name.strip() for name in find_page_authors(page))


def test_a_hostile_page_takes_no_time() -> None:
    for page in ("<meta " * 200_000, '<script type="application/ld+json">' + "[" * 90_000 + "</script>"):
        assert find_page_authors(page) == ()
