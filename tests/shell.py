"""Calling the command line from tests, and two small maps to call it on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner, Result

from argumap.cli import argumap, run

if TYPE_CHECKING:
    import pytest

COLUMN = """# Give the square back

The old town should be closed to private cars.

Streets without cars have cleaner air.

## What the shops say

Shops lose customers when cars are kept out. A guild member said so.
"""
TOWN = """argumap: 1
title: "Who may drive?"
sources:
  column:
    title: "Give the square back"
    author: editor
    file: column.md
issues:
  cars:
    question: "Should the old town be closed to cars?"
stakeholders:
  editor: {name: "The author", type: person}
  shops: {name: "Shopkeepers' guild", type: organisation}
  children: {name: "Schoolchildren", type: group, interests: ["clean air"]}
concepts:
  streets: {label: "The streets"}
claims:
  close-it:
    title: "Close the old town"
    text: "The old town should be closed to private cars."
    answers: cars
    at: s1.p1.s1
  clean-air:
    title: "Cleaner air"
    text: "Streets without cars have cleaner air."
    about: streets
    at: s1.p2.s1
    supports: close-it
  trade-falls:
    title: "Shops lose custom"
    text: "Shops lose customers when cars are kept out."
    at: s2.p1.s1
    said:
      - {by: shops, act: argues, via: [editor], cue: "said so"}
      - {by: editor, act: disputes}
    attacks: close-it
"""


def ask(*arguments: str) -> Result:
    """What a question is answered with, which must be fine."""
    result = CliRunner().invoke(argumap, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def told(*arguments: str) -> str:
    """What a person reads; never a control sequence, nor a blank at the end of a line."""
    output = ask(*arguments).output
    assert "\x1b" not in output
    assert not any(row != row.rstrip() for row in output.splitlines())
    return output


def data(call: list[str], capfd: pytest.CaptureFixture[str], code: int = 0) -> Any:
    """The JSON that a call prints."""
    assert run(call) == code
    return json.loads(capfd.readouterr().out)
