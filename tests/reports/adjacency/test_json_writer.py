from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import given

from argumap.graph import build_graph
from argumap.reports import REPORTS, ReportInput
from maps import TAKEN_OVER, TOWN, random_maps

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


def test_further_wordings_and_what_nobody_has_seen_are_told() -> None:
    seen, taken_over = sorted(
        json.loads(written(".json", ReportInput(TAKEN_OVER)))["claims"], key=lambda row: str(row["id"])
    )
    assert not {"also", "unseen"} & seen.keys()
    assert (taken_over["also"], taken_over["unseen"]) == (
        list(TAKEN_OVER.claims[0].also),
        "an importer, on a Monday",
    )
