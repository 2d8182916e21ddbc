from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from argumap.errors import CallError
from argumap.page.embed import build_data_element
from argumap.project import Map
from argumap.project.leak_check import check_leaks, limit_run
from maps import TOWN
from places import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Every lorry that crosses widens them, the county engineer counted; that is true of “today’s” road & it"
TITLE = "Leave the bridge to walkers, to children and to their dogs"
TEXT = f"# {TITLE}\n\n{SENTENCE}.\n\nIt is so. It was so. It stays so.\n"


@pytest.fixture
def opened(tmp_path: Path) -> Map:
    (tmp_path / "bridge.md").write_text(TEXT, encoding="utf-8")
    town = replace(TOWN, sources=(replace(TOWN.sources[0], title=TITLE),))
    return Map.of(town, "bridge", tmp_path, {town.sources[0].id: tmp_path / "bridge.md"})


LINES = "".join(f'<tspan x="8" dy="16">{part}</tspan>' for part in SENTENCE.replace(" c", "| c").split("|"))
DRAWN = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{LINES.replace("&", "&amp;")}</text></svg>'
HIDDEN = {
    "as it is": SENTENCE,
    "a few words of it": "He says: lorry that crosses widens them, the county, as we know.",
    "marks and links in it": SENTENCE.replace("lorry", '<a class="lit" href="#n=x"><mark>lorry</mark></a>'),
    "an attribute": f'<p title="{SENTENCE}">nothing</p>',
    "entities": SENTENCE.replace("&", "&amp;").replace("“", "&ldquo;").replace(" ", "&#32;"),
    "data of a page": str(build_data_element("payload", {"text": SENTENCE})),
    "packed data of a page": str(build_data_element("payload", {"text": SENTENCE, "more": "x y z " * 200_000})),
    "escapes of JSON": '{"text": "Every \\"lorry\\" that\\ncrosses widens them, the\\u0020county engineer"}',
    "quoted cells": 'a,"Every ""lorry"" that crosses widens them, the county engineer"',
    "lines of a picture": DRAWN,
    "a picture within a page": f'<img src="data:image/svg+xml;base64,{b64encode(DRAWN.encode()).decode()}">',
    "a picture in a style": f"<i style=\"background:url('data:image/svg+xml,{quote(DRAWN)}')\">",
    "broken lines": SENTENCE.replace(" that ", "\n  that "),
    "short sentences in a row": "It is so. It was so. It stays so.",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_more_of_an_article_than_is_allowed_is_found_in(text: str, opened: Map) -> None:
    with pytest.raises(CallError, match=r"page\.html has \d+ words of an article in a row: “"):
        check_leaks(opened, {"page.html": text, "fine.html": "nothing"}, 0)


ALLOWED = {
    "six words": "that crosses widens them, the county is what we say",
    "the title of the source": TITLE,
    "two cells": "Every lorry that,crosses widens them",
    "two texts": '{"a":"Every lorry that crosses","b":"widens them, the county"}',
    "two elements": "<p>Every lorry that crosses</p><p>widens them, the county</p>",
    "our own script": f"<script>/* {SENTENCE} */</script>",
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_what_is_no_leak_passes(text: str, opened: Map) -> None:
    check_leaks(opened, {"page.html": text}, 0)


def test_a_quotation_may_be_as_long_as_is_said_and_every_file_is_named(opened: Map) -> None:
    quoted = " ".join(SENTENCE.split()[:10])
    check_leaks(opened, {"page.html": quoted}, 10)
    with pytest.raises(CallError, match="no more than 9 words") as told:
        check_leaks(opened, {f"{n}.html": quoted for n in range(5)}, 9)
    assert str(told.value).count("10 words of an article") == 3
    assert "and 2 files more" in str(told.value)
    assert [limit_run(quotes) for quotes in (0, 6, 7)] == [6, 6, 7]


def test_without_an_article_nothing_is_compared(tmp_path: Path) -> None:
    opened = Map.of(TOWN, "town", tmp_path)
    check_leaks(opened, {"page.html": ARTICLE}, 0)
