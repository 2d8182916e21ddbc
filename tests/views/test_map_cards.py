from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.phrases import get_phrases
from argumap.semantics import evaluate
from argumap.views import MapCard, View, build_card, build_maps_page
from argumap.views._map_cards import FINDABLE, MANY, leads_to, name_page
from debates import debate, written
from maps import TOWN
from page_shapes import SHAPES
from pages import DESKTOP, PHONE, given
from town_states import input_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened


def card(shape: str = "") -> MapCard:
    return build_card(given(SHAPES[shape] if shape else TOWN, shape.replace(" ", "-") or "town"))


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page[page.index("<main") :]))


def test_a_card_tells_the_question_where_it_stands_and_which_answers_there_are() -> None:
    town = build_card(given(TOWN, "town", evaluation=evaluate(TOWN)))
    assert town.heading == "Should the old town be closed to private cars?"
    assert town.kicker == TOWN.title
    assert [(a.name, a.place, len(a.reasons), len(a.objections)) for a in town.answers] == [
        ("Close the old town", "level", 1, 0),
        ("Keep it open", "level", 1, 0),
    ]
    assert town.answers[0].counts == "1 reason, 1 objection, not decisive"
    assert town.people == "Shopkeepers' guild and The column's author"
    assert town.counts == "6 claims"


def test_the_author_comes_after_all_who_speak_even_where_they_speak_on_no_answer() -> None:
    drawn = written(
        debate("a supports x; b supports c", "x y"), "xena asserts a", "author asserts a", "yuri asserts b"
    )
    assert build_card(given(drawn, evaluation=evaluate(drawn))).people == "Xena, Yuri and Author"


def test_of_many_answers_and_people_a_card_has_the_first_and_tells_of_the_others() -> None:
    page = words_of(build_maps_page([card("twelve answers"), card("sixty people")]))
    assert "9 more answers" in page
    assert "and 57 others" in page


def test_a_map_without_a_question_is_told_by_what_is_argued_in_it() -> None:
    bare = replace(TOWN, issues=(), claims=tuple(replace(claim, answers=()) for claim in TOWN.claims))
    told = build_card(given(bare, "town"))
    assert told.heading == TOWN.title
    assert [answer.name for answer in told.answers] == ["Close the old town", "Keep it open"]
    assert "The map names no question yet." in told.told
    assert "Argued" in words_of(build_maps_page([told]))


def test_a_map_that_was_kept_tells_what_is_new_since_then() -> None:
    told = build_card(input_of())
    assert any("leads now" in each for each in told.news)
    assert "4 new claims." in told.news
    assert "Since 26 April 2027:" in words_of(build_maps_page([told]))
    assert not build_card(given(TOWN)).news


def test_a_draft_says_how_much_of_it_nobody_has_looked_at() -> None:
    assert "Nobody has looked at 15 items yet." in words_of(build_maps_page([card("draft")]))


def test_a_title_too_long_for_a_card_is_not_told_three_times() -> None:
    assert card("long titles").told == ""
    assert card("long titles").answers


def test_each_card_speaks_the_language_of_its_map_and_the_page_that_of_most() -> None:
    page = build_maps_page([card("German"), card(), card("German")])
    assert '<html lang="de"' in page
    assert "3 Karten" in page
    assert ">Gliederung<" in page
    assert ">Outline<" in page
    foreign = build_maps_page([build_card(given(replace(TOWN, title="", language="ar"), "ville & co"))])
    assert 'lang="ar"' in foreign
    assert 'href="ville%20%26%20co/index.html"' in foreign


def test_each_page_of_a_map_is_one_step_away() -> None:
    page = build_maps_page([build_card(input_of())])
    for file in ("index", "map", "outline", "matrix", "sections", "changes"):
        assert f'href="town/{file}.html"' in page, file


def test_of_very_many_maps_each_has_its_first_answer_alone() -> None:
    page = build_maps_page([card()] * (MANY + 1))
    assert page.count('class="place-among"') == MANY + 1
    assert words_of(page).count("1 more answer") == MANY + 1


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESKTOP, (1280, 800), (768, 1024), PHONE])
def test_the_page_of_several_maps_opens_without_complaint_and_clips_nothing(
    size: tuple[int, int], open_page: Callable[..., Opened]
) -> None:
    opened = open_page(build_maps_page([card(shape) for shape in ("", *SHAPES)]), size=size)
    assert opened.complaints == []
    assert opened.run("() => document.documentElement.scrollWidth") <= size[0]
    clipped = """() => [...document.querySelectorAll("main *:not(.unseen)")].filter(each =>
      !each.closest(".unseen") && each.clientWidth && each.scrollWidth > each.clientWidth + 1)
      .map(each => each.outerHTML)"""
    assert opened.run(clipped) == []


@pytest.mark.browser
def test_maps_are_found_and_put_in_order_and_the_address_holds_it(open_page: Callable[..., Opened]) -> None:
    cards = [card(shape) for shape in ("", *SHAPES)][: FINDABLE + 9]
    shown = """() => [...document.querySelectorAll(".map-card:not([hidden]) h2")].map(each => each.textContent)"""
    opened = open_page(build_maps_page(cards))
    assert len(opened.run(shown)) == len(cards)
    opened.page.fill("#find", "strasse")
    assert opened.run(shown) == [card("German").heading]
    assert opened.run("() => location.hash") == "#q=strasse"
    opened.page.fill("#find", "")
    opened.page.select_option("#sort", "size")
    sizes = opened.run("() => [...document.querySelectorAll('.map-card')].map(each => Number(each.dataset.size))")
    assert sizes == sorted((each.claims for each in cards), reverse=True)
    again = open_page(build_maps_page(cards), "#q=nosuchword")
    assert again.run(shown) == []
    assert again.run("() => document.querySelector('.find output').textContent") == "No map has these words."


def test_a_page_of_somebodys_own_is_called_by_its_label() -> None:
    own, map_page = View("titles", "All titles", "titles.html", str, 9), View("map", "Map", "map.html", str, 2)
    assert [name_page(view, get_phrases("de")) for view in (own, map_page)] == ["All titles", "Karte"]


def test_a_folder_whose_name_is_no_text_is_led_to_by_no_page() -> None:
    assert not leads_to('<body class="page-maps">', "x\udcff")
