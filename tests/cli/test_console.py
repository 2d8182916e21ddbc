"""Printing for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.cli._console import print_json, print_problems, print_wrote
from argumap.errors import Problem, Severity

if TYPE_CHECKING:
    import pytest


def test_json_keeps_letters_and_is_read_back(capfd: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Müller 日本"})
    out = capfd.readouterr().out
    assert "Müller 日本" in out
    assert json.loads(out) == {"name": "Müller 日本"}


def test_problems_stand_one_a_line_in_the_order_of_the_files(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    later = Problem("AM101", "no key", "map.yaml", 7, 3, Severity.ERROR)
    whole = Problem("AM300", "the map as a whole", severity=Severity.HINT)
    earlier = Problem("AM102", "text is missing", "map.yaml", 2, 1, Severity.WARNING)
    print_problems([later, whole, earlier])
    assert capfd.readouterr().out.splitlines() == [
        "hint AM300 the map as a whole",
        "map.yaml:2:1: warning AM102 text is missing",
        "map.yaml:7:3: error AM101 no key",
    ]


def test_every_file_written_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    print_wrote([Path("a.html"), Path("b/c.md")])
    assert capfd.readouterr().out == "Wrote a.html\nWrote b/c.md\n"
