"""No function decides too much: counted as radon counts, so that a comprehension weighs as a loop does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[1] / "src"
MOST = 15

SAMPLE = """
def plain(): pass

def loops(rows):
    for row in rows:
        while row and row[0]:
            row = row[1:] if row else None
    else:
        return [[x for x in row if x] for row in rows]

def tries(value):
    assert value
    try:
        match value:
            case 1: return 2
            case 2 | 3: return 4
            case _: return 5
    except KeyError: return 6
    except OSError: return 7
    else: return 8

def closes(rows):
    def inner(row): return [x for x in row]
    return inner
"""


def complexity(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """One and the decisions in the body, those of functions within it left to themselves."""
    total, walk = 1, list[ast.AST](function.body)
    for node in walk:
        total += decisions(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            walk.extend(ast.iter_child_nodes(node))
    return total


def decisions(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.Assert():
            return 1
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.Try():
            return len(node.handlers) + bool(node.orelse)
        case ast.Match():
            return len(node.cases) - any(map(is_default, node.cases))
        case _:
            return 0


def is_default(case: ast.match_case) -> bool:
    return isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize(
    ("name", "expected"), [("plain", 1), ("loops", 9), ("tries", 7), ("closes", 1), ("inner", 2)]
)
def test_what_is_counted(name: str, expected: int) -> None:
    counted = {function.name: complexity(function) for function in functions(ast.parse(SAMPLE))}
    assert counted[name] == expected


def test_no_function_decides_more_than_a_reader_can_follow() -> None:
    found = {
        f"{path.relative_to(SOURCES)}:{function.lineno} {function.name}": complexity(function)
        for path in sorted(SOURCES.rglob("*.py"))
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found
    assert {name: count for name, count in found.items() if count > MOST} == {}
