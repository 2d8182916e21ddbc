"""The section view: the text once, every passage where it stands, nothing left out unseen."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argumap.anchoring import (
    Coverage,
    SectionCoverage,
    build_anchor_table,
    build_coverage,
    build_lock,
    check_anchors,
)
from argumap.mapfile import read_map
from argumap.model import ArgumentMap, Claim, Passage, Source, UnreadableSpeech
from argumap.semantics import evaluate
from argumap.text import normalise, parse_article, read_article
from argumap.views import VIEWS
from argumap.views.sections import build as build_page
from argumap.views.sections.payload import LARGEST_PART, Book, PageUnit, build_books, build_pages, find_unplaced
from maps import MAPS, TOWN, at
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argumap.views import ViewInput
    from pages import Opened

    Open = Callable[..., Opened]

FOLDER = Path(__file__).parents[3] / "graph" / "old-town-cars"
ARTICLE = read_article(FOLDER / "column.md")
MAP = read_map(FOLDER / "map.yaml").map


def town(*, whole: bool = True) -> ViewInput:
    """The shipped map with its article, or with the places alone."""
    lock = build_lock({"column": ARTICLE})
    more: dict[str, Any] = {"coverage": build_coverage(MAP, lock)}
    if whole:
        more["articles"] = {"column": ARTICLE}
        more["anchors"] = build_anchor_table(check_anchors(MAP, lock, {"column": ARTICLE}))
    return given(MAP, **more)


def pieces(books: Iterable[Book]) -> list[PageUnit]:
    parts = [
        part
        for book in books
        for chapter in book.chapters
        for part in (*([chapter.heading] if chapter.heading else []), *chapter.parts)
    ]
    return [piece for part in parts for line in part.lines for piece in line if piece]


def cards(books: Iterable[Book]) -> list[str]:
    return [
        card.id
        for book in books
        for chapter in book.chapters
        for part in (*([chapter.heading] if chapter.heading else []), *chapter.parts)
        for card in part.cards
    ]


def test_s1_what_is_lit_for_a_claim_is_what_its_anchors_hold() -> None:
    made = town()
    told = pieces(build_books(made))
    for claim in MAP.claims:
        anchors = [*made.anchors[claim.id]]
        anchors += [a for key, held in made.anchors.items() if key.endswith(f" {claim.id}") for a in held]
        lit = normalise(" ".join(piece.text for piece in told if claim.id in piece.nodes))
        assert all(normalise(str(anchor["text"]).strip("# ")) in lit for anchor in anchors)


def test_s3_the_text_stands_once_and_whole() -> None:
    assert [piece.locator for piece in pieces(build_books(town()))] == [unit.locator for unit in ARTICLE.units]


@pytest.mark.parametrize("whole", [True, False], ids=["with the text", "without"])
def test_every_claim_with_a_passage_has_one_card(whole: bool) -> None:
    found = [
        node_id
        for node_id in cards(build_books(town(whole=whole)))
        if node_id in {claim.id for claim in MAP.claims}
    ]
    assert sorted(found) == sorted(claim.id for claim in MAP.claims)


@pytest.mark.parametrize("whole", [True, False], ids=["with the text", "without"])
def test_s4_the_states_of_sentences_are_those_of_the_coverage(whole: bool) -> None:
    made = town(whole=whole)
    (book,) = build_books(made)
    assert made.coverage is not None
    for chapter, part in zip(book.chapters, made.coverage.sections, strict=True):
        assert (chapter.count("cited"), chapter.count("skipped"), chapter.count("open")) == (
            len(part.cited),
            len(part.skipped),
            len(part.open),
        )


def test_s4_claims_are_counted_in_each_section_they_cite() -> None:
    (book,) = build_books(town())
    cited = [{p.at.partition(".")[0] for p in claim.at} for claim in MAP.claims]
    assert [c.claims for c in book.chapters] == [sum(c.locator in at for at in cited) for c in book.chapters]


def test_what_nobody_cites_is_open_and_what_is_set_aside_is_skipped() -> None:
    article = parse_article("# One\n\nTaken. Aside. Missed.\n", "md")
    argument_map = ArgumentMap(
        sources=(Source("column", "A", skip=("s1.p1.s2",)),), claims=(Claim("c", "C.", at=at("s1.p1.s1")),)
    )
    books = build_books(given(argument_map, articles={"column": article}))
    assert [piece.state for piece in pieces(books)] == ["none", "cited", "skipped", "open"]


def test_overlapping_passages_keep_each_sentence_once() -> None:
    article = parse_article("# One\n\nFirst. Second. Third.\n", "md")
    argument_map = ArgumentMap(
        sources=(Source("column", "A"),),
        claims=(Claim("a", "A.", at=at("s1.p1.s1-s2")), Claim("b", "B.", at=at("s1.p1.s2-s3"))),
    )
    told = pieces(build_books(given(argument_map, articles={"column": article})))
    assert [(p.text, p.nodes) for p in told[1:]] == [
        ("First.", ("a",)),
        ("Second.", ("a", "b")),
        ("Third.", ("b",)),
    ]


def test_a_passage_that_moved_is_lit_where_it_stands_now() -> None:
    old = parse_article("# One\n\nFirst we counted the cars. Then the lanes were closed to them.\n", "md")
    new = parse_article(
        "# One\n\nA word before. First we counted the cars. Then the lanes were closed to them.\n", "md"
    )
    argument_map = ArgumentMap(sources=(Source("column", "A"),), claims=(Claim("a", "A.", at=at("s1.p1.s2")),))
    states = check_anchors(argument_map, build_lock({"column": old}), {"column": new})
    made = given(argument_map, articles={"column": new}, anchors=build_anchor_table(states))
    lit = [piece.text for piece in pieces(build_books(made)) if piece.nodes]
    assert lit == ["Then the lanes were closed to them."]


def test_a_table_keeps_its_empty_cell() -> None:
    (book,) = build_books(town())
    (table,) = [part for chapter in book.chapters for part in chapter.parts if part.kind == "table"]
    assert [[cell.text if cell else None for cell in row] for row in table.lines] == [
        [None, "Closure", "Toll"],
        ["Money for the town each year", "Costs 90,000 crowns", "Brings in 250,000 crowns"],
        ["Air at the school", "Below the limit", None],
    ]


def test_without_the_text_the_places_stand_in_reading_order() -> None:
    (book,) = build_books(town(whole=False))
    assert not book.whole
    places = [part.locator for part in book.chapters[0].parts]
    assert places == ["s1.h", "s1.p1.s1", "s1.p1.s2", "s1.p1.s4", "s1.p2.s1", "s1.p2.s2"]


def test_a_large_map_comes_in_parts_that_lead_to_each_other() -> None:
    large = grown(10_000)
    pages = build_pages(given(large, evaluation=evaluate(large)))
    assert max(len(page.encode()) for page in pages.values()) < 3_000_000
    home = {found: file for file, page in pages.items() for found in re.findall(r' id="n=(c\d+)"', page)}
    assert len(home) == len(large.claims)
    assert max(Counter(home.values()).values()) <= LARGEST_PART
    chapters = {found: file for file, page in pages.items() for found in re.findall(r' id="(text\.s\d+)"', page)}
    assert len(chapters) == 6
    for file, page in pages.items():
        for to, claim in re.findall(r'href="(sections[-0-9]*\.html|)#n=(c\d+)"', page):
            assert home[claim] == (to or file)
        for to, chapter in re.findall(r'href="(sections[-0-9]*\.html|)#(text\.s\d+)"', page):
            assert chapters[chapter] == (to or file)
    assert f'rel="next" href="{[*pages][1]}"' in pages["sections.html"]


def count_lines(function: Callable[..., object], *arguments: object) -> int:
    """How many lines are run, each round of a loop anew."""
    lines = 0

    def count(_frame: object, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return lines


def test_twice_as_many_sections_are_twice_the_work() -> None:
    def book(sections: int) -> ViewInput:
        claims = tuple(
            Claim(f"c{n}", "Trade falls.", at=(Passage("text", f"s{n}.p1.s1"),)) for n in range(sections)
        )
        told = tuple(SectionCoverage("text", f"s{n}", (f"s{n}.p1.s1",)) for n in range(sections))
        return given(ArgumentMap(sources=(Source("text", "Text"),), claims=claims), coverage=Coverage(told, {}))

    build_books(book(2))  # what is imported on the way is no work of the page
    once, twice = (count_lines(build_books, book(sections)) for sections in (200, 400))
    assert twice < 2.2 * once


def test_a_card_says_what_became_of_its_claim_and_what_it_bears_on() -> None:
    page = build_page(given(TOWN, evaluation=evaluate(TOWN)))
    card = page.partition('id="n=trade-falls"')[2].partition("</article>")[0]
    assert ">objection</span>" in card
    assert re.search(r'class="status (\w+)"', card)
    assert 'objects to <a href="#n=close-it" dir="auto">' in card


def test_the_key_of_the_sections_tells_only_what_is_drawn() -> None:
    one = Claim("c", "It rains.", answers=("cars",), at=at("s1.p1.s1"))
    key = build_page(given(replace(TOWN, claims=(one,), arguments=(), attributions=()))).partition(
        'class="note key-line"'
    )[2]
    told = key.partition("</ul>")[0]
    assert "answers and findings" in told
    assert "objections" not in told
    assert "set aside" not in told


def test_a_claim_without_a_passage_stands_at_the_end() -> None:
    made = given(ArgumentMap(sources=(Source("column", "A"),), claims=(Claim("a", "A."),)))
    assert [card.id for card in find_unplaced(made, build_books(made))] == ["a"]
    assert "Without a passage" in build_page(made)


def test_a_source_on_the_web_is_linked_to_at_the_very_words() -> None:
    source = Source("column", "A", url="https://town.example/column")
    article = parse_article("# One\n\nThe lanes are full of cars.\n", "md")
    argument_map = ArgumentMap(sources=(source,), claims=(Claim("a", "A.", at=at("s1.p1.s1")),))
    html = build_page(given(argument_map, articles={"column": article}))
    assert 'href="https://town.example/column#:~:text=The%20lanes' in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//town.example", "ftp://town.example"]
)
def test_no_other_address_becomes_a_link(url: str) -> None:
    article = parse_article("# One\n\nThe lanes are full of cars.\n", "md")
    argument_map = ArgumentMap(
        sources=(Source("column", "A", url=url),), claims=(Claim("a", "A.", at=at("s1.p1.s1")),)
    )
    assert "these words in the source" not in build_page(given(argument_map, articles={"column": article}))


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_every_map_has_a_page_without_its_text(argument_map: ArgumentMap) -> None:
    assert "<h1" in build_page(given(argument_map))


def test_a_locator_that_names_nothing_is_no_trouble() -> None:
    article = parse_article("# One\n\nOnly this.\n", "md")
    argument_map = ArgumentMap(
        sources=(Source("column", "A"),),
        claims=(Claim("a", "A.", at=(Passage("column", "s9.p9.s9"), Passage("column", "nonsense"))),),
    )
    made = given(argument_map, articles={"column": article})
    assert [card.id for card in find_unplaced(made, build_books(made))] == ["a"]
    assert "A." in build_page(given(argument_map))


def test_the_town_of_our_tests_reads_without_text() -> None:
    (book,) = build_books(given(TOWN))
    assert [chapter.title for chapter in book.chapters] == ["Why now", "What the shops say"]


# ---------------------------------------------------------------- in a browser

browsing = pytest.mark.browser

LIT = """id => [...document.querySelectorAll('.lit')].filter(e => e.dataset.n.split(' ').includes(id))
  .map(e => e.textContent).join(' ')"""
BOX = "at => { const box = document.querySelector(at).getBoundingClientRect(); return [box.top, box.bottom]; }"
TEXT = """() => [...document.querySelectorAll('.book h3, .book p.body, .book li, .book th, .book td')]
  .filter(e => e.closest('h3, .column')).map(e => e.textContent).join(' ')"""
ROWS = """() => [...document.querySelectorAll('.row:not(.heading)')].filter(row => row.querySelector('.margin'))
  .map(row => ['.column', '.margin'].map(at => row.querySelector(at).getBoundingClientRect()))"""
BELOW = f"{ROWS}.every(([text, cards]) => cards.top >= text.bottom - 1 && Math.abs(cards.left - text.left) < 2)"
BESIDE = f"{ROWS}.every(([text, cards]) => cards.left >= text.right)"
LOOKED_AT = "() => new URLSearchParams(location.hash.slice(1)).get('n')"
FOCUSED = "() => document.activeElement.id"


@cache
def page(*, whole: bool = True) -> str:
    return build_page(town(whole=whole))


@browsing
def test_s1_the_marked_text_is_the_quote(open_page: Open) -> None:
    opened, made = open_page(page()), town()
    for claim in MAP.claims:
        for anchor in made.anchors[claim.id]:
            assert normalise(str(anchor["text"]).strip("# ")) in normalise(opened.run(LIT, claim.id))


@browsing
def test_s2_a_mark_leads_to_its_card_and_back(open_page: Open) -> None:
    opened = open_page(page())
    opened.page.click(".lit[data-n='lanes-full']")
    assert opened.run(FOCUSED) == "n=lanes-full"
    assert opened.run(LOOKED_AT) == "lanes-full"
    opened.page.click("[id='n=run-a-bus'] .words")
    assert "run-a-bus" in opened.run("() => document.activeElement.dataset.n")
    assert opened.run("() => document.querySelectorAll('.lit.chosen').length") == 1


@browsing
def test_s2_a_sentence_of_several_claims_leads_to_one_after_the_other(open_page: Open) -> None:
    opened = open_page(page())
    several = opened.page.locator(".lit[data-n*=' ']").first
    ids = (several.get_attribute("data-n") or "").split()
    met = []
    for _ in ids:
        several.click()
        met.append(opened.run(LOOKED_AT))
    assert met == ids


@browsing
def test_s2_the_keyboard_reaches_every_mark(open_page: Open) -> None:
    opened = open_page(page())
    opened.page.focus(".lit[data-n='lanes-full']")
    opened.page.keyboard.press("Enter")
    assert opened.run(FOCUSED) == "n=lanes-full"


@browsing
@pytest.mark.parametrize("node_id", ["no-money", "toll-air-unknown"])
def test_s2_an_address_scrolls_the_passage_into_view(node_id: str, open_page: Open) -> None:
    opened = open_page(page(), f"#n={node_id}")
    opened.page.wait_for_function("() => document.querySelector('.lit.chosen')")
    top, _ = opened.run(BOX, ".lit.chosen")
    assert 0 <= top < 900
    top, bottom = opened.run(BOX, ".claim.chosen")
    assert top < 900
    assert bottom > 0


@browsing
def test_s3_the_text_of_the_page_is_the_text_of_the_source(open_page: Open) -> None:
    told = normalise(open_page(page()).run(TEXT))
    assert told == normalise(" ".join(unit.text for unit in ARTICLE.units))


@browsing
def test_s5_on_a_phone_cards_follow_their_paragraph(open_page: Open) -> None:
    assert open_page(page(), size=PHONE).run(BELOW)


@browsing
def test_on_a_desk_cards_stand_beside_their_paragraph(open_page: Open) -> None:
    assert open_page(page()).run(BESIDE)


@browsing
def test_s6_without_the_text_places_and_own_words_remain(open_page: Open) -> None:
    opened = open_page(page(whole=False), "#n=run-a-bus")
    assert opened.page.locator(".lit").count() == 0
    assert opened.run("() => document.querySelector('.claim.chosen').id") == "n=run-a-bus"
    assert "4,100 cars squeeze" not in page(whole=False)


@browsing
def test_without_a_script_a_mark_still_leads_to_its_card(open_page: Open) -> None:
    assert open_page(page()).page.locator(".lit").first.get_attribute("href") == "#n=close-it"


def test_a_step_that_the_map_added_is_told_as_the_maps() -> None:
    drawn_by_the_map = replace(TOWN, arguments=tuple(replace(a, inferred=True) for a in TOWN.arguments))
    words = "(a step added by the map)"
    assert words in build_page(given(drawn_by_the_map, evaluation=evaluate(drawn_by_the_map)))
    assert words not in build_page(given(TOWN, evaluation=evaluate(TOWN)))


def test_speech_that_cannot_be_read_is_told_at_its_claim() -> None:
    broken = replace(TOWN, unreadable=(UnreadableSpeech("clean-air", 7),))
    assert "said: unreadable (line 7)" in build_page(given(broken))


@pytest.mark.parametrize(
    ("language", "place", "told"),
    [
        ("en", "page=3", "page 3"),
        ("de", "page=3", "Seite 3"),
        ("en", "t=75", "at 1:15"),
        ("de", "t=3675", "bei 1:01:15"),
    ],
)
def test_a_passage_tells_its_page_and_leads_there(language: str, place: str, told: str) -> None:
    of_web = replace(MAP, language=language, sources=(replace(MAP.sources[0], url="https://a.example/r.pdf"),))
    claim = next(claim for claim in of_web.claims if claim.at)
    places = {(passage.source, passage.at): place for passage in claim.at}
    page = build_page(given(of_web, file_places=places))
    card = page[page.index(f'id="n={claim.id}"') :]
    assert f'href="https://a.example/r.pdf#{place}"' in card
    assert f", {told}<span" in card
    assert f", {told}</a>" in VIEWS["outline"].build(given(of_web, file_places=places))
