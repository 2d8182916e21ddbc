from __future__ import annotations

import json
from dataclasses import replace

from argumap.formats import Export
from argumap.model import Act, Argument, Attribution, Bearing, Claim, Origin, Stakeholder
from argumap.project.fidelity import find_facts
from discourse_files import read, roam, write

IMPORTED = read(roam())
MAP = IMPORTED.map


def give_back(record: object) -> list[dict[str, object]]:
    graph: list[dict[str, object]] = json.loads(write(Export(record, kept=IMPORTED.kept)))["@graph"]  # type: ignore[arg-type]
    return graph


def test_what_is_new_is_written_as_the_file_writes_it() -> None:
    first = MAP.claims[0].id
    more = replace(
        MAP,
        claims=(*MAP.claims, Claim("new-claim", "Herons nest there.", tags=("evidence",))),
        arguments=(*MAP.arguments, Argument("new", ("new-claim",), Bearing.ATTACKS, first)),
    )
    page, link = give_back(more)[-2:]
    assert page == {
        "@id": "#claim/new-claim",
        "@type": "pages:_EVD-node",
        "title": "[[EVD]] - Herons nest there.",
    }
    assert link == {
        "@id": "#argument/new",
        "@type": "relationInstance",
        "predicate": "pages:opp",
        "source": "#claim/new-claim",
        "destination": "pages:c1",
    }
    assert find_facts(read({**roam(), "@graph": give_back(more)}).map) == find_facts(more)


def test_what_was_taken_out_stays_out_with_its_relations() -> None:
    gone = MAP.claims[2].id
    fewer = replace(
        MAP,
        claims=MAP.claims[:2],
        arguments=tuple(step for step in MAP.arguments if step.premises != (gone,)),
        attributions=tuple(said for said in MAP.attributions if said.of != gone),
    )
    graph = give_back(fewer)
    assert not any("pages:e1" in {record.get("@id"), record.get("source")} for record in graph)
    assert find_facts(read({**roam(), "@graph": graph}).map) == find_facts(fewer)


def test_an_undercut_of_a_relation_without_an_address_gives_it_one() -> None:
    target = MAP.arguments[0].id
    more = replace(
        MAP, arguments=(*MAP.arguments, Argument("new", (MAP.claims[2].id,), Bearing.UNDERCUTS, target))
    )
    graph = give_back(more)
    given = [record.get("@id") for record in graph if record.get("@type") == "relationInstance"]
    assert graph[-1]["destination"] in given
    assert find_facts(read({**roam(), "@graph": graph}).map) == find_facts(more)


def test_who_wrote_a_page_is_whoever_presents_it_or_makes_it() -> None:
    person = Stakeholder("eva", "Eva")
    claim = Claim("a", "A.")
    alone = replace(MAP, origin=None, claims=(claim,), arguments=(), issues=(), sources=(), stakeholders=(person,))

    def find_creator(act: Act) -> object:
        text = write(replace(alone, attributions=(Attribution("eva", act, "a"),)))
        return json.loads(text)["@graph"][-1].get("creator")

    assert find_creator(Act.ASSERTS) == "Eva"
    assert find_creator(Act.DISPUTES) is None


def test_a_map_of_another_tool_has_addresses_of_its_own() -> None:
    other = replace(MAP, origin=Origin("aif", "x.json"))
    assert '"@id": "#claim/' in write(other)
    assert "example.org" not in write(other)
