"""A page about a German map says nothing of its own in English."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from argumap.phrases import ENGLISH, get_phrases
from argumap.semantics import evaluate
from argumap.snapshots import build_snapshot
from argumap.views import VIEWS, MapState, ViewInput, build_card, build_maps_page
from page_shapes import SHAPES
from pages import given

TITLE = "Who owns the kerb"
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
SAID = ("title", "aria-label", "placeholder", "alt", "data-and")
# Words that English has and German has not, names of formats and of things typed left aside.
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|with|this|that|is|are|not|to|by|from|for|answers?|reasons?|objections?|claims?|shows?|more|"
    r"nobody|which|what|where|who|search|share|leads|level|against|outline|overview|sections|changes)\b",
    re.IGNORECASE,
)
# The names of things in a file, of a command and of ideas in the literature stay as they are.
ALLOWED = re.compile(
    r"issue|claims fehlt|argumap log|rebutting defeater|rebuttal|undercut|quadratic energy|grounded extension"
)


class Told(HTMLParser):
    """What a page shows and says in the language ``de``."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.languages, self.hidden, self.told = [""], 0, list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or self.languages[-1]
        if language.startswith("de"):
            self.told.extend(given[name] or "" for name in SAID if name in given)
        if tag not in VOID:
            self.languages.append(language)
            self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.languages.pop()
            self.hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.hidden and self.languages[-1].startswith("de") and data.strip():
            self.told.append(data.strip())


def find_english(page: str) -> list[str]:
    """What the page says in English; the title of the source may stand within what it says."""
    return [told for told in Told(page).told if ENGLISH_WORDS.search(ALLOWED.sub("", told.replace(TITLE, "")))]


def german() -> ViewInput:
    """A German map of an English article whose text is at hand."""
    shape = SHAPES["German"]
    sources = tuple(replace(source, title=TITLE, language="en") for source in shape.sources)
    claim = next(claim for claim in shape.claims if claim.at)
    words = {"source": sources[0].id, "at": claim.at[0].at, "state": "exact", "text": "Who is to have the kerb?"}
    drawn = replace(shape, sources=sources, language="de")
    return given(drawn, "strasse", evaluation=evaluate(drawn), anchors={claim.id: [words]})


@pytest.mark.parametrize("name", ["index", "map", "matrix", "outline", "sections"])
def test_a_page_about_a_german_map_says_nothing_of_its_own_in_english(name: str) -> None:
    assert find_english(VIEWS[name].build(german())) == []


def test_nor_does_the_page_of_several_maps() -> None:
    assert find_english(build_maps_page([build_card(german())])) == []


def test_the_changes_of_a_german_map_are_told_in_german() -> None:
    now = replace(SHAPES["German"], language="de")
    before = replace(now, arguments=now.arguments[3:], attributions=now.attributions[2:])
    states = (MapState(build_snapshot(before), "2027-04-17", "vor der Sitzung"), MapState(build_snapshot(now)))
    drawn = given(now, "strasse", evaluation=evaluate(now), states=states)
    assert find_english(VIEWS["changes"].build(drawn)) == []
    assert find_english(build_maps_page([build_card(drawn)])) == []


def test_an_english_word_on_a_german_page_would_be_found() -> None:
    page = VIEWS["outline"].build(german())
    slipped = page.replace(get_phrases("de").say("outline.open-all"), ENGLISH.say("outline.no-answer"), 1)
    assert find_english(slipped) == [ENGLISH.say("outline.no-answer")]


def test_no_german_phrase_is_english() -> None:
    spoken = get_phrases("de").phrases
    texts = {key: [p] if isinstance(p, str) else [*p.values()] for key, p in spoken.items()}
    assert {
        key: text
        for key, told in texts.items()
        for text in told
        if ENGLISH_WORDS.search(ALLOWED.sub("", re.sub(r"\{[\w-]+\}", "", text)))
    } == {}


def test_the_german_pages_address_nobody() -> None:
    spoken = get_phrases("de").phrases
    texts = [text for p in spoken.values() for text in ([p] if isinstance(p, str) else p.values())]
    polite = re.compile(r"(?<!: )(?<!^)\b(Sie|Ihr|Ihre|Ihnen)\b")
    assert [text for text in texts if polite.search(text)] == []
