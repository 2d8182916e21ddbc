"""A step from nothing but implicit claims that nobody says is the map's own in every answer, marked or not."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap import query
from argumap.model import Index
from argumap.query.sqlite_index import open_database
from argumap.reports import REPORTS, ReportInput
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdict
from argumap.views import VIEWS
from debates import debate, said
from pages import given

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.model import ArgumentMap

DRAWN = said(
    debate("a supports x; b supports y; h attacks x; h,g undercuts r1; a attacks y; c supports y; c,g supports x"),
    *("ann argues a", "bob argues b", "bob endorses y", "ann endorses x", "ann asserts c"),
)
UNMARKED = replace(DRAWN, claims=tuple(replace(c, implicit=c.id in {"g", "h"}) for c in DRAWN.claims))
OWN = ("r2", "r3")
MARKED = replace(UNMARKED, arguments=tuple(replace(a, inferred=a.id in OWN) for a in UNMARKED.arguments))


def _ask_evaluated(argument_map: ArgumentMap) -> list[object]:
    evaluated = evaluate(argument_map)
    supposed = evaluated.what_if(set_aside=["h"])
    explained = [evaluated.explain(node) for node in ("x", "y", "r1", "r2")]
    return [
        *(f"{each.text()}\n{each.to_dict()}" for each in explained),
        *(f"{each.text()}\n{each.to_dict()}" for each in (evaluated.cruxes("x"), evaluated.cruxes("y"), supposed)),
    ]


def _ask_verdict(argument_map: ArgumentMap) -> list[object]:
    evaluated = evaluate(argument_map)
    verdicts = [build_issue_verdict(evaluated, "q", own_steps=own) for own in (False, True)]
    return [f"{verdict.text()}\n{verdict.to_dict()}" for verdict in verdicts]


def _ask_index(argument_map: ArgumentMap) -> list[object]:
    index = Index(argument_map)
    cases = query.case_against(index, "x"), query.case_for(index, "y")
    asked = query.gaps(index), query.path(index, "h", "x"), query.compare(index, "ann", "bob", evaluate(index))
    with closing(open_database({"drawn": index})) as database:
        rows = database.execute("select id from arguments where inferred order by id").fetchall()
    return [*(each.text() for each in (*cases, *asked)), *cases, *asked, rows]


ASKED: dict[str, Callable[[ArgumentMap], list[object]]] = {
    "why, cruxes, what-if": _ask_evaluated,
    "verdict": _ask_verdict,
    "gaps, for, against, path, compare, sql": _ask_index,
}


@pytest.mark.parametrize("asked", ASKED)
def test_answers_tell_the_maps_own_step_as_if_it_were_marked(asked: str) -> None:
    told = ASKED[asked](UNMARKED)
    assert told == ASKED[asked](MARKED)
    assert "added by the map" in json.dumps(told, default=str)


@pytest.mark.parametrize("view", sorted({*VIEWS} - {"changes"}))
def test_pages_show_the_maps_own_step_as_if_it_were_marked(view: str) -> None:
    pages = [VIEWS[view].build(given(each, evaluation=evaluate(each))) for each in (UNMARKED, MARKED)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("report", sorted(REPORTS))
def test_reports_tell_the_maps_own_step_as_if_it_were_marked(report: str) -> None:
    for write in REPORTS[report].writers.values():
        one, other = (write(ReportInput(each)) for each in (UNMARKED, MARKED))
        assert one == other


def test_a_verdict_that_hangs_on_the_maps_own_step_says_so() -> None:
    hanging = debate("a supports x; b supports x; c supports y; d supports y; h attacks x", "x y")
    implicit = replace(hanging, claims=tuple(replace(c, implicit=c.id == "h") for c in hanging.claims))
    verdict = build_issue_verdict(evaluate(implicit), "q")
    assert verdict.ranking.leaders == ("y",)
    assert verdict.own is not None
    assert verdict.own.leaders == ("x", "y")
    assert verdict.hangs_on_added_steps
