from __future__ import annotations

from itertools import pairwise

import pytest

from argumap.semantics import clingo_solver, evaluate
from argumap.semantics.labelling_search import find_complete, find_preferred, find_stable
from draws import draws, seeded
from oracle import framework_map


def masks(names: list[str], attacks: list[tuple[str, str]]) -> list[int]:
    rows = [0] * len(names)
    for a, b in attacks:
        rows[names.index(b)] |= 1 << names.index(a)
    return rows


@pytest.mark.campaign
def test_the_solver_agrees_with_the_search_on_middle_sizes() -> None:
    pytest.importorskip("clingo", reason="clingo is not installed (extra [solver])")
    draw = seeded(12)
    for _ in range(draws(60)):
        names = [f"x{n}" for n in range(draw.randint(14, 24))]
        attacks = [(a, b) for a in names for b in names if draw.random() < 0.09]
        rows = masks(names, attacks)
        preferred = {found.inn for found in find_preferred(rows)}
        assert set(clingo_solver.solve_preferred(rows)) == preferred
        assert set(clingo_solver.solve_stable(rows)) == {found.inn for found in find_stable(rows)}
        complete = {found.inn for found in find_complete(rows)}
        assert set(clingo_solver.solve_complete(rows)) == complete
        union = 0
        for mask in preferred:
            union |= mask
        assert clingo_solver.solve_credulous(rows) == union


def ring(size: int) -> tuple[list[str], list[tuple[str, str]]]:
    names = [f"x{n}" for n in range(size)]
    return names, [*pairwise(names), (names[-1], names[0])]


def test_a_large_conflict_is_solved_where_clingo_is_installed() -> None:
    pytest.importorskip("clingo", reason="clingo is not installed (extra [solver])")
    evaluation = evaluate(framework_map(*ring(40)))
    counts = {
        s: evaluation.extensions(s).count for s in ("complete", "preferred", "stable", "semi-stable", "ideal")
    }
    assert counts == {"complete": 3, "preferred": 2, "stable": 2, "semi-stable": 2, "ideal": 1}
    assert len(evaluation.accepted("credulous", "preferred")) == 40
    assert evaluation.accepted("sceptical", "preferred") == frozenset()
