"""The text of an article on the map's page: carried once, and lit where a claim stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from argumap.project import load, publish
from argumap.project.outputs import view_input
from argumap.text import parse_article
from argumap.views.map import build
from argumap.views.map.article_texts import LARGEST_TEXT, ArticleTexts
from pages import PHONE
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pages import Opened

    Open = Callable[..., Opened]

TEXTS = ArticleTexts({"article": parse_article(ARTICLE)})
SHARED = (
    MAP
    + """  widens:
    text: "Lorries make it worse."
    said: {by: union, act: argues}
    at: [s2.p1.s3, s1.h]
"""
)


def anchor(words: str) -> dict[str, object]:
    start = ARTICLE.index(words)
    return {"source": "article", "at": "", "start": start, "end": start + len(words)}


def words_at(place: tuple[int, int] | None) -> str:
    units = [words for _, *block in TEXTS.blocks["article"] for words in block]
    return " ".join(units[place[0] : place[1] + 1]) if place else ""


@pytest.mark.parametrize(
    "words",
    [
        "Leave the bridge to walkers",
        "The Mill Bridge should be closed to cars for good.",
        "the county engineer counted\neleven new cracks this year. Every lorry that crosses widens them.",
    ],
    ids=["a heading", "a sentence", "two sentences over a line end"],
)
def test_a_passage_is_told_by_its_place_among_the_sentences(words: str) -> None:
    assert words_at(TEXTS.find(anchor(words))) in {
        words.replace("\n", " "),
        f"Its arches are cracking: {words}".replace("\n", " "),
    }


def test_what_is_lost_or_stands_elsewhere_has_no_place() -> None:
    assert TEXTS.find({"source": "article", "at": "s9.p1"}) is None
    assert TEXTS.find({**anchor("Its arches"), "source": "another"}) is None


def test_a_text_that_is_too_long_for_a_page_stays_away() -> None:
    long = ArticleTexts({"long": parse_article("A sentence of some words. " * (LARGEST_TEXT // 20))})
    assert long.blocks == {}
    assert long.find({"source": "long", "at": "s0.p1.s1", "start": 0, "end": 10}) is None


def page_of(folder: Path, text: str = SHARED) -> str:
    return build(view_input(load(write_map(folder / "bridge", text))))


def test_the_page_carries_the_article_once_and_a_published_one_not_at_all(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    payload = json.loads(re.findall(r'id="payload">([^<]*)<', page)[0])
    sentence = "The Mill Bridge should be closed to cars for good."
    assert page.count(sentence) == 1
    assert [sentence in block for block in payload["texts"]["article"]].count(True) == 1
    place = next(node for node in payload["nodes"] if node["id"] == "close-it")["where"][0]
    assert "text" not in place
    published = build(view_input(publish(load(tmp_path / "bridge"))))
    assert sentence not in published
    assert '"texts"' not in published


@pytest.mark.browser
def test_choosing_a_claim_lights_its_passage_with_what_stands_around_it(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(page_of(tmp_path), "#n=widens").page
    frame = opened.locator("#detail .reading")
    assert frame.locator(".lit").all_inner_texts() == ["Every lorry that crosses widens them."]
    assert "Its arches are cracking" in frame.inner_text()
    assert frame.get_attribute("aria-label") == "The text of Leave the bridge to walkers"
    visible = "e => {const a = e.getBoundingClientRect(), b = e.closest('.reading').getBoundingClientRect();"
    assert frame.locator(".lit").evaluate(f"{visible} return a.top >= b.top && a.bottom <= b.bottom}}")
    others = opened.locator("#detail section", has_text="Also cited from this passage").last
    assert others.inner_text().splitlines()[-1].endswith("Eleven cracks are new this year.")
    opened.get_by_role("button", name="Passage 2 of 2").click()
    assert frame.locator(".lit").all_inner_texts() == ["Leave the bridge to walkers"]
    assert frame.evaluate("e => e.scrollTop") == 0
    opened.get_by_role("button", name="Passage 1 of 2").click()
    others.get_by_role("button").last.click()
    assert "n=new-cracks" in opened.url


@pytest.mark.browser
def test_on_a_phone_the_passage_comes_from_beneath(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(page_of(tmp_path), size=PHONE, touch=True).page
    opened.locator("#debate a.title[data-n=new-cracks]").first.tap()
    assert opened.locator("#detail .reading .lit").first.is_visible()
    assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


@pytest.mark.browser
def test_without_the_text_the_place_is_told_and_that_it_is_all(open_page: Open, tmp_path: Path) -> None:
    write_map(tmp_path / "bridge", SHARED)
    opened = open_page(build(view_input(publish(load(tmp_path / "bridge")))), "#n=close-it").page
    told = opened.locator("#detail .passages").inner_text()
    assert "s2.p1.s1" in told
    assert "This page has the place only, not the text of the article." in told
    assert opened.locator("#detail .reading").count() == 0
