"""What axe finds on the pages, in light and in dark: nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argumap.mapfile import read_map
from argumap.semantics import build_page_equations, evaluate
from argumap.text import read_article
from argumap.views import VIEWS, build_maps_page, build_navigation
from argumap.views import build_card as build_map_card
from pages import PHONE, given

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.views import ViewInput
    from pages import Opened

    Open = Callable[..., Opened]

ROOT = Path(__file__).parents[2]
AXE = ROOT / "tools" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = tuple(view.name for view in build_navigation())
MAPS = ("open-vs-closed-ai", "old-town-cars")

# Of its experimental rules the one that a name says what is seen, which whoever speaks to a page needs.
RUN = """async () => {
  const {violations} = await axe.run(document, {
    runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    rules: {"label-content-name-mismatch": {enabled: true}},
  });
  return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
    `${id} ${target.join(" ")}: ${failureSummary}`));
}"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: `python3 do.py check` installs it"),
]


@cache
def made(name: str) -> ViewInput:
    argument_map = read_map(ROOT / "graph" / name / "map.yaml").map
    column = {"column": read_article(ROOT / "graph" / name / "column.md")} if name == "old-town-cars" else {}
    return given(
        argument_map,
        name,
        articles=column,
        evaluation=evaluate(argument_map),
        equations=build_page_equations(argument_map),
    )


def find_violations(opened: Opened) -> Any:
    opened.page.evaluate(AXE.read_text(encoding="utf-8"))
    return opened.run(RUN)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", PAGES)
@pytest.mark.parametrize("name", MAPS)
def test_a_page_is_without_a_violation(name: str, view: str, dark: bool, open_page: Open) -> None:
    assert find_violations(open_page(VIEWS[view].build(made(name)), dark=dark)) == []


@pytest.mark.parametrize("view", PAGES)
def test_a_page_on_a_phone_is_without_a_violation(view: str, open_page: Open) -> None:
    assert find_violations(open_page(VIEWS[view].build(made(MAPS[0])), size=PHONE)) == []


@pytest.mark.parametrize("state", ["#view=network", "#n=release-weights", "#tab=outline", "#aside=capability-gap"])
def test_a_state_of_the_map_is_without_a_violation(state: str, open_page: Open) -> None:
    assert find_violations(open_page(VIEWS["map"].build(made(MAPS[0])), state)) == []


def test_the_index_of_maps_is_without_a_violation(open_page: Open) -> None:
    assert find_violations(open_page(build_maps_page([build_map_card(made(name)) for name in MAPS]))) == []
