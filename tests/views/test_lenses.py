"""Everybody's case as the pages carry it, and a person kept from page to page."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.mapfile import read_map
from argumap.model import Act, ArgumentMap, Attribution, Index
from argumap.phrases import get_phrases
from argumap.query import build_lens, build_lenses
from argumap.views import _lenses
from argumap.views._lenses import CaseTeller, pack_lenses
from argumap.views.outline import build as build_outline
from argumap.views.sections import build as build_sections
from maps import TOWN
from pages import given

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

    Open = Callable[..., Opened]

GRAPH = Path(__file__).parents[2] / "graph"
INDEX = Index(TOWN)


@cache
def shipped(name: str = "open-vs-closed-ai") -> ArgumentMap:
    return read_map(GRAPH / name / "map.yaml").map


def test_the_pages_carry_what_the_query_room_answers() -> None:
    packed = pack_lenses(given(TOWN))
    assert [*packed] == [lens.by.id for lens in build_lenses(INDEX, _lenses.LARGEST)]
    lens = build_lens(INDEX, "shops")
    for field in ("holds", "rejects", "open", "path", "steps", "beyond", "added"):
        assert packed["shops"][field] == getattr(lens, field)


def test_in_a_large_map_the_ways_are_left_out_and_what_is_theirs_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_lenses, "LARGEST", 3)
    shops = pack_lenses(given(TOWN))["shops"]
    assert shops["holds"]
    assert not shops["path"]
    assert not shops["steps"]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (
            "lecun",
            (
                "Yann LeCun speaks against “Keep the strongest models closed” and is silent on the 2 other "
                "answers. Through steps added by the map, the same words also speak for “Yes: much hangs on it”."
            ),
        ),
        (
            "altman",
            (
                "Sam Altman speaks for “Keep the strongest models closed” and against “Release the weights” and "
                "is silent on “Open, within limits”."
            ),
        ),
    ],
)
def test_the_sides_are_told_in_a_sentence(who: str, told: str) -> None:
    index = Index(shipped())
    assert CaseTeller(index, get_phrases("en")).tell_sides(build_lens(index, who)) == told


def test_who_takes_no_side_is_told_so() -> None:
    index = Index(replace(TOWN, attributions=(Attribution("shops", Act.PRESENTS, "trade-falls"),)))
    teller = CaseTeller(index, get_phrases("en"))
    assert teller.tell_sides(build_lens(index, "shops")).endswith("takes no side on any answer.")


def test_whose_report_it_is_is_told() -> None:
    teller = CaseTeller(INDEX, get_phrases("en"))
    assert teller.tell_report(build_lens(INDEX, "shops")).startswith("Heard only as ")
    assert teller.tell_report(build_lens(INDEX, "editor")) == ""


def test_a_german_map_tells_it_in_german() -> None:
    told = pack_lenses(given(replace(TOWN, language="de")))["shops"]["told"]
    assert " spricht " in told


PAGES = {"outline": build_outline, "sections": build_sections}


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_a_person_in_the_address_has_their_case_marked(name: str, open_page: Open) -> None:
    opened = open_page(PAGES[name](given(shipped())), "#who=lecun")
    marked = opened.run(
        """() => [...document.querySelectorAll('[data-case="held"][id]')].map(each => each.id.slice(2)).sort()"""
    )
    assert marked == sorted(build_lens(Index(shipped()), "lecun").holds)
    assert "Yann LeCun speaks against" in opened.page.locator("#case").inner_text()
    assert opened.page.locator("#who").input_value() == "lecun"


@pytest.mark.browser
def test_the_pill_removes_the_person_and_back_brings_them_again(open_page: Open) -> None:
    page = open_page(build_outline(given(shipped())), "#who=lecun").page
    page.click("#who-off")
    assert page.locator("#case").count() == 0
    assert page.locator("[data-case]").count() == 0
    assert "who=" not in page.url
    page.go_back()
    assert page.locator("#case").count() == 1
    page.select_option("#who", "altman")
    assert page.url.endswith("#who=altman")
    assert "Sam Altman" in page.locator("#case").inner_text()


@pytest.mark.browser
def test_links_keep_the_person(open_page: Open) -> None:
    page = open_page(build_outline(given(shipped())), "#who=lecun").page
    assert (page.locator("a[data-page=sections]").get_attribute("href") or "").endswith("#who=lecun")
    page.click(".contents > summary")
    page.locator(".contents a").first.click()
    assert "who=lecun" in page.url
    assert "n=release" in page.url
    assert page.locator("#case").count() == 1


@pytest.mark.browser
def test_what_is_folded_is_as_before_without_the_person(open_page: Open) -> None:
    page = open_page(build_outline(given(shipped()))).page
    folds = "() => [...document.querySelectorAll('main details')].map(each => each.open)"
    before = page.evaluate(folds)
    page.select_option("#who", "lecun")
    assert page.evaluate(folds) != before
    page.click("#who-off")
    assert page.evaluate(folds) == before


@pytest.mark.browser
def test_somebody_who_does_not_speak_here_changes_nothing(open_page: Open) -> None:
    page = open_page(build_outline(given(shipped())), "#who=nobody").page
    assert page.locator("#case").count() == 0
    assert page.locator("#who").input_value() == ""
