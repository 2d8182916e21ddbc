"""``argumap explain``: a code, several, none, and one that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from argumap.problem_facts import get_facts, read_facts
from shell import data

if TYPE_CHECKING:
    import pytest


def test_a_code_is_explained(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "am322"]) == 0
    assert capfd.readouterr().out == f"{get_facts('AM322').text()}\n"


def test_several_are_explained_in_the_order_asked(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "AM322", "AM101"]) == 0
    out = capfd.readouterr().out
    assert out.index("AM322 (hint)") < out.index("AM101 (error)")


def test_without_a_code_all_are_listed(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(read_facts())
    assert "AM322  hint     only facts support a judgement" in lines


def test_programs_get_the_facts_as_data(capfd: pytest.CaptureFixture[str]) -> None:
    (facts,) = data(["explain", "AM322", "--json"], capfd)
    assert facts == get_facts("AM322").to_dict()
    assert len(data(["explain", "--json"], capfd)) == len(read_facts())


def test_a_code_that_there_is_not_is_answered_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "AM599"]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert "there is no problem AM599; nearest is AM5" in line
