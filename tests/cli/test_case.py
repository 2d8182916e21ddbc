"""The case for and against a claim: one command in two directions."""

from __future__ import annotations

import pytest

from argumap.cli import COMMANDS
from shell import told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(("side", "does"), [("for", "supports"), ("against", "attacks")])
def test_each_side_is_a_command_that_says_what_it_shows(side: str, does: str) -> None:
    assert (COMMANDS[side].command.help or "").startswith(f"Show what {does} CLAIM")
    assert COMMANDS[side].command.short_help == f"Show the case {side} a claim, as a tree."


def test_a_case_cut_at_a_depth_counts_what_lies_below() -> None:
    assert "The case against “Close the old town”" in told("against", "close", "--depth", "1")


def test_an_empty_case_says_so_on_both_sides() -> None:
    for side in ("for", "against"):
        assert "Nothing in this map." in told(side, "clean-air")
