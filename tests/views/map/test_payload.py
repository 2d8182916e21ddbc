from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from argumap.model import ArgumentMap, Index
from argumap.semantics import build_verdict, evaluate, weigh
from argumap.views.map.payload import VERSION, build_debate
from maps import MAPS, TOWN, random_maps


def debate(argument_map: ArgumentMap, **more: Any) -> Any:
    return build_debate(Index(argument_map), **{"anchors": {}, "strength": {}, **more})


def node(payload: dict[str, Any], node_id: str) -> dict[str, Any]:
    return next(each for each in payload["nodes"] if each["id"] == node_id)


def test_a_claim_says_what_a_reader_asks() -> None:
    assert node(debate(TOWN), "trade-falls") == {
        "id": "trade-falls",
        "kind": "claim",
        "title": "Shops lose custom",
        "text": "Shops in the old town lose customers when cars are kept out.",
        "role": "objection",
        "parent": "close-it",
        "relation": "attacks",
        "step": "trade-falls/close-it",
        "type": "prediction",
        "voices": [
            {"by": "shops", "act": "argues", "voice": "reported", "via": ["editor"]},
            {"by": "editor", "act": "concedes", "voice": "own", "at": ["s2.p3.s1"]},
        ],
        "where": [{"source": "column", "at": "s2.p1.s2", "section": "column#s2"}],
    }


def test_a_presented_point_is_told_from_what_its_speaker_holds() -> None:
    assert node(debate(TOWN), "footfall-rose")["voices"] == [
        {"by": "editor", "act": "presents", "voice": "presented"}
    ]


def test_passages_come_with_their_text_when_it_is_at_hand() -> None:
    anchors = {"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "exact", "text": "Close it!"}]}
    assert node(debate(TOWN, anchors=anchors), "close-it")["where"] == [
        {"source": "column", "at": "s1.p1.s1", "section": "column#s1", "state": "exact", "text": "Close it!"}
    ]


def test_what_survives_is_told_where_it_was_worked_out() -> None:
    evaluation = evaluate(TOWN)
    payload = debate(
        TOWN,
        strength={"close-it": 0.0},
        balances={"close-it": weigh(evaluation, "close-it")},
        verdicts={"other-towns": build_verdict(evaluation, "other-towns")},
    )
    told = node(payload, "close-it")
    assert (told["word"], told["pros"], told["cons"], told["strength"]) == ("answered", [1, 0, 0], [0, 0, 1], 0.0)
    assert "word" not in node(payload, "keep-open")
    assert [a["status"] for a in payload["arguments"] if "status" in a] == ["applies"]


def test_linked_premises_and_undercuts_are_steps() -> None:
    assert debate(TOWN)["arguments"][3] == {
        "id": "other-towns",
        "premises": ["footfall-rose", "rents-rose"],
        "relation": "undercuts",
        "target": "trade-falls/close-it",
    }


def test_sections_come_in_reading_order_and_those_only_cited_come_too() -> None:
    assert debate(TOWN)["sections"] == [
        {"id": "column#s1", "at": "s1", "title": "Why now"},
        {"id": "column#s2", "at": "s2", "title": "What the shops say"},
    ]


def test_the_schema_has_a_version() -> None:
    assert debate(ArgumentMap()) == {"version": VERSION}


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_the_payload_is_plain_data(argument_map: ArgumentMap) -> None:
    payload = debate(argument_map)
    assert json.loads(json.dumps(payload)) == payload


@given(random_maps())
def test_every_claim_and_step_is_in_the_payload(argument_map: ArgumentMap) -> None:
    payload = debate(argument_map)
    claims = [each["id"] for each in payload["nodes"] if each["kind"] == "claim"]
    assert sorted(claims) == sorted(claim.id for claim in argument_map.claims)
    assert [a["id"] for a in payload.get("arguments", [])] == [a.id for a in argument_map.arguments]


def test_an_issue_says_whether_only_one_answer_can_hold() -> None:
    assert "exclusive" not in node(debate(TOWN), "cars")
    issues = tuple(replace(issue, exclusive=True) for issue in TOWN.issues)
    assert node(debate(replace(TOWN, issues=issues)), "cars")["exclusive"] is True
