from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap import authoring
from argumap.authoring import MapChange
from argumap.errors import ArgumapError, CallError, ChangedMeanwhile, DoesNotFit
from argumap.mapfile import write_map as write_map_text
from argumap.project import load
from maps import random_maps
from places import MAP, write_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argumap.model import ArgumentMap
    from argumap.project import Map

OPERATIONS: list[Callable[[Map, str, str], str]] = [
    lambda m, a, _: authoring.reword(m, a, "Other words."),
    lambda m, a, _: authoring.retitle(m, a, "Words"),
    lambda m, a, b: authoring.set_speaker(m, a, b),
    lambda m, a, b: authoring.tie(m, a, "supports", b),
    lambda m, a, b: authoring.tie(m, a, "attacks", b),
    lambda m, a, b: authoring.tie(m, a, "undercuts", b),
    lambda m, a, b: authoring.untie(m, a, b),
    lambda m, a, _: authoring.drop(m, a),
    lambda m, a, _: authoring.set_aside(m, a),
    lambda m, a, b: authoring.merge(m, a, b),
    lambda m, a, _: authoring.split(m, a, "One.", "Two."),
    lambda m, a, b: authoring.add_claim(m, "One more.", by="ann", ties=[("supports", b)]),
    lambda m, *_: authoring.add_person(m, "Dora"),
]


@settings(max_examples=40)
@given(random_maps(max_claims=5), st.sampled_from(OPERATIONS), st.data())
def test_a_change_makes_no_error_and_undoing_it_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: ArgumentMap,
    operation: Callable[[Map, str, str], str],
    data: st.DataObject,
) -> None:
    ids = [record.id for kind in (drawn.claims, drawn.arguments, drawn.stakeholders) for record in kind]
    one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    folder = tmp_path_factory.mktemp("drawn")
    file = folder / "map.yaml"
    file.write_text(write_map_text(drawn), encoding="utf-8")
    before, opened = file.read_bytes(), load(folder)
    errors = {(p.code, p.message) for p in opened.check() if p.severity == "error"}
    try:
        operation(opened, one, other)
    except ArgumapError:
        assert file.read_bytes() == before
        return
    after = load(folder)
    assert {(p.code, p.message) for p in after.check() if p.severity == "error"} <= errors
    authoring.undo(after)
    assert file.read_bytes() == before


def test_every_other_line_stays_as_it_is(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    authoring.tie(load(folder), "ring-road", "supports", "close-it")
    after = (folder / "map.yaml").read_text(encoding="utf-8")
    moved = [row for row in difflib.ndiff(MAP.splitlines(), after.splitlines()) if row[0] in "+-"]
    assert moved == ["+     supports: close-it"]


def test_an_entry_is_changed_in_the_file_that_holds_it(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", MAP.partition("claims:")[0])
    (folder / "claims.yaml").write_text(f"claims:{MAP.partition('claims:')[2]}", encoding="utf-8")
    head = (folder / "map.yaml").read_bytes()
    authoring.reword(load(folder), "ring-road", "A road is there.")
    assert (folder / "map.yaml").read_bytes() == head
    assert '"A road is there."' in (folder / "claims.yaml").read_text(encoding="utf-8")
    authoring.undo(load(folder))
    assert "A road" not in (folder / "claims.yaml").read_text(encoding="utf-8")


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    opened = load(folder)
    (folder / "map.yaml").write_text(f"{MAP}# more\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile):
        authoring.retitle(opened, "ring-road", "X")


def test_a_change_of_nothing_and_one_that_makes_an_error_are_refused(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    with pytest.raises(CallError, match="nothing changes: nothing"):
        MapChange(load(folder)).write("nothing")
    change = MapChange(load(folder))
    change.add("claims", "no slug", {"text": "X"}, after="close-it")
    with pytest.raises(DoesNotFit, match="is no id"):
        change.write("added")
