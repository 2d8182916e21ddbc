"""Saved web pages: the article without what stands around it, what the page says of it, what was left out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from argumap.errors import NoText, NotInstalled
from argumap.text import read_article
from argumap.text.web_page import decode_page, is_saved_page, read_page

SAVED = Path(__file__).parents[1] / "articles" / "saved"
PAGES = sorted(SAVED.glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_is_kept_and_nothing_else(path: Path) -> None:
    article = read_article(path)
    assert article.document == "html"
    assert article.text == path.with_suffix(".md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_offsets_are_those_of_the_kept_text_and_it_reads_as_itself(path: Path) -> None:
    article = read_article(path)
    for unit in article.units:
        assert article.text[unit.start : unit.end].replace("\\", "").split() == unit.text.split()
    again = read_article(path.with_suffix(".md"))
    assert [(unit.locator, unit.text) for unit in again.units] == [(u.locator, u.text) for u in article.units]


def test_the_page_tells_title_author_day_address_and_publisher() -> None:
    facts = read_article(SAVED / "ferry-news.html").facts
    assert facts.title == "Should the night ferry be dropped?"
    assert facts.authors == ("Ottilie Brandvold",)
    assert facts.published == "2031-03-14"  # whatever the clock says
    assert facts.url == "https://courier.example/2031/03/night-ferry"
    assert facts.publisher == "The Holm Sound Courier"


def test_what_was_left_out_is_named() -> None:
    kinds = Counter(kind for kind, _ in read_article(SAVED / "ferry-news.html").left_out)
    assert kinds == {
        "navigation": 5,
        "comments": 4,
        "notices on cookies": 1,
        "links to other pages": 6,
        "forms and buttons": 5,
        "captions": 1,
        "the byline": 1,
        "the page's foot": 1,
    }


@pytest.mark.parametrize("name", ["news", "live", "blog"])
def test_all_authors_of_a_page_are_told(name: str) -> None:
    facts = read_article(SAVED / f"ferry-charge-{name}.html").facts
    authors = ("Ines Calder", "Bo Lindqvist") if name == "live" else ("Nell Harrow", "Tom Vesey")
    assert (facts.authors, facts.published[:7]) == (authors, "2031-05")


def test_a_kicker_above_the_title_and_a_pulled_quote_are_left_out() -> None:
    article = read_article(SAVED / "ferry-charge-news.html")
    assert article.text.count("nobody can explain to me") == 1
    assert ("others", "Transport") in article.left_out
    assert not {"notices on cookies", "comments", "links to other pages"} - {kind for kind, _ in article.left_out}


def test_whom_a_quotation_names_beneath_it_stays() -> None:
    assert "— Greta Oland\n" in read_article(SAVED / "ferry-charge-blog.html").text


def test_a_page_says_its_encoding() -> None:
    page = "<meta charset=iso-8859-2><p>Żółw"
    assert decode_page(page.encode("iso-8859-2"), "a.html") == page
    assert "Żółw" in decode_page("<meta charset=nonsense><p>Żółw".encode(), "a.html")
    assert "Żółw" in decode_page("<meta charset=ascii><p>Żółw".encode(), "a.html")


def test_a_plain_page_needs_no_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    plain = SAVED.parent / "seed-library.html"
    assert not is_saved_page(plain.read_text(encoding="utf-8"))
    assert read_article(plain).document == ""
    with pytest.raises(NotInstalled, match=r"\[articles\]"):
        read_article(SAVED / "ferry-news.html")


def test_a_table_that_only_lays_out_is_read_as_text() -> None:
    article = read_article(SAVED / "broken-well.html")
    assert {block.kind for section in article.sections for block in section.blocks} == {"paragraph"}


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<script>", id="nothing"),
        pytest.param("<script></script>" + "<div>" * 5_000 + "deep", id="deep"),
        pytest.param("<script></script><p>" + "<b>x</b>" * 50_000, id="many"),
        pytest.param("<script></script><nav><a href=/>Home</a></nav>", id="a menu"),
        pytest.param("<script></script>" + " " * 10_000_001, id="large"),
    ],
)
def test_a_page_without_an_article_is_one_sentence(page: str) -> None:
    with pytest.raises(NoText) as raised:
        read_page(page, "a.html")
    assert str(raised.value).startswith("a.html h")
    assert "\n" not in str(raised.value)


def test_words_that_look_like_marks_stay_words() -> None:
    body = "".join(
        f"<p>{opening} and so the harbour board said once more.</p>" for opening in ("- Yes", "# Two", "3. It")
    )
    page = (
        f"<html><head><script></script><title>On signs</title></head><body><article>{body}</article></body></html>"
    )
    text = read_page(page, "a.html").text
    assert "\\- Yes and so" in text
    assert "\\# Two and so" in text
    assert "3\\. It and so" in text
