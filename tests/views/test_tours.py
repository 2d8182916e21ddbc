"""A guided reading goes from page to page: each step is a link, and the way on goes along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.model import ArgumentMap, Stop
from argumap.semantics import evaluate
from argumap.views import VIEWS
from argumap.views._tours import build_tour_links
from debates import debate, said
from pages import given

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.views import ViewInput
    from pages import Opened

DRAWN = said(debate("a supports x; b supports x; c attacks x; d attacks c", "x y"), "ann asserts a")


def guided(argument_map: ArgumentMap) -> ViewInput:
    return given(argument_map, evaluation=evaluate(argument_map))


def test_each_step_says_what_it_is_and_opens_its_place() -> None:
    assert [(step.words, step.address) for step in build_tour_links(guided(DRAWN))] == [
        ("The question: What is to be done?", "index.html#n=q&tour=1"),
        ("The answer that leads: “Claim x.”", "map.html#n=x&tour=2"),
        ("The strongest reason for it: “Claim a.”", "map.html#n=a&tour=3"),
        ("The strongest objection to it: “Claim c.”", "map.html#n=c&tour=4"),
        ("What answers that objection: “Claim d.”", "map.html#n=d&tour=5"),
        ("What it hinges on: the map without “Claim a.” and “Claim b.”", "map.html#n=x&aside=a,b&tour=6"),
        ("Who stands where on: What is to be done?", "matrix.html#tour=7"),
    ]


def test_the_maps_own_steps_are_told_as_its_author_wrote_them() -> None:
    own = replace(DRAWN, tour=(Stop("q", "Begin with the question."), Stop("a", "Then look here.")))
    assert [(step.words, step.address) for step in build_tour_links(guided(own))] == [
        ("Begin with the question.", "index.html#n=q&tour=1"),
        ("Then look here.", "map.html#n=a&tour=2"),
    ]


def test_where_nothing_was_evaluated_there_is_no_tour() -> None:
    assert build_tour_links(given(DRAWN)) == ()
    assert 'id="tour"' not in VIEWS["index"].build(given(DRAWN))


@pytest.mark.browser
def test_the_stepper_goes_along_by_keyboard(open_page: Callable[..., Opened]) -> None:
    opened = open_page(VIEWS["index"].build(guided(DRAWN)))
    tour = opened.page.locator("#tour")
    assert tour.is_hidden()
    assert opened.page.get_attribute(".guided a", "href") == "index.html#n=q&tour=1"
    opened.run("() => { location.hash = 'n=q&tour=1'; }")
    opened.page.wait_for_selector("#tour:not([hidden])")
    assert tour.is_visible()
    assert opened.page.inner_text("#tour [aria-current]") == "The question: What is to be done?"
    assert opened.page.locator("#tour .before").is_hidden()
    assert opened.page.get_attribute("#tour .after", "href") == "map.html#n=x&tour=2"
    opened.page.focus("#tour .after")
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert tour.is_hidden()
    assert "tour" not in opened.page.url
    assert opened.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index", "map", "outline", "matrix", "sections"])
def test_every_page_has_the_stepper(name: str, open_page: Callable[..., Opened]) -> None:
    opened = open_page(VIEWS[name].build(guided(DRAWN)), "#tour=3")
    assert opened.page.inner_text("#tour [aria-current]") == "The strongest reason for it: “Claim a.”"
    assert opened.page.get_attribute("#tour .before", "href") == "map.html#n=x&tour=2"
    assert opened.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_stepper_stays_in_sight_and_covers_no_step(
    size: tuple[int, int], open_page: Callable[..., Opened]
) -> None:
    opened = open_page(VIEWS["index"].build(guided(DRAWN)), size=size)
    opened.run("() => { location.hash = 'n=q&tour=1'; }")
    opened.page.wait_for_selector("#tour:not([hidden])")
    opened.page.wait_for_selector(".shown")
    bar, shown = (opened.page.locator(each).bounding_box() for each in ("#tour", ".shown"))
    assert bar is not None
    assert shown is not None
    assert bar["y"] >= 0
    assert shown["y"] >= bar["y"] + bar["height"]
