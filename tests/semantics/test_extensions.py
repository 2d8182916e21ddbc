"""Positions: six semantics against every subset, factored, with and without the solver."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from argumap.errors import CallError, NotFound, TooMuchWork
from argumap.semantics import SolverNeeded, evaluate, open_conflicts
from debates import debate
from draws import draws, seeded
from maps import MAPS
from oracle import framework_map, judge, random_framework


@pytest.mark.campaign
def test_six_semantics_agree_with_all_subsets_on_two_thousand_frameworks() -> None:
    draw = seeded(11)
    for _ in range(draws(2_200)):
        names, attacks = random_framework(draw)
        evaluation = evaluate(framework_map(names, attacks))
        for semantics, family in judge(names, attacks).items():
            found = evaluation.extensions(semantics)
            assert frozenset(found) == family, (semantics, attacks)
            assert found.count == len(family)
            if family:
                assert evaluation.accepted("credulous", semantics) == frozenset().union(*family)
                assert evaluation.accepted("sceptical", semantics) == frozenset.intersection(*family)


def ring(size: int) -> tuple[list[str], list[tuple[str, str]]]:
    names = [f"x{n}" for n in range(size)]
    return names, [*pairwise(names), (names[-1], names[0])]


def test_a_large_conflict_without_the_solver_is_named_and_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_conflicts, "has_solver", lambda: False)
    evaluation = evaluate(framework_map(*ring(32)))
    with pytest.raises(SolverNeeded, match="x0, x1, x2 has 32 nodes") as trouble:
        _ = evaluation.extensions("preferred").count
    assert "argumap[solver]" in str(trouble.value)
    assert evaluate(framework_map(*ring(30))).extensions("preferred").count == 2


def test_many_conflicts_are_never_multiplied_out_unless_asked() -> None:
    pairs = [(f"a{n}", f"b{n}") for n in range(200)]
    names = [name for pair in pairs for name in pair]
    evaluation = evaluate(framework_map(names, [*pairs, *((b, a) for a, b in pairs)]))
    positions = evaluation.extensions("preferred", limit=3)
    assert positions.count == 2**200
    assert len(list(positions)) == 3
    assert evaluation.accepted("credulous") == frozenset(names)
    assert evaluation.accepted("sceptical") == frozenset()


def test_where_no_stable_position_exists_nothing_is_called_accepted() -> None:
    evaluation = evaluate(MAPS["cycle"])
    stable = evaluation.extensions("stable")
    assert not stable.exist
    assert stable.text() == "No stable position exists."
    assert evaluation.accepted("sceptical", "stable") == evaluation.accepted("credulous", "stable") == frozenset()


def test_positions_in_words_name_what_is_open() -> None:
    assert evaluate(MAPS["cycle"]).extensions("preferred").text().splitlines() == [
        "2 preferred positions.",
        "In all of them: none of the claims",
        "Open between:",
        "  A holds. [a]",
        "  B holds. [b]",
        "  either:",
        "    A holds. [a]",
        "  either:",
        "    B holds. [b]",
        "Open between:",
        "  C holds. [c]",
        "  either: none of the claims",
    ]


def test_positions_as_data_are_factored_and_multiplied_out_only_under_a_limit() -> None:
    evaluation = evaluate(MAPS["cycle"])
    assert "positions" not in evaluation.extensions("preferred").to_dict()
    assert evaluation.extensions("semi_stable", limit=1).to_dict()["positions"] == [["a"]]


@pytest.mark.parametrize(
    ("ask", "error", "answer"),
    [
        pytest.param(
            lambda e: e.extensions("preferd"), NotFound, "did you mean preferred", id="a misspelt semantics"
        ),
        pytest.param(lambda e: e.accepted("sometimes"), CallError, "credulous or sceptical", id="an unknown mode"),
        pytest.param(lambda e: e.extensions(limit=-1), CallError, "makes no sense", id="a negative limit"),
    ],
)
def test_a_wrong_call_is_answered_in_one_sentence(ask: object, error: type[Exception], answer: str) -> None:
    with pytest.raises(error, match=answer):
        ask(evaluate(MAPS["town"]))  # type: ignore[operator]


def test_too_many_alternatives_in_one_conflict_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_conflicts, "MOST_ALTERNATIVES", 1)
    with pytest.raises(TooMuchWork, match="more than 1 preferred positions"):
        _ = evaluate(MAPS["cycle"]).extensions("preferred").count


def test_the_answers_that_positions_hold_are_told_first() -> None:
    two = debate("a supports x; b attacks y; c attacks y", "x y z w")
    rivals = replace(two, claims=tuple(replace(c, contradicts=("w",)) if c.id == "z" else c for c in two.claims))
    first, held, *_ = evaluate(rivals).extensions("preferred").text().splitlines()
    assert first == "2 preferred positions."
    assert held == (
        "On “What is to be done?”: in all “Claim x.”; in some “Claim z.” and “Claim w.”; in none “Claim y.”."
    )
    assert "On “" not in evaluate(rivals).extensions("preferred").about("z").text()
