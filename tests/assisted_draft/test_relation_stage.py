"""The steps between proved claims: asked for in parts, proved, and sent back once."""

from __future__ import annotations

import pytest

from argumap.assisted_draft.model_session import ModelSession
from argumap.assisted_draft.proposals import ProvedClaim
from argumap.assisted_draft.relation_stage import RelationStage
from argumap.model import Act, Bearing, StakeholderType
from talking_models import ScriptedModel


def claims(count: int) -> dict[int, ProvedClaim]:
    kind = StakeholderType.UNSPECIFIED
    return {
        n: ProvedClaim(f"Claim {n}.", (f"s1.p{n}.s1",), (n,), f"Words {n}.", "", kind, "", Act.ASSERTS, None)
        for n in range(1, count + 1)
    }


def read(count: int, *answers: object) -> tuple[RelationStage, ScriptedModel]:
    model = ScriptedModel({"relate": answers})
    stage = RelationStage(claims(count), {}, ModelSession(model), "", "English")
    stage.read()
    return stage, model


def step(a: int, b: int, words: str = "") -> dict[str, object]:
    return {"from": a, "relation": "supports", "to": b, "words": words}


def test_steps_question_and_answers_are_taken() -> None:
    stage, model = read(
        3, {"question": "Why?", "answers": [1, 9], "relations": [step(2, 1, "Words 2"), step(3, 1)]}
    )
    assert stage.steps.taken == {(2, 1): (Bearing.SUPPORTS, "Words 2"), (3, 1): (Bearing.SUPPORTS, "")}
    assert (stage.question, stage.answers, stage.dropped, len(model.asked)) == ("Why?", (1,), [], 1)


def test_a_step_that_fails_goes_back_once() -> None:
    stage, model = read(3, {"relations": [step(2, 1, "because")]}, {"relations": [step(2, 1, "Words 1.")]})
    assert list(stage.steps.taken) == [(2, 1)]
    assert (len(model.asked), "words-not-found" in model.asked[1].prompt) == (2, True)
    stage, _ = read(3, {"relations": [step(2, 8)]}, {"relations": [step(2, 9)]})
    assert [dropped.code for dropped in stage.dropped] == ["unknown-claim"]


def test_an_answer_that_is_none_leaves_all_untied() -> None:
    stage, model = read(3, "no")
    assert (stage.steps.taken, [dropped.code for dropped in stage.dropped]) == ({}, ["broken-answer"])
    assert len(model.asked) == 2


def test_many_claims_are_joined_in_parts_that_overlap() -> None:
    _, model = read(130, {"relations": []})
    shown = [{n for n in range(1, 131) if f'"claim": {n},' in question.prompt} for question in model.asked]
    assert [(min(part), max(part)) for part in shown] == [(1, 60), (46, 105), (91, 130)]


@pytest.mark.parametrize("count", [0, 1])
def test_one_claim_is_joined_to_nothing(count: int) -> None:
    assert read(count, {"relations": []})[1].asked == []


@pytest.mark.parametrize("question", ["Close it", "?" * 300, "Wh\u202ey?", 7])
def test_a_question_that_asks_nothing_plainly_is_none(question: object) -> None:
    assert read(2, {"question": question, "relations": []})[0].question == ""
