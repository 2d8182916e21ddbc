from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.model import Index
from argumap.page.palette import build_colours
from argumap.views import VIEWS, ViewInput, build_navigation
from maps import TOWN
from pages import given
from town_states import input_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened


def test_the_navigation_leads_in_order_to_every_view_of_one_map() -> None:
    views = build_navigation()
    assert [view.place for view in views] == [*range(1, len(views) + 1)]
    assert "changes" not in {view.name for view in views}


def test_where_a_map_is_known_in_two_states_every_page_leads_to_its_changes() -> None:
    assert [view.name for view in input_of().pages][-1] == "changes"
    for view in input_of().pages:
        assert 'href="changes.html"' in view.build(input_of())


@pytest.mark.parametrize("name", ["index", "matrix", "outline", "sections"])
def test_a_page_for_reading_leads_to_the_others_and_says_where_the_reader_is(name: str) -> None:
    page = VIEWS[name].build(ViewInput(TOWN, "town", Index(TOWN)))
    assert all(f'href="{view.file}' in page for view in build_navigation() if view.name != name)
    assert 'aria-current="page"' in page


@pytest.mark.parametrize(
    ("name", "words"), [("index", "only one can hold"), ("outline", "Only one of these can hold.")]
)
def test_a_page_says_where_only_one_answer_can_hold(name: str, words: str) -> None:
    alone = tuple(c if c.id == "close-it" else replace(c, answers=()) for c in TOWN.claims)
    for exclusive, claims in ((True, TOWN.claims), (False, TOWN.claims), (True, alone)):
        issues = tuple(replace(i, exclusive=exclusive) if i.id == "cars" else i for i in TOWN.issues)
        rivals = replace(TOWN, issues=issues, claims=claims)
        told = words in VIEWS[name].build(ViewInput(rivals, "town", Index(rivals)))
        assert told == (exclusive and claims is not alone)


@pytest.mark.parametrize(
    ("language", "texts", "tag", "spoken"),
    [
        pytest.param("de-CH", "The town is old.", "de-CH", "de", id="as the map says"),
        pytest.param(
            None, "Die Stadt ist alt, und der Platz gehört denen, die zu Fuß gehen.", "de", "de", id="guessed"
        ),
        pytest.param("fa", "", "fa", "en", id="not spoken"),
        pytest.param(None, "", "", "en", id="not told"),
    ],
)
def test_a_page_speaks_the_language_of_its_map(language: str | None, texts: str, tag: str, spoken: str) -> None:
    claims = tuple(replace(claim, text=texts) for claim in TOWN.claims)
    told = replace(TOWN, language=language, claims=claims)
    drawn = ViewInput(told, "town", Index(told))
    assert (drawn.language, drawn.phrases.code) == (tag, spoken)
    assert f'<html lang="{spoken}"' in VIEWS["outline"].build(drawn)


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["", "#theme=dark"])
def test_paper_is_white_and_the_readers_own_colours_count_whatever_theme_is_chosen(
    open_page: Callable[..., Opened], theme: str
) -> None:
    opened = open_page(VIEWS["outline"].build(given(TOWN)), theme, dark=True)
    paper = "() => getComputedStyle(document.documentElement).getPropertyValue('--paper')"
    assert opened.run(paper) == build_colours(1)["paper"]
    opened.page.emulate_media(media="print")
    assert opened.run(paper) == build_colours(0)["paper"]
    opened.page.emulate_media(media="screen", forced_colors="active")
    assert opened.run(paper) == "Canvas"


@pytest.mark.browser
def test_readers_with_colours_of_their_own_see_which_page_is_open(open_page: Callable[..., Opened]) -> None:
    opened = open_page(VIEWS["outline"].build(input_of()), forced_colors="active")
    edges = """() => [...document.querySelectorAll(".pages a")].map(a => [a.hasAttribute("aria-current"),
      getComputedStyle(a).borderBottomColor === getComputedStyle(document.body).backgroundColor])"""
    assert {(bool(current), bool(unseen)) for current, unseen in opened.run(edges)} == {
        (True, False),
        (False, True),
    }
