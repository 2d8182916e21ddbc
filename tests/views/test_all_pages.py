"""What the pages that are read have in common: they open anywhere, keep still, and no text in them comes alive."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argumap.anchoring import build_coverage
from argumap.mapfile import read_map
from argumap.page.embed import embed, printable
from argumap.semantics import evaluate
from argumap.text import parse_article, read_article
from argumap.views import VIEWS, build_navigation
from hostile import PAYLOADS, hostile, together
from maps import MAPS
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.text import Article, Block, Unit
    from argumap.views import ViewInput
    from pages import Opened

    Open = Callable[..., Opened]

GRAPH = Path(__file__).parents[2] / "graph"
PAGES = tuple(view.name for view in build_navigation())
SHIPPED = ("open-vs-closed-ai", "old-town-cars")

ADDRESS = re.compile(
    r"(\./[\w/.%~-]*|([a-z]+\.html)?(#((n|tour|compare)=)?[\w/.%,~-]*(&(aside|tour)=[\w/.%,~-]*)*)?)", re.ASCII
)
"""What a page may link to: itself, a page or a file beside it, with no letter that means anything to HTML."""


class Tags(HTMLParser):
    """Every element of a page that could do something, by its tag and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: list[list[str]] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.append([name for name, _ in attrs])
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "data"}]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@cache
def made(subject: str) -> ViewInput:
    """What the pages of one of the named maps draw from."""
    more: dict[str, Any] = {}
    if subject in SHIPPED:
        folder = GRAPH / subject
        argument_map = read_map(folder / "map.yaml").map
        articles = {"column": read_article(folder / "column.md")} if subject == "old-town-cars" else {}
        more = {"articles": articles, "coverage": build_coverage(argument_map, articles)}
    else:
        argument_map = grown(int(subject)) if subject.isdecimal() else MAPS[subject]
    return given(argument_map, subject, evaluation=evaluate(argument_map), files=("snapshot.jsonl",), **more)


@cache
def page(name: str, subject: str) -> str:
    return VIEWS[name].build(made(subject))


TAME = tuple(f"tame {n}" for n in range(len(PAYLOADS)))


def articles_of(kind: str) -> tuple[Article, ...]:
    """An article of each payload, as the reader of its kind takes it."""
    texts = (f"# {text}\n\n{text.replace('.', '')}. More. {text}\n" for text in PAYLOADS)
    return tuple(parse_article(text, kind) for text in texts)


def tamed(article: Article) -> Article:
    """An article of the same parts without a word of it."""

    def tame(unit: Unit) -> Unit:
        return replace(unit, text="tame")

    def tame_block(block: Block) -> Block:
        return replace(block, units=tuple(map(tame, block.units)))

    return replace(
        article,
        sections=tuple(
            replace(s, heading=s.heading and tame(s.heading), blocks=tuple(map(tame_block, s.blocks)))
            for s in article.sections
        ),
    )


def all_at_once(texts: tuple[str, ...], articles: tuple[Article, ...]) -> ViewInput:
    """A debate and an article for each text, with the text wherever a page could show one."""
    argument_map = together(texts)
    at_hand = {source.id: article for source, article in zip(argument_map.sources, articles, strict=True)}
    anchors = {
        claim.id: [{"source": claim.id, "at": "s1.p1.s1", "state": text, "text": text}]
        for claim, text in zip(argument_map.claims, (text for text in texts for _ in range(3)), strict=True)
    }
    return given(
        argument_map,
        "".join(texts),
        articles=at_hand,
        anchors=anchors,
        coverage=build_coverage(argument_map, at_hand),
        evaluation=evaluate(argument_map),
        snapshot=texts[0],
        files=texts,
    )


@cache
def wild_and_tame(name: str, kind: str = "txt") -> tuple[str, str]:
    """A page with every payload in every field and in the articles, and its twin of words that do nothing."""
    articles = articles_of(kind)
    subjects = (all_at_once(PAYLOADS, articles), all_at_once(TAME, tuple(map(tamed, articles))))
    wild, tame = (VIEWS[name].build(subject) for subject in subjects)
    return wild, tame


SUBJECTS = [*MAPS, *SHIPPED, "100"]


@pytest.mark.parametrize(
    ("name", "kind"), [*((name, "txt") for name in PAGES), ("sections", "md"), ("sections", "html")]
)
def test_no_text_in_any_field_comes_alive(name: str, kind: str) -> None:
    wild, tame = map(Tags, wild_and_tame(name, kind))
    assert wild.tags == tame.tags
    assert wild.attributes == tame.attributes
    assert wild.handlers == []
    words = "".join(wild.words)
    # The overview shows the answers and what bears on them; of all else it has the words at hand.
    assert [
        text for text in PAYLOADS if str(printable(text)) not in words and embed(text)[1:-1] not in words
    ] == []
    assert [each for each in wild.addresses if not ADDRESS.fullmatch(each)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_claim_of_a_hostile_map_has_its_address(name: str) -> None:
    html, _ = wild_and_tame(name)
    ids, payload = set(Tags(html).ids), html.partition('id="payload"')[2]
    missing = [
        claim.id
        for claim in together(PAYLOADS).claims
        if f"n={printable(claim.id)}" not in ids and embed(claim.id) not in payload
    ]
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_two_builds_are_equal(name: str, subject: str) -> None:
    assert VIEWS[name].build(made(subject)) == page(name, subject)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_ids_are_unique_and_headings_do_not_skip(name: str, subject: str) -> None:
    tags = Tags(page(name, subject))
    assert len(tags.ids) == len(set(tags.ids))
    assert tags.headings.count(1) == 1
    steps = zip(tags.headings, tags.headings[1:], strict=False)
    assert [(a, b) for a, b in steps if b > a + 1] == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("subject", [*MAPS, "old-town-cars"])
def test_every_claim_has_its_address_on_every_page(name: str, subject: str) -> None:
    argument_map = MAPS.get(subject) or read_map(GRAPH / subject / "map.yaml").map
    html = page(name, subject)
    ids = set(Tags(html).ids)
    for claim in argument_map.claims:
        assert f"n={claim.id}" in ids or f'"{claim.id}"' in html.partition('id="payload"')[2]


@pytest.mark.parametrize("name", PAGES)
def test_a_map_without_anything_says_what_is_missing(name: str) -> None:
    assert re.search(r"no claims|no source|Nobody", page(name, "empty"), re.IGNORECASE)


# ---------------------------------------------------------------- in a browser

browsing = pytest.mark.browser


ELEMENTS = (
    "() => [...document.querySelectorAll('*')].map(e => [e.localName, ...e.getAttributeNames().sort()].join(' '))"
)


@browsing
@pytest.mark.parametrize("name", PAGES)
def test_c3_hostile_text_is_shown_and_does_nothing(name: str, open_page: Open) -> None:
    wild, tame = map(open_page, wild_and_tame(name))
    assert wild.run(ELEMENTS) == tame.run(ELEMENTS)
    assert wild.run("() => window.__pwn") is None
    assert wild.complaints == []
    assert len(wild.requests) == 1


@browsing
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("subject", [*SHIPPED, "hostile"])
def test_c1_c2_c5_one_request_no_complaint_and_landmarks(name: str, subject: str, open_page: Open) -> None:
    opened = open_page(page(name, subject))
    assert len([url for url in opened.requests if not url.startswith(("data:", "blob:"))]) == 1
    assert opened.complaints == []
    assert opened.run("() => document.doctype !== null && document.documentElement.lang") == "en"
    assert opened.run("() => document.querySelectorAll('main').length") == 1
    opened.page.keyboard.press("Tab")
    assert opened.run("() => document.activeElement.className") == "skip"


@browsing
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("subject", SHIPPED)
def test_c7_a_phone_needs_no_sideways_scroll(name: str, subject: str, open_page: Open) -> None:
    opened = open_page(page(name, subject), size=PHONE)
    assert opened.run("() => document.documentElement.scrollWidth") <= PHONE[0]


HEAD = """() => ['.masthead h1', '#who', '#theme'].map(at => document.querySelector(at).getBoundingClientRect())
  .map(box => [Math.round(box.left), Math.round(box.top)])"""


@browsing
def test_c7_a_phone_has_title_and_tools_at_the_same_place_on_every_page(open_page: Open) -> None:
    heads = {name: open_page(page(name, SHIPPED[0]), size=PHONE).run(HEAD) for name in PAGES}
    assert len({str(head) for head in heads.values()}) == 1, heads


TABLET = (768, 1024)


@browsing
def test_c7_a_tablet_upright_shows_five_people_without_scrolling(open_page: Open) -> None:
    opened = open_page(page("matrix", SHIPPED[0]), size=TABLET)
    assert (
        opened.run("() => { const e = document.querySelector('.grid'); return e.scrollWidth - e.clientWidth; }")
        == 0
    )


COVERED = """() => { const foot = document.querySelector('#net').getBoundingClientRect().bottom;
  return ['#key', '#pan', '#zoom'].filter(at => document.querySelector(at).getBoundingClientRect().top < foot)
    .filter(at => document.querySelector(at).offsetParent); }"""


@browsing
def test_c7_a_phone_has_what_pans_and_zooms_beneath_the_drawing(open_page: Open) -> None:
    opened = open_page(page("map", SHIPPED[0]), "#view=network", size=PHONE)
    assert opened.run(COVERED) == []


ZOOMED = {"200 %": (720, 450), "400 %": (360, 225), "the least of WCAG 1.4.10": (320, 256)}
"""What is left of a window of 1440 × 900 where its letters are so large."""

CUT = """() => [...document.querySelectorAll('.masthead *, .bar *, .sheets *')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.unseen, .sheetlet, .offers, svg'))
  .filter(e => { const {left, right, width} = e.getBoundingClientRect();
    return width > 1 && (left < 0 || right > innerWidth || e.scrollWidth > e.clientWidth + 1 && e.clientWidth); })
  .map(e => e.id || e.textContent.trim().slice(0, 30))"""


@browsing
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("zoom", ZOOMED)
def test_c7_a_zoomed_page_has_its_head_whole_and_no_sideways_scroll(name: str, zoom: str, open_page: Open) -> None:
    opened = open_page(page(name, SHIPPED[0]), size=ZOOMED[zoom])
    assert opened.run("() => document.documentElement.scrollWidth") <= ZOOMED[zoom][0]
    assert opened.run(CUT) == []


MARKS = """() => [...document.querySelectorAll('.status > [aria-hidden]')]
  .filter(mark => mark.offsetParent).map(mark => {
  const [word, disc] = [mark.parentElement, mark].map(each => each.getBoundingClientRect());
  const {backgroundImage, borderStyle} = getComputedStyle(mark);
  return [mark.parentElement.classList[1], backgroundImage.split('(')[0], borderStyle, Math.round(disc.width),
    Math.abs(disc.top + disc.bottom - word.top - word.bottom) < 4]; })"""


@browsing
@pytest.mark.parametrize("name", ["outline", "sections"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_marks_of_verdicts_are_drawn_and_no_font_chooses_their_look(
    name: str, forced: str, open_page: Open
) -> None:
    opened = open_page(page(name, SHIPPED[1]), forced_colors=forced)
    marks = {word: (ground, border, width) for word, ground, border, width, _ in opened.run(MARKS)}
    assert marks["contested"] == ("linear-gradient", "solid", 11)
    assert marks["opposed"] == ("none", "solid", 11)
    assert marks["bare"] == ("none", "solid", 8)
    assert all(centred for *_, centred in opened.run(MARKS))


STAGE = "() => document.getElementById('net').getBoundingClientRect().height"


@browsing
@pytest.mark.parametrize("zoom", ZOOMED)
def test_c7_the_network_has_most_of_a_zoomed_window(zoom: str, open_page: Open) -> None:
    opened = open_page(page("map", SHIPPED[0]), "#view=network", size=ZOOMED[zoom])
    assert opened.run(STAGE) >= 0.6 * ZOOMED[zoom][1]
    assert opened.run("() => document.documentElement.scrollWidth") <= ZOOMED[zoom][0]


@browsing
def test_c7_a_button_brings_the_panel_up_where_a_zoomed_window_has_no_room_for_it(open_page: Open) -> None:
    opened = open_page(page("map", SHIPPED[0]), "#view=network", size=ZOOMED["200 %"])
    assert not opened.page.is_visible("#panel")
    assert opened.page.get_attribute("#panel-toggle", "aria-expanded") == "false"
    opened.page.click("#panel-toggle")
    assert opened.page.is_visible("#tab-outline")
    assert opened.page.get_attribute("#panel-toggle", "aria-expanded") == "true"
    assert (
        opened.run("() => document.elementFromPoint(40, innerHeight - 30).closest('#panel, #key').id") == "panel"
    )
    opened.page.click("#panel-toggle")
    assert not opened.page.is_visible("#panel")


@browsing
def test_print_ends_with_a_sheet_that_has_something_on_it(open_page: Open, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    printed = tmp_path / "outline.pdf"
    open_page(page("outline", SHIPPED[0])).page.pdf(path=str(printed), format="A4")
    sheets = [sheet.get_textpage().get_text_range() for sheet in PdfDocument(str(printed))]
    assert all(sheet.strip() for sheet in sheets)


@browsing
def test_a_printed_overview_promises_no_passage_and_sets_what_is_left_to_tell_in_two_columns(
    open_page: Open,
) -> None:
    opened = open_page(page("index", SHIPPED[1]))
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".sign-key", has_text="¶").locator("b").is_visible()
    assert opened.run("() => getComputedStyle(document.querySelector('.more-told ul')).columnCount") == "2"


SMALL = """() => [...document.querySelectorAll('main a, main button, main select, main input, main summary')]
  .filter(e => e.offsetParent && !e.closest('.unseen'))
  .map(e => [e.textContent.trim().slice(0, 40) || e.id, e.closest('label') || e])
  .filter(([, e]) => [...e.getClientRects()].reduce((height, box) => height + box.height, 0) < 24)
  .map(([words]) => words)"""
LOW = """() => [...document.querySelectorAll('button, select, summary, input[type=search]')]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.id || e.textContent)"""


@browsing
@pytest.mark.parametrize("name", PAGES)
def test_c7_controls_can_be_hit_with_a_finger(name: str, open_page: Open) -> None:
    opened = open_page(page(name, "old-town-cars"), size=PHONE)
    assert opened.run(SMALL) == []
    assert opened.run(LOW) == []


@browsing
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "fragment", ["#n=nobody", "#n=<img src=x onerror=window.__pwn=1>", "#n=__proto__", "#n=%E0%A4%A"]
)
def test_c9_an_unknown_or_hostile_address_gets_a_notice(name: str, fragment: str, open_page: Open) -> None:
    opened = open_page(page(name, "town"), fragment)
    assert opened.page.locator("#notice").is_visible()
    assert opened.run("() => window.__pwn") is None
    assert opened.complaints == []


IN_VIEW = """() => { const box = document.querySelector('.chosen, .shown').getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0; }"""


@browsing
@pytest.mark.parametrize("name", PAGES)
def test_c9_an_address_is_followed_and_kept_in_the_links_between_pages(name: str, open_page: Open) -> None:
    opened = open_page(page(name, "town"), "#n=trade-falls")
    assert opened.page.locator("#notice").is_hidden()
    assert (
        opened.run("() => document.querySelector('.pages a').getAttribute('href')") == "index.html#n=trade-falls"
    )
    assert opened.run(IN_VIEW)


@browsing
@pytest.mark.parametrize("name", PAGES)
def test_c6_dark_and_light_follow_the_reader(name: str, open_page: Open) -> None:
    opened = open_page(page(name, "town"), dark=True)
    ground = "() => getComputedStyle(document.body).backgroundColor"
    assert opened.run(ground) == "rgb(20, 22, 26)"
    opened.page.click("#theme")
    assert opened.run(ground) == "rgb(247, 245, 240)"


CONTRAST = """() => {
  const part = x => (x /= 255) <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4;
  const light = c => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const bad = new Map(), walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.offsetParent) continue;
    if (element.closest('.unseen, [aria-hidden=true], option')) continue;
    const pair = [light(rgb(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + .05) / (pair[1] + .05);
    if (ratio < 4.5) bad.set(element.className || element.tagName, ratio.toFixed(2));
  }
  return [...bad];
}"""


@browsing
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_c6_text_has_contrast(name: str, dark: bool, open_page: Open) -> None:
    opened = open_page(page(name, "old-town-cars"), dark=dark)
    assert opened.run(CONTRAST) == []


NAMELESS = """() => [...document.querySelectorAll('button, input, select, a[href], [role=img], nav')]
  .filter(e => !e.textContent.trim() && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby'))
  .filter(e => !e.labels?.length).map(e => e.outerHTML.slice(0, 80))"""


@browsing
@pytest.mark.parametrize("name", PAGES)
def test_o7_every_control_has_a_name(name: str, open_page: Open) -> None:
    assert open_page(page(name, "old-town-cars")).run(NAMELESS) == []


# What no text of an author's fills: words of the format, locators, codes, figures, and yes or no.
_OF_THE_FORMAT = {
    *("skip", "at", "voice", "exclusive", "standard", "type", "effect", "implicit", "base", "requires_support"),
    *("expect", "bearing", "weight", "inferred", "act", "loosely", "broader", "code", "unreadable"),
}


def test_a_hostile_map_has_its_text_in_every_field_that_holds_text() -> None:
    filled: dict[tuple[str, str], bool] = {}

    def walk(record: object) -> None:
        for each in fields(record) if is_dataclass(record) and not isinstance(record, type) else ():
            value = getattr(record, each.name)
            key = (type(record).__name__, each.name)
            filled[key] = filled.get(key, False) or "ha&<ck" in repr(value)
            for inner in value if isinstance(value, tuple) else (value,):
                walk(inner)

    walk(hostile("ha&<ck"))
    assert {name for (_, name), full in filled.items() if not full} <= _OF_THE_FORMAT
