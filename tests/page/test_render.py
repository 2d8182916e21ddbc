from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

import argumap.page
from argumap.page import build_environment, render
from maps import HOSTILE_TEXT


@dataclass(frozen=True)
class NavigationEntry:
    name: str
    file: str
    label: str


BASE = Path(argumap.page.__file__).parent / "templates" / "base.html.j2"
PAGES = (NavigationEntry("index", "index.html", "Overview"), NavigationEntry("outline", "outline.html", "Outline"))


def page(title: str = "Old town", payload: object = None, language: str = "", **context: object) -> str:
    styles = ["tokens.css", "page.css"]
    return render(
        BASE, title=title, payload=payload, script="core.js", styles=styles, language=language, **context
    )


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def test_c5_the_frame_of_every_page_is_whole() -> None:
    text = page(page="outline", pages=PAGES)
    elements = Elements(text)
    assert text.startswith("<!doctype html>")
    assert elements.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert [len(elements.all(tag)) for tag in ("title", "h1", "header", "main", "nav")] == [1] * 5
    assert next(a for a in elements.all("a"))["class"] == "skip"
    assert [a.get("data-page") for a in elements.all("a")][1:] == [each.name for each in PAGES]
    assert [a["data-page"] for a in elements.all("a") if "aria-current" in a] == ["outline"]


def test_a_page_names_no_address_on_the_network() -> None:
    assert not re.search(r"https?://|url\(|@import", page())


def test_only_the_scripts_of_the_page_may_run() -> None:
    text = page(payload={"a": 1})
    bodies = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in bodies]
    policy = Elements(text).all("meta")[1]["content"] or ""
    assert "default-src 'none'" in policy
    assert re.findall(r"sha256-([^']+)", policy) == digests
    assert len(digests) == 2


def test_a_hostile_title_stays_text() -> None:
    text = page(HOSTILE_TEXT + "\0\ud800", payload={"title": HOSTILE_TEXT})
    assert "<script>window" not in text
    assert "\0" not in text
    assert len(Elements(text).all("script")) == 4
    text.encode("utf-8")


def test_a_map_without_a_title_still_has_a_heading() -> None:
    assert '<h1 dir="auto">Untitled map</h1>' in page("")


def test_a_page_speaks_the_language_of_its_map() -> None:
    text = page("Die Altstadt", page="outline", pages=PAGES, language="de-AT")
    assert '<html lang="de" dir="ltr">' in text
    assert "<title>Die Altstadt · Gliederung</title>" in text
    assert 'aria-current="page">Gliederung</a>' in text
    assert '<h1 dir="auto">Die Altstadt</h1>' in text


def test_what_the_map_says_is_marked_where_the_page_speaks_another_language() -> None:
    text = page("شهر", language="fa")
    assert '<html lang="en" dir="rtl">' in text
    assert '<h1 dir="auto" lang="fa">شهر</h1>' in text


def test_a_phrase_in_a_template_keeps_markup_and_tames_what_is_none() -> None:
    environment = build_environment({}, folder=BASE.parent, title="", payload=None, script="core.js", styles=[])
    code = """{{ phrase("grammar.and", first=first, last="<b>" | safe) }} {{ phrase("counts.claims", n=2000) }}"""
    assert environment.from_string(code).render(first="<i>") == "&lt;i&gt; and <b> 2,000 claims"


def test_links_are_joined_as_the_language_does() -> None:
    environment = build_environment(
        {}, folder=BASE.parent, title="", payload=None, script="core.js", styles=[], language="de"
    )
    code = """{{ phrase.join(["<a>A</a>" | safe, "B & C", "D"]) }}"""
    assert environment.from_string(code).render() == "<a>A</a>, B &amp; C und D"


def test_a_page_carries_only_the_phrases_that_its_script_names() -> None:
    text = page()
    carried = re.findall(r'<script type="application/json" id="words">(.*?)</script>', text)
    others = [key for key in json.loads(carried[0]) if not key.startswith("share.")]
    assert others == ["grammar.and", "grammar.comma", "grammar.quotes", "page.nothing-called"]


def test_the_same_data_gives_the_same_bytes() -> None:
    assert page(payload={"b": [1, 2], "a": "x"}) == page(payload={"a": "x", "b": [1, 2]})


@pytest.mark.parametrize("text", ["let a = '</script>'", "let a = '<!--'"])
def test_a_script_that_would_break_its_page_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="break its page"):
        build_environment(
            {}, folder=BASE.parent, title="", payload=None, script="core.js", styles=[], libraries=[text]
        )


def test_scripts_from_elsewhere_are_digested_as_the_browser_reads_them() -> None:
    environment = build_environment(
        {},
        folder=BASE.parent,
        title="",
        payload=None,
        script="core.js",
        styles=[],
        libraries=["let a = 1;\r\nlet b = 2;\r"],
    )
    text = environment.get_template("base.html.j2").render()
    assert "let a = 1;\nlet b = 2;\n" in text
    assert base64.b64encode(hashlib.sha256(b"let a = 1;\nlet b = 2;\n").digest()).decode() in text


def test_scripts_from_elsewhere_are_held_until_ours_asks_for_them() -> None:
    libraries = ["window.elsewhere = 1;"]
    environment = build_environment(
        {}, folder=BASE.parent, title="", payload=None, script="core.js", styles=[], libraries=libraries
    )
    text = environment.get_template("base.html.j2").render()
    (held,) = re.findall(r'<script type="text/plain" class="library">(.*?)</script>', text)
    assert held == libraries[0]
    assert held not in "".join(re.findall(r"<script>(.*?)</script>", text, re.DOTALL))
