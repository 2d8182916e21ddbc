"""The page of changes in a browser, and what it makes of text from outside."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from argumap.snapshots import build_snapshot
from argumap.views import MapState
from argumap.views.changes.payload import build_page
from hostile import PAYLOADS, together
from pages import PHONE
from town_states import FIRST, SECOND, input_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from pages import Opened

    Open = Callable[..., Opened]


class Elements(HTMLParser):
    """The elements of a page, each with the names of its attributes, and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name == "href"]


def changed(texts: tuple[str, ...]) -> Elements:
    """The page of a map that has each text in every field, every third claim reworded and every third new."""
    new = together(texts)
    old = tuple(replace(claim, text=f"{claim.text} before") for claim in new.claims[::3])
    before = replace(new, claims=old + new.claims[1::3])
    states = [MapState(build_snapshot(before), note=texts[0]), MapState(build_snapshot(new), note=texts[-1])]
    return Elements(build_page(input_of(states)))


def test_no_text_from_outside_becomes_markup() -> None:
    wild, tame = changed(PAYLOADS), changed(tuple(f"tame {n}" for n in range(len(PAYLOADS))))
    worded = {("del",), ("ins",)}  # how many words came and went depends on the words
    assert wild.found - worded == tame.found - worded
    address = re.compile(r"(\w+\.html)?(#(n=)?[\w/.%~-]+)?(&tour=\d+)?", re.ASCII)
    assert [link for link in wild.links if not address.fullmatch(link)] == []


@pytest.mark.browser
def test_two_states_are_chosen_and_the_way_back_leads_to_what_was(open_page: Open) -> None:
    opened = open_page(build_page(input_of()))
    page = opened.page
    headline = page.locator("#upshot .headline")
    assert headline.inner_text().startswith("“Charge a toll” leads now.")
    page.select_option("#to", "1")
    assert headline.inner_text().startswith("“Close the old town” still leads")
    assert "from=" in page.url
    assert page.locator("#live").inner_text().startswith("From 17 April 2027")
    page.go_back()
    assert headline.inner_text().startswith("“Charge a toll” leads now.")
    assert page.locator("#to").input_value() == "2"
    assert opened.complaints == []
    assert len(opened.requests) == 1


@pytest.mark.browser
def test_an_address_opens_the_states_that_it_names(open_page: Open) -> None:
    old, new = (build_snapshot(each).id[:12] for each in (FIRST, SECOND))
    page = open_page(build_page(input_of()), f"#from={old}&to={new}").page
    assert page.locator("#to").input_value() == "1"
    assert page.locator("#upshot .headline").inner_text().startswith("“Close the old town” still leads")


@pytest.mark.browser
def test_playing_goes_through_the_states_and_can_be_stopped(open_page: Open) -> None:
    page = open_page(build_page(input_of())).page
    page.click("#play")
    assert page.get_attribute("#play", "aria-pressed") == "true"
    assert page.locator("#to").input_value() == "1"
    page.click("#play")
    assert page.get_attribute("#play", "aria-pressed") == "false"


@pytest.mark.browser
def test_where_motion_is_not_wanted_each_press_goes_one_state_on(open_page: Open) -> None:
    page = open_page(build_page(input_of()), reduced_motion="reduce").page
    assert page.locator("#play").inner_text() == "▶ Next state"
    steps = []
    for _ in range(3):
        page.click("#play")
        steps.append((page.locator("#from").input_value(), page.locator("#to").input_value()))
    assert steps == [("0", "1"), ("1", "2"), ("0", "1")]
    assert page.get_attribute("#play", "aria-pressed") == "false"


@pytest.mark.browser
def test_the_states_are_walked_with_arrow_keys_and_chosen_with_enter(open_page: Open) -> None:
    page = open_page(build_page(input_of())).page
    page.focus("[data-state] >> nth=0")
    for key in ("End", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    assert (page.locator("#from").input_value(), page.locator("#to").input_value()) == ("0", "1")


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, (768, 1024), (1440, 900)])
def test_the_headline_stands_on_the_first_screen_and_nothing_sticks_out(
    open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page(build_page(input_of()), size=size).page
    box = page.locator("#upshot .headline").bounding_box()
    assert box
    assert box["y"] + box["height"] <= size[1]
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.browser
def test_the_newest_comparison_is_read_without_a_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(build_page(input_of()))
    assert page.locator("#upshot .headline").is_visible()
    assert not page.locator("#play").is_visible()
    context.close()
