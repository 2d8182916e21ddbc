"""What the pages that are read have in common: they open anywhere, keep still, and no text in them comes alive."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argumap.anchoring import build_coverage
from argumap.mapfile import read_map
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Concept,
    Concern,
    Effect,
    Issue,
    Passage,
    Quote,
    Section,
    Source,
    Stakeholder,
)
from argumap.semantics import evaluate
from argumap.text import parse_article, read_article
from argumap.views import VIEWS
from maps import HOSTILE_TEXT, MAPS
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.views import ViewInput
    from pages import Opened

    Open = Callable[..., Opened]

GRAPH = Path(__file__).parents[2] / "graph"
PAGES = ("index", "outline", "matrix", "sections")
SHIPPED = ("open-vs-closed-ai", "old-town-cars")

PAYLOADS = (
    HOSTILE_TEXT,
    "<img src=x onerror=window.__pwn=1>",
    "\"><svg onload=window.__pwn=1> '><b>",
    "javascript:window.__pwn=1",
    "{{ 7*7 }}{% raw %}${7*7}",
    "</style></title><script>window.__pwn=1</script>",
    "\x00\x0b\ud800 \u2029 --> ]]> &lt;script&gt;",
    "' autofocus onfocus=window.__pwn=1 x='",
)


def hostile(text: str) -> ArgumentMap:
    """A map with ``text`` in every field that holds text, ids included."""

    def id(name: str) -> str:
        return f"{name}{text}"

    passage = (Passage(id("source"), "s1.p1.s1", Quote(text, text, text)),)
    return ArgumentMap(
        title=text,
        sources=(Source(id("source"), text, id("speaker"), text, text, text, ("s1.p1.s2",)),),
        sections=(Section(id("source"), "s1", text, Act.PRESENTS),),
        issues=(
            Issue(id("issue"), text, at=passage, tags=(text,)),
            Issue(id("criterion"), text, (id("concept"), id("other"))),
        ),
        claims=(
            Claim(
                id("claim"),
                text,
                text,
                answers=(id("issue"),),
                concerns=(Concern(id("silent"), Effect.HARMS),),
                date=text,
                tags=(text,),
                at=passage,
            ),
            Claim(id("reason"), text, rephrases=(id("claim"),), contradicts=(id("untied"),), at=passage),
            Claim(id("untied"), text, text, answers=(id("criterion"),), about=(id("concept"),)),
        ),
        arguments=(
            Argument(id("step"), (id("reason"),), Bearing.ATTACKS, id("claim"), text, text),
            Argument(id("undercut"), (id("reason"), id("untied")), Bearing.UNDERCUTS, id("step"), at=passage),
        ),
        stakeholders=(
            Stakeholder(
                id("speaker"),
                text,
                role=text,
                affiliation=(id("silent"),),
                interests=(text,),
                aliases=(text,),
                same_as=text,
            ),
            Stakeholder(id("silent"), text, interests=(text,)),
            Stakeholder(id("idle"), text),
        ),
        attributions=(
            Attribution(id("speaker"), Act.ARGUES, id("claim"), (id("silent"),), True, text, passage, text),
            Attribution(id("speaker"), Act.PRESENTS, id("step"), cue=text),
        ),
        concepts=(Concept(id("concept"), text, text, same_as=text, at=passage), Concept(id("other"), text)),
    )


FIELDS = 34
"""How many text fields `hostile` fills, ids of seven kinds among them."""


class Tags(HTMLParser):
    """Every element of a page that could do something, by its tag and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts = 0
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.nameless: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.scripts += tag == "script"
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "data"}]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


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


def hostile_page(name: str, text: str) -> str:
    argument_map = hostile(text)
    source = argument_map.sources[0].id
    articles = {source: parse_article(f"# {text}\n\n{text.replace('.', '')}. More. {text}\n", "txt")}
    coverage = build_coverage(argument_map, articles)
    return VIEWS[name].build(
        given(argument_map, articles=articles, coverage=coverage, evaluation=evaluate(argument_map), files=(text,))
    )


SUBJECTS = [*MAPS, *SHIPPED, "100"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_text_in_any_field_comes_alive(name: str, payload: str) -> None:
    assert len(PAYLOADS) * FIELDS >= 60
    tame, wild = Tags(hostile_page(name, "tame")), Tags(hostile_page(name, payload))
    assert wild.scripts == tame.scripts
    assert wild.handlers == []
    assert set(wild.tags) == set(tame.tags)
    assert all(re.match(r"(#|\./|[a-z]+\.html|https?://)", a) for a in wild.addresses)


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


@browsing
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("payload", PAYLOADS[:3], ids=range(3))
def test_c3_hostile_text_is_shown_and_does_nothing(name: str, payload: str, open_page: Open) -> None:
    opened = open_page(hostile_page(name, payload))
    assert opened.run("() => window.__pwn") is None
    assert opened.complaints == []
    assert len(opened.requests) == 1


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
    "hash", ["#n=nobody", "#n=<img src=x onerror=window.__pwn=1>", "#n=__proto__", "#n=%E0%A4%A"]
)
def test_c9_an_unknown_or_hostile_address_gets_a_notice(name: str, hash: str, open_page: Open) -> None:
    opened = open_page(page(name, "town"), hash)
    assert opened.page.locator("#notice").is_visible()
    assert opened.run("() => window.__pwn") is None
    assert opened.complaints == []


IN_VIEW = """() => { const box = document.querySelector('.shown').getBoundingClientRect();
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
