from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from argumap.formats._drawn.drawing import Drawing, FiledShape
from argumap.formats._drawn.reading import read_drawing
from argumap.formats._drawn.writing import draw_map
from argumap.model import ArgumentMap, Origin
from argumap.project.fidelity import find_facts
from drawn_files import drawing
from draws import draws
from maps import MAPS, random_maps


def arrows(drawn: Drawing) -> set[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    return {(arrow.starts, arrow.relation, arrow.ends) for arrow in drawn.arrows}


def test_a_step_is_an_arrow_unless_it_is_linked_undercut_or_spoken_of() -> None:
    drawn = draw_map(MAPS["town"], "jgf")
    assert (("clean-air",), "supports", ("close-it",)) in arrows(drawn)
    steps = {node.id: node.text for node in drawn.nodes if node.kind == "step"}
    assert steps == {"trade-falls/close-it": "attacks", "other-towns": "undercuts"}
    assert {
        (("trade-falls",), "premise", ("trade-falls/close-it",)),
        (("trade-falls/close-it",), "attacks", ("close-it",)),
        (("footfall-rose",), "premise", ("other-towns",)),
        (("other-towns",), "undercuts", ("trade-falls/close-it",)),
    } <= arrows(drawn)


def test_what_came_from_a_file_has_its_ids() -> None:
    found = read_drawing(drawing(), "x")
    came = replace(found.map, origin=Origin(format="jgf"))
    drawn = draw_map(came, "jgf", found.shape)
    kept = [arrow for arrow in drawing().arrows if arrow.id != "i"]
    assert {node.id for node in drawn.nodes} == {node.id for node in drawing().nodes}
    assert {arrow.id for arrow in drawn.arrows} == {arrow.id for arrow in kept}
    assert {node.id for node in draw_map(came, "cyjs").nodes}.isdisjoint("1234567")


def test_nothing_new_takes_an_id_of_the_file() -> None:
    shape = FiledShape(taken={"only"})
    assert [node.id for node in draw_map(MAPS["one claim"], "jgf", shape).nodes] == ["only-2"]


@pytest.mark.parametrize("name", MAPS)
def test_every_id_is_there_once(name: str) -> None:
    drawn = draw_map(MAPS[name], "jgf")
    for things in (drawn.nodes, drawn.arrows):
        ids = [thing.id for thing in things]
        assert len(set(ids)) == len(ids)


@settings(max_examples=draws(80), deadline=None)
@given(random_maps())
def test_the_logic_of_any_map_comes_back(record: ArgumentMap) -> None:
    assume(not any(step.target in step.premises for step in record.arguments))
    back = read_drawing(draw_map(record, "jgf"), "x").map
    before, after = find_facts(record), find_facts(back)
    for feature in ("claims", "order of claims", "questions", "answers", "linked premises", "concepts"):
        assert after.get(feature) == before.get(feature)
    for feature in ("supports", "attacks", "undercuts", "who says what", "reported speech"):
        assert set(after.get(feature, {})) == set(before.get(feature, {}))
