from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from aif_files import Aif, aif, read, write
from argumap.formats import FORMATS
from argumap.model import Act, Attribution, Claim, Stakeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.model import ArgumentMap


def nodes(whole: dict[str, Any]) -> dict[str, dict[str, Any]]:  # Any: records of another tool
    return {record["nodeID"]: record for record in whole["nodes"]}


def go_back(change: Callable[[ArgumentMap], ArgumentMap], value: Aif | None = None) -> dict[str, Any]:
    imported = read(value or aif())
    return write(change(imported.map), imported.kept)


def test_what_nobody_touched_goes_back_as_it_came() -> None:
    value = aif(analysis="by hand")
    whole = go_back(lambda record: record, value)
    assert (whole["nodes"], whole["edges"]) == (value["nodes"], value["edges"])


def test_a_nested_file_goes_back_with_all_that_stood_beside() -> None:
    value = {"AIF": aif(), "text": "<span id='node11'>x</span>", "OVA": {"url": "u", "nodes": [], "edges": []}}
    imported = read(value, "xaif")
    whole = write(imported.map, imported.kept, "xaif")
    assert (whole["text"], whole["AIF"]["nodes"]) == (value["text"], value["AIF"]["nodes"])  # type: ignore[index]
    assert FORMATS["xaif"].rejoin(imported.kept)


def test_a_reworded_claim_changes_its_node_alone() -> None:
    def reword(record: ArgumentMap) -> ArgumentMap:
        first, *rest = record.claims
        return replace(record, claims=(replace(first, text="Other words."), *rest))

    before, whole = aif(), go_back(reword)
    changed = [r["nodeID"] for r in before["nodes"] if nodes(whole)[str(r["nodeID"])]["text"] != r["text"]]
    assert len(changed) == 1
    assert whole["edges"] == before["edges"]


def test_what_was_taken_out_of_the_map_does_not_come_back() -> None:
    def drop(record: ArgumentMap) -> ArgumentMap:
        gone = next(c.id for c in record.claims if c.origin and c.origin.id == "4")
        steps = tuple(s for s in record.arguments if gone not in s.premises)
        kept_steps = {s.id for s in steps}
        said = tuple(a for a in record.attributions if a.of != gone and ("/" not in a.of or a.of in kept_steps))
        return replace(
            record, claims=tuple(c for c in record.claims if c.id != gone), arguments=steps, attributions=said
        )

    left = nodes(go_back(drop))
    assert {"4", "8", "26", "25"}.isdisjoint(left)
    assert {"1", "6", "16"} <= set(left)


def test_another_speaker_gets_a_locution_of_their_own() -> None:
    def reassign(record: ArgumentMap) -> ArgumentMap:
        dora = Stakeholder("dora", "Dora")
        said = [replace(a, by="dora") if a.origin and a.origin.id == "26" else a for a in record.attributions]
        return replace(record, stakeholders=(*record.stakeholders, dora), attributions=tuple(said))

    whole = go_back(reassign)
    assert "26" not in nodes(whole)
    assert any(r["text"].startswith("Dora : ") for r in whole["nodes"])
    names = {p.id: p.name for p in read(whole).map.stakeholders}
    assert "Dora" in {names[a.by] for a in read(whole).map.attributions}


def test_a_step_that_bears_otherwise_keeps_its_node_and_gets_new_edges() -> None:
    def turn(record: ArgumentMap) -> ArgumentMap:
        third = next(c.id for c in record.claims if c.origin and c.origin.id == "5")
        steps = [replace(s, target=third) if s.origin and s.origin.id == "7" else s for s in record.arguments]
        return replace(record, arguments=tuple(steps))

    whole = go_back(turn)
    ends = {(e["fromID"], e["toID"]) for e in whole["edges"]}
    assert {("3", "7"), ("7", "5")} <= ends
    assert ("7", "2") not in ends


def test_a_new_claim_gets_a_free_number_and_its_speaker() -> None:
    def add(record: ArgumentMap) -> ArgumentMap:
        said = Attribution(record.stakeholders[0].id, Act.ASSERTS, "new-one")
        return replace(
            record, claims=(*record.claims, Claim("new-one", "New.")), attributions=(*record.attributions, said)
        )

    whole = go_back(add)
    [node] = [r for r in whole["nodes"] if r["text"] == "New."]
    assert int(node["nodeID"]) > 32
    assert whole["nodes"][: len(aif()["nodes"])] == aif()["nodes"]


def test_another_scheme_goes_back_and_two_conclusions_part_where_one_was_changed() -> None:
    value = aif("1 I A\n2 I B\n3 I C\n4 I D\n5 RA Default Inference", "1>5>2 5>3")

    def part(record: ArgumentMap) -> ArgumentMap:
        first, second = record.arguments
        other = next(c.id for c in record.claims if c.text == "D")
        return replace(
            record, arguments=(replace(first, scheme="Argument From Sign"), replace(second, premises=(other,)))
        )

    whole = go_back(part, value)
    steps = [(s.scheme, len(s.premises), s.target) for s in read(whole).map.arguments]
    assert sorted(steps, key=str) == [("Argument From Sign", 1, "b"), (None, 1, "c")]


def test_what_its_owner_says_no_more_does_not_come_back() -> None:
    value = aif("1 I A", "")
    value["locutions"] = [{"nodeID": "1", "personID": "4"}]
    value["participants"] = [{"participantID": "4", "firstname": "Ada", "surname": ""}]
    assert go_back(lambda record: record, value)["locutions"] == value["locutions"]
    assert go_back(lambda record: replace(record, attributions=()), value)["locutions"] == []
