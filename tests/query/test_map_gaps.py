from __future__ import annotations

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Concern,
    Effect,
    Index,
    Stakeholder,
)
from argumap.query import find_bystanders, gaps
from debates import debate
from maps import TOWN

INDEX = Index(TOWN)


def test_the_town_lacks_an_answer_a_voice_and_a_cell() -> None:
    found = gaps(INDEX)
    assert [o.argument for o in found.unattacked] == ["other-towns"]
    assert [v.stakeholder.id for v in found.voiceless] == ["children"]
    assert [(c.criterion.id, c.concept.id) for c in found.cells] == [("air", "open-streets")]
    assert found.uncited is None


def test_who_is_named_without_voice_or_stake_is_a_bystander() -> None:
    argument_map = ArgumentMap(
        claims=(Claim("c", "C.", concerns=(Concern("touched", Effect.HARMS),)),),
        stakeholders=(
            Stakeholder("speaker", "A speaker"),
            Stakeholder("touched", "Somebody touched"),
            Stakeholder("interested", "Somebody with an interest", interests=("quiet",)),
            Stakeholder("named", "Somebody named"),
        ),
        attributions=(Attribution("speaker", Act.ASSERTS, "c"),),
    )
    index = Index(argument_map)
    assert [s.id for s in find_bystanders(index)] == ["named"]
    assert [v.stakeholder.id for v in gaps(index).voiceless] == ["touched", "interested"]


def test_an_added_undercut_of_an_added_step_is_told_once() -> None:
    drawn = debate("a supports x %; b undercuts r0 %", "x")
    text = gaps(Index(drawn)).text()
    assert text.count("added by the map") == 1
    assert "(both steps added by the map)" in text
    for relations in ("a supports x; b undercuts r0 %", "a supports x %; b undercuts r0"):
        assert gaps(Index(debate(relations, "x"))).text().count("(a step added by the map)") == 1
