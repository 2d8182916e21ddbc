"""What has the focus or is chosen never lies under a bar, the key or the panel (WCAG 2.4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.semantics import build_page_equations, evaluate
from argumap.views.map.pyvis_page import build_page
from maps import TOWN
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser
SIZES = {"desktop": (1440, 900), "at 200 %": (720, 450), "tablet": (768, 1024), "phone": PHONE}


def town() -> str:
    return build_page(given(TOWN, evaluation=evaluate(TOWN), equations=build_page_equations(TOWN)))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_card_that_is_chosen_is_never_hidden(size: tuple[int, int], open_page: Open) -> None:
    opened = open_page(build_page(given(grown(60))), "#view=network", size=size)
    for chosen in opened.run("() => probe.shown()"):
        opened.run("id => argumapPage.show(id)", chosen)
        assert opened.run("id => probe.isUncovered(id)", chosen), chosen


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_what_has_the_focus_is_never_hidden(size: tuple[int, int], open_page: Open) -> None:
    opened = open_page(town(), "#view=network", size=size)
    seen = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        name, is_hidden = opened.run("() => probe.focused()")
        if name == "BODY":
            break
        seen.append(name)
        assert not is_hidden, name
    assert len(seen) > 12


def test_what_an_address_chooses_is_not_hidden_on_a_phone(open_page: Open) -> None:
    opened = open_page(town(), "#view=network&n=close-it", size=PHONE)
    assert opened.run("id => probe.isUncovered(id)", "close-it")
    card, sheet = opened.run("id => probe.rect(id)", "close-it"), opened.page.locator("#panel").bounding_box()
    assert sheet is not None
    assert card[3] <= sheet["y"]
