from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given

from argumap.graph import build_graph
from argumap.model import Argument, ArgumentMap, Bearing, Claim, UnreadableSpeech
from argumap.reports import REPORTS, ReportInput
from maps import TAKEN_OVER, TOWN, random_maps

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


@given(random_maps())
def test_the_premises_of_an_argument_are_listed_once(argument_map: ArgumentMap) -> None:
    listed = Counter(
        (step["argument"], *step["premises"])
        for row in json.loads(written(".json", ReportInput(argument_map)))["claims"]
        for step in (*row["supported_by"], *row["attacked_by"], *row["bears_on"])
        if "premises" in step
    )
    assert listed == Counter((argument.id, *argument.premises) for argument in argument_map.arguments)


def test_many_premises_of_one_argument_cost_their_number() -> None:
    def size(premises: int) -> int:
        names = tuple(f"c{n}" for n in range(premises))
        claims = (Claim("p", "So."), *(Claim(name, "Because.") for name in names))
        step = Argument("step", names, Bearing.SUPPORTS, "p")
        return len(written(".json", ReportInput(ArgumentMap(claims=claims, arguments=(step,)))))

    assert size(400) < 2.1 * size(200)


def test_further_wordings_and_what_nobody_has_seen_are_told() -> None:
    seen, taken_over = sorted(
        json.loads(written(".json", ReportInput(TAKEN_OVER)))["claims"], key=lambda row: str(row["id"])
    )
    assert not {"also", "unseen"} & seen.keys()
    assert (taken_over["also"], taken_over["unseen"]) == (
        list(TAKEN_OVER.claims[0].also),
        "an importer, on a Monday",
    )


def test_speech_that_cannot_be_read_is_told_by_its_line() -> None:
    lost = (UnreadableSpeech("close-it", 12), UnreadableSpeech("clean-air/close-it", 20))
    rows = {
        row["id"]: row
        for row in json.loads(written(".json", ReportInput(replace(TOWN, unreadable=lost))))["claims"]
    }
    assert rows["close-it"]["unreadable"] == [12]
    assert [step.get("unreadable") for step in rows["clean-air"]["bears_on"]] == [[20]]
    assert "unreadable" not in rows["clean-air"]
    assert "unreadable" not in written(".json")
