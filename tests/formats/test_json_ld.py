from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.formats import Export
from argumap.project.fidelity import read_full_map
from draws import draws
from maps import MAPS, random_maps
from triples import BASE, read_by_rdflib, read_triples, write

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


@pytest.mark.parametrize("argument_map", [*MAPS.values(), read_full_map()], ids=[*MAPS, "full"])
def test_it_says_what_turtle_says_in_two_libraries(argument_map: ArgumentMap) -> None:
    text = write("json-ld", argument_map)
    known = read_triples(write("turtle", argument_map), "turtle")
    assert read_triples(text, "json-ld") == known
    assert read_by_rdflib(text, "json-ld") == known


@settings(max_examples=draws(30))
@given(random_maps())
def test_any_map_says_the_same_in_both(argument_map: ArgumentMap) -> None:
    known = read_triples(write("turtle", argument_map), "turtle")
    assert read_triples(write("json-ld", argument_map), "json-ld") == known


def test_the_context_is_inside_and_names_what_is_used() -> None:
    document = json.loads(write("json-ld", Export(read_full_map(), base=BASE)))
    assert document["@context"]["@base"] == BASE
    assert document["@context"]["schema"] == "https://schema.org/"
    assert "np" not in document["@context"]
    assert all(isinstance(value, str) for value in document["@context"].values())


def test_a_claim_is_one_of_schema_org() -> None:
    things = {thing["@id"]: thing for thing in json.loads(write("json-ld", read_full_map()))["@graph"]}
    claim = things["#claim/drain-it"]
    assert claim["@type"] == ["schema:Claim", "aif:I-node", "ibis:Position"]
    assert claim["schema:text"] == {"@value": "The mill pond should be drained.", "@language": "en"}
    assert claim["schema:appearance"] == {"@id": "#source/minutes"}
