"""How often each rule of the draft was right, on articles with a gold map that nobody read who made the rules."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


FEW = 10
"""Of fewer proposals no share can be told."""


class RuleFigure(NamedTuple):
    """Of so many proposals of a rule so many were ``right``."""

    right: int
    of: int

    def __str__(self) -> str:
        few = ", too few to tell" if self.of < FEW else ""
        return f"right in {self.right} of {self.of}{few}"


@cache
def read_rule_figures() -> Mapping[str, RuleFigure]:
    """The figures of all rules that were measured, as ``rule_figures.toml`` beside this file has them.

    A test measures them anew and says how to write the file where they differ.
    """
    text = (files("argumap.draft") / "rule_figures.toml").read_text(encoding="utf-8")
    return {rule: RuleFigure(*figures) for rule, figures in tomllib.loads(text).items()}


def is_doubtful(rule: str) -> bool:
    """Whether a rule was wrong more often than right on articles it is not made on."""
    figure = read_rule_figures().get(rule)
    return figure is not None and figure.of >= FEW and 2 * figure.right < figure.of


def tell_rule(rule: str) -> str:
    """How right a rule is on articles it was not made on, in words; empty where they gave it nothing to do."""
    figure = read_rule_figures().get(rule)
    return str(figure) if figure else ""
