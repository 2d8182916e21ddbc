"""The house is as it is drawn: floors, arrows and doors of `docs/architecture.md` against what is imported."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import grimp
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "argumap"
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
# Everybody may use what lies beneath; these two use everything. Nothing of that is worth an arrow.
ABOVE = {"project", "cli", "__main__"}
BENEATH = "model"


def drawn_floors() -> list[set[str]]:
    rows = re.findall(r"^\|[^|]*\|((?: `\w+`)+) \|", TEXT.partition("## Where")[0], re.MULTILINE)
    return [set(re.findall(r"\w+", rooms)) for rooms in rows]


def drawn_arrows() -> set[tuple[str, str]]:
    arrows = set()
    for line in TEXT.partition("```")[2].partition("```")[0].splitlines():
        stations = [[name.strip() for name in part.split("|")] for part in line.split("─→")]
        for givers, takers in pairwise(stations):
            arrows |= {(giver, taker) for giver in givers for taker in takers}
    rooms = set().union(*drawn_floors())
    return {(giver, taker) for giver, taker in arrows if {giver, taker} <= rooms}


def contracted_floors() -> list[set[str]]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(contract["layers"] for contract in contracts["contracts"] if contract["type"] == "layers")
    return [set(layer.split(" | ")) for layer in layers]


def imported_arrows() -> set[tuple[str, str]]:
    graph = grimp.build_graph("argumap", cache_dir=None)
    rooms = graph.find_children("argumap")
    for room in rooms:
        if graph.find_children(room):
            graph.squash_module(room)
    given = ((source, room) for room in rooms for source in graph.find_modules_directly_imported_by(room))
    return {
        (source.removeprefix("argumap."), room.removeprefix("argumap."))
        for source, room in given
        if source in rooms and source != room
    }


def test_the_floors_drawn_are_those_of_the_contract() -> None:
    assert drawn_floors() == contracted_floors()


def test_every_room_drawn_is_there_and_every_room_there_is_drawn() -> None:
    there = {
        path.stem for path in SOURCES.iterdir() if find_spec(f"argumap.{path.stem}") and path.stem[0] not in "_."
    }
    assert set().union(*drawn_floors()) == there


def test_the_arrows_drawn_are_the_imports_there_are() -> None:
    floors = drawn_floors()
    ground = next(n for n, rooms in enumerate(floors) if BENEATH in rooms)
    unseen = ABOVE.union(*floors[ground:])
    assert drawn_arrows() == {arrow for arrow in imported_arrows() if unseen.isdisjoint(arrow)}


def back_doors(source: str, room: str) -> Iterator[str]:
    """The imports in a module of ``room`` that name a module of another room, or hand one out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if is_behind(alias.name, room))
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names if node.module.count(".") == 1)
            yield from (
                name
                for name in (node.module, *names)
                if is_behind(name, room) and (name == node.module or is_only_a_module(name))
            )


def is_behind(name: str, room: str) -> bool:
    parts = name.split(".")
    return parts[0] == "argumap" and len(parts) > 2 and parts[1] != room


def is_only_a_module(name: str) -> bool:
    """Whether ``name`` is a module that its room does not offer, under its name, as something else."""
    *room, last = name.split(".")[1:]
    folder = SOURCES.joinpath(*room)
    if not (folder / f"{last}.py").is_file() and not (folder / last).is_dir():
        return False
    return last not in import_module(".".join(["argumap", *room])).__all__


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("from argumap.query import gaps", [], id="by the front door"),
        pytest.param("from argumap.text.article import Article", [], id="from within"),
        pytest.param("from argumap.query.map_gaps import gaps", ["argumap.query.map_gaps"], id="a module's name"),
        pytest.param("from argumap.query import speech", ["argumap.query.speech"], id="a whole module"),
        pytest.param("import argumap.query.map_gaps", ["argumap.query.map_gaps"], id="a plain import"),
    ],
)
def test_what_a_back_door_is(source: str, found: list[str]) -> None:
    assert list(back_doors(source, "text")) == found


def test_every_room_is_entered_by_its_front_door() -> None:
    found = {
        f"{path.relative_to(SOURCES)}: {name}"
        for path in sorted(SOURCES.rglob("*.py"))
        for name in back_doors(path.read_text(encoding="utf-8"), path.relative_to(SOURCES).parts[0])
    }
    assert found == set()
