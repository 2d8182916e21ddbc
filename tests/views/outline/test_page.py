"""The outline in a browser, one test per lettered criterion of its specification."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.mapfile import read_map
from argumap.semantics import evaluate
from argumap.views.outline.payload import build_page
from maps import MAPS
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

GRAPH = Path(__file__).parents[3] / "graph"
HIDDEN = """() => [...document.querySelectorAll('.c')]
  .filter(each => !each.checkVisibility({contentVisibilityAuto: true})).length"""
CLAIMS = "() => document.querySelectorAll('.c').length"
SHOWN = "() => [...document.querySelectorAll('.hit')].map(e => e.id)"


@cache
def page(name: str) -> str:
    if name.isdecimal():
        argument_map = grown(int(name))
    else:
        argument_map = MAPS.get(name) or read_map(GRAPH / name / "map.yaml").map
    return build_page(given(argument_map, name, evaluation=evaluate(argument_map)))


def test_o1_without_scripts_all_claims_are_there_and_lines_open(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "outline.html").write_text(page("old-town-cars"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto((tmp_path / "outline.html").as_uri())
    assert opened.locator(".c").count() == len(read_map(GRAPH / "old-town-cars" / "map.yaml").map.claims)
    line = opened.locator("details:not([open]) > summary").first
    line.click()
    assert opened.locator("#filters").is_hidden()
    context.close()


def test_o1_the_first_two_levels_are_open(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    open_now = "() => [...document.querySelectorAll('.side > ul > li > details')].every(each => each.open)"
    deeper = "() => document.querySelectorAll('.side > ul > li > details ul.reasons > li > details[open]').length"
    assert opened.run(open_now)
    assert opened.run(deeper) == 0


@pytest.mark.parametrize(
    ("name", "node_id"), [("500", "c300"), ("10000", "c9000"), ("old-town-cars", "takings-recovered")]
)
def test_o2_a_fresh_address_opens_all_above_and_scrolls_there(name: str, node_id: str, open_page: Open) -> None:
    opened = open_page(page(name), f"#n={node_id}")
    opened.page.wait_for_function(
        """id => { const {top} = document.getElementById('n=' + id).getBoundingClientRect();
          return 0 <= top && top < 900; }""",
        arg=node_id,
    )
    assert opened.run("id => document.getElementById('n=' + id).checkVisibility()", node_id)


def test_o2_a_bare_address_works_as_well(open_page: Open) -> None:
    opened = open_page(page("500"), "#c300")
    assert opened.run("() => document.querySelector('.shown').id") == "n=c300"


def test_o3_print_opens_every_line(open_page: Open) -> None:
    opened = open_page(page("500"))
    assert opened.run(HIDDEN) > 0
    opened.page.emulate_media(media="print")
    assert opened.run(HIDDEN) == 0


def test_o3_a_heading_on_paper_stays_with_what_it_heads(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    opened.page.emulate_media(media="print")
    heads = ".side > h4, .position > h3, .question, .outline summary"
    style = (
        f"() => [...new Set([...document.querySelectorAll('{heads}')].map(e => getComputedStyle(e).breakAfter))]"
    )
    assert opened.run(style) == ["avoid"]


def test_o3_what_was_opened_for_print_is_closed_again(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    before = opened.run("() => document.querySelectorAll('details[open]').length")
    opened.run("() => dispatchEvent(new Event('beforeprint'))")
    assert opened.run("() => document.querySelectorAll('details:not([open])').length") == 0
    opened.run("() => dispatchEvent(new Event('afterprint'))")
    assert opened.run("() => document.querySelectorAll('details[open]').length") == before


def test_o4_the_relation_is_in_the_text(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    words = opened.run("() => [...document.querySelectorAll('li.c .relation')].map(e => e.textContent)")
    assert set(words) == {"Reason", "Objection", "Answer to the objection", "Objection to the step"}


def test_o6_a_pointer_leads_to_the_one_place_where_the_claim_is_told(open_page: Open) -> None:
    opened = open_page(page("town"))
    opened.page.click(".see a")
    opened.page.wait_for_function("() => document.querySelector('.shown')?.id === 'n=trade-falls'")
    assert opened.run("() => document.querySelectorAll('[id=\"n=trade-falls\"]').length") == 1


def test_search_finds_as_one_types_without_accents_and_case(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("TOLM bridge")
    assert opened.run(SHOWN) == ["n=bridge-rebuilt"]
    assert opened.run("() => document.getElementById('n=bridge-rebuilt').checkVisibility()")
    assert opened.page.locator("#found").inner_text() == "1 claim"
    opened.page.keyboard.press("Escape")
    assert opened.run(SHOWN) == []


def test_filters_narrow_and_clear(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    opened.page.select_option("#by", "rask")
    assert opened.run(SHOWN) == ["n=trade-falls", "n=tolm-takings-fell", "n=frail-shut-out"]
    opened.page.select_option("#status", "unchallenged")
    assert opened.run(SHOWN) == ["n=tolm-takings-fell", "n=frail-shut-out"]
    opened.page.click("#clear")
    assert opened.run("() => document.querySelectorAll('.c').length") == opened.run(CLAIMS)
    assert opened.run(SHOWN) == []


def test_everything_opens_and_folds(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    opened.page.click("#expand")
    assert opened.run("() => document.querySelectorAll('.outline details:not([open])').length") == 0
    opened.page.click("#collapse")
    assert (
        opened.run(
            "() => document.querySelectorAll('.side > ul > li > details ul.reasons > li > details[open]').length"
        )
        == 0
    )


def test_the_phone_has_one_column(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"), size=PHONE)
    lefts = opened.run("() => [...document.querySelectorAll('.side')].map(e => e.getBoundingClientRect().left)")
    assert len(set(lefts)) == 1
