"""The page of who argues what as data: what stands beside the table, and what is compared."""

from __future__ import annotations

import re
from dataclasses import replace

from argumap.model import ArgumentMap, Index, Issue
from argumap.semantics import evaluate
from argumap.views.matrix.payload import build_comparison, build_page
from debates import debate, said
from maps import TOWN
from pages import given


def test_the_comparison_has_criteria_by_alternatives_with_its_holes() -> None:
    table = build_comparison(Index(TOWN))
    assert table
    assert [concept.id for concept in table.concepts] == ["open-streets", "closed-streets"]
    assert [[c if c is None else [each.claim.id for each in c] for c in cells] for _, cells in table.rows] == [
        [[], ["clean-air"]]
    ]
    assert table.holes == 1


def test_a_map_that_compares_nothing_has_no_comparison() -> None:
    assert build_comparison(Index(replace(TOWN, issues=(Issue("cars", "Cars?"),)))) is None


def test_the_same_map_gives_the_same_bytes() -> None:
    assert build_page(given(TOWN)) == build_page(given(TOWN))


def test_a_map_without_claims_or_speakers_says_so() -> None:
    assert "This map has no claims yet" in build_page(given(ArgumentMap(title="Nothing")))
    assert "Nobody speaks in this map yet" in build_page(given(replace(TOWN, attributions=())))


def test_before_any_answer_who_speaks_has_a_list() -> None:
    drawn = said(debate("a supports b", ""), "ann argues a", "bob disputes b")
    html = build_page(given(drawn, evaluation=evaluate(drawn)))
    words = re.sub(r"<[^>]+>|\s+", " ", html[html.index("<main") :])
    assert "so nothing is for or against yet" in words
    assert "Nobody speaks" not in words
    assert all(f'id="n={each}"' in html for each in ("ann", "bob", "a", "b"))


def test_a_claim_in_a_cell_is_called_by_its_id_where_nothing_before_it_is() -> None:
    for named, first in (((), True), (("clean-air",), False)):
        table = build_comparison(Index(TOWN), named)
        assert table
        assert [each.first for _, row in table.rows for cell in row for each in cell or ()] == [first]
