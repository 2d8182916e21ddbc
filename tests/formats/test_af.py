"""The framework as solvers read it: numbered and whole; its grounded labels are the statuses without standards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.formats import FORMATS, Export
from argumap.semantics import build_framework, evaluate
from draws import draws
from map_shapes import without_standards
from maps import MAPS, random_maps

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def written(argument_map: ArgumentMap) -> str:
    write = FORMATS["af"].write
    assert write is not None
    text = write(Export(argument_map))
    assert isinstance(text, str)
    return text


def read(text: str) -> tuple[dict[int, str], list[tuple[int, int]]]:
    """The names and the attacks, read as the ICCMA rules say: a header, comments, pairs of numbers."""
    header, *lines = text.splitlines()
    assert header.split()[:2] == ["p", "af"]
    names = {int(n): name for n, name in (line[2:].split(" ", 1) for line in lines if line.startswith("#"))}
    attacks = [(int(a), int(b)) for a, b in (line.split() for line in lines if not line.startswith("#"))]
    count = int(header.split()[2])
    assert list(names) == list(range(1, count + 1))
    assert all(1 <= n <= count for attack in attacks for n in attack)
    return names, attacks


def label(nodes: dict[int, str], attacks: list[tuple[int, int]]) -> dict[str, str]:
    """Grounded labels: what only falls attack stands, what something standing attacks falls."""
    against = {n: [a for a, b in attacks if b == n] for n in nodes}
    labels = dict.fromkeys(nodes, "undecided")
    changed = True
    while changed:
        changed = False
        for n, attackers in against.items():
            stands = all(labels[a] == "falls" for a in attackers)
            falls = any(labels[a] == "stands" for a in attackers)
            found = "stands" if stands else "falls" if falls else "undecided"
            changed |= found != labels[n]
            labels[n] = found
    return {name: labels[n] for n, name in nodes.items()}


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_what_is_written_is_the_framework(argument_map: ArgumentMap) -> None:
    names, attacks = read(written(argument_map))
    framework = build_framework(argument_map)
    assert tuple(names.values()) == framework.arguments
    assert tuple((names[a], names[b]) for a, b in attacks) == framework.attacks


@given(random_maps())
@settings(max_examples=draws(60), deadline=None)
def test_a_solver_finds_the_statuses_of_the_map(argument_map: ArgumentMap) -> None:
    found = label(*read(written(argument_map)))
    status = evaluate(without_standards(argument_map)).status
    assert {claim.id: found[claim.id] for claim in argument_map.claims} == {
        claim.id: status[claim.id] for claim in argument_map.claims
    }
