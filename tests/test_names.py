"""What the code's names and calls promise to somebody who reads one file."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SRC = Path(__file__).parents[1] / "src"
MOST_POSITIONAL = 6


def test_no_class_or_alias_stands_for_two_things() -> None:
    homes = defaultdict(set)
    for path, tree in _modules():
        # The types of a payload are the records as JSON tells them, so they are called what the records are.
        if not path.endswith("/payload_types.py"):
            for name in _types_of(tree):
                homes[name].add(path)

    assert {name: sorted(paths) for name, paths in homes.items() if len(paths) > 1} == {}


def test_a_call_with_many_arguments_names_them() -> None:
    modules = list(_modules())
    taking_any_number = {
        function.name
        for _, tree in modules
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.args.vararg
    }

    bare = [
        f"{path}:{call.lineno} {_name_of(call)}"
        for path, tree in modules
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and len(call.args) > MOST_POSITIONAL
        and _name_of(call) not in taking_any_number
    ]

    assert bare == []


def test_a_module_that_uses_any_says_why() -> None:
    silent = []
    for path, tree in _modules():
        uses = any(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(tree))
        if uses and "# Any: " not in (SRC / path).read_text("utf-8"):
            silent.append(path)

    assert silent == []


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SRC.rglob("*.py")):
        yield path.relative_to(SRC).as_posix(), ast.parse(path.read_text("utf-8"))


def _name_of(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _types_of(tree: ast.Module) -> Iterator[str]:
    """The classes and aliases of types of a module; variables of types (`TypeVar`) are no names of things."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript() | ast.BinOp()) if _is_camel(name):
                yield name


def _is_camel(name: str) -> bool:
    return name.lstrip("_")[:1].isupper() and not name.isupper()
