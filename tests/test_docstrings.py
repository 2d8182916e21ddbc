"""What argumap offers to callers is described, and the examples of the descriptions are run."""

from __future__ import annotations

import doctest
import inspect
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

import pytest

import argumap
from argumap import errors
from argumap.semantics import EvaluatedMap, Evaluation

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


KINDS = (argumap.Map, EvaluatedMap, Evaluation)


def offered() -> Iterator[tuple[str, Any]]:
    """Every function that argumap offers and every member of a map and of its evaluation, by its name."""
    for name in argumap.__all__:
        found = getattr(argumap, name)
        if isinstance(found, FunctionType):
            yield name, found
    for kind in KINDS:
        for name, member in vars(kind).items():
            own = member.__func__ if isinstance(member, classmethod) else member
            if not name.startswith("_") and isinstance(own, (FunctionType, property, cached_property)):
                yield f"{kind.__name__}.{name}", own


OFFERED = dict(offered())
CALLED = {name: found for name, found in OFFERED.items() if isinstance(found, FunctionType)}


@pytest.mark.parametrize("name", OFFERED)
def test_it_says_in_one_sentence_what_it_is(name: str) -> None:
    first = (OFFERED[name].__doc__ or "").partition("\n")[0]
    assert re.fullmatch(r"[A-Z].*[.]", first), first


@pytest.mark.parametrize("name", CALLED)
def test_a_function_tells_its_arguments_and_shows_an_example(name: str) -> None:
    text = CALLED[name].__doc__ or ""
    arguments = [each for each in inspect.signature(CALLED[name]).parameters if each not in {"self", "cls"}]
    assert [each for each in arguments if f"``{each}" not in text] == []
    assert ">>> " in text


def test_the_examples_are_true(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    town = argumap.load("graph/old-town-cars")
    runner, finder = doctest.DocTestRunner(verbose=False), doctest.DocTestFinder(recurse=False)
    known = {"argumap": argumap, "town": town, "evaluated": town.evaluate()}
    for name, found in {**{kind.__name__: kind for kind in KINDS}, **OFFERED}.items():
        for example in finder.find(found, name, globs=dict(known)):
            runner.run(example)
    assert runner.summarize(verbose=False).failed == 0, capsys.readouterr().out


def test_every_error_is_offered() -> None:
    raised = {
        name for name, found in vars(errors).items() if inspect.isclass(found) and issubclass(found, Exception)
    }
    assert raised - set(argumap.__all__) == set()


def test_importing_argumap_opens_no_room() -> None:
    code = "import sys, argumap; print(*(name for name in sys.modules if name.startswith('argumap.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["argumap.lazy_exports"]


def test_what_is_offered_is_listed_and_comes_from_its_room() -> None:
    assert dir(argumap) == sorted(argumap.__all__)
    assert [name for name in argumap.__all__ if getattr(argumap, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'Mapp'"):
        argumap.Mapp  # type: ignore[attr-defined]  # noqa: B018
