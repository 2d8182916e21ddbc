from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.formats import FORMATS, Export
from argumap.formats._linked.map_statements import list_resources
from argumap.formats._linked.terms import Iri, RdfLiteral, Word
from argumap.model import ArgumentMap, Attribution
from argumap.project.fidelity import read_full_map
from maps import MAPS

FULL = read_full_map()


def find(argument_map: ArgumentMap, subject: str, name: str) -> list[object]:
    said = {resource.iri.text: resource.said for resource in list_resources(Export(argument_map))}
    return [term for key, term in said.get(subject, ()) if key == name]


def of_class(argument_map: ArgumentMap, name: str) -> int:
    return sum(("a", Word(name)) in resource.said for resource in list_resources(Export(argument_map)))


@pytest.mark.parametrize("record", [*MAPS.values(), FULL], ids=[*MAPS, "full"])
def test_everything_is_there_once(record: ArgumentMap) -> None:
    contradictions = len(list(record.contradictions()))
    supports = sum(step.bearing == "supports" for step in record.arguments)
    assert of_class(record, "schema:Claim") == len(record.claims)
    assert of_class(record, "aif:RA-node") == supports
    assert of_class(record, "aif:CA-node") == len(record.arguments) - supports + 2 * contradictions
    assert of_class(record, "aif:MA-node") == sum(len(claim.rephrases) for claim in record.claims)
    assert of_class(record, "aif:YA-node") == len(record.attributions)
    assert of_class(record, "schema:Question") == len(record.issues)
    assert of_class(record, "prov:Agent") == len(record.stakeholders)


def test_a_step_is_a_thing_with_all_its_premises_and_what_denies_it_bears_on_it() -> None:
    assert find(FULL, "#argument/wet-cellars", "aif:Premise") == [
        Iri("#claim/cellars-flood"),
        Iri("#claim/water-comes-from-dam"),
    ]
    undercut = "#argument/dam-can-be-mended/wet-cellars"
    assert find(FULL, undercut, "a") == [Word("aif:CA-node")]
    assert find(FULL, undercut, "aif:Conclusion") == [Iri("#argument/wet-cellars")]


def test_who_says_what_in_whose_voice_and_through_whom() -> None:
    act = "#said/questions/carp-would-die,anglers,clerk,miller"
    assert find(FULL, act, "prov:wasAssociatedWith") == [Iri("#stakeholder/anglers")]
    assert find(FULL, act, "aif:IllocutionaryContent") == [Iri("#claim/carp-would-die")]
    assert find(FULL, act, "dcterms:type") == [Iri("#term/questions"), Iri("#term/reported")]
    links = find(FULL, act, "prov:qualifiedAssociation")
    assert [find(FULL, str(link.text), "prov:agent") for link in links if isinstance(link, Iri)] == [
        [Iri("#stakeholder/clerk")],
        [Iri("#stakeholder/miller")],
    ]


def test_a_claim_is_only_theirs_who_commit_to_it_themselves() -> None:
    assert find(FULL, "#claim/carp-would-die", "prov:wasAttributedTo") == []
    assert find(FULL, "#claim/cellars-flood", "prov:wasAttributedTo") == [Iri("#stakeholder/miller")]


def test_the_same_said_again_is_a_second_act() -> None:
    once = FULL.attributions[0]
    twice = replace(FULL, attributions=(once, replace(once, cue="again")))
    assert isinstance(once, Attribution)
    assert of_class(twice, "aif:YA-node") == 2


def test_texts_have_the_language_of_the_map_and_names_none() -> None:
    german = replace(FULL, language="de")
    assert find(german, "#claim/drain-it", "schema:text") == [RdfLiteral("The mill pond should be drained.", "de")]
    assert find(german, "#stakeholder/clerk", "schema:name") == [RdfLiteral("The clerk")]
    bare = replace(FULL, language=None)
    assert find(bare, "#claim/drain-it", "schema:text") == [RdfLiteral("The mill pond should be drained.")]


def test_no_verdict_is_told_as_a_fact() -> None:
    outcomes = {"drain-it": {"status": "stands", "strength": 0.75}}
    assert list_resources(Export(FULL, evaluation=outcomes)) == list_resources(Export(FULL))
    assert any("status" in loss for loss in FORMATS["turtle"].loses)
