"""The outline in a browser, one test per lettered criterion of its specification."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.mapfile import read_map
from argumap.semantics import evaluate
from argumap.views.outline.payload import build_pages
from maps import MAPS
from pages import PHONE, Opened, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

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
    return "".join(build_pages(given(argument_map, name, evaluation=evaluate(argument_map))).values())


def test_o1_without_scripts_all_claims_are_there_and_lines_open(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "outline.html").write_text(page("old-town-cars"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto((tmp_path / "outline.html").as_uri())
    assert opened.locator(".c").count() == len(read_map(GRAPH / "old-town-cars" / "map.yaml").map.claims)
    line = opened.locator("main details:not([open]) > summary").first
    line.click()
    assert opened.locator("#filters").is_hidden()
    context.close()


def test_o1_the_first_two_levels_are_open(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    live = ".side > ul > li:not(.state-answered) > details"
    open_now = f"() => [...document.querySelectorAll('{live}')].every(each => each.open)"
    deeper = "() => document.querySelectorAll('.side > ul > li > details ul.reasons > li > details[open]').length"
    assert opened.run(open_now)
    assert opened.run(deeper) == 0


@pytest.mark.parametrize(("name", "node_id"), [("500", "c300"), ("old-town-cars", "takings-recovered")])
def test_o2_a_fresh_address_opens_all_above_and_scrolls_there(name: str, node_id: str, open_page: Open) -> None:
    opened = open_page(page(name), f"#n={node_id}")
    opened.page.wait_for_function(
        """id => { const {top} = document.getElementById('n=' + id).getBoundingClientRect();
          return 0 <= top && top < 900; }""",
        arg=node_id,
    )
    assert opened.run("id => document.getElementById('n=' + id).checkVisibility()", node_id)


def test_the_address_of_a_step_leads_to_the_claim_it_starts_from(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"), "#n=run-a-bus/frail-shut-out/close-it")
    assert opened.page.is_hidden("#notice")
    assert opened.run("() => document.activeElement.id") == "n=run-a-bus"


@pytest.fixture
def parts(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """The first part of a debate of 2,500 claims, opened from a folder with the others."""
    large = grown(2_500)
    for file, text in build_pages(given(large, evaluation=evaluate(large))).items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    context = browser.new_context()
    opened = Opened(context.new_page())
    opened.go(tmp_path / "outline.html")
    yield opened
    context.close()


def test_an_address_leads_to_the_part_that_has_the_claim(parts: Opened) -> None:
    page = parts.page
    first = page.url
    elsewhere = page.evaluate("() => JSON.parse(document.getElementById('parts').textContent).files")
    (file, claims), *_ = elsewhere.items()
    claim = next(iter(claims))
    page.goto(f"{first}#n={claim}")
    page.wait_for_function("file => location.pathname.endsWith('/' + file)", arg=file)
    page.wait_for_function("id => document.querySelector('.shown')?.id === 'n=' + id", arg=claim)
    here = page.evaluate("() => document.querySelector('article.c, li.c').id")
    page.goto(f"{first}{page.evaluate('() => location.hash')}".replace(claim, "nothing-so-called"))
    assert here.startswith("n=")
    page.wait_for_selector("#notice:not([hidden])")
    assert parts.complaints == []


def test_a_search_finds_what_stands_on_other_parts(parts: Opened) -> None:
    page = parts.page
    file, claims = next(
        iter(page.evaluate("() => JSON.parse(document.getElementById('parts').textContent).files").items())
    )
    claim, label = next(iter(claims.items()))
    page.fill("#query", label)
    found = page.locator(f"#elsewhere a[href='{file}#n={claim}']")
    assert found.inner_text() == label
    page.goto(page.url.replace("outline.html", file))
    page.wait_for_selector("html[data-ready]", state="attached")
    page.fill("#query", label)
    assert "in this part" in page.inner_text("#found")
    page.click("#elsewhere a")
    page.wait_for_url("**/outline.html#find=*")
    assert page.input_value("#query") == label


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
    assert opened.run("() => document.querySelectorAll('.chapter details:not([open])').length") == 0
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
    opened.page.click(".filters .menu > summary")
    opened.page.select_option("#by", "rask")
    assert opened.run(SHOWN) == ["n=trade-falls", "n=tolm-takings-fell", "n=frail-shut-out"]
    opened.page.select_option("#status", "unchallenged")
    assert opened.run(SHOWN) == ["n=tolm-takings-fell", "n=frail-shut-out"]
    opened.page.keyboard.press("Escape")
    assert opened.run("() => document.activeElement.matches('.filters .menu > summary')")
    opened.page.click("#clear")
    assert opened.run("() => document.querySelectorAll('.c').length") == opened.run(CLAIMS)
    assert opened.run(SHOWN) == []


def test_everything_opens_and_folds(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    opened.page.click("#expand")
    assert opened.run("() => document.querySelectorAll('.chapter details:not([open])').length") == 0
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
