from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.mapfile import parse_map, write_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim
from argumap.project.fidelity import find_facts
from draws import draws
from foreign_files import came, check_cuts, check_edit, check_refused_or_read, drop_undercuts, read, write
from maps import random_maps

Json = dict[str, object]


def idea(number: object, title: str, *beneath: Json, **attributes: object) -> Json:
    made: Json = {"id": number, "title": title}
    if attributes:
        made["attr"] = attributes
    if beneath:
        made["ideas"] = {str(rank): each for rank, each in enumerate(beneath, 1)}
    return made


def group(number: object, side: str, *beneath: Json) -> Json:
    return idea(number, "group", *beneath, contentLocked=True, group=side)


POND: Json = {
    "id": "root",
    "formatVersion": 3,
    "title": "May the pond be drained?",
    "ideas": {
        "1": idea(
            1,
            "The mill pond should be drained.",
            group(
                2,
                "supporting",
                idea(3, "Cellars fill\nwith water."),
                idea("4.x", "The water comes from the dam.", styleNames=["bold", "attr_implicit_claim"]),
                group(5, "opposing", idea(6, "The dam can be mended.", note={"index": 1, "text": "when?"})),
            ),
            group(7, "opposing", idea(8, "The carp would die.", group(9, "opposing", idea(10, "Carp can move.")))),
            idea(11, "Ask the angler", styleNames=["sticky_note"]),
        ),
        "2.5": idea(12, "The pond should be kept."),
    },
    "links": [{"ideaIdFrom": 8, "ideaIdTo": 12, "attr": {"style": {"color": "#000"}}}],
    "attr": {"theme": "argument"},
}


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def back(record: ArgumentMap, kept: tuple[object, ...] = ()) -> Json:
    made = json.loads(write("mindmup", record, kept)[".mup"])  # type: ignore[arg-type]
    assert isinstance(made, dict)
    return made


def test_groups_are_steps_with_linked_premises_and_a_group_for_a_group_denies_it() -> None:
    imported = read("mindmup", dump(POND))
    record = came("mindmup", imported)
    assert imported.map.title == "May the pond be drained?"
    texts = {claim.id: claim.text for claim in record.claims}
    made = {
        (tuple(texts[p] for p in step.premises), step.bearing, texts.get(step.target, "a step"))
        for step in record.arguments
    }
    assert made == {
        (
            ("Cellars fill with water.", "The water comes from the dam."),
            Bearing.SUPPORTS,
            "The mill pond should be drained.",
        ),
        (("The dam can be mended.",), Bearing.UNDERCUTS, "a step"),
        (("The carp would die.",), Bearing.ATTACKS, "The mill pond should be drained."),
        (("Carp can move.",), Bearing.ATTACKS, "The carp would die."),
    }
    assert [claim.text for claim in record.claims if claim.implicit] == ["The water comes from the dam."]
    assert [(loss.why, loss.id) for loss in imported.losses] == [
        ("a note", "6"),
        ("a sticky note", "11"),
        ("a link across the tree", "8 → 12"),
    ]


def test_a_map_goes_back_as_it_came_and_equal_without_what_was_kept() -> None:
    imported = read("mindmup", dump(POND))
    record = came("mindmup", imported)
    assert back(record, imported.kept) == POND
    bare = dump(back(record))
    again = read("mindmup", bare)
    assert find_facts(again.map) == find_facts(record)
    assert dump(back(again.map, again.kept)) == bare


def test_an_edited_claim_goes_back_changed() -> None:
    check_edit("mindmup", dump(POND))
    imported = read("mindmup", dump(POND))
    record = came("mindmup", imported)
    claims = (record.claims[0], replace(record.claims[1], text="Cellars are wet.", implicit=True))
    once = back(replace(record, claims=(*claims, *record.claims[2:])), imported.kept)
    assert dump(once) == dump(POND).replace(
        '"Cellars fill\\nwith water."', '"Cellars are wet.", "attr": {"styleNames": ["attr_implicit_claim"]}'
    )


def test_what_was_taken_out_stays_out_and_what_is_new_has_its_place() -> None:
    imported = read("mindmup", dump(POND))
    record = came("mindmup", imported)
    by_text = {claim.text: claim.id for claim in record.claims}
    carp, kept, drained = (
        by_text[text]
        for text in ("The carp would die.", "The pond should be kept.", "The mill pond should be drained.")
    )
    steps = tuple(step for step in record.arguments if carp not in step.premises)
    more = Claim("new", "Herons nest there.")
    record = replace(
        record,
        claims=(*record.claims, more),
        arguments=(
            *steps,
            Argument("new/kept", ("new",), Bearing.SUPPORTS, kept),
            Argument("carp-kept", (carp, "new"), Bearing.SUPPORTS, kept),
            Argument("new/drained", ("new",), Bearing.ATTACKS, drained),
        ),
    )
    once = back(record, imported.kept)
    again = read("mindmup", dump(once))
    assert {k: v for k, v in find_facts(again.map).items() if k != "order of claims"} == {
        k: v for k, v in find_facts(record).items() if k != "order of claims"
    }
    assert "Ask the angler" in dump(once)
    assert back(record, imported.kept) == once


@pytest.mark.parametrize(
    ("beneath", "told"),
    [
        (idea(2, "No group."), ("an idea beneath another without a group that says its side", "2")),
        (group(2, "neutral", idea(3, "B.")), ("a group that is neither for nor against", "2")),
        (group(2, "supporting"), ("a group without a claim", "2")),
        (group(2, "opposing", idea(3, "")), ("a group without a claim", "2")),
        (
            group(2, "supporting", idea(3, "B."), group(4, "supporting", idea(5, "C."))),
            ("a group for a step, while reasons are for claims", "4"),
        ),
        (idea(1, "Again."), ("a second idea with an id that is taken", "1")),
        (
            group(2, "opposing", idea(3, "A.", argumap={"same": 1})),
            ("a group from a claim to itself", "2"),
        ),
        (
            idea(2, "", group(3, "opposing", idea(4, "B."))),
            ("a group beneath nothing that is a claim or a step", "3"),
        ),
    ],
)
def test_what_is_no_step_is_told_and_goes_back(beneath: Json, told: tuple[str, str]) -> None:
    whole: Json = {"formatVersion": 3, "id": "root", "ideas": {"1": idea(1, "A.", beneath)}}
    imported = read("mindmup", dump(whole))
    assert told in [(loss.why, loss.id) for loss in imported.losses]
    assert back(came("mindmup", imported), imported.kept) == whole


def test_an_older_file_is_its_first_idea_itself() -> None:
    old = idea(1, "Drain it.", group(2, "supporting", idea(3, "It leaks.")), idea(4, "Left"))
    beneath = old["ideas"]
    assert isinstance(beneath, dict)
    beneath["-1"] = beneath.pop("2")
    whole: Json = {**old, "formatVersion": 2}
    imported = read("mindmup", dump(whole))
    record = came("mindmup", imported)
    assert [claim.text for claim in record.claims] == ["Drain it.", "It leaks.", "Left"]
    assert back(record, imported.kept) == whole
    more = replace(record, claims=(*record.claims, Claim("other", "Keep it.")))
    assert [c.text for c in read("mindmup", dump(back(more, imported.kept))).map.claims][-1] == "Keep it."


def test_a_file_is_known_by_its_ideas() -> None:
    recognise = FORMATS["mindmup"].recognise
    assert recognise(Foreign("x", dump(POND).encode()))
    assert not recognise(Foreign("x", b'{"ideas": [], "title": "x"}'))
    assert not recognise(Foreign("x", b'{"nodes": [], "edges": []}'))
    with pytest.raises(OtherTool, match="no map of MindMup"):
        read("mindmup", "[]")


def test_ideas_nested_too_deeply_are_refused_and_none_is_written() -> None:
    deep = idea(0, "end")
    for n in range(1, 160):
        deep = idea(n, "x", deep)
    with pytest.raises(OtherTool, match="nested more than 150 deep"):
        read("mindmup", dump({"formatVersion": 3, "ideas": {"1": deep}}))
    check_refused_or_read("mindmup", b'{"formatVersion":3,"ideas":' + b'{"1":{"ideas":' * 100_000)
    claims = tuple(Claim(f"c{n}", f"Claim {n}.") for n in range(300))
    steps = tuple(Argument(f"c{n}/c{n - 1}", (f"c{n}",), Bearing.SUPPORTS, f"c{n - 1}") for n in range(1, 300))
    record = ArgumentMap(claims=claims, arguments=steps)
    assert find_facts(read("mindmup", dump(back(record))).map)["supports"] == find_facts(record)["supports"]


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, True, 1e300])
@pytest.mark.parametrize("key", ["id", "title", "attr", "ideas", "links", "formatVersion"])
def test_values_of_any_kind_are_read_or_refused(key: str, value: object) -> None:
    check_refused_or_read("mindmup", dump({**POND, key: value}).encode())
    roots = POND["ideas"]
    assert isinstance(roots, dict)
    check_refused_or_read("mindmup", dump({**POND, "ideas": {**roots, "1": {**roots["1"], key: value}}}).encode())
    for name in ("group", "styleNames", "note", "parentConnector", "argumap"):
        whole = {**POND, "ideas": {"1": idea(1, "A.", idea(2, "B.", **{name: value}))}}
        check_refused_or_read("mindmup", dump(whole).encode())


def test_a_cut_file_is_read_or_refused() -> None:
    check_cuts("mindmup", dump(POND))


@settings(max_examples=draws(60))
@given(random_maps())
def test_claims_and_steps_of_any_map_come_back(record: ArgumentMap) -> None:
    assume(record.claims)
    record = drop_undercuts(record)
    again = read("mindmup", write("mindmup", record)[".mup"])
    before, after = find_facts(record), find_facts(again.map)
    for feature in ("claims", "supports", "attacks", "linked premises", "implicit claims"):
        assert after.get(feature) == before.get(feature), feature
    assert parse_map(write_map(again.map)).map == again.map
