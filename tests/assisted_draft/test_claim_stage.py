"""One window: select, state, prove, and what failed once more with its hint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argumap.assisted_draft import Budget, ModelAnswer
from argumap.assisted_draft.claim_stage import ClaimStage
from argumap.assisted_draft.model_session import ModelSession
from argumap.assisted_draft.sentence_windows import SentenceWindow, cut_windows, number_sentences
from argumap.assisted_draft.speaker_proof import HeardVoices
from argumap.draft import draft_map, get_cue_words
from argumap.project import load
from argumap.text import parse_article, read_article
from talking_models import BRIDGE, BRIDGE_CLAIMS, ScriptedModel

ALL = {"sentences": [2, 3, 5, 7]}


def read(answers: dict[str, list[object]], budget: int | None = None, text: str = BRIDGE) -> ClaimStage:
    article = parse_article(text)
    sentences = number_sentences(article)
    words = get_cue_words("en")
    voices = HeardVoices(article, sentences, draft_map(article).map, words)
    stage = ClaimStage(
        article, "", words, voices, ModelSession(ScriptedModel({"select": [ALL], **answers}), Budget(budget))
    )
    for window in cut_windows(sentences):
        stage.read(window)
    return stage


def changed(n: int, **keys: Any) -> dict[str, Any]:
    return {**BRIDGE_CLAIMS[n], **keys}


def test_careful_claims_are_all_proved() -> None:
    stage = read({"state": [{"claims": BRIDGE_CLAIMS}]})
    assert [claim.at for claim in stage.claims] == [("s1.p2.s1",), ("s1.p2.s2",), ("s1.p3.s2",), ("s1.p4.s1",)]
    assert (stage.dropped, stage.session.spent.calls) == ([], 2)
    assert stage.passed_over == ["s1.p1.s1", "s1.p3.s1", "s1.p3.s3", "s1.p4.s2"]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        pytest.param(changed(0, sentences=[99]), "unknown-sentence", id="a sentence that is not there"),
        pytest.param(changed(0, sentences=[3]), "quote-elsewhere", id="another sentence"),
        pytest.param(changed(0, quote="The council closed the bridge."), "quote-not-found", id="invented words"),
        pytest.param(changed(1, claim="Three of seven arches cracked."), "figures-differ", id="another figure"),
        pytest.param(changed(3, claim="Damage to the arches heals."), "negation-differs", id="no negation"),
        pytest.param(changed(2, speaker="Ada Stolz"), "speaker-not-named", id="an invented speaker"),
        pytest.param(changed(2, cue="she swore to the press"), "cue-not-found", id="an invented cue"),
        pytest.param(changed(1, unclear="which arches?", claim=""), "unclear", id="what the model cannot tell"),
        pytest.param({"claim": "x"}, "broken-item", id="a broken item"),
        pytest.param("a claim", "broken-item", id="no item"),
    ],
)
def test_what_cannot_be_proved_goes_back_once_and_is_dropped(item: object, code: str) -> None:
    stage = read({"state": [{"claims": [item]}], "mend": [{"claims": [item]}]})
    assert stage.claims == []
    assert [(dropped.stage, dropped.code) for dropped in stage.dropped] == [("mend", code)]
    assert stage.session.spent.calls == 3


def test_what_is_put_right_is_taken() -> None:
    wrong = changed(3, claim="Damage to the arches heals.")
    stage = read({"state": [{"claims": [wrong]}], "mend": [{"claims": [BRIDGE_CLAIMS[3]]}]})
    assert [claim.text for claim in stage.claims] == [BRIDGE_CLAIMS[3]["claim"]]
    assert stage.dropped == []


def test_what_is_not_given_again_is_listed_with_its_first_reason() -> None:
    stage = read({"state": [{"claims": [changed(0, quote="Nobody said this.")]}], "mend": [{"claims": []}]})
    assert [(dropped.stage, dropped.code) for dropped in stage.dropped] == [("state", "quote-not-found")]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param("I cannot help with that.", "broken-answer", id="words"),
        pytest.param("", "broken-answer", id="nothing"),
        pytest.param(ModelAnswer("I will not", ended="refused"), "declined", id="refused"),
        pytest.param(ModelAnswer("bla " * 5_000, ended="length"), "cut-answer", id="without an end"),
    ],
)
def test_an_answer_that_is_none_goes_back_once(answer: object, code: str) -> None:
    stage = read({"state": [answer], "mend": [answer]})
    assert [dropped.code for dropped in stage.dropped] == [code]
    assert stage.dropped[0].at[0] == "s1.p1.s1"


def test_of_an_answer_that_was_cut_the_whole_items_count() -> None:
    import json

    text = json.dumps({"claims": BRIDGE_CLAIMS})[:-150]
    stage = read({"state": [ModelAnswer(text, ended="length")], "mend": [{"claims": BRIDGE_CLAIMS[-1:]}]})
    assert len(stage.claims) == 4
    assert [dropped.code for dropped in stage.dropped] == ["cut-answer"]


@pytest.mark.parametrize("chosen", ["nonsense", {"sentences": []}, {"sentences": [99]}])
def test_nothing_is_stated_where_nothing_is_selected(chosen: object) -> None:
    stage = read({"select": [chosen], "state": [{"claims": BRIDGE_CLAIMS}]})
    assert (stage.claims, stage.session.spent.calls) == ([], 1)


def test_one_claim_told_twice_is_one() -> None:
    again = changed(0, claim="Lorries ought to be kept off the bridge that is old.")
    stage = read({"state": [{"claims": [BRIDGE_CLAIMS[0], BRIDGE_CLAIMS[0], again]}]})
    assert len(stage.claims) == 1


def test_a_sentence_of_another_window_is_not_answered_for() -> None:
    text = "\n\n".join(f"Bird number {n} builds {n} nests in the park of the town each year." for n in range(200))
    item = {"sentences": [200], "quote": "Bird number 199 builds 199 nests", "claim": "There are 199 nests by it."}
    stage = read(
        {"select": [{"sentences": [1]}], "state": [{"claims": [item]}], "mend": [{"claims": []}]}, text=text
    )
    assert {dropped.code for dropped in stage.dropped} >= {"unknown-sentence"}


def test_where_the_budget_ends_before_the_hints_go_back_the_faults_are_listed() -> None:
    full = read({"state": [{"claims": BRIDGE_CLAIMS}]}).session.spent.tokens
    assert full == 300
    wrong = changed(0, quote="Nobody said this.")
    stage = read({"state": [{"claims": [wrong, *BRIDGE_CLAIMS[1:]]}]}, budget=2_000)
    assert len(stage.claims) == 3
    assert [dropped.code for dropped in stage.dropped] == ["quote-not-found"]
    assert replace(stage.dropped[0]).at == ("s1.p2.s1",)


def test_what_people_wrote_passes_for_their_speaker_and_hardly_for_another() -> None:
    folder = Path(__file__).parents[1] / "articles" / "open" / "flood-report"
    article, gold = read_article(folder / "article.md"), load(str(folder)).record
    sentences = number_sentences(article)
    words = get_cue_words("en")
    voices = HeardVoices(article, sentences, draft_map(article).map, words)
    people = {
        person.id: "" if person.id == gold.sources[0].author else person.name for person in gold.stakeholders
    }
    claims = {claim.id: claim for claim in gold.claims}
    numbers = {sentence.at: sentence.number for sentence in sentences}
    passed = {True: [0, 0], False: [0, 0]}
    for said in gold.attributions:
        at = claims[said.of].at[0].at if said.of in claims and claims[said.of].at else ""
        for by, name in people.items() if at in numbers else ():
            item = {"sentences": [numbers[at]], "quote": sentences[numbers[at] - 1].unit.text}
            item |= {"claim": claims[said.of].text, "speaker": name, "act": str(said.act)}
            model = ScriptedModel({"select": [{"sentences": [numbers[at]]}], "state": [{"claims": [item]}]})
            stage = ClaimStage(article, "", words, voices, ModelSession(model))
            stage.read(SentenceWindow(sentences))
            passed[by == said.by][0] += len(stage.claims)
            passed[by == said.by][1] += 1
    right, wrong = passed[True], passed[False]
    assert right[0] >= 0.5 * right[1] > 10
    assert wrong[0] <= 0.05 * wrong[1]
