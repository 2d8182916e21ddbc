"""Broken files and odd calls: what is raised is told with what repeats it, and every command is called."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

import fuzz
from argumap.cli import COMMANDS
from argumap.errors import CallError

if TYPE_CHECKING:
    from pathlib import Path


def test_no_broken_file_raises_but_our_own_errors() -> None:
    assert fuzz.fuzz_readers(40, seed=7).first == {}


def test_no_odd_call_raises() -> None:
    assert fuzz.fuzz_commands(25, seed=7).first == {}


def test_what_is_raised_is_told_once_with_what_repeats_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_content: bytes, _place: Path) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(fuzz, "READERS", dict.fromkeys(fuzz.READERS, fail))
    monkeypatch.setattr("sys.argv", ["fuzz.py", "readers", "5", "3"])
    assert fuzz.main() == 1
    told = capsys.readouterr().out
    assert told.startswith("5× KeyError at ")
    assert "readers, seed 3, number 0: a " in told
    assert "5 inputs, 5 findings of 1 kind" in told


def test_our_own_errors_are_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_content: bytes, _place: Path) -> None:
        raise CallError("no")

    monkeypatch.setattr(fuzz, "READERS", dict.fromkeys(fuzz.READERS, refuse))
    assert fuzz.fuzz_readers(5, seed=3).inputs == 5
    assert fuzz.fuzz_readers(5, seed=3).first == {}


def test_an_input_that_takes_too_long_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def linger(_content: bytes, _place: Path) -> None:
        raise fuzz.TooLong("more than 10 seconds")

    monkeypatch.setattr(fuzz, "READERS", dict.fromkeys(fuzz.READERS, linger))
    assert [kind.partition(" ")[0] for kind in fuzz.fuzz_readers(2, seed=3).first] == ["TooLong"]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_gets_words_for_what_it_takes(name: str) -> None:
    rng = random.Random(name)
    drawn = [fuzz.draw_call(COMMANDS[name].command, {"": ["word"]}, rng) for _ in range(30)]
    assert all(isinstance(word, str) for call in drawn for word in call)
    assert any(call for call in drawn) or not COMMANDS[name].command.params


def test_a_change_takes_parts_of_files_of_the_same_kind() -> None:
    rng = random.Random(1)
    changed = {fuzz.alter(b"title: T\nclaims: {}\n", [b"argumap: 1\n"], rng) for _ in range(60)}
    assert len(changed) > 40
    assert any(b"argumap" in content for content in changed)
