"""The network page in a browser, one test per lettered criterion of its specification."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from argumap.mapfile import read_map
from argumap.model import ArgumentMap, Claim, Issue
from argumap.semantics import evaluate, weigh
from argumap.semantics.page_equations import build_page_equations
from argumap.views.map.pyvis_page import build_page
from hostile import PAYLOADS, together
from maps import MAPS, TOWN, argument
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

GRAPH = Path(__file__).parents[3] / "graph"
SHIPPED = ("open-vs-closed-ai", "old-town-cars")
LONG = " ".join(["A title of four hundred characters that goes on and on about the town"] * 6)[:400]
SCRIPTS = ArgumentMap(
    title="许多文字",
    issues=(Issue("q", "老城区是否应该禁止私家车通行并把街道还给行人和骑自行车的人以及孩子们?"),),
    claims=(
        Claim("rtl", "يجب إغلاق المدينة القديمة أمام السيارات الخاصة حتى يتنفس الناس هواء نظيفا", answers=("q",)),
        Claim("thai", "ควรปิดเมืองเก่าไม่ให้รถยนต์ส่วนตัวเข้าเพื่อให้คนเดินได้อย่างปลอดภัยและหายใจสะดวก"),
        Claim("word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"),
        Claim("long", LONG),
    ),
    arguments=tuple(
        argument(f"{node_id}/rtl", node_id, "supports", "rtl") for node_id in ("thai", "word", "long")
    ),
)


@cache
def page(name: str) -> str:
    return build_page(given(subject(name), name, **more(name)))


@cache
def subject(name: str) -> ArgumentMap:
    if name in SHIPPED:
        return read_map(GRAPH / name).map
    if name.isdecimal():
        return grown(int(name))
    return {**MAPS, "scripts": SCRIPTS, "24 issues": grown(200, positions=2, issues=24)}[name]


def more(name: str) -> dict[str, Any]:
    if name.isdecimal() or name == "24 issues":
        return {}
    return {"evaluation": evaluate(subject(name)), "equations": build_page_equations(subject(name))}


@pytest.fixture
def open_network(open_page: Open) -> Open:
    """Opens a page with its network in sight."""
    return lambda html, fragment="", **options: open_page(html, f"#view=network&{fragment[1:]}", **options)


OVERLAPS, CUT, IN_VIEW, PIXELS, FOLDED, SHOWN = (
    f"() => probe.{name}()" for name in ("overlaps", "cut", "allInView", "pixels", "folded", "shown")
)


def middle(opened: Opened, node_id: str) -> tuple[float, float]:
    x, y = opened.run("id => probe.middle(id)", node_id)
    return x, y


def press(opened: Opened, *keys: str) -> None:
    for key in keys:
        opened.page.keyboard.press(key)


def choose(opened: Opened, what: str, value: str) -> None:
    """Sets one of the choices that stand under More."""
    opened.page.click("#more > summary")
    opened.page.select_option(f"#{what}", value)
    opened.page.click("#more > summary")


def on_map(opened: Opened, *keys: str) -> None:
    opened.page.focus("#net")
    press(opened, *keys)


def selected(opened: Opened) -> str | None:
    found: str | None = opened.run("() => argumapPage.state.selected")
    return found


# ---------------------------------------------------------------- the map


@pytest.mark.parametrize("name", SHIPPED)
def test_m1_the_start_can_be_read_and_the_whole_map_fits_uncut(name: str, open_network: Open) -> None:
    opened = open_network(page(name))
    assert opened.run(PIXELS) >= 13
    assert opened.run(IN_VIEW)
    assert opened.run(OVERLAPS) == []
    on_map(opened, "w")
    assert len(opened.run("() => argumapPage.placed().shown")) >= len(subject(name).claims)
    assert opened.run(IN_VIEW)
    assert opened.run(OVERLAPS) == []
    assert opened.run(CUT) == []
    assert opened.run(PIXELS) >= 8.5
    on_map(opened, "e")
    assert opened.run(PIXELS) >= 13


@pytest.mark.parametrize("name", ["scripts", "hostile", "cycle", "one claim", "town"])
def test_m1_titles_in_any_script_and_of_any_length_fit(name: str, open_network: Open) -> None:
    opened = open_network(page(name))
    on_map(opened, "w")
    assert opened.run(OVERLAPS) == []
    assert opened.run(CUT) == []


@pytest.mark.parametrize("name", ["500", "2000", "10000", *SHIPPED])
def test_m2_at_most_sixty_cards_at_start_and_the_rest_is_counted(name: str, open_network: Open) -> None:
    opened = open_network(page(name))
    shown = len(opened.run(SHOWN))
    hidden = sum(int(words[1:].replace(",", "")) for _, words in opened.run(FOLDED))
    assert shown <= 60
    assert shown + hidden == opened.run("() => argumapPage.map.nodes.size")


def test_m2_even_the_largest_screen_starts_with_sixty_cards_at_most(open_network: Open) -> None:
    opened = open_network(page("500"), size=(5120, 2880))
    assert 1 < opened.run("() => argumapPage.placed().shown.length") <= 60


def test_m2_folding_keeps_the_card_under_the_pointer(open_network: Open) -> None:
    opened = open_network(page("500"))
    node_id = opened.run(FOLDED)[0][0]
    opened.run("id => argumapPage.show(id)", node_id)
    before, count = middle(opened, node_id), opened.run("() => argumapPage.placed().shown.length")
    opened.page.focus("#net")
    for by_key in (True, False):
        if by_key:
            press(opened, " ")
        else:
            opened.page.mouse.dblclick(*middle(opened, node_id))
        after = middle(opened, node_id)
        assert abs(before[0] - after[0]) <= 2
        assert abs(before[1] - after[1]) <= 2
    assert opened.run("() => argumapPage.placed().shown.length") == count


def test_m2_a_badge_unfolds_what_it_counts(open_network: Open) -> None:
    opened = open_network(page("500"))
    node_id, _ = opened.run(FOLDED)[0]
    point = opened.run("id => probe.badge(id)", node_id)
    opened.page.mouse.click(*point)
    opened.page.wait_for_function("id => argumapPage.state.open.has(id)", arg=node_id)


def test_m3_a_click_shows_the_detail_and_dims_what_is_not_near(open_network: Open) -> None:
    anchors = {
        "trade-falls": [{"source": "column", "at": "s2.p1.s2", "state": "exact", "text": "Custom will go."}]
    }
    opened = open_network(build_page(given(TOWN, anchors=anchors, **more("town"))))
    scale = opened.run("() => argumapPage.network.getScale()")
    opened.page.mouse.click(*middle(opened, "trade-falls"))
    opened.page.wait_for_function("() => argumapPage.state.selected === 'trade-falls'")
    detail = opened.page.inner_text("#detail")
    for expected in (
        "Objection",
        "Shops lose custom",
        "Shops in the old town lose customers",
        "Custom will go.",
        "What the shops say",
        "s2.p1.s2",
        "Shopkeepers' guild",
        "reported by The column's author",
        "Close the old town",
        "Keep it open",
        "Objections to its step",
        "Other towns",
    ):
        assert expected.lower().removeprefix("other towns") in detail.lower()
    dim = {
        node_id: opened.run("id => argumapPage.look(id).dim", node_id)
        for node_id in ("close-it", "cars", "footfall-rose", "clean-air")
    }
    assert dim == {"close-it": False, "cars": False, "footfall-rose": False, "clean-air": True}
    assert opened.run("() => argumapPage.network.getScale()") == scale


def test_m4_the_keyboard_does_everything(open_network: Open) -> None:
    opened = open_network(page("town"))
    opened.page.focus("#net")
    press(opened, "ArrowDown")
    assert selected(opened) == "cars"
    press(opened, "ArrowDown")
    first = selected(opened)
    assert first in {"close-it", "keep-open"}
    assert opened.page.inner_text("#live").startswith("Answer: ")
    press(opened, "ArrowUp")
    assert selected(opened) == "cars"
    opened.run("() => argumapPage.show('close-it')")
    on_map(opened, "o")
    assert opened.run("() => argumapPage.state.view") == {"kind": "branch", "id": "close-it"}
    on_map(opened, "x")
    assert opened.run("() => argumapPage.state.view") == {"kind": "focus", "id": "close-it"}
    on_map(opened, "[")
    opened.page.wait_for_function("() => argumapPage.state.view?.kind === 'branch'")
    on_map(opened, "]")
    opened.page.wait_for_function("() => argumapPage.state.view?.kind === 'focus'")
    on_map(opened, "e", "+", "+")
    zoomed = opened.run("() => argumapPage.network.getScale()")
    on_map(opened, "f")
    assert opened.run("() => argumapPage.network.getScale()") < zoomed
    on_map(opened, "?")
    assert opened.run("() => document.getElementById('help').open")
    press(opened, "Escape")
    on_map(opened, "/")
    assert opened.run("() => document.activeElement.id") == "query"
    press(opened, "Escape", "Escape")
    assert selected(opened) is None
    opened.page.focus("#net")
    press(opened, "ArrowDown")
    assert opened.run("() => getComputedStyle(document.getElementById('net')).outlineStyle") != "none"


def test_m5_search_finds_folded_cards_by_all_words(open_network: Open) -> None:
    opened = open_network(page("open-vs-closed-ai"))
    hidden = opened.run("() => argumapPage.map.claims.find(c => !argumapPage.placed().boxes.has(c.id)).id")
    words = opened.run("id => argumapPage.map.nodes.get(id).title", hidden)
    on_map(opened, "/")
    opened.page.keyboard.type(words.upper())
    opened.page.wait_for_selector("#hits [role=option] mark")
    press(opened, "Enter")
    assert selected(opened) == hidden
    assert opened.run("id => argumapPage.placed().boxes.has(id)", hidden)


def test_m5_a_search_minds_no_accents(open_network: Open) -> None:
    opened = open_network(page("500"))
    assert opened.run("() => argumapPage.find('hárbour 77')") == opened.run("() => argumapPage.find('harbour 77')")
    assert "c77" in opened.run("() => argumapPage.find('hárbour 77')")


def test_m6_filters_are_kept_in_the_address_and_cleared(open_network: Open) -> None:
    opened = open_network(page("town"))
    opened.page.click("#tab-filters")
    opened.page.click("#filters [data-facet=by] .chip[data-value=editor]")
    opened.page.click("#filters [data-facet=act] .chip[data-value=presents]")
    assert "2 of 6 claims found" in opened.page.inner_text("#filters")
    assert opened.run("id => argumapPage.look(id).dim", "close-it")
    assert not opened.run("id => argumapPage.look(id).dim", "rents-rose")
    opened.page.click("#filters [data-facet=act] .chip[data-value=concedes]")
    assert "3 of 6 claims found" in opened.page.inner_text("#filters")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    assert "3 of 6 claims found" in opened.page.inner_text("#filters")
    opened.page.click("#filters >> text=Clear")
    assert "6 claims" in opened.page.inner_text("#filters")
    assert "by=" not in opened.page.url


def test_m7_the_outline_is_a_tree_in_step_with_the_canvas(open_network: Open) -> None:
    opened = open_network(page("town"))
    opened.page.click("#tab-outline")
    for _ in range(4):
        opened.run("() => probe.unfoldOutline()")
    items = "#outline [role=tree] [role=treeitem]"
    assert opened.page.locator(items).count() == opened.run("() => argumapPage.map.nodes.size")
    levels = opened.run("() => probe.outlineLevels()")
    assert dict(levels)["rents-rose"] == 4
    opened.page.click("#outline [id='n=rents-rose'] > .row")
    assert selected(opened) == "rents-rose"
    opened.page.mouse.click(*middle(opened, "close-it"))
    opened.page.wait_for_function("() => argumapPage.state.selected === 'close-it'")
    assert (
        opened.run("() => document.querySelector('#outline [aria-selected=true]').parentElement.id")
        == "n=close-it"
    )
    assert opened.page.locator("#outline [tabindex='0'][role=treeitem]").count() == 1
    opened.page.focus("#outline [tabindex='0'][role=treeitem]")
    press(opened, "ArrowRight", "Enter")
    assert selected(opened) == "clean-air"


@pytest.mark.parametrize("name", ["town", "hostile", "scripts"])
def test_m8_pictures_hold_every_card_on_show(name: str, open_network: Open) -> None:
    opened = open_network(page(name))
    on_map(opened, "s")
    picture = ET.fromstring(opened.run("() => argumapPage.toSvg()"))
    svg = "{http://www.w3.org/2000/svg}"
    groups = {g.get("id"): g for g in picture.iter(f"{svg}g")}
    for node_id in opened.run("() => argumapPage.placed().shown"):
        assert groups[f"n={node_id}"].findtext(f"{svg}title")
        lines = [t for t in groups[f"n={node_id}"].iter(f"{svg}text") if t.get("class") != "small"]
        words = "".join(t.text or "" for t in lines).replace(" ", "")
        assert words == opened.run("id => probe.title(id)", node_id)
    size = opened.run("() => probe.pictureScale()")
    assert min(size) >= 2


@pytest.mark.parametrize("name", ["town", "500"])
def test_m9_vis_network_holds_what_is_shown_and_two_loads_agree(name: str, open_network: Open) -> None:
    one, other = open_network(page(name)), open_network(page(name))
    held = one.run("() => probe.held()")
    assert held == other.run("() => probe.held()")
    assert {shape for _, _, shape, _ in held.values()} == {"custom"}
    edges, ties = one.run("() => probe.edges()"), one.run("() => probe.ties()")
    assert all(tie in edges for tie in ties)
    assert one.run("() => argumapPage.network.physics.physicsEnabled") is False


def test_m9_vis_network_runs_once_the_network_is_shown(open_page: Open) -> None:
    opened = open_page(page("open-vs-closed-ai"))
    assert opened.run("typeof vis") == "undefined"
    opened.page.get_by_role("button", name="Network", exact=True).click()
    opened.page.wait_for_function("() => typeof vis === 'object'")
    assert opened.complaints == []


def test_m11_the_pointer_zooms_and_pans_and_never_moves_a_card(open_network: Open) -> None:
    opened = open_network(page("town"))
    placed = "() => JSON.stringify([...argumapPage.placed().boxes])"
    before, point = opened.run(placed), middle(opened, "close-it")
    opened.page.mouse.move(*point)
    opened.page.keyboard.down("Control")
    opened.page.mouse.wheel(0, -240)
    opened.page.keyboard.up("Control")
    opened.page.wait_for_function("s => argumapPage.network.getScale() > s", arg=opened.run(PIXELS) / 14 * 0.999)
    after = middle(opened, "close-it")
    assert abs(after[0] - point[0]) < 3
    assert abs(after[1] - point[1]) < 3
    opened.page.mouse.move(640, 760)
    opened.page.mouse.down()
    opened.page.mouse.move(700, 780, steps=4)
    opened.page.mouse.up()
    moved = middle(opened, "close-it")
    assert (moved[0] - after[0], moved[1] - after[1]) == pytest.approx((60, 20), abs=4)
    scale = opened.run(PIXELS)
    opened.page.mouse.wheel(40, 30)
    opened.page.wait_for_function("x => probe.middle('close-it')[0] < x - 30", arg=moved[0])
    panned = middle(opened, "close-it")
    assert (panned[0] - moved[0], panned[1] - moved[1]) == pytest.approx((-40, -30), abs=2)
    assert opened.run(PIXELS) == scale
    assert opened.run(placed) == before


def test_m11_the_map_is_moved_without_dragging(open_network: Open) -> None:
    opened = open_network(page("town"))
    assert opened.page.is_hidden("#pan")
    on_map(opened, *"++++++")
    opened.page.wait_for_selector("#pan", state="visible")
    x, y = middle(opened, "close-it")
    opened.page.click("[data-pan=right]")
    opened.page.click("[data-pan=down]")
    moved = middle(opened, "close-it")
    assert moved[0] < x
    assert moved[1] < y
    opened.page.click("[data-pan=left]")
    opened.page.click("[data-pan=up]")
    assert middle(opened, "close-it") == pytest.approx((x, y), abs=2)


def test_a_word_of_the_key_leads_to_what_the_literature_calls_it(open_network: Open) -> None:
    opened = open_network(page("town"))
    assert "undercut" not in opened.page.inner_text("body").casefold()
    opened.page.click("#detail .key >> text=Objection to the step")
    assert "undercut" in opened.page.inner_text("#glossary .lit").casefold()
    opened.page.click("#glossary button")
    assert opened.page.is_hidden("#glossary")


def test_m11_the_map_cannot_be_lost(open_network: Open) -> None:
    opened = open_network(page("town"))
    opened.page.mouse.move(640, 760)
    in_sight = "() => probe.inSight()"
    for x, y in ((9000, 0), (0, 9000), (-19000, 0), (0, -19000)):
        at = opened.run("() => probe.at()")
        opened.page.mouse.wheel(x, y)
        opened.page.wait_for_function("at => probe.at() !== at", arg=at)
        assert opened.run(in_sight) > 0


def test_m11_two_fingers_zoom(open_network: Open) -> None:
    opened = open_network(page("town"), touch=True)
    scale = opened.run("() => argumapPage.network.getScale()")
    x, y = middle(opened, "close-it")
    session = opened.page.context.new_cdp_session(opened.page)
    for step in range(6):
        fingers = [{"x": x - 30 - 12 * step, "y": y, "id": 0}, {"x": x + 30 + 12 * step, "y": y, "id": 1}]
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    opened.page.wait_for_function("s => argumapPage.network.getScale() > s * 1.3", arg=scale)
    assert opened.run("() => document.documentElement.clientWidth === visualViewport.width")


def test_m12_stakeholders_come_and_go_and_colours_bring_their_legend(open_network: Open) -> None:
    opened = open_network(page("town"))
    legend = "() => document.getElementById('legend').innerText"
    assert "Objection" in opened.run(legend)
    opened.page.click("#people")
    assert set(opened.run("() => [...argumapPage.placed().people.keys()]")) == {"editor", "shops"}
    assert opened.run("() => Boolean(argumapPage.network.body.nodes['n:shops'])")
    assert "who speaks" in opened.run(legend)
    assert ["n:trade-falls", "argues"] in opened.run("() => probe.speech('shops')")
    opened.page.click("#people")
    assert opened.run("() => argumapPage.placed().people.size") == 0
    for colour, words in (
        ("section", "What the shops say"),
        ("tag", "money"),
        ("stakeholder", "Shopkeepers' guild"),
        ("status", "unchallenged"),
        ("relation", "Objection"),
    ):
        choose(opened, "colour", colour)
        assert words in opened.run(legend)


# ---------------------------------------------------------------- what every page must do


@pytest.mark.parametrize("name", ["empty", "one claim", "hostile", "24 issues", "2000", *SHIPPED])
def test_c1_c2_the_page_asks_for_nothing_and_complains_of_nothing(name: str, open_network: Open) -> None:
    opened = open_network(page(name))
    on_map(opened, "w", "s", "c", "l", "e")
    asked = [url for url in opened.requests if not url.startswith(("data:", "blob:"))]
    assert len(asked) == 1
    assert opened.complaints == []


BATCH = 24
BATCHES = [PAYLOADS[n : n + BATCH] for n in range(0, len(PAYLOADS), BATCH)]


def test_c3_has_sixty_payloads_no_two_alike() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


@pytest.mark.parametrize("texts", BATCHES, ids=[f"batch {n}" for n in range(len(BATCHES))])
def test_c3_hostile_text_stays_text_in_every_field(texts: tuple[str, ...], open_network: Open) -> None:
    argument_map = together(texts)
    anchors = {
        claim.id: [{"source": claim.id, "at": "s1.p1.s1", "state": text, "text": text}]
        for claim, text in zip(argument_map.claims, (text for text in texts for _ in range(3)), strict=True)
    }
    scores = {"evaluation": evaluate(argument_map), "equations": build_page_equations(argument_map)}
    opened = open_network(
        build_page(given(argument_map, "".join(texts), anchors=anchors, snapshot=texts[0], **scores))
    )
    choose(opened, "layout", "down")
    on_map(opened, "w", "s", "c", "l")
    held = opened.run("() => Object.keys(argumapPage.network.body.nodes).length")
    assert held >= len(argument_map.claims) + len(argument_map.issues)
    assert opened.run("() => probe.visitAll()") == [[], 0]
    for tab in ("outline", "filters", "detail"):
        opened.page.click(f"#tab-{tab}")
    on_map(opened, "/")
    opened.page.keyboard.type("window")
    ET.fromstring(opened.run("() => argumapPage.toSvg()"))
    opened.run("() => dispatchEvent(new Event('beforeprint'))")
    assert opened.run("() => window.__pwn") is None
    assert opened.run("() => probe.strangers()") == []
    assert len(opened.requests) == 1
    assert opened.complaints == []


def test_c5_the_page_has_its_landmarks_and_the_skip_link_first(open_page: Open) -> None:
    opened = open_page(page("town"))
    assert opened.run("() => document.compatMode") == "CSS1Compat"
    assert opened.run("() => document.documentElement.lang") == "en"
    assert opened.page.title() == "Who may drive in the old town? · Map"
    assert [opened.page.locator(each).count() for each in ("h1", "header", "main", "nav.pages")] == [1, 1, 1, 1]
    press(opened, "Tab")
    assert opened.run("() => document.activeElement.className") == "skip"
    press(opened, "Enter")
    assert opened.run("() => document.activeElement.id") == "main"
    assert opened.run("() => probe.unnamed()") == []
    ids = opened.run("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_c6_light_and_dark_follow_the_system_and_the_reader(open_page: Open) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light, dark = open_page(page("town")), open_page(page("town"), dark=True)
    assert light.run(ground) != dark.run(ground)
    light.page.click("#theme")
    assert light.run(ground) == dark.run(ground)
    light.page.reload()
    light.page.wait_for_selector("html[data-ready]", state="attached")
    assert light.run(ground) == dark.run(ground)


@pytest.mark.parametrize("name", ["town", "24 issues", "open-vs-closed-ai", "scripts"])
@pytest.mark.parametrize("size", [PHONE, (720, 450), (768, 1024)], ids=["phone", "at 200 %", "tablet"])
def test_c7_every_width_has_the_map_and_its_tools(name: str, size: tuple[int, int], open_network: Open) -> None:
    opened = open_network(page(name), size=size, touch=True)
    assert opened.run("() => document.documentElement.scrollWidth") <= size[0]
    assert opened.run("() => probe.inSight()") > 0
    assert opened.run("() => probe.smallTargets()") == []
    opened.page.click("#more > summary")
    for tool in ("overview", "whole", "people", "colour", "layout", "more", "zoom-in", "fit"):
        box = opened.page.locator(f"#{tool}").bounding_box()
        assert box is not None, tool
        assert box["x"] >= 0, tool
        assert box["x"] + box["width"] <= size[0], tool
    assert opened.run("() => probe.smallTargets()") == []


def test_c7_on_a_phone_the_map_can_be_a_list_of_full_width_cards(open_network: Open) -> None:
    opened = open_network(page("town"), size=PHONE)
    choose(opened, "layout", "list")
    box = opened.page.locator("#list .row").first.bounding_box()
    assert box is not None
    assert box["width"] > 300
    opened.page.locator("#list .row").nth(1).click()
    assert selected(opened)
    assert opened.run("() => probe.smallTargets()") == []
    opened.page.click("#sheet-close")
    choose(opened, "layout", "auto")
    assert opened.page.is_visible("#net")


def test_c8_nothing_moves_for_readers_who_ask_for_that(open_network: Open) -> None:
    opened = open_network(page("town"), reduced_motion="reduce")
    for key in ("w", "e", "+", "ArrowDown", "x"):
        on_map(opened, key)
        assert opened.run("() => document.getAnimations().length") == 0
        assert opened.run("() => probe.stillMoving()") is False
    assert opened.run("() => probe.animated()") == []


def test_c9_a_deep_link_opens_what_is_folded_and_links_keep_it(open_network: Open) -> None:
    opened = open_network(page("500"), "#n=c420")
    assert selected(opened) == "c420"
    assert opened.run("() => argumapPage.placed().boxes.has('c420')")
    href = opened.page.get_attribute("a[data-page=outline]", "href") or ""
    assert href == "outline.html#n=c420"


@pytest.mark.parametrize(
    "fragment",
    [
        "#n=nothing-here",
        "#<img src=x onerror=window.__pwn=1>",
        "#n=__proto__",
        "#%E0%A4%A",
        "#branch=zz&fold=%00&at=a,b,c&by=,,,&n=']",
    ],
)
def test_c9_an_unknown_or_hostile_link_earns_a_notice_and_no_error(fragment: str, open_page: Open) -> None:
    opened = open_page(page("town"), fragment)
    assert selected(opened) is None
    assert opened.page.is_visible("#notice")
    assert opened.complaints == []
    assert opened.run("() => window.__pwn") is None


def test_c9_a_deep_link_restores_the_whole_view(open_network: Open) -> None:
    opened = open_network(page("open-vs-closed-ai"))
    opened.run("() => probe.visitBranch()")
    choose(opened, "colour", "section")
    opened.page.click("#people")
    state = "() => probe.view()"
    again = open_network(page("open-vs-closed-ai"), "#" + opened.page.url.partition("#")[2])
    assert again.run(state) == opened.run(state)


def test_c9_a_deep_link_keeps_hundreds_of_folds(open_network: Open) -> None:
    opened = open_network(page("2000"))
    opened.run("() => probe.openEveryOther(1500)")
    state = "() => [...argumapPage.state.open].sort()"
    before = opened.run(state)
    assert len(before) > 400
    assert len(opened.page.url) < 2000
    again = open_network(page("2000"), "#" + opened.page.url.partition("#")[2])
    assert again.run(state) == before


def steps_of_a_reader(opened: Opened) -> Iterator[str]:
    """Does one thing after another, and tells what."""
    yield "start"
    opened.page.mouse.click(*middle(opened, "trade-falls"))
    opened.page.wait_for_function("() => argumapPage.state.selected === 'trade-falls'")
    yield "select"
    on_map(opened, " ")
    yield "fold"
    opened.page.click("[data-supposes=set-aside]")
    yield "suppose"
    on_map(opened, "x")
    yield "focus"
    opened.page.click("#trail >> text=Whole debate")
    yield "leave the focus"
    opened.page.click("#tab-filters")
    opened.page.click("#filters [data-facet=by] .chip[data-value=editor]")
    yield "filter"
    choose(opened, "layout", "right")
    yield "arrange"
    choose(opened, "colour", "section")
    yield "colour"
    opened.page.click("#people")
    yield "people"
    opened.page.click("#whole")
    yield "whole map"
    choose(opened, "layout", "list")
    yield "list"


def test_back_undoes_one_step_at_a_time_and_forward_does_it_again(open_network: Open) -> None:
    opened = open_network(page("town"))
    look = "() => probe.everything()"
    seen = [(step, opened.run(look)) for step in steps_of_a_reader(opened)]
    assert len({view for _, view in seen}) == len(seen)
    for back, forward in (("[", reversed(seen[:-1])), ("]", iter(seen[1:]))):
        for step, view in forward:
            opened.run("back => back === '[' ? history.back() : history.forward()", back)
            opened.page.wait_for_function("view => probe.everything() === view", arg=view)
            assert opened.run(look) == view, step


def test_an_address_shows_the_same_in_a_window_of_its_own_and_on_other_widths(open_network: Open) -> None:
    opened = open_network(page("town"))
    for step in steps_of_a_reader(opened):
        fragment = "#" + opened.page.url.partition("#")[2]
        seen = opened.run("() => probe.everything()")
        assert open_network(page("town"), fragment).run("() => probe.everything()") == seen, step
        for size in (PHONE, (1024, 700)):
            other = open_network(page("town"), fragment, size=size)
            if step != "start":
                assert other.run("() => probe.state()") == opened.run("() => probe.state()"), (step, size)
            other.page.context.close()


def test_a_link_with_an_arrangement_is_no_trap_on_a_phone(open_network: Open) -> None:
    opened = open_network(page("town"), "#layout=down", size=PHONE)
    assert opened.page.is_visible("#net")
    choose(opened, "layout", "list")
    assert opened.page.is_visible("#list")


def test_the_id_of_an_argument_opens_it_with_what_denies_it(open_network: Open) -> None:
    opened = open_network(page("town"), "#n=trade-falls/close-it")
    detail = opened.page.inner_text("#detail")
    assert "Shops lose custom" in detail
    assert "Denied by" in detail
    look = "id => argumapPage.look(id).dim"
    assert [opened.run(look, each) for each in ("trade-falls", "close-it", "rents-rose", "clean-air")] == [
        False,
        False,
        False,
        True,
    ]


def test_other_pages_are_asked_for_the_claim_that_an_argument_starts_from(open_page: Open) -> None:
    opened = open_page(page("town"), "#n=trade-falls/close-it")
    hrefs = opened.run("() => [...document.querySelectorAll('a[data-page]')].map(e => e.getAttribute('href'))")
    assert hrefs
    assert all("#n=trade-falls" in href and "close-it" not in href for href in hrefs)


def test_the_network_is_one_tab_stop(open_network: Open) -> None:
    opened = open_network(page("town"))
    opened.page.focus("#net")
    press(opened, "Tab")
    assert opened.run("() => Boolean(document.activeElement.closest('#net'))") is False
    press(opened, "Shift+Tab")
    assert opened.run("() => document.activeElement.id") == "net"


def test_a_window_of_another_size_keeps_what_was_in_the_middle(open_network: Open) -> None:
    opened = open_network(page("open-vs-closed-ai"))
    on_map(opened, "+", "+")
    before, was = opened.run("() => probe.nearMiddle()"), opened.run("() => probe.arrangedFor()")
    opened.page.set_viewport_size({"width": 1100, "height": 800})
    opened.page.wait_for_function("w => probe.arrangedFor() !== w", arg=was)
    assert opened.run("() => probe.nearMiddle()") == before


@pytest.mark.parametrize("size", [(1100, 900), (768, 1024), (1280, 800), (1440, 700)])
def test_a_first_screen_is_the_first_screen_of_its_window_after_it_was_resized(
    size: tuple[int, int], open_network: Open
) -> None:
    opened, fresh = open_network(page("open-vs-closed-ai")), open_network(page("open-vs-closed-ai"), size=size)
    was = opened.run("() => probe.arrangedFor()")
    opened.page.set_viewport_size({"width": size[0], "height": size[1]})
    opened.page.wait_for_function("w => probe.arrangedFor() !== w", arg=was)
    shown = "() => argumapPage.placed().shown"
    first = fresh.run(shown)
    opened.page.wait_for_function(f"first => JSON.stringify(({shown})()) === JSON.stringify(first)", arg=first)
    question = first[0]
    for found, expected in zip(
        *(each.run("id => probe.rect(id)", question) for each in (opened, fresh)), strict=True
    ):
        assert found == pytest.approx(expected, abs=2)


@pytest.mark.parametrize("name", ["town", "500"])
def test_c10_print_holds_every_claim(name: str, open_network: Open) -> None:
    opened = open_network(page(name))
    opened.run("() => dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    text = re.sub(r"\s+", " ", opened.page.inner_text("#print-all"))
    for claim in subject(name).claims:
        assert claim.text in text
    assert opened.page.is_hidden("#net")
    drawn = opened.page.locator("#print-all > svg")
    assert drawn.evaluate("svg => svg.getBoundingClientRect().width") > 100
    assert len(opened.page.pdf()) > 10_000


# ---------------------------------------------------------------- maps that lack something, or have much


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty", "No claims yet"),
        ("one claim", "No question under debate"),
        ("cycle", "No question under debate"),
    ],
)
def test_a_map_that_lacks_something_says_what(name: str, words: str, open_network: Open) -> None:
    assert words in open_network(page(name)).page.inner_text("#detail")


def test_claims_tied_to_nothing_are_shown_and_counted(open_network: Open) -> None:
    loose = replace(TOWN, claims=(*TOWN.claims, Claim("loose", "Nobody needs this.")))
    opened = open_network(build_page(given(loose)))
    assert "One claim is tied to nothing: say what it answers" in opened.page.inner_text("#detail")
    assert opened.run("() => argumapPage.map.nodes.get('+untied').children.map(n => n.id)") == ["loose"]


def test_many_issues_start_as_cards_that_can_be_read(open_network: Open) -> None:
    opened = open_network(page("24 issues"))
    shown = set(opened.run(SHOWN))
    assert {f"q{n}" for n in range(8)} | {"+questions"} <= shown
    assert not shown & {f"q{n}" for n in range(8, 24)}
    assert opened.run("() => probe.inSight()") >= 9
    assert opened.run(PIXELS) >= 13
    assert opened.page.is_hidden("#pan")


def test_a_word_finds_one_of_many_questions(open_network: Open) -> None:
    opened = open_network(page("24 issues"))
    field = opened.page.get_by_label("Find a question")
    field.fill("number 17")
    entries = opened.page.locator("#detail .questions li")
    assert entries.count() == 1
    entries.get_by_role("button").click()
    assert selected(opened) == "q17"
    assert "q17" in opened.run(SHOWN)


def test_the_key_is_closed_where_it_would_lie_on_cards(open_network: Open) -> None:
    opened = open_network(page("24 issues"))
    assert opened.run("() => document.getElementById('key').open")
    opened.run("() => argumapPage.fold('+questions')")
    opened.page.wait_for_function("() => !document.getElementById('key').open")


def test_a_single_deep_chain_does_not_widen_the_map(open_network: Open) -> None:
    chain = tuple(Claim(f"deep-{n}", f"Deeper still, step {n}.") for n in range(6))
    steps = tuple(
        argument(f"d{n}", f"deep-{n}", "supports", f"deep-{n - 1}" if n else "clean-air") for n in range(6)
    )
    deep = replace(TOWN, claims=(*TOWN.claims, *chain), arguments=(*TOWN.arguments, *steps))
    widths = []
    for argument_map in (TOWN, deep):
        opened = open_network(build_page(given(argument_map)))
        choose(opened, "layout", "down")
        on_map(opened, "w")
        widths.append(opened.run("() => probe.relativeWidth()"))
    assert widths[1] <= widths[0] * 1.5


def test_too_much_to_draw_is_said(open_network: Open) -> None:
    opened = open_network(page("10000"))
    on_map(opened, "w")
    assert "too many to draw at once" in opened.page.inner_text("#notice")
    assert opened.run("() => argumapPage.placed().shown.length") <= 2000


def test_setting_a_claim_aside_lists_what_changes_and_is_undone(open_network: Open) -> None:
    opened = open_network(page("town"))
    opened.run("() => argumapPage.show('clean-air')")
    before = opened.run("() => argumapPage.map.claims.map(c => [c.id, c.word, c.strength])")
    opened.page.click("[data-supposes=set-aside]")
    assert "Close the old town" in opened.page.inner_text("#detail .changes")
    assert opened.run("() => argumapPage.map.claims.map(c => [c.id, c.word, c.strength])") != before
    opened.page.click("text=Undo all")
    assert opened.run("() => argumapPage.map.claims.map(c => [c.id, c.word, c.strength])") == before


def test_setting_a_rebuttal_aside_lets_the_position_fall(open_network: Open) -> None:
    name, premise, position = "old-town-cars", "fines-pay", "close-it"
    opened = open_network(page(name), f"#n={premise}")
    survives = f"() => probe.survival('{position}')"
    assert opened.run(survives) == [told_of(name, position)]
    opened.page.click("[data-supposes=set-aside]")
    assert "answered → contested" in opened.run(survives)
    assert "set aside" in opened.run(f"() => probe.survival('{premise}')")
    assert "answered → contested" in opened.page.inner_text("#detail .changes")
    assert "did not hold" in opened.page.inner_text("#supposed")
    expected = evaluate(subject(name)).what_if(set_aside=[premise]).evaluation
    assert same_figures(opened, expected)
    again = open_network(page(name), "#" + opened.page.url.partition("#")[2])
    assert "answered → contested" in again.run(survives)
    opened.run(f"() => argumapPage.show('{position}')")
    opened.page.click("#undo")
    assert opened.run(survives) == [told_of(name, position)]
    assert same_figures(opened, evaluate(subject(name)), within=0.0005)  # the page is sent three digits
    assert opened.page.is_hidden("#supposed")


def test_doubting_a_claim_moves_strength_alone(open_network: Open) -> None:
    name, premise, position = "old-town-cars", "lanes-full", "close-it"
    opened = open_network(page(name), f"#n={premise}")
    opened.page.click("[data-supposes=doubt]")
    for score in (0.2, 0.05):
        opened.page.locator(".belief input").fill(str(score))
        expected = evaluate(subject(name)).what_if(doubt={premise: score}).evaluation
        assert same_figures(opened, expected)
    survives, strength = f"() => probe.survival('{position}')", evaluate(subject(name)).strength[position]
    assert opened.run(survives)[0] == told_of(name, position)
    assert f"strength {strength:.2f} →" in opened.run(survives)[1]


def test_what_if_works_on_a_phone(open_network: Open) -> None:
    opened = open_network(page("old-town-cars"), "#n=fines-pay&layout=list", size=PHONE)
    opened.page.click("[data-supposes=set-aside]")
    assert "answered → contested" in opened.page.inner_text("#list [role=treeitem] .standing.moved >> nth=0")
    assert opened.run("() => probe.smallTargets()") == []
    opened.page.click("#undo")
    assert opened.page.locator(".standing.moved").count() == 0


def told_of(name: str, claim_id: str) -> str:
    """What a card says of a claim: its word, what stands for it and what is unanswered against it."""
    balance = weigh(evaluate(subject(name)), claim_id)
    return f"{balance.word} {len(balance.pros)}\u00a0:\u00a0{len(balance.cons)}"


def same_figures(opened: Opened, expected: Any, within: float = 1e-9) -> bool:
    words, strength = opened.run("() => probe.figures()")
    return words == {claim_id: weigh(expected, claim_id).word for claim_id in words} and all(
        abs(strength[node_id] - expected.strength[node_id]) <= within for node_id in strength
    )


def test_status_is_said_in_words_and_shape(open_network: Open) -> None:
    opened = open_network(page("old-town-cars"))
    said = opened.run("() => Object.fromEntries(probe.shown().map(id => [id, probe.survival(id)]))")
    assert said["keep-open"] == [told_of("old-town-cars", "keep-open")]
    assert [words for words in opened.page.inner_text("#legend").split("\n") if words] == [
        "+",
        "Reason",
        "−",
        "Objection",
        "=",
        "Answer to the objection",
        "/",
        "Objection to the step",
        "+",
        "a step added by the map",
        "unchallenged",
        "unchallenged, nothing for it",
        "answered",
        "contested",
        "opposed",
        "6 : 1",
        "6 reasons stand, 1 objection is unanswered",
    ]
    on_map(opened, "c")
    assert " ".join(opened.run("() => probe.survival('trade-falls')")).startswith(
        "opposed 0\u00a0:\u00a02 · Objection"
    )


def test_a_phone_says_what_survives_and_whose_voice_it_is(open_network: Open) -> None:
    opened = open_network(page("open-vs-closed-ai"), "#layout=list&open=*", size=PHONE)
    words = opened.page.inner_text("#list")
    assert re.search(r"contested \d+\s:\s\d+\s+The article's author sets it out", words)
    assert re.search(r"unchallenged \d+\s:\s\d+ The article's author says so", words)
    assert "(reported)" in words
    items = opened.page.locator("#list .item .item > [role=treeitem]").all()
    assert any(", contested" in (item.get_attribute("aria-label") or "") for item in items)


def test_the_page_works_in_the_sandboxed_frame_of_a_notebook(open_page: Open) -> None:
    frame = f'<iframe sandbox="allow-scripts" width="1400" height="700" srcdoc="{escape(page("town"))}"></iframe>'
    opened = open_page(f"<!doctype html><html data-ready><body>{frame}")
    inner = opened.page.frames[1]
    inner.wait_for_selector("html[data-ready]", state="attached")
    inner.evaluate("() => argumapPage.show('trade-falls')")
    inner.click("#theme")
    assert "Shops lose custom" in inner.inner_text("#detail")
    assert opened.complaints == []


def test_resting_on_a_card_tells_its_sentence_who_says_it_and_the_passage(open_network: Open) -> None:
    anchors = {
        "trade-falls": [{"source": "column", "at": "s2.p1.s2", "state": "exact", "text": "Custom will go."}]
    }
    opened = open_network(build_page(given(TOWN, anchors=anchors, **more("town"))))
    opened.page.mouse.move(*middle(opened, "trade-falls"))
    opened.page.wait_for_selector("#hover", state="visible")
    told = opened.page.inner_text("#hover")
    for words in ("Shops in the old town lose customers", "Shopkeepers' guild", "Custom will go."):
        assert words in told
    card, hover = opened.run("id => probe.rect(id)", "trade-falls"), opened.page.locator("#hover").bounding_box()
    assert hover is not None
    assert hover["x"] >= card[2] or hover["x"] + hover["width"] <= card[0] or hover["y"] >= card[3]
    press(opened, "Escape")
    assert opened.page.is_hidden("#hover")


def test_one_persons_case_is_lit_with_its_way_to_the_question(open_page: Open) -> None:
    opened = open_page(page("town"), "#view=network&who=shops")
    look = "id => argumapPage.look(id).dim"
    lit = {each: not opened.run(look, each) for each in ("cars", "close-it", "trade-falls", "clean-air")}
    assert lit == {"cars": True, "close-it": True, "trade-falls": True, "clean-air": False}
    opened.page.click("#who-off")
    assert not opened.run(look, "clean-air")
    opened.page.go_back()
    opened.page.wait_for_function("() => argumapPage.look('clean-air').dim")


def test_a_screen_reader_hears_what_bears_on_what_the_verdict_who_and_how_much_is_beneath(open_page: Open) -> None:
    opened = open_page(page("town"), "#view=network")
    opened.run("() => argumapPage.show('trade-falls')")
    told = opened.page.inner_text("#live")
    for words in (
        "Shops lose custom",
        "on “Close the old town",
        "unchallenged, may be true, but does not decide it",
        "Shopkeepers' guild",
        "2 points beneath",
    ):
        assert words in told
    assert "not argued" not in told


def test_the_minimap_comes_only_when_not_all_is_in_view(open_network: Open) -> None:
    opened = open_network(page("town"))
    assert opened.page.is_hidden("#mini")
    on_map(opened, "+", "+", "+", "+", "+", "+")
    opened.page.wait_for_selector("#mini", state="visible")


def test_without_scripts_the_reader_is_led_to_the_outline(open_page: Open, browser: Any, folder: Path) -> None:
    path = folder / "still.html"
    path.write_text(page("town"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(path.as_uri())
    assert still.is_visible(".noscript a")
    context.close()


def test_strength_that_only_counts_points_says_so(open_network: Open) -> None:
    opened = open_network(page("town"), "#n=close-it")
    opened.page.click("#detail .strength summary")
    assert "only counts points" in opened.page.inner_text("#detail .strength")


def test_pages_of_ten_thousand_claims_stay_small() -> None:
    assert len(page("10000").encode()) < 3_000_000
