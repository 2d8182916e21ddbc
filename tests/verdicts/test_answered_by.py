"""What answers a reason or an objection that counts no longer."""

from __future__ import annotations

import pytest

from argumap.errors import NotFound
from argumap.semantics import OUT, evaluate
from argumap.verdicts import Answered, find_answers_to
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES
from verdict_cases import small_map


@pytest.mark.parametrize(
    ("relations", "answered"),
    [
        pytest.param("a attacks x; b attacks a", Answered(("b",)), id="its premise"),
        pytest.param("a attacks x; b undercuts r0", Answered(("b",)), id="its step"),
        pytest.param("a,c attacks x; b attacks c; d attacks b; e attacks c", Answered(("e",)), id="what is live"),
        pytest.param("a attacks x; b undercuts r0; b attacks a", Answered(("b",)), id="both, told once"),
    ],
)
def test_the_answers_are_what_is_live_against_it(relations: str, answered: Answered) -> None:
    assert find_answers_to(evaluate(debate(relations, "x")), "r0") == answered


def test_a_premise_without_the_support_it_needs_is_told() -> None:
    assert find_answers_to(evaluate(small_map("t a!", "a attacks t")), "r0") == Answered((), lacking="a")


def test_a_rival_that_falls_is_answered_by_what_is_open_against_it() -> None:
    assert find_answers_to(evaluate(small_map("t~y y b", "b attacks y")), "y") == Answered(("b", "t"))


def test_an_id_that_the_map_lacks_is_told() -> None:
    with pytest.raises(NotFound, match="r9"):
        find_answers_to(evaluate(debate("a attacks x", "x")), "r9")


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_blocked_always_has_an_answer_or_a_lack(shape: str) -> None:
    draw = seeded(1320)
    for _ in range(draws(10)):
        evaluation = evaluate(draw_debate(draw, shape))
        e, label = evaluation.compiled, evaluation.labelling.label
        for n in range(e.claims, len(e.ids)):
            if label[n] == OUT and n not in e.void and n not in evaluation.aside:
                answered = find_answers_to(evaluation, e.ids[n])
                assert answered.by or answered.lacking
                assert all(evaluation.status[claim] in {"stands", "falls"} for claim in answered.by)
