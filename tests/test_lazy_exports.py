"""A room's door: what it says it offers, what type checkers read and what it hands out are the same."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import argumap

SOURCES = Path(argumap.__file__).parent
DOORS = {
    ".".join(("argumap", *path.parent.relative_to(SOURCES).parts)): path
    for path in sorted(SOURCES.rglob("__init__.py"))
    if "export_lazily(" in path.read_text(encoding="utf-8")
}


def parse(package: str) -> ast.Module:
    return ast.parse(DOORS[package].read_text(encoding="utf-8"))


def find_table(package: str) -> dict[str, set[str]]:
    """What the call of `export_lazily` in a package's source hands out, by module."""
    calls = (node for node in ast.walk(parse(package)) if isinstance(node, ast.Call))
    table = next(call.args[1] for call in calls if ast.unparse(call.func) == "export_lazily")
    return {module: set(names.split()) for module, names in ast.literal_eval(table).items()}


def find_typed(package: str) -> dict[str, set[str]]:
    """What a package imports for type checkers where it hands the same out lazily, by module."""
    branches = [node for node in parse(package).body if isinstance(node, ast.If) and node.orelse]
    imports = [node for branch in branches for node in branch.body if isinstance(node, ast.ImportFrom)]
    return {str(n.module).removeprefix(f"{package}."): {alias.name for alias in n.names} for n in imports}


def test_every_room_that_lends_is_seen() -> None:
    assert "argumap" in DOORS
    assert "argumap.snapshots" in DOORS


@pytest.mark.parametrize("package", DOORS)
def test_type_checkers_read_what_the_door_hands_out(package: str) -> None:
    assert find_typed(package) == find_table(package)


@pytest.mark.parametrize("package", DOORS)
def test_everything_offered_is_there(package: str) -> None:
    door = import_module(package)
    assert set().union(*find_table(package).values()) <= set(door.__all__)
    for name in door.__all__:
        assert getattr(door, name) is not None


@pytest.mark.parametrize("package", DOORS)
def test_no_name_is_hidden_by_a_module_of_its_room(package: str) -> None:
    modules = {path.stem for path in DOORS[package].parent.iterdir()}
    assert modules.isdisjoint(set().union(*find_table(package).values()))


def test_what_a_room_lacks_is_refused_as_any_module_would() -> None:
    with pytest.raises(AttributeError, match=r"module 'argumap.snapshots' has no attribute 'nonsense'"):
        _ = import_module("argumap.snapshots").nonsense
