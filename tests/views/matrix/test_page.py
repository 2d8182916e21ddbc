"""Who argues what in a browser, one test per lettered criterion of its specification."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.mapfile import read_map
from argumap.model import Act, ArgumentMap, Attribution, Claim, Index, Issue, Stakeholder, StakeholderType
from argumap.views.matrix.payload import build_matrix, build_page, write_csv_rows
from maps import MAPS, argument
from pages import PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

GRAPH = Path(__file__).parents[3] / "graph"
SHIPPED = ("open-vs-closed-ai", "old-town-cars")


def crowd(speakers: int, claims: int) -> ArgumentMap:
    """One position, ``claims`` reasons, and ``speakers`` with long names who each take a few of them."""
    reasons = [f"c{n}" for n in range(claims)]
    return ArgumentMap(
        title="A crowd",
        issues=(Issue("q", "What now?"),),
        claims=(
            Claim("p", "Do it.", answers=("q",)),
            *(Claim(node_id, f"Reason {node_id}.") for node_id in reasons),
        ),
        arguments=tuple(
            argument(f"{node_id}/p", node_id, "attacks" if n % 3 else "supports", "p")
            for n, node_id in enumerate(reasons)
        ),
        stakeholders=tuple(
            Stakeholder(f"s{n}", f"The society number {n} for the care of gates", list(StakeholderType)[n % 4])
            for n in range(speakers)
        ),
        attributions=tuple(
            Attribution(f"s{n % speakers}", Act.ASSERTS, node_id) for n, node_id in enumerate(reasons)
        ),
    )


@cache
def subject(name: str) -> ArgumentMap:
    if name == "crowd":
        return crowd(40, 120)
    if name.isdecimal():
        return grown(int(name))
    return MAPS.get(name) or read_map(GRAPH / name / "map.yaml").map


@cache
def page(name: str) -> str:
    return build_page(given(subject(name), name))


SUBJECTS = [*SHIPPED, "town", "crowd"]


TOLD = """() => {
  const number = (cell, side) => Number(cell.querySelector('b.' + side)?.textContent.slice(1) || 0);
  return [...document.querySelectorAll('tr.group')].map(row =>
    [...row.querySelectorAll('td[data-column]')].map(cell => [number(cell, 'for'), number(cell, 'against')]));
}"""
CLIPPED = """() => [...document.querySelectorAll('#table thead th, #table thead button, #table thead .name')]
  .filter(e => e.clientHeight && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1))
  .map(e => [e.textContent.trim(), e.scrollHeight, e.clientHeight, e.scrollWidth, e.clientWidth])"""


@pytest.mark.parametrize("name", SUBJECTS)
def test_x1_it_is_a_table_with_a_caption_and_scopes(name: str, open_page: Open) -> None:
    opened = open_page(page(name))
    assert opened.page.locator("#table caption").count() == 1
    scopes = "() => [...new Set([...document.querySelectorAll('#table th')].map(e => e.scope))].sort()"
    assert opened.run(scopes) == ["col", "row", "rowgroup"]
    names = opened.run(
        "() => [...document.querySelectorAll('#table td a')].map(e => e.getAttribute('aria-label'))"
    )
    assert names
    assert all(": " in each for each in names)


def test_x1_a_cell_tells_who_which_way_and_in_whose_voice(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    wanted = "Benno Rask: against Close the old town to private cars (argues it, reported by somebody else)"
    assert opened.page.locator(f'#table [aria-label="{wanted}"]').count() >= 1


@pytest.mark.parametrize("name", [*SHIPPED, "crowd"])
def test_x2_heads_stay_in_view_after_scrolling_both_ways(name: str, open_page: Open) -> None:
    opened = open_page(page(name), size=(900, 700))
    seen = opened.run(
        """() => { const grid = document.querySelector('.grid'), table = document.getElementById('table');
        grid.scrollTo(10_000, 10_000); const box = grid.getBoundingClientRect();
        const inside = e => { const b = e.getBoundingClientRect();
          return b.left >= box.left - 1 && b.top >= box.top - 1 && b.bottom <= box.bottom + 1; };
        return [table.tHead.rows[0].lastElementChild, table.tHead.rows[0].cells[0], table.tFoot.rows[0].cells[0],
          table.tBodies[table.tBodies.length - 1].rows[0].cells[0]].map(inside).slice(0, 3); }"""
    )
    assert seen == [True, True, True]


@pytest.mark.parametrize("name", SUBJECTS)
def test_x3_the_sums_on_the_page_are_those_of_the_query(name: str, open_page: Open) -> None:
    opened = open_page(page(name))
    told = opened.run(TOLD)
    matrix = build_matrix(Index(subject(name)))
    groups = [group for group in matrix.groups if group.position]
    assert told[: len(groups)] == [[[s.speaks_for, s.speaks_against] for s in group.sums] for group in groups]


@pytest.mark.parametrize("name", SUBJECTS)
def test_x4_no_head_is_clipped(name: str, open_page: Open) -> None:
    opened = open_page(page(name))
    clipped = opened.run(CLIPPED)
    assert clipped == []


def test_x5_heads_sort_and_say_so(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    head = opened.page.locator("th[data-column]", has_text="Benno Rask")
    assert head.get_attribute("aria-sort") == "none"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    first = opened.page.locator("tbody[data-group='0'] tr").nth(1)
    assert first.locator(f"td[data-column='{head.get_attribute('data-column')}'] .mark").count() == 1
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "none"
    assert opened.page.locator("tbody[data-group='0'] tr").nth(1).get_attribute("data-order") == "0"


@pytest.mark.parametrize("name", [*SHIPPED, "hostile"])
def test_x6_the_csv_has_the_same_numbers(name: str, open_page: Open, tmp_path: Path) -> None:
    opened = open_page(page(name))
    with opened.page.expect_download() as waiting:
        opened.page.click("#csv")
    waiting.value.save_as(tmp_path / "saved.csv")
    with (tmp_path / "saved.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == write_csv_rows(build_matrix(Index(subject(name))))


def test_x8_the_rule_is_printed_on_the_page(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    assert "as the shortest way there tells" in opened.page.locator(".rule-note").inner_text()


def test_filters_by_position_kind_and_number_of_claims(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    opened.page.select_option("#kind", "person")
    heads = (
        "() => [...document.querySelectorAll('th[data-column]')].filter(e => !e.hidden).map(e => e.dataset.kind)"
    )
    assert set(opened.run(heads)) == {"person"}
    opened.page.fill("#least", "3")
    assert len(opened.run(heads)) == 2
    opened.page.select_option("#position", "1")
    assert opened.page.locator("#table tbody:visible").count() == 1


def test_a_phone_gets_a_card_per_stakeholder_instead(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"), size=PHONE)
    assert opened.page.locator("#table").is_hidden()
    assert opened.page.locator(".person:visible").count() == 9


def test_a_phone_follows_an_address_to_a_card(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"), "#n=trade-falls", size=PHONE)
    assert opened.run("() => document.querySelector('.shown').closest('.person') !== null")


def test_kinds_of_stakeholders_are_told_in_words_and_shape(open_page: Open) -> None:
    opened = open_page(page("old-town-cars"))
    words = opened.run("() => [...document.querySelectorAll('th[data-column] .unseen')].map(e => e.textContent)")
    assert set(words) == {"person:", "organisation:", "group:", "not named:"}
    assert opened.page.locator("th[data-column] svg").count() == 9


def test_the_hole_of_the_comparison_is_visible_and_says_so(open_page: Open) -> None:
    opened = open_page(page("open-vs-closed-ai"))
    assert opened.page.locator(".hole:visible").inner_text() == "Nothing is said of this"


def fold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.views.matrix.payload.LARGEST", 0)


ROWS = 'body => [...body.rows].slice(1).map(row => row.outerHTML.replace(/ id="[^"]*"|\\s*\\n\\s*/g, \'\'))'


@pytest.mark.parametrize("name", [*SHIPPED, "hostile"])
def test_a_folded_position_opens_to_the_rows_of_the_whole_table(
    name: str, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = open_page(page(name)).page.locator("tbody").evaluate_all(f"bodies => bodies.map({ROWS})")
    fold(monkeypatch)
    opened = open_page(build_page(given(subject(name))))
    bodies = opened.page.locator("tbody[data-group]")
    assert bodies.evaluate_all("bodies => bodies.map(body => body.rows.length)") == [1] * bodies.count()
    for button in opened.page.locator("button[data-fold]").all():
        button.click()
    opened.page.wait_for_function("[...document.querySelectorAll('tbody')].every(body => body.rows.length > 1)")
    folded = bodies.evaluate_all(f"bodies => bodies.map({ROWS})")
    assert [len(rows) for rows in folded] == [len(rows) for rows in whole[: len(folded)]]
    assert folded == whole[: len(folded)]
    opened.page.locator("button[data-fold]").first.click()
    assert bodies.first.locator("tr").count() == 1


@pytest.mark.parametrize("name", [*SHIPPED, "hostile"])
def test_the_csv_of_a_folded_table_is_whole(
    name: str, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fold(monkeypatch)
    opened = open_page(build_page(given(subject(name))))
    with opened.page.expect_download() as waiting:
        opened.page.click("#csv")
    waiting.value.save_as(tmp_path / "saved.csv")
    with (tmp_path / "saved.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == write_csv_rows(build_matrix(Index(subject(name))))


def test_a_position_is_opened_in_the_order_and_with_the_columns_chosen(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    fold(monkeypatch)
    page_of_crowd = open_page(build_page(given(subject("crowd")))).page
    page_of_crowd.locator("thead th[data-column='3'] button").click()
    page_of_crowd.select_option("#kind", index=1)
    page_of_crowd.locator("button[data-fold]").first.click()
    rows = page_of_crowd.locator("tbody[data-group='0'] tr")
    assert rows.nth(1).locator("td[data-column='3'] .mark").count() == 1
    hidden = "row => [...row.cells].filter(cell => cell.hidden).map(cell => cell.dataset.column)"
    assert rows.nth(1).evaluate(hidden) == page_of_crowd.locator("thead tr").first.evaluate(hidden) != []
