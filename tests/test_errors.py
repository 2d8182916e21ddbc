from __future__ import annotations

import pytest

from argumap.errors import ArgumapError, CallError, NotFound, Problem, Severity, UnreadableMap


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("AM101", "unknown key", "map.yaml", 7, 3), "map.yaml:7:3: error AM101 unknown key"),
        (Problem("AM001", "empty", "map.yaml"), "map.yaml: error AM001 empty"),
        (Problem("AM300", "hm", severity=Severity.HINT), "hint AM300 hm"),
    ],
)
def test_a_problem_prints_as_editors_read_it(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_each_error_is_also_the_builtin_it_resembles() -> None:
    assert issubclass(CallError, ValueError)
    assert issubclass(NotFound, LookupError)
    assert issubclass(UnreadableMap, ArgumapError)


def test_an_unreadable_map_carries_its_problems() -> None:
    problems = [Problem("AM101", "one", "a.yaml", 1), Problem("AM102", "two", "a.yaml", 2)]
    error = UnreadableMap(problems)
    assert error.problems == tuple(problems)
    assert str(error).count("\n") == 1
