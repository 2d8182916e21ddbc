"""The page on semantics tells the truth: its table is computed again, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.model import Argument, ArgumentMap, Bearing, Claim
from argumap.semantics import GRADUAL, STANCES, evaluate

PAGE = (Path(__file__).resolve().parents[2] / "docs/semantics.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Worked numbers")[2].splitlines()
    if line.startswith("| `")
]


def parse(notation: str) -> ArgumentMap:
    bases, _, relations = notation.strip("`").partition(";")
    claims = [
        Claim(node_id, node_id, base=float(base)) for node_id, _, base in (b.partition("=") for b in bases.split())
    ]
    arguments = []
    for relation in relations.split():
        sign = "+" if "+" in relation else "-"
        premises, _, target = relation.partition(sign)
        bearing = Bearing.SUPPORTS if sign == "+" else Bearing.ATTACKS
        arguments.append(Argument(relation, tuple(premises.split(",")), bearing, target))
    return ArgumentMap(claims=tuple(claims), arguments=tuple(arguments))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[2]}" for row in ROWS])
def test_the_worked_numbers_of_the_page(row: list[str]) -> None:
    notation, claim, semantics, strength, _ = row
    assert f"{evaluate(parse(notation), semantics).strength[claim]:.6f}" == strength


def test_every_semantics_and_stance_is_told() -> None:
    for name in GRADUAL:
        assert f"| `{name}`" in PAGE
    for act in STANCES:
        assert act.value in PAGE
