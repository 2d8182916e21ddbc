from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import argumap
from argumap import errors
from argumap.errors import ArgumapError, Problem, Severity, UnreadableMap


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


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (errors.CallError("x"), ValueError),
        (errors.NotFound("x"), LookupError),
        (errors.Ambiguous("x"), LookupError),
        (errors.NotAtHand("x"), LookupError),
        (errors.OtherText("x"), ValueError),
        (errors.DoesNotFit("x"), ValueError),
        (errors.ChangedMeanwhile("x"), errors.DoesNotFit),
        (errors.TooMuchWork("x"), RuntimeError),
        (errors.NotInstalled("x"), RuntimeError),
        (errors.CannotFetch("x"), OSError),
        (errors.CannotRead("x", "map.yaml"), OSError),
        (errors.CannotWrite("x", "map.yaml"), OSError),
        (errors.AlreadyThere("x", "map"), FileExistsError),
        (errors.NoMap("x", "map"), FileNotFoundError),
        (errors.TooLarge("map.yaml", 2000, 1), ValueError),
        (errors.NoText("x", "a.txt"), ValueError),
        (errors.DamagedFile("x", "log.jsonl", 3), ValueError),
        (errors.OtherFormat("x", "log.jsonl", found=2, known=1), ValueError),
        (UnreadableMap([Problem("AM101", "x", "map.yaml", 7)]), ArgumapError),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Exception) else one.__name__,
)
def test_an_error_is_its_builtin_too_and_survives_a_process(error: ArgumapError, builtin: type) -> None:
    assert isinstance(error, builtin)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
    assert error.exit_code == (1 if isinstance(error, UnreadableMap) else 2)


def test_the_page_tells_of_every_error() -> None:
    page = Path(__file__).parents[1].joinpath("docs/problems.md").read_text(encoding="utf-8")
    raised = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, ArgumapError)]
    assert len(raised) > 1
    assert [c.__name__ for c in raised if f"`{c.__name__}`" not in page and c is not ArgumapError] == []
    assert sorted(c.__name__ for c in raised if c.__name__ not in argumap.__all__) == []


def test_trouble_with_a_file_says_which_and_where() -> None:
    damage = errors.DamagedFile("log.jsonl:3 is damaged", Path("snapshots", "log.jsonl"), 3)
    assert (str(damage), damage.file, damage.line) == ("log.jsonl:3 is damaged", "snapshots/log.jsonl", 3)
    large = errors.TooLarge("map.yaml", 2000, 1)
    assert str(large) == "map.yaml has 2,000 bytes; at most 1 are read"
    assert (large.size, large.limit, large.line) == (2000, 1, 0)


def test_an_unreadable_map_carries_its_problems() -> None:
    problems = [Problem("AM101", "one", "a.yaml", 1), Problem("AM102", "two", "a.yaml", 2)]
    error = UnreadableMap(problems)
    assert error.problems == tuple(problems)
    assert str(error).count("\n") == 1
