"""What would bring two stakeholders together: one change of mind, or two by search."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from argumap.errors import CallError, NotFound
from argumap.model import Act, ArgumentMap, Attribution, Claim, Issue, Stakeholder
from argumap.semantics import evaluate
from argumap.semantics import stakeholder_agreement as bounds
from maps import argument

DEBATE = ArgumentMap(
    issues=(Issue("bridge", "Should the bridge be built?"),),
    claims=(
        Claim("build", "Build it.", answers=("bridge",)),
        Claim("leave", "Leave the river alone.", answers=("bridge",)),
        Claim("jobs", "It brings jobs."),
        Claim("birds", "It drives off the birds."),
    ),
    arguments=(
        argument("jobs/build", "jobs", "supports", "build"),
        argument("birds/leave", "birds", "supports", "leave"),
    ),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob"), Stakeholder("cal", "Cal")),
    attributions=(
        Attribution("ann", Act.ASSERTS, "jobs"),
        Attribution("bob", Act.DISPUTES, "jobs"),
        Attribution("cal", Act.PRESENTS, "jobs"),
    ),
)


def test_two_stakeholders_learn_what_divides_them() -> None:
    agreement = evaluate(DEBATE).cruxes_between("ann", "bob")
    assert [(c.claim, c.scores) for c in agreement.clashes] == [("jobs", (0.75, 0.25))]
    assert agreement.text() == (
        "Ann and Bob stand differently on (what a stand counts runs from 0 to 1):\n"
        "  “It brings jobs”: Ann holds it (0.75), Bob disputes it (0.25)\n"
        "On “Should the bridge be built?”:\n"
        "  weighed with the stands of Ann, “Build it” comes out strongest; "
        "with those of Bob, “Leave the river alone”.\n"
        "  The two would agree if Ann disputed “It brings jobs” as Bob does.\n"
        "  The two would agree if Bob held “It brings jobs” as Ann does."
    )
    assert json.loads(json.dumps(agreement.to_dict()))["issues"][0]["strongest"] == ["build", "leave"]


def test_every_turn_told_makes_them_agree() -> None:
    turns = evaluate(DEBATE).cruxes_between("ann", "bob").issues[0].turns
    assert [(t.who, t.claims) for t in turns] == [("ann", ("jobs",)), ("bob", ("jobs",))]
    swayed = evaluate(DEBATE, as_="ann").what_if(doubt={"jobs": 0.25}).evaluation.strength
    assert swayed["leave"] > swayed["build"]


DIVIDED = replace(
    DEBATE,
    claims=(*DEBATE.claims, *(Claim(each, f"There is {each}.") for each in ("trade", "tolls", "noise"))),
    arguments=(
        *DEBATE.arguments,
        argument("trade/build", "trade", "supports", "build"),
        argument("tolls/build", "tolls", "supports", "build"),
        argument("noise/leave", "noise", "supports", "leave"),
    ),
    attributions=tuple(
        Attribution(who, Act.DISPUTES if who == "bob" and on in {"jobs", "trade", "tolls"} else Act.ASSERTS, on)
        for who in ("ann", "bob")
        for on in ("jobs", "trade", "tolls", "birds", "noise")
    ),
)


@pytest.mark.parametrize(
    ("paired", "last"),
    [
        pytest.param(3, "  No other pair would do.", id="all"),
        pytest.param(2, "  Pairs were searched for among 2 claims; there may be others.", id="some"),
    ],
)
def test_others_are_only_thought_of_where_not_all_pairs_were_searched(
    monkeypatch: pytest.MonkeyPatch, paired: int, last: str
) -> None:
    monkeypatch.setattr(bounds, "PAIRED", paired)
    agreement = evaluate(DIVIDED).cruxes_between("ann", "bob")
    assert {len(turn.claims) for turn in agreement.issues[0].turns} == {2}
    assert agreement.text().splitlines()[-1] == last


def test_without_a_stand_the_map_is_weighed_as_it_is() -> None:
    agreement = evaluate(DEBATE).cruxes_between("cal", "ann")
    assert agreement.issues[0].strongest == ("", "build")
    assert (agreement.clashes, agreement.one_sided) == ((), 1)
    assert "with the stands of Cal, no one position comes out strongest" in agreement.text()
    assert agreement.text().startswith("Cal and Ann take a stand on no claim in common.")


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        pytest.param("ann", "ann", CallError, "two different stakeholders", id="one with themselves"),
        pytest.param("ann", "bbb", NotFound, "did you mean bob|it has ann", id="an unknown one"),
    ],
)
def test_a_wrong_pair_is_answered(one: str, other: str, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        evaluate(DEBATE).cruxes_between(one, other)


def text_of(*speech: tuple[str, Act, str]) -> str:
    spoken = replace(DEBATE, attributions=tuple(Attribution(*each) for each in speech))
    return evaluate(spoken).cruxes_between("ann", "bob").text()


def test_nobody_is_said_to_stand_where_they_did_not_speak() -> None:
    told = text_of(("ann", Act.ASSERTS, "jobs"), ("bob", Act.ASSERTS, "birds"))
    assert told.startswith("Ann and Bob take a stand on no claim in common.\n")
    assert told.endswith(
        "  The two would agree if Ann took no stand on “It brings jobs” and held “It drives off the birds”"
        " as Bob does.\n"
        "  The two would agree if Bob took no stand on “It drives off the birds” and held “It brings jobs”"
        " as Ann does.\n"
        "  No other pair would do."
    )


def test_a_silent_one_is_followed_by_taking_no_stand() -> None:
    told = text_of(("ann", Act.ASSERTS, "jobs"), ("bob", Act.PRESENTS, "jobs"))
    assert "  The two would agree if Ann took no stand on “It brings jobs”, as Bob takes none.\n" in told
    assert "  The two would agree if Bob held “It brings jobs” as Ann does." in told


def test_where_only_one_could_move_the_other_is_told_too() -> None:
    strong = replace(
        DEBATE,
        claims=tuple(replace(c, base=0.45) if c.id == "leave" else c for c in DEBATE.claims),
        attributions=(
            Attribution("ann", Act.ASSERTS, "jobs"),
            Attribution("ann", Act.DISPUTES, "birds"),
            Attribution("bob", Act.DISPUTES, "jobs"),
            Attribution("bob", Act.ASSERTS, "birds"),
        ),
    )
    agreement = evaluate(strong).cruxes_between("ann", "bob")
    assert [turn.who for turn in agreement.issues[0].turns] == ["bob", "bob"]
    assert agreement.text().splitlines()[-3:] == [
        "  The two would agree if Bob held “It brings jobs” as Ann does.",
        "  The two would agree if Bob disputed “It drives off the birds” as Ann does.",
        "  No change of Ann's stand on one claim alone would do.",
    ]


def test_those_who_stand_alike_on_all_they_share_are_told_so() -> None:
    told = text_of(("ann", Act.ASSERTS, "jobs"), ("bob", Act.ENDORSES, "jobs"), ("bob", Act.ASSERTS, "birds"))
    assert told.startswith("Ann and Bob stand alike on the one claim that both take a stand on.\n")


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        pytest.param((Act.CONCEDES,), "grants it (0.60)", id="granted"),
        pytest.param((Act.QUESTIONS,), "questions it (0.40)", id="questioned"),
        pytest.param((Act.ASSERTS, Act.DISPUTES), "is of two minds (0.50)", id="of two minds"),
    ],
)
def test_a_stand_is_told_in_words(acts: tuple[Act, ...], words: str) -> None:
    told = text_of(("ann", Act.ASSERTS, "birds"), *(("bob", act, "birds") for act in acts))
    assert f"Ann holds it (0.75), Bob {words}" in told
