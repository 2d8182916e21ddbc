"""What every format of nodes and arrows keeps, gives back and withstands."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.mapfile import parse_map, write_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim
from argumap.project.fidelity import compare_facts, find_facts, read_full_map
from drawn_files import DRAWN, FILES, read_json, tell_steps, tell_whys, write_json, write_text
from draws import draws
from maps import HOSTILE_TEXT, MAPS

if TYPE_CHECKING:
    from drawn_files import Json

every_format = pytest.mark.parametrize("name", DRAWN)


@every_format
def test_a_debate_comes_in_with_its_nodes_arrows_and_signs(name: str) -> None:
    imported = read_json(name, FILES[name]())
    record = imported.map
    linked = (("supports", ("The cellars are wet.", "The dam leaks.")), "The pond should be drained.")
    assert tell_steps(record) == {
        linked,
        (("attacks", ("The carp would die.",)), "The pond should be drained."),
        (("undercuts", ("Carp can be moved.",)), *linked),
    }
    assert (len(record.claims), len(record.issues), len(record.stakeholders)) == (5, 1, 1)
    assert tell_whys(imported) == [("i", "an arrow whose word “somehow near” says neither for nor against")]
    assert parse_map(write_map(record)).problems == ()


@every_format
def test_it_goes_back_as_it_came_and_twice_the_same(name: str) -> None:
    file = FILES[name]()
    imported = read_json(name, file)
    once = write_text(name, imported.map, imported.kept)
    assert json.loads(once) == file
    assert write_text(name, imported.map, imported.kept) == once
    assert json.loads(FORMATS[name].rejoin(imported.kept)) == file


@every_format
def test_without_its_file_and_through_the_map_file_it_says_the_same(name: str) -> None:
    record = read_json(name, FILES[name]()).map
    filed = parse_map(write_map(record)).map
    once = write_text(name, filed)
    again = read_json(name, json.loads(once)).map
    assert find_facts(again) == find_facts(record)
    assert write_text(name, again) == once


def change(record: ArgumentMap) -> ArgumentMap:
    """A map with a claim put otherwise, a claim and its step taken out, and a claim and its step put in."""
    claims = {claim.text: claim for claim in record.claims}
    gone, put = claims["The carp would die."], claims["The dam leaks."]
    target = claims["The pond should be drained."].id
    return replace(
        record,
        claims=(
            *(
                replace(claim, text="The dam drips.") if claim is put else replace(claim, contradicts=())
                for claim in record.claims
                if claim is not gone
            ),
            Claim("herons", "Herons nest there."),
        ),
        arguments=(
            *(step for step in record.arguments if gone.id not in step.premises),
            Argument("herons/drain", ("herons",), Bearing.ATTACKS, target),
        ),
    )


@every_format
def test_a_change_changes_what_it_must_and_nothing_else(name: str) -> None:
    imported = read_json(name, FILES[name]())
    changed = change(imported.map)
    written = write_json(name, changed, imported.kept)
    assert compare_steps(read_json(name, written).map, changed)
    before, after = (json.dumps(value, ensure_ascii=False) for value in (FILES[name](), written))
    assert "somehow near" in after
    assert ("The dam leaks." in after, "The dam drips." in after, "The carp" in after) == (False, True, False)
    assert len(after) > len(before) / 2
    again = read_json(name, written)
    assert write_text(name, again.map, again.kept) == write_text(name, changed, imported.kept)


def compare_steps(one: ArgumentMap, other: ArgumentMap) -> bool:
    """Whether two maps have the same claims, steps and speech."""
    facts = find_facts(one), find_facts(other)
    return all(facts[0].get(key) == facts[1].get(key) for key in ("claims", "supports", "attacks", "undercuts"))


@every_format
def test_a_full_map_comes_back_with_all_but_expectations(name: str) -> None:
    record = read_full_map()
    back = read_json(name, write_json(name, record, came=False)).map
    lost = {feature for feature, found in compare_facts(record, back).items() if str(found) != "kept"}
    assert lost == {"expectations"}
    assert parse_map(write_map(back)).problems == ()


@every_format
@pytest.mark.parametrize("shape", MAPS)
def test_any_map_is_written_and_read(name: str, shape: str) -> None:
    if not MAPS[shape].claims:
        return
    back = read_json(name, write_json(name, MAPS[shape], came=False)).map
    assert [c.text for c in back.claims] == [" ".join(c.text.split()) for c in MAPS[shape].claims]


@every_format
@settings(max_examples=draws(60))
@given(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back(name: str, text: str, title: str) -> None:
    words = " ".join(text.replace("\0", "").split())
    if not words:
        return
    record = ArgumentMap(
        title="T",
        claims=(Claim("a", text, title=title or None), Claim("b", HOSTILE_TEXT)),
        arguments=(Argument("b/a", ("b",), Bearing.SUPPORTS, "a"),),
    )
    back = read_json(name, write_json(name, record, came=False)).map
    assert back.claims[0].text == words
    assert len(back.arguments) == 1


@every_format
def test_a_file_is_known_by_one_format_alone(name: str) -> None:
    for value in (FILES[name](), write_json(name, read_full_map(), came=False)):
        foreign = Foreign("x", json.dumps(value).encode())
        assert [other for other, plug_in in FORMATS.items() if plug_in.recognise(foreign)] == [name]


ODD: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 0, -1, 1e300, 10**400, "", "x", [], {}, [[]], {"id": {}}, "\ud800", [None]]
)


def put_odd(value: object, path: list[int], odd: object) -> object:
    """A value with another one somewhere in it."""
    if not path or not isinstance(value, dict | list) or not value:
        return odd
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = keys[path[0] % len(keys)]
    inner = put_odd(value[key], path[1:], odd)
    if isinstance(value, dict):
        return {**value, key: inner}
    return [*value[:key], inner, *value[key + 1 :]]


@every_format
@settings(max_examples=draws(150))
@given(st.lists(st.integers(0, 40), min_size=1, max_size=6), ODD)
def test_a_value_of_another_type_is_read_or_refused_and_goes_back(name: str, path: list[int], odd: object) -> None:
    value = put_odd(FILES[name](), path, odd)
    for plug_in in FORMATS.values():
        assert isinstance(plug_in.recognise(Foreign("x", json.dumps(value).encode())), str)
    try:
        imported = read_json(name, value)
    except OtherTool:
        return
    assert [p for p in parse_map(write_map(imported.map)).problems if p.severity == "error"] == []
    assert write_json(name, imported.map, imported.kept) == json.loads(json.dumps(value))


@every_format
def test_a_file_cut_anywhere_is_refused(name: str) -> None:
    data = json.dumps(FILES[name]()).encode()
    reader = FORMATS[name].read
    assert reader is not None
    for end in range(0, len(data) - 1, 7):
        with pytest.raises(OtherTool):
            reader(Foreign("x", data[:end]))


@every_format
def test_deep_nesting_is_refused(name: str) -> None:
    reader = FORMATS[name].read
    assert reader is not None
    for data in (b"[" * 100_000, b'{"graph":' * 100_000, b'{"nodes":[{"id":"a","x":' + b"[" * 100_000):
        assert not FORMATS[name].recognise(Foreign("x", data))
        with pytest.raises(OtherTool):
            reader(Foreign("x", data))


def large(name: str, count: int) -> Json:
    """A file with so many claims, each of which supports the one before it."""
    from drawn_files import drawing

    nodes = "\n".join(f"{n} - Claim number {n} of the debate." for n in range(count))
    arrows = "\n".join(f"e{n} {n} {n - 1} supports" for n in range(1, count))
    return FILES[name](drawing(nodes, arrows))


@every_format
def test_a_large_file_comes_in_and_goes_back(name: str) -> None:
    file = large(name, 4_000)
    imported = read_json(name, file)
    assert len(imported.map.arguments) == 3_999
    assert write_json(name, imported.map, imported.kept) == file
