"""How often each rule of the draft was right, on the open articles that have a gold map."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class RuleFigure(NamedTuple):
    """Of so many proposals of a rule so many were ``right``."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"right in {self.right} of {self.of}"


@cache
def read_rule_figures() -> Mapping[str, RuleFigure]:
    """The figures of all rules that were measured, as ``rule_figures.toml`` beside this file has them.

    A test measures them anew and says how to write the file where they differ.
    """
    text = (files("argumap.draft") / "rule_figures.toml").read_text(encoding="utf-8")
    return {rule: RuleFigure(*figures) for rule, figures in tomllib.loads(text).items()}


def tell_rule(rule: str) -> str:
    """How right a rule is, in words; empty for one that was never measured."""
    figure = read_rule_figures().get(rule)
    return str(figure) if figure else ""
