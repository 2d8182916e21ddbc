"""One check on a map written in a few lines: what it finds, and the line at which it says so."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, TypeAlias

from argumap.checks import CHECKS, Subject
from argumap.mapfile import parse_map
from argumap.model import Index
from argumap.semantics import evaluate

if TYPE_CHECKING:
    from argumap.errors import Problem

Found: TypeAlias = list[tuple[str, str]]


def subject_of(text: str, *, evaluated: bool = True) -> Subject:
    """The map in ``text``, which must read without a problem."""
    reading = parse_map(text)
    assert reading.problems == (), [str(problem) for problem in reading.problems]
    index = Index(reading.map)
    evaluation = evaluate(index) if evaluated else None
    return Subject(reading.map, index, reading.locations.nearest, evaluation)


def problems_of(name: str, text: str, *, evaluated: bool = True) -> list[Problem]:
    return list(CHECKS[name](subject_of(text, evaluated=evaluated)))


def found(name: str, body: str) -> Found:
    """The codes that the check ``name`` gives, each with the words of the line it points at."""
    text = f"argumap: 1\n{dedent(body).strip()}\n"
    lines = text.splitlines()
    return [(problem.code, lines[problem.line - 1].strip()) for problem in problems_of(name, text)]
