"""The sections on paper: sheets are filled, and a heading stays with what it heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.views.sections import build as build_page
from pages import given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

pytestmark = pytest.mark.browser

STYLE = "({of, name}) => [...new Set([...document.querySelectorAll(of)].map(e => getComputedStyle(e)[name]))]"


@pytest.mark.parametrize(
    ("of", "name", "value"),
    [
        (".row", "breakInside", "auto"),
        (".claim", "breakInside", "avoid"),
        (".row.heading", "breakAfter", "avoid"),
        (".source-title", "breakAfter", "avoid"),
        (".book:not(.whole) > .chapter", "columnCount", "3"),
    ],
)
def test_a_sheet_ends_between_cards(open_page: Callable[..., Opened], of: str, name: str, value: str) -> None:
    opened = open_page(build_page(given(grown(60))))
    opened.page.emulate_media(media="print")

    assert opened.page.evaluate(STYLE, {"of": of, "name": name}) == [value]
