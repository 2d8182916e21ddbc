"""On the page of a German map nothing is said in English, whatever the reader does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    ClaimType,
    Concept,
    Concern,
    Effect,
    Issue,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.phrases import ENGLISH, get_phrases
from argumap.semantics import build_page_equations, evaluate
from argumap.views.map.pyvis_page import build_page
from maps import argument, at
from pages import given

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.phrases import Phrases
    from pages import Opened

pytestmark = pytest.mark.browser

TOWN = ArgumentMap(
    title="Wem gehört die Altstadt?",
    language="de",
    sources=(Source("column", "Gebt den Platz zurück", author="autorin"),),
    sections=(Section("column", "s1", "Warum jetzt"), Section("column", "s2")),
    issues=(
        Issue("q", "Soll die Altstadt autofrei werden?", exclusive=True, at=at("s1.h")),
        Issue("k", "Wie sauber ist die Luft?", compares=("gasse",)),
    ),
    concepts=(Concept("gasse", "Gassen"),),
    claims=(
        Claim("ja", "Die Altstadt soll autofrei werden.", "Autofrei", ClaimType.POLICY, answers=("q",)),
        Claim("nein", "Autos sollen bleiben.", "Autos bleiben", answers=("q",), implicit=True),
        Claim("luft", "Die Luft wird besser.", "Luft", ClaimType.FACT, at=at("s1.p1.s1"), tags=("Umwelt",)),
        Claim("ruhe", "Es wird ruhiger.", "Ruhe", ClaimType.VALUE, concerns=(Concern("kinder", Effect.BENEFITS),)),
        Claim("laden", "Läden verlieren Kundschaft.", "Läden leiden", ClaimType.PREDICTION, at=at("s2.p1.s1")),
        Claim("gegen", "Anderswo kamen mehr Leute.", "Mehr Leute", ClaimType.FACT, at=at("s2.p1.s2")),
        Claim("miete", "Mieten stiegen anderswo.", "Mieten stiegen", about=("gasse",), base=0.7),
        Claim("messung", "Messstellen fehlen.", "Messungen", answers=("k",), about=("gasse",)),
        Claim("lose", "Regen fällt.", "Regen"),
    ),
    arguments=(
        replace(argument("luft+ruhe/ja", "luft ruhe", "supports", "ja"), warrant="Ruhe zählt", scheme="Folgen"),
        argument("laden/ja", "laden", "attacks", "ja"),
        argument("laden/nein", "laden", "supports", "nein"),
        replace(argument("gegen/laden", "gegen", "attacks", "laden"), inferred=True),
        argument("miete/laden/ja", "miete", "undercuts", "laden/ja"),
    ),
    stakeholders=(
        Stakeholder("autorin", "Die Autorin", StakeholderType.PERSON, aliases=("A. T.",)),
        Stakeholder("gilde", "Die Gilde", StakeholderType.ORGANISATION, interests=("Umsatz",)),
        Stakeholder("wirt", "Ein Wirt", StakeholderType.UNSPECIFIED, affiliation=("gilde",)),
        Stakeholder("kinder", "Schulkinder", StakeholderType.GROUP, interests=("Ruhe",)),
    ),
    attributions=(
        Attribution("autorin", Act.ASSERTS, "ja"),
        Attribution("autorin", Act.ARGUES, "luft"),
        Attribution("gilde", Act.ARGUES, "laden", via=("autorin",), loosely=True, cue="so die Gilde"),
        Attribution("wirt", Act.ARGUES, "laden", via=("gilde", "autorin")),
        Attribution("autorin", Act.PRESENTS, "laden"),
        Attribution("wirt", Act.DISPUTES, "luft"),
        Attribution("gilde", Act.CONCEDES, "gegen"),
        Attribution("wirt", Act.QUESTIONS, "ruhe"),
        Attribution("gilde", Act.ENDORSES, "ruhe"),
        Attribution("kinder", Act.SUPPOSES, "miete"),
    ),
)  # fmt: skip
ANCHORS = {
    "laden": [{"source": "column", "at": "s2.p1.s1", "state": "moved", "text": "Die Kundschaft geht."}],
    "gegen": [{"source": "column", "at": "s2.p1.s2", "state": "replaced?"}],
}
WORD = re.compile(r"[^\W\d_]{2,}")
SHARED = {"argumap", "in", "so", "die", "hat", "will", "ja", "was", "an", "am", "also", "war", "not", "man"}


def words_of(phrases: Phrases) -> set[str]:
    spoken = " ".join(
        pattern
        for phrase in phrases.phrases.values()
        for pattern in ([phrase] if isinstance(phrase, str) else phrase.values())
    )
    return {word.casefold() for word in WORD.findall(re.sub(r"\{\w*\}", " ", spoken))}


ENGLISH_ALONE = words_of(ENGLISH) - words_of(get_phrases("de")) - SHARED


def build() -> str:
    evaluation = evaluate(TOWN)
    equations = build_page_equations(TOWN)
    return build_page(given(TOWN, evaluation=evaluation, equations=equations, anchors=ANCHORS))


def english_on(opened: Opened) -> set[str]:
    told = {word.casefold() for word in WORD.findall(opened.run("() => probe.told()"))}
    return told & ENGLISH_ALONE


def steps(opened: Opened) -> list[tuple[str, Callable[[], object]]]:
    """What a reader does, one thing after another."""
    page, run = opened.page, opened.run
    ids = [r.id for rs in (TOWN.claims, TOWN.issues, TOWN.stakeholders, TOWN.arguments, TOWN.concepts) for r in rs]
    shown = [(f"show {each}", lambda each=each: run("id => argumapPage.show(id)", each)) for each in ids]
    suppose = "button[data-supposes={}]"
    return [
        ("open", lambda: None),
        ("turn", lambda: page.click(".sheets [data-sheet=network]")),
        *shown,
        ("unfold", lambda: run("() => ['q', 'ja', 'nein', 'laden'].forEach(id => argumapPage.fold(id))")),
        ("show laden again", lambda: run("() => argumapPage.show('laden')")),
        ("aside", lambda: page.click(suppose.format("set-aside"))),
        ("whom it turns", lambda: run("() => argumapPage.show('ja')")),
        ("doubt", lambda: page.click(suppose.format("doubt"))),
        ("undo", lambda: page.click("#undo")),
        ("filters", lambda: page.click("#tab-filters")),
        ("filter", lambda: page.click("[data-facet=act] .chip >> nth=0")),
        ("tree", lambda: page.click("#tab-outline")),
        ("people", lambda: page.click("#people")),
        ("more", lambda: page.click("#more > summary")),
        *((c, lambda c=c: page.select_option("#colour", c)) for c in ("section", "status", "tag")),
        ("focus", lambda: run("() => argumapPage.focus('ja')")),
        ("branch", lambda: run("() => argumapPage.branch('ja')")),
        ("whole", lambda: run("() => argumapPage.whole()")),
        ("full", lambda: run("() => document.getElementById('full').click()")),
        ("main points", lambda: run("() => argumapPage.overview()")),
        ("search", lambda: page.fill("#query", "laden")),
        ("in vain", lambda: page.fill("#query", "xyz")),
        ("help", lambda: run("() => document.getElementById('help-open').click()")),
        ("help closed", lambda: page.keyboard.press("Escape")),
        ("more again", lambda: page.click("#more > summary")),
        ("list", lambda: page.select_option("#layout", "list")),
        ("nowhere", lambda: page.goto(page.url.partition("#")[0] + "#n=nirgends")),
    ]  # fmt: skip


def test_nothing_is_said_in_english_whatever_the_reader_does(open_page: Callable[..., Opened]) -> None:
    opened = open_page(build())
    found = {}
    for name, act in steps(opened):
        act()
        words = english_on(opened)
        if words:
            found[name] = words
    assert found == {}
    assert opened.complaints == []
