from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from argumap.formats import Export
from argumap.project.fidelity import read_full_map
from maps import MAPS
from triples import BASE, read_quads, read_triples, write

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

NP = "http://www.nanopub.org/nschema#"


def publish(argument_map: ArgumentMap) -> list[tuple[str, str]]:
    return read_quads(write("nanopub", Export(argument_map, base=BASE)), "nanopub")


def is_plumbing(triple: str) -> bool:
    return triple.startswith(f"<{BASE}#nanopub/")


@pytest.mark.parametrize("argument_map", [*MAPS.values(), read_full_map()], ids=[*MAPS, "full"])
def test_all_together_say_what_turtle_says(argument_map: ArgumentMap) -> None:
    said = {triple for triple, _ in publish(argument_map) if not is_plumbing(triple)}
    assert said == read_triples(write("turtle", argument_map), "turtle")


@pytest.mark.parametrize("argument_map", [*MAPS.values(), read_full_map()], ids=[*MAPS, "full"])
def test_each_is_well_formed(argument_map: ArgumentMap) -> None:
    graphs: defaultdict[str, set[str]] = defaultdict(set)
    for triple, graph in publish(argument_map):
        graphs[graph].add(triple)
    heads = {graph for graph in graphs if graph.endswith(";head>")}
    assert len(heads) == 1 + len(argument_map.claims) + len(argument_map.arguments)
    assert len(graphs) == 4 * len(heads)
    for head in heads:
        this = head.replace(";head>", ">")
        assertion, provenance, info = (
            head.replace("head>", f"{n}>") for n in ("assertion", "provenance", "pubinfo")
        )
        assert graphs[head] == {
            f"{this} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{NP}Nanopublication>",
            f"{this} <{NP}hasAssertion> {assertion}",
            f"{this} <{NP}hasProvenance> {provenance}",
            f"{this} <{NP}hasPublicationInfo> {info}",
        }
        assert graphs[assertion]
        assert any(triple.startswith(assertion) for triple in graphs[provenance])
        assert all(triple.startswith(this) for triple in graphs[info])


def test_who_disputes_a_claim_has_not_published_it() -> None:
    claim = f"{BASE}#nanopub/claim/carp-would-die"
    asserted = [triple for triple, graph in publish(read_full_map()) if graph == f"<{claim};assertion>"]
    told = [triple for triple, graph in publish(read_full_map()) if graph == f"<{claim};provenance>"]
    assert not any("anglers" in triple for triple in asserted)
    assert any("anglers" in triple for triple in told)


def test_without_an_address_they_wait_to_be_signed() -> None:
    assert write("nanopub", MAPS["town"]).startswith("@base <http://purl.org/nanopub/temp/> .\n")
