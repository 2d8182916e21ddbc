"""Every page on paper, as sheets of a PDF: what is printed can be read, and heads stay with what they head."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from argumap.project import load
from argumap.project.outputs import build_files
from argumap.semantics import evaluate
from argumap.views import VIEWS
from page_shapes import SHAPES
from pages import given
from town_states import input_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

SHAPED = ("eight questions", "sixty people", "long titles", "German")
PAGES = ("index", "map", "outline", "matrix", "sections")
HEADS = """() => [...document.querySelectorAll('h1, h2, h3, h4, thead th, summary, .sections tr:first-child')]
  .map(head => head.innerText.replace(/\\s+/g, ' ').trim()).filter(Boolean)"""


@cache
def built(name: str) -> Mapping[str, str]:
    """The pages of a shipped map, of a shape, or of the town's map in three states, by their names."""
    if name == "three states":
        return {"changes": VIEWS["changes"].build(input_of())}
    if name in SHAPES:
        evaluation = evaluate(SHAPES[name])
        return {page: VIEWS[page].build(given(SHAPES[name], name, evaluation=evaluation)) for page in PAGES}
    files: Mapping[str, str] = build_files(load(f"graph/{name}"))
    return {page: files[f"{page}.html"] for page in (*PAGES, "changes") if f"{page}.html" in files}


def read_lines(path: Path) -> Iterator[list[str]]:
    """The lines of each sheet, from its head down."""
    from pypdfium2 import PdfDocument

    for sheet in PdfDocument(str(path)):
        text = sheet.get_textpage()
        boxes = sorted((text.get_rect(n) for n in range(text.count_rects())), key=lambda box: -box[1])
        width, _ = sheet.get_size()
        assert all(left > 20 and right < width - 20 for left, _, right, _ in boxes)
        low = boxes[-1]
        yield [
            *text.get_text_range().splitlines(),
            _spaced(text.get_text_bounded(0, low[1] - 1, width, low[3] + 1)),
        ]


def _spaced(words: str) -> str:
    return " ".join(words.split())


def letter_by_letter(lines: list[str]) -> bool:
    """Whether a column is so narrow that its words stand one letter a line."""
    alone = ["".join(lines[n : n + 4]).strip() for n in range(len(lines) - 4)]
    return any(len(four) == 4 and four.isalpha() and all(lines[n : n + 4]) for n, four in enumerate(alone))


CASES = [
    *((name, page) for name in ("old-town-cars", "open-vs-closed-ai") for page in PAGES),
    *((name, page) for name in SHAPED for page in ("matrix", "sections")),
    ("three states", "changes"),
]


@pytest.mark.parametrize(("name", "page"), CASES)
def test_each_sheet_can_be_read_and_ends_with_no_head(
    name: str, page: str, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(built(name)[page])
    opened.page.emulate_media(media="print")
    heads = set(opened.run(HEADS))
    printed = tmp_path / "page.pdf"
    opened.page.pdf(path=str(printed), format="A4", prefer_css_page_size=True)
    *sheets, last = read_lines(printed)
    assert not any(letter_by_letter(lines) for lines in (*sheets, last))
    assert [lines[-1] for lines in sheets if lines[-1] in heads] == []


QUESTIONS = """() => { dispatchEvent(new Event('beforeprint'));
  return [...document.querySelectorAll('#print-all [role=heading]')]
    .map(p => p.innerText.replace(/\\s+/g, ' ')); }"""


@pytest.mark.parametrize("name", ["old-town-cars", "open-vs-closed-ai"])
@pytest.mark.parametrize("fragment", ["", "#view=network"], ids=["debate", "network"])
def test_no_question_of_a_printed_map_stays_behind_at_the_foot_and_sheets_are_full(
    name: str, fragment: str, open_page: Open, tmp_path: Path
) -> None:
    from pypdfium2 import PdfDocument

    opened = open_page(built(name)["map"], fragment)
    opened.page.emulate_media(media="print")
    questions = opened.run(QUESTIONS)
    assert questions
    printed = tmp_path / "map.pdf"
    opened.page.pdf(path=str(printed), format="A4", prefer_css_page_size=True)
    *sheets, _ = read_lines(printed)
    assert [lines[-1] for lines in sheets if any(lines[-1] in question for question in questions)] == []
    for sheet in list(PdfDocument(str(printed)))[1:-1]:
        text = sheet.get_textpage()
        lowest = min(text.get_rect(n)[1] for n in range(text.count_rects()))
        assert lowest < sheet.get_size()[1] / 4


LEGEND = """() => [...document.querySelectorAll('.on-paper .sign')].map(sign => {
  const {borderStyle, backgroundColor} = getComputedStyle(sign); return [borderStyle, backgroundColor]; })"""


def test_the_legend_on_paper_shows_the_signs_of_the_table(open_page: Open) -> None:
    opened = open_page(built("old-town-cars")["matrix"])
    opened.page.emulate_media(media="print")
    (added, ground), (answered, same) = opened.run(LEGEND)
    assert (added, answered) == ("dashed", "solid")
    assert ground == same == "rgb(255, 255, 255)"


def test_an_answer_that_fills_a_sheet_begins_on_the_first(open_page: Open, tmp_path: Path) -> None:
    printed = tmp_path / "map.pdf"
    open_page(built("sixty people")["map"]).page.pdf(path=str(printed), format="A4")
    first, *_ = read_lines(printed)
    assert sum("in a hundred want it" in line for line in first) > 8


def test_a_question_with_little_beneath_it_stays_with_that(open_page: Open) -> None:
    opened = open_page(built("open-vs-closed-ai")["outline"])
    opened.page.emulate_media(media="print")
    short = "document.querySelectorAll('.outline > .chapter:not(:has(.side))')"
    assert set(opened.run(f"() => [...{short}].map(each => getComputedStyle(each).breakInside)")) == {"avoid"}
