from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from argumap.graph import build_graph
from argumap.reports import REPORTS, ReportInput
from argumap.reports.adjacency import PositionFigures, build_adjacency
from maps import TOWN, random_maps

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

KNOWN = ReportInput(
    TOWN,
    anchors={"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "edited", "text": "Shut it."}]},
    evaluation={"close-it": {"status": "stands", "strength": 0.61}},
    coverage={"column#s1": {"cited": ["s1.p1.s1"], "open": ["s1.p1.s2"]}},
)


def written(suffix: str, given: ReportInput = KNOWN) -> str:
    return REPORTS["adjacency"].writers[suffix](given)


@given(random_maps())
def test_the_report_agrees_with_the_graph(argument_map: ArgumentMap) -> None:
    graph: Any = build_graph(argument_map)
    edges = Counter((s, t, d["kind"]) for s, t, d in graph.edges(data=True))
    found: Counter[tuple[str, str, str]] = Counter()
    for row in json.loads(written(".json", ReportInput(argument_map)))["claims"]:
        node = f"claim:{row['id']}"
        for step in (*row["supported_by"], *row["attacked_by"]):
            found[f"argument:{step['argument']}", node, step["bearing"]] += 1
        for step in row["bears_on"]:
            found[node, f"argument:{step['argument']}", "premise"] += 1
        for voice in row["said_by"]:
            found[f"stakeholder:{voice['by']}", node, voice["act"]] += 1
        found.update((node, f"issue:{issue}", "answers") for issue in row["answers"])
        found.update((node, f"concept:{concept}", "about") for concept in row["about"])
    logic = {"supports", "attacks", "premise", "answers", "about"}
    assert found == Counter(
        {
            edge: n
            for edge, n in edges.items()
            if edge[2] in logic or (edge[0].startswith("stakeholder:") and edge[1].startswith("claim:"))
        }
    )


def test_figures() -> None:
    figures = build_adjacency(KNOWN).figures
    assert figures.roles == {"position": 2, "supporting point": 1, "objection": 1, "rebuttal": 2}
    assert (figures.claims, figures.arguments, figures.unsupported) == (6, 4, 4)
    assert (figures.objections, figures.unanswered) == (2, 1)
    assert figures.positions == (PositionFigures("close-it", 1, 1), PositionFigures("keep-open", 1, 0))
    assert figures.coverage == {"cited": 1, "skipped": 0, "open": 1}


def test_rows_say_what_has_no_support_and_no_answer() -> None:
    rows = {row.beside.claim.id: row for row in build_adjacency(KNOWN).rows}
    assert {id for id, row in rows.items() if row.unanswered} == {"footfall-rose", "rents-rose"}
    assert not rows["close-it"].unsupported
    assert (rows["close-it"].status, rows["close-it"].strength) == ("stands", 0.61)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "*position, policy* · ● stands · strength 0.61 · s1.p1.s1 (edited) · `close-it`", id="the facts"
        ),
        pytest.param(
            "*rebuttal, fact* · its objection is unanswered · s2.p2.s1 · `footfall-rose`", id="an objection"
        ),
        pytest.param("- **Passage:** “Shut it.”", id="the passage"),
        pytest.param(
            "  - [Shopkeepers' guild](#shops) argues, reported by [The column's author](#editor)",
            id="through whom",
        ),
        pytest.param("  - [The column's author](#editor) concedes (s2.p3.s1)", id="an act told elsewhere"),
        pytest.param(
            "    - undercut by [More walkers elsewhere](#footfall-rose)"
            " **and** [Rents rose](#rents-rose), together",
            id="linked premises are shown as one",
        ),
        pytest.param(
            "  - undercuts the step from [Shops lose custom](#trade-falls) to [Close the old town](#close-it)"
            " (as one of 2 linked premises)",
            id="what an undercut bears on",
        ),
        pytest.param("- **Benefits from:** [Cleaner air](#clean-air)", id="a stake without a voice"),
        pytest.param("| [Close the old town](#close-it) | 1 | 1 |", id="a position in figures"),
    ],
)
def test_markdown_says(line: str) -> None:
    assert line in written(".md").splitlines()


def test_every_link_leads_to_a_node_of_the_report() -> None:
    text = written(".md")
    links = {part.partition(")")[0] for part in text.split("](#")[1:]}
    assert all(f'<a id="{link}">' in text for link in links)


def test_the_table_has_a_row_for_every_claim_stakeholder_and_concept() -> None:
    rows = list(csv.DictReader(io.StringIO(written(".csv"))))
    assert Counter(row["kind"] for row in rows) == {"claim": 6, "stakeholder": 3, "concept": 2}
    shops = next(row for row in rows if row["id"] == "trade-falls")
    assert shops["said by"] == "shops argues via editor; editor concedes"
    assert shops["undercut by"] == "footfall-rose + rents-rose"
    assert shops["bears on"] == "attacks close-it; supports keep-open"
