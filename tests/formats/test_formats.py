"""What holds for every format; each asks the registry, so that a new one is tried as well."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argumap.formats import FORMATS, Export
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Concept,
    Concern,
    Effect,
    Issue,
    Source,
    Stakeholder,
)
from maps import MAPS, argument, at

if TYPE_CHECKING:
    from collections.abc import Callable

WRITTEN = [name for name, plugin in FORMATS.items() if plugin.write]


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_writing_twice_gives_the_same(name: str, argument_map: ArgumentMap) -> None:
    write = FORMATS[name].write
    assert write is not None
    assert write(Export(argument_map)) == write(Export(argument_map))


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_files_have_the_suffixes_that_the_format_names(name: str, argument_map: ArgumentMap) -> None:
    plugin = FORMATS[name]
    assert plugin.write is not None
    files = plugin.files(plugin.write(Export(argument_map)))
    if plugin.folder:
        assert all(name.endswith(".md") for name in files)
    else:
        assert tuple(files) == plugin.suffixes
    assert all(text.endswith("\n") and "\r\n" not in text for text in files.values())
    assert all(text.encode("utf-8") for text in files.values())


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_is(name: str) -> None:
    assert FORMATS[name].title
    assert all(suffix.startswith(".") or FORMATS[name].folder for suffix in FORMATS[name].suffixes)


EVERY_RELATION = ArgumentMap(
    sources=(Source("letter", "A letter", author="ann"),),
    issues=(Issue("q", "What now?"), Issue("cost", "What does it cost?", compares=("x", "y"))),
    claims=(
        Claim("a", "A.", answers=("q",), about=("x",), contradicts=("b",), at=at("s1.p1.s1", source="letter")),
        Claim("b", "B.", concerns=(Concern("bob", Effect.HARMS),)),
        Claim("c", "C.", rephrases=("a",)),
    ),
    arguments=(
        argument("step", "b c", "attacks", "a"),
        argument("c/b", "c", "supports", "b"),
        argument("a/step", "a", "undercuts", "step"),
    ),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob", affiliation=("ann",))),
    attributions=(
        Attribution("ann", Act.CONCEDES, "b"),
        Attribution("bob", Act.DISPUTES, "step", via=("ann",)),
    ),
    concepts=(Concept("x", "X"), Concept("y", "Y", broader=("x",))),
)
RELATIONS = {
    ("claim:b", "premise", "argument:step"),
    ("claim:c", "premise", "argument:step"),
    ("claim:c", "premise", "argument:c/b"),
    ("claim:a", "premise", "argument:a/step"),
    ("argument:step", "attacks", "claim:a"),
    ("argument:c/b", "supports", "claim:b"),
    ("argument:a/step", "undercuts", "argument:step"),
    ("claim:a", "answers", "issue:q"),
    ("claim:a", "about", "concept:x"),
    ("claim:a", "contradicts", "claim:b"),
    ("claim:c", "rephrases", "claim:a"),
    ("claim:b", "concerns", "stakeholder:bob"),
    ("claim:a", "in", "section:letter#s1"),
    ("section:letter#s1", "in", "source:letter"),
    ("issue:cost", "compares", "concept:x"),
    ("issue:cost", "compares", "concept:y"),
    ("concept:y", "broader", "concept:x"),
    ("stakeholder:bob", "affiliation", "stakeholder:ann"),
    ("stakeholder:ann", "concedes", "claim:b"),
    ("stakeholder:bob", "disputes", "argument:step"),
}


def written(name: str) -> list[str]:
    plugin = FORMATS[name]
    assert plugin.write is not None
    return [*plugin.files(plugin.write(Export(EVERY_RELATION))).values()]


def relations_of_node_link() -> list[tuple[str, str, str]]:
    edges = json.loads(written("node-link")[0])["edges"]
    return [(edge["source"], edge["kind"], edge["target"]) for edge in edges]


def relations_of_csv() -> list[tuple[str, str, str]]:
    edges = csv.DictReader(io.StringIO(written("csv")[1], newline=""))
    return [(edge["source"], edge["kind"], edge["target"]) for edge in edges]


def relations_of_graphml() -> list[tuple[str, str, str]]:
    xml = "{http://graphml.graphdrawing.org/xmlns}"
    found = []
    for edge in ET.fromstring(written("graphml")[0]).iter(f"{xml}edge"):
        data = {each.get("key"): each.text for each in edge.iter(f"{xml}data")}
        found.append((str(edge.get("source")), str(data["edge.kind"]), str(edge.get("target"))))
    return found


@pytest.mark.parametrize("read", [relations_of_node_link, relations_of_csv, relations_of_graphml])
def test_every_relation_of_a_map_is_there_once(read: Callable[[], list[tuple[str, str, str]]]) -> None:
    found = read()
    assert set(found) == RELATIONS
    assert len(found) == len(RELATIONS)


def test_who_contradict_each_other_attack_each_other_in_a_framework() -> None:
    pair = ArgumentMap(claims=(Claim("a", "A.", contradicts=("b",)), Claim("b", "B.")))
    write = FORMATS["af"].write
    assert write is not None
    assert str(write(Export(pair))).splitlines() == ["p af 2", "# 1 a: A.", "# 2 b: B.", "2 1", "1 2"]
