"""What a filter or a search finds is offered where it is folded away, and cards go gently to their new places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.views.map.pyvis_page import build_page
from pages import given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser
IN_SIGHT = "id => argumapPage.placed().boxes.has(id)"


@pytest.fixture
def opened(open_page: Open) -> Opened:
    return open_page(build_page(given(grown(120))), "#view=network")


def test_a_filter_offers_the_matches_that_are_folded_and_unfolds_them(opened: Opened) -> None:
    opened.page.click("#tab-filters")
    opened.page.click("[data-facet=by] .chip[data-value=s3]")
    matches = opened.run(
        "() => argumapPage.map.claims.filter(c => c.voices.some(v => v.by === 's3')).map(c => c.id)"
    )
    folded = [each for each in matches if not opened.run(IN_SIGHT, each)]
    button = opened.page.locator("#unfold-matches")
    assert button.inner_text() == f"Unfold {len(folded)} folded matches"
    near = opened.run("() => probe.nearMiddle()")
    before = opened.run("id => probe.middle(id)", near)
    button.click()
    assert all(opened.run(IN_SIGHT, each) for each in matches)
    assert button.count() == 0
    assert opened.run("() => probe.overlaps()") == []
    seen = opened.run("ids => ids.some(id => probe.isOnStage(id))", matches)
    assert seen
    assert before
    opened.page.go_back()
    opened.page.wait_for_selector("#unfold-matches")


def test_a_search_offers_the_hits_that_are_folded_and_unfolds_them(opened: Opened) -> None:
    opened.page.fill("#query", "timetable")
    offered = opened.page.locator("#hits .unfold")
    hits = opened.run("() => argumapPage.find('timetable').slice(0, 12)")
    folded = [each for each in hits if not opened.run(IN_SIGHT, each)]
    assert offered.inner_text() == f"Unfold {len(folded)} folded matches"
    for key in ("ArrowUp", "Enter"):
        opened.page.keyboard.press(key)
    assert all(opened.run(IN_SIGHT, each) for each in folded)
    assert opened.page.is_hidden("#hits")


def test_cards_glide_to_their_places_but_not_where_that_is_not_wanted(open_page: Open) -> None:
    for motion, moves in (("no-preference", True), ("reduce", False)):
        page = open_page(build_page(given(grown(120))), "#view=network", reduced_motion=motion)
        folded = page.run("() => probe.folded()")[0][0]
        assert page.run("id => (argumapPage.fold(id), argumapPage.isGliding())", folded) is moves
        page.page.wait_for_function("() => !argumapPage.isGliding()")
        assert page.run("id => argumapPage.placed().boxes.size > 1", folded)


def test_what_was_unfolded_out_of_sight_is_brought_in(open_page: Open) -> None:
    page = open_page(build_page(given(grown(120))), "#view=network", size=(900, 500))
    for folded, _ in page.run("() => probe.folded()")[:6]:
        page.run("id => argumapPage.fold(id)", folded)
        children = page.run("id => argumapPage.map.nodes.get(id).children.map(c => c.id)", folded)
        assert page.run(
            "ids => ids.some(id => argumapPage.placed().boxes.has(id) && probe.isOnStage(id))", children
        )
        page.run("id => argumapPage.fold(id)", folded)
