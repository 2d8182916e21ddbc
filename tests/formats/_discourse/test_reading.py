from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.mapfile import parse_map, write_map
from discourse_files import LINKS, PAGE, read, roam

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def steps(record: ArgumentMap) -> set[tuple[str, str, str]]:
    texts = {claim.id: claim.text for claim in record.claims}
    return {(texts[s.premises[0]], str(s.bearing), texts.get(s.target, s.target)) for s in record.arguments}


def test_questions_claims_evidence_and_sources_come_with_their_relations() -> None:
    record = read(roam()).map
    drained, dam, cracks = (
        "The mill pond should be drained.",
        "The dam lets water through.",
        "Eleven cracks were counted in March.",
    )
    assert [issue.question for issue in record.issues] == ["May the mill pond be drained?"]
    assert [claim.text for claim in record.claims] == [drained, dam, cracks]
    assert [claim.tags for claim in record.claims] == [(), (), ("evidence",)]
    assert record.claims[0].answers == (record.issues[0].id,)
    assert steps(record) == {
        (dam, "supports", drained),
        (cracks, "supports", dam),
        (cracks, "attacks", drained),
    }
    assert parse_map(write_map(record)).problems == ()


def test_a_source_knows_who_cites_it() -> None:
    [source] = read(roam()).map.sources
    assert source.title == "survey2024"
    assert source.origin is not None
    assert source.origin.id == f"{PAGE}s1 {PAGE}e1"


def test_who_wrote_a_page_presents_what_it_says() -> None:
    record = read(roam()).map
    names = {person.id: person.name for person in record.stakeholders}
    assert [(names[said.by], str(said.act), said.date) for said in record.attributions] == [
        ("Ida Rask", "presents", "2024-03-02"),
        ("Bo Lind", "presents", "2024-03-02"),
        ("Bo Lind", "presents", "2024-03-02"),
    ]


def test_what_no_map_holds_is_told() -> None:
    whys = [(loss.why, loss.id) for loss in read(roam()).losses]
    assert ("a page of the kind 'Pattern'", "pages:p1") in whys
    assert ("a relation 'Informs'", "e1 Informs q1") in whys
    assert ("the text of a page, and when it was changed", "pages:q1") in whys


def test_relations_that_fit_nowhere_are_told_one_by_one() -> None:
    value = roam()
    graph = value["@graph"]
    assert isinstance(graph, list)
    for predicate, source, target in (*LINKS[:1], ("sup", "c1", "c1"), ("sup", "c1", "gone"), ("adr", "q1", "c1")):
        ends = {"source": f"pages:{source}", "destination": f"pages:{target}"}
        graph.append({"@type": "relationInstance", "predicate": f"pages:{predicate}", **ends})
    imported = read(value)
    whys = [loss.why for loss in imported.losses]
    assert "a relation that is told twice" in whys
    assert "a relation of a page with itself" in whys
    assert "a relation to a page that is not there" in whys
    assert "a relation 'Addresses' between pages that it cannot join in a map" in whys
    assert len(imported.map.arguments) == 3


def test_an_objection_to_a_relation_is_an_undercut() -> None:
    value = roam()
    graph = value["@graph"]
    assert isinstance(graph, list)
    link = {"@type": "relationInstance", "predicate": "pages:opp", "source": "pages:e1"}
    graph.append({**link, "@id": "pages:r2", "destination": "pages:r1"})
    graph.append({**link, "@id": "pages:r1", "source": "pages:c1", "destination": "pages:c2"})
    record = read(value).map
    undercut = next(step for step in record.arguments if step.bearing == "undercuts")
    assert next(step for step in record.arguments if step.id == undercut.target).bearing == "attacks"


def test_a_page_of_a_kind_of_its_own_is_a_claim_where_it_supports_one() -> None:
    value = roam()
    graph = value["@graph"]
    assert isinstance(graph, list)
    ends = {"source": "pages:p1", "destination": "pages:c1"}
    graph.append({"@type": "relationInstance", "predicate": "pages:sup", **ends})
    imported = read(value)
    assert "Old dams" in [claim.text for claim in imported.map.claims]
    assert ("a page of the kind 'Pattern', held as a claim", "pages:p1") in [
        (x.why, x.id) for x in imported.losses
    ]
