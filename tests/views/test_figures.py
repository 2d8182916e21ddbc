"""One count for one thing: what counts for and against an answer is the same figure on every page and picture."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from argumap.board import build_boards
from argumap.mapfile import read_map
from argumap.model import Index
from argumap.pictures import SheetMaker, build_sheets
from argumap.semantics import evaluate
from argumap.views import VIEWS
from page_shapes import SHAPES
from pages import given

GRAPH = Path(__file__).parents[2] / "graph"
MAPS = {
    **{name: read_map(GRAPH / name / "map.yaml").map for name in ("open-vs-closed-ai", "old-town-cars")},
    **{name: SHAPES[name] for name in ("eight questions", "forty reasons", "twelve answers", "all undecided")},
}
"""The shipped maps, and those under stress."""

CHUNKS = {
    "index": r'(?s)<(?:article class="answer[^"]*"|tr) id="n=([^"]*)">(.*?)</(?:article|tr)>',
    "map": r'(?s)<section class="band[^"]*" data-answer="([^"]*)".*?>(.*?)</section>',
    "matrix": r'(?s)<tbody data-answer="([^"]*)".*?>.*?<span class="score">(.*?)</th>',
    "outline": r'(?s)<li><span class="rank">[^<]*</span> <a href="[^#]*#n=([^"]*)".*?<span class="tally">(.*?)<',
}
"""Where each page tells the figures of an answer: its id, and the words that begin with the figures."""

# A count stands before its noun; "2 more objections" and "2 of its 6 reasons" are none, and of "2 objections, both
# answered" none counts.
SPENT = r"(?:answered|unresolved|not decisive|\d+ (?:answered|unresolved))"
COUNT = r"(?<![\w.])(?<!all )(\d+) {noun}s?\b(?!, (?:all |both )?" + SPENT + ")"


def read_counts(words: str) -> tuple[int, int]:
    """The first counts of reasons and of objections; where one is told in other words, there is none."""
    found = [re.search(COUNT.format(noun=noun), words) for noun in ("reason", "objection")]
    return tuple(int(each[1]) if each else 0 for each in found)  # type: ignore[return-value]


def tell(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@cache
def page(name: str, view: str) -> str:
    argument_map = MAPS[name]
    return VIEWS[view].build(given(argument_map, name, evaluation=evaluate(argument_map)))


@cache
def counted(name: str) -> dict[str, tuple[int, int]]:
    """The live reasons and objections of each answer, as the board has them."""
    boards = build_boards(evaluate(MAPS[name]))
    return {a.claim.id: (len(a.live_reasons), len(a.live_objections)) for board in boards for a in board.answers}


@pytest.mark.parametrize("view", CHUNKS)
@pytest.mark.parametrize("name", MAPS)
def test_every_page_counts_the_same_for_an_answer(name: str, view: str) -> None:
    told = {answer: read_counts(tell(words)) for answer, words in re.findall(CHUNKS[view], page(name, view))}
    known = counted(name)
    told = {answer: counts for answer, counts in told.items() if answer in known}
    assert told == {answer: known[answer] for answer in told}
    shown = {a.claim.id for a in build_boards(evaluate(MAPS[name]))[0].answers}
    assert {*told} >= shown, "the first question's answers all have their figures"


@pytest.mark.parametrize("name", MAPS)
def test_pictures_count_as_the_pages_do(name: str) -> None:
    index = Index(MAPS[name])
    sheets = build_sheets(build_boards(evaluate(index)), SheetMaker(index, "en", "0" * 64))
    drawn = {answer.claim: read_counts(answer.counts) for _, sheet in sheets for answer in sheet.answers}
    assert drawn == counted(name)


BENEATH = r'data-fold="on:([^"]*)"[^>]*title="(\d+) point'


@pytest.mark.parametrize("name", MAPS)
def test_the_points_beneath_a_reason_are_as_many_on_each_page(name: str) -> None:
    boards = build_boards(evaluate(MAPS[name]))
    entries = [entry for board in boards for answer in board.answers for entry in answer.entries]
    known = {entry.id: entry.beneath for entry in entries}
    on_map = {entry: int(n) for entry, n in re.findall(BENEATH, page(name, "map"))}
    assert on_map == {entry: known[entry] for entry in on_map}
    ways = {(premise.claim.id, entry.beneath) for entry in entries for premise in entry.premises}
    rows = re.findall(r'(?s)<tr class="claim[^"]*" data-n="([^"]*)"[^>]*><th(.*?)</th>', page(name, "matrix"))
    counts = [(claim, re.search(r"(\d+) further point", tell(f"<th{head}"))) for claim, head in rows]
    assert {(claim, int(found[1])) for claim, found in counts if found} <= ways
    in_place = 'class="answering"' in page(name, "map")
    assert on_map or in_place or not any(known.values()), "they are told, or how many they are"


@pytest.mark.parametrize("name", MAPS)
def test_no_second_count_stands_beside_the_count_of_an_answer(name: str) -> None:
    """What the map added is told of the count, so that no other number of reasons is left to explain."""
    html = page(name, "index")
    for answer, score in re.findall(
        r'(?s)<article class="answer[^"]*" id="n=([^"]*)">.*?<div class="score">(.*?)</div>', html
    ):
        words = tell(re.sub(r'(?s)<p class="own special".*?</p>', "", score))
        counts = re.findall(r"\d+ (?:open )?(reason|objection)", words)
        assert len(counts) == len({*counts}), (answer, words)
