from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from argumap.mapfile import Locations
from argumap.mapfile.entries import SECTIONS
from argumap.mapfile.file_trees import read_tree
from argumap.mapfile.schema import AcceptedEntry, MapFile, OriginEntry, PassageEntry, SaidEntry, StopEntry
from argumap.mapfile.schema_validation import HEAD, validate
from argumap.mapfile.sound_entries import HEAD_SHAPE, MOST, SHAPES, EntryShape, read_sound
from places import MAP

if TYPE_CHECKING:
    from argumap.errors import Problem

MODELS: dict[str, type[BaseModel]] = {
    name: get_args(MapFile.model_fields[name].annotation)[1] for name in SECTIONS
}
READ: list[type[BaseModel]] = [
    *MODELS.values(),
    SaidEntry,
    PassageEntry,
    OriginEntry,
    StopEntry,
    AcceptedEntry,
    MapFile,
]
KEYS = sorted({key for model in READ for key in model.model_fields})
LIKELY = "a 1 0.5 1.5 1e-3 true false yes 2025 2025-13 en asserts fact stands >0.5 AM313 s1.p1.s1 person é"
WORDS = st.sampled_from([*LIKELY.split(), "", " ", "> 2", "\ud800", None])
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEYS, "b"]), inner, max_size=3),
    max_leaves=6,
)


# Any: entries of two kinds are compared, whatever they hold.
def plain(entry: Any) -> Any:
    """An entry of the schema as plain data."""
    if isinstance(entry, BaseModel):
        return {name: plain(getattr(entry, name)) for name in type(entry).model_fields}
    if isinstance(entry, dict):
        return {key: plain(value) for key, value in entry.items()}
    return tuple(map(plain, entry)) if isinstance(entry, tuple) else entry


def alike(sound: Any, model: Any) -> Any:
    """An entry that was read without the schema as plain data, with the keys of ``model``, its like."""
    if isinstance(model, BaseModel):
        return {name: alike(getattr(sound, name), getattr(model, name)) for name in type(model).model_fields}
    if isinstance(model, dict):
        return (
            {key: alike(sound[key], value) for key, value in model.items()} if sound.keys() == model.keys() else 0
        )
    if isinstance(model, tuple):
        return tuple(map(alike, sound, model)) if len(sound) == len(model) else 0
    return sound


def compare(data: dict[str, Any]) -> bool:
    """Whether ``data`` is read without the schema; what is read is what the schema reads, which finds no fault."""
    problems: list[Problem] = []
    known = validate(deepcopy(data), Locations(), problems)
    sound = read_sound(data)
    if sound is None:
        return False
    assert not problems
    assert sound.written == known.written
    for name in HEAD:
        assert alike(getattr(sound.head, name), getattr(known.head, name)) == plain(getattr(known.head, name))
    for name in SECTIONS:
        model = getattr(known.sections, name)
        assert alike(getattr(sound.sections, name), model) == plain(model)
    return True


@pytest.mark.parametrize("name", [*SECTIONS, ""])
def test_every_key_of_the_schema_is_known_with_its_default(name: str) -> None:
    shape = SHAPES[name] if name else HEAD_SHAPE
    fields = MODELS[name].model_fields if name else {key: MapFile.model_fields[key] for key in HEAD}
    assert set(shape.readers) == set(fields)
    for key, field in fields.items():
        if field.is_required() or key == "argumap":
            assert key in shape.needed
        else:
            assert getattr(shape.made, key) == field.get_default(call_default_factory=True)


def test_a_map_is_read_as_the_schema_reads_it() -> None:
    data = read_tree(MAP, "map.yaml").data
    assert isinstance(data, dict)
    assert compare(data)


RIGHT: dict[str, dict[str, Any]] = {
    "sources": {"title": "T", "origin": {"format": "aif"}, "skip": ["s1"], "language": "de"},
    "sections": {"voice": "presents"},
    "issues": {"question": "Q?", "at": {"quote": "q", "source": "a"}, "exclusive": "true"},
    "stakeholders": {"name": "N", "type": "group", "aliases": ["M", "O"]},
    "concepts": {"label": "L", "broader": "c"},
    "claims": {
        "text": "T.",
        "said": ["x", {"by": "y", "via": [], "act": "argues", "at": ["s1", {"at": "s2"}]}],
        "concerns": {"x": "benefits", "y": ["harms"]},
        "expect": {"status": "stands", "said_by": "x", "strength": ">0.5"},
        "base": "0.25",
    },
    "arguments": {"premises": "a", "supports": "b", "weight": "1", "said": "x"},
}


def test_entries_of_every_kind_are_read_without_the_schema() -> None:
    data = {"argumap": "1", "title": "T", "tour": {"of": "a", "text": "T"}}
    data |= {section: {"a": entry} for section, entry in RIGHT.items()}
    data["accepted"] = {"code": "AM313", "at": "a", "reason": "R"}
    assert compare(data)


@given(st.sampled_from(SECTIONS), st.sampled_from(KEYS), VALUES)
def test_whatever_stands_at_a_key_it_is_read_alike_or_left_to_the_schema(
    section: str, key: str, value: Any
) -> None:
    compare({"argumap": "1", section: {"a": {**RIGHT[section], key: value}}})


@given(st.sampled_from([*HEAD, *SECTIONS, "b"]), VALUES)
def test_whatever_stands_at_a_key_of_the_map_as_well(key: str, value: Any) -> None:
    compare({"argumap": "1", key: value})


def test_what_is_needed_and_what_nobody_knows_are_for_the_schema_to_tell() -> None:
    assert read_sound({"argumap": "1", "claims": {"a": {"title": "T"}}}) is None
    assert read_sound({"claims": {"a": {"text": "T"}}}) is None
    assert read_sound({"argumap": "1", "claims": {"a": {"text": "T", "txt": "T"}}}) is None


def test_a_large_map_is_for_the_schema() -> None:
    assert read_sound({"argumap": "1", "claims": {f"c{n}": {"text": "T"} for n in range(MOST + 1)}}) is None


def test_a_shape_reads_what_is_there_and_fills_in_the_rest() -> None:
    shape = EntryShape({"a": str, "b": str}, ("a",), type("Made", (), {"b": None}))
    entry = shape.read({"a": "x"})
    assert (entry.a, entry.b) == ("x", None)
