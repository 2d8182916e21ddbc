from __future__ import annotations

from argumap.formats._drawn.steps import StepMaker, StepPlan
from argumap.model import Bearing
from argumap.text import Slugs, get_language

CLAIMS = {"1": "one", "2": "two", "3": "three"}


def make(*plans: StepPlan) -> StepMaker:
    maker = StepMaker(CLAIMS, Slugs(get_language("en"), taken=()))
    maker.make({plan.id: plan for plan in plans})
    return maker


def test_undercuts_are_made_after_what_they_undercut() -> None:
    maker = make(
        StepPlan("c", ["3"], [(Bearing.UNDERCUTS, "b")]),
        StepPlan("b", ["2"], [(Bearing.UNDERCUTS, "a")]),
        StepPlan("a", ["1", "2"], [(Bearing.SUPPORTS, "3")], {"scheme": "Sign"}),
    )
    assert [step.id for step in maker.made["a"]] == ["for-three"]
    assert [(step.id, step.target) for step in maker.made["c"]] == [("three/two/for-three", "two/for-three")]
    assert maker.made["a"][0].scheme == "Sign"


def test_several_conclusions_make_several_steps_and_an_undercut_denies_them_all() -> None:
    maker = make(
        StepPlan("a", ["1"], [(Bearing.SUPPORTS, "2"), (Bearing.ATTACKS, "3")]),
        StepPlan("b", ["3"], [(Bearing.UNDERCUTS, "a")]),
    )
    assert [step.target for step in maker.made["a"]] == ["two", "three"]
    assert [step.target for step in maker.made["b"]] == ["one/two", "one/three"]


def test_what_is_no_step_is_told() -> None:
    maker = make(
        StepPlan("a", [], [(Bearing.SUPPORTS, "2")]),
        StepPlan("b", ["1"], []),
        StepPlan("c", ["1"], [(Bearing.ATTACKS, "1")]),
        StepPlan("d", ["1"], [(Bearing.UNDERCUTS, "b")]),
        StepPlan("e", ["1"], [(Bearing.UNDERCUTS, "f")]),
        StepPlan("f", ["1"], [(Bearing.UNDERCUTS, "e")]),
    )
    assert [(loss.id, loss.why) for loss in maker.losses] == [
        ("a", "a step without premise"),
        ("b", "a step without conclusion"),
        ("c", "a step from a claim to itself"),
        ("d", "an undercut of what is no step of the map"),
        ("e", "an undercut of what is no step of the map"),
        ("f", "an undercut of what is no step of the map"),
    ]


def test_two_steps_alike_have_two_ids() -> None:
    maker = make(StepPlan("a", ["1"], [(Bearing.ATTACKS, "2")]), StepPlan("b", ["1"], [(Bearing.ATTACKS, "2")]))
    assert [maker.made[name][0].id for name in "ab"] == ["one/two", "against-two"]


def test_a_long_chain_of_undercuts_has_short_ids() -> None:
    plans = [StepPlan("0", ["1"], [(Bearing.SUPPORTS, "2")])]
    plans += [StepPlan(str(n), ["1"], [(Bearing.UNDERCUTS, str(n - 1))]) for n in range(1, 5000)]
    maker = make(*reversed(plans))
    assert len(maker.made) == 5000
    assert max(len(step.id) for steps in maker.made.values() for step in steps) <= 120


def test_layers_of_several_conclusions_do_not_grow_without_end() -> None:
    plans = [StepPlan("0", ["1"], [(Bearing.SUPPORTS, "2"), (Bearing.ATTACKS, "3")])]
    for n in range(1, 12):
        plans += [
            StepPlan(f"{n}{side}", ["1"], [(Bearing.UNDERCUTS, prior)])
            for side in "xy"
            for prior in [f"{n - 1}x" if n > 1 else "0"]
        ]
    assert sum(len(steps) for steps in make(*plans).made.values()) < 200
