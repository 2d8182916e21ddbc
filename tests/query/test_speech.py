from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import NotFound
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Index,
    Stakeholder,
)
from argumap.query import (
    Accord,
    Side,
    says,
)
from maps import TOWN, argument

INDEX = Index(TOWN)


def test_says_groups_by_position_and_counts_sides() -> None:
    groups = {group.position.id: group for group in says(INDEX, "shops").groups if group.position}
    assert {p: (g.speaks_for, g.speaks_against) for p, g in groups.items()} == {
        "close-it": (0, 1),
        "keep-open": (2, 0),
    }


def test_who_disputes_a_reason_speaks_the_other_way() -> None:
    spoken = replace(TOWN, attributions=(Attribution("shops", Act.DISPUTES, "clean-air"),))
    [group] = says(Index(spoken), "shops").groups
    [said] = group.said
    assert (said.bearing, said.side, group.speaks_against) == (Side.FOR, Side.AGAINST, 1)


def test_says_tells_whether_the_reporter_agrees() -> None:
    verdicts = {
        said.node.id: [(o.by.id, o.verdict) for o in said.others]
        for g in says(INDEX, "shops").groups
        for said in g.said
    }
    assert verdicts == {"trade-falls": [("editor", Accord.AGREES)], "keep-open": [("editor", Accord.REPORTS)]}


def test_on_keeps_one_position_and_via_what_is_reported() -> None:
    assert [g.position and g.position.id for g in says(INDEX, "editor", on="keep").groups] == ["keep-open"]
    assert says(INDEX, "editor", via=True).groups == ()
    with pytest.raises(NotFound, match="no position is called 'clean-air'"):
        says(INDEX, "editor", on="clean-air")


def test_what_is_conceded_and_what_is_disputed_is_told_apart() -> None:
    spoken = replace(
        TOWN,
        attributions=(
            Attribution("editor", Act.CONCEDES, "trade-falls"),
            Attribution("editor", Act.DISPUTES, "clean-air"),
            Attribution("editor", Act.ASSERTS, "close-it"),
            Attribution("editor", Act.DISPUTES, "rents-rose", via=("shops",)),
            Attribution("shops", Act.CONCEDES, "close-it"),
        ),
    )
    told = says(Index(spoken), "editor")
    assert [node.id for node in told.concedes] == ["trade-falls"]
    assert {node.id for node in told.disputes} == {"clean-air", "rents-rose"}
    reported = says(Index(spoken), "editor", via=True)
    assert ([n.id for n in reported.concedes], [n.id for n in reported.disputes]) == ([], ["rents-rose"])
    elsewhere = says(Index(spoken), "editor", on="keep")
    assert ([n.id for n in elsewhere.concedes], [n.id for n in elsewhere.disputes]) == (["trade-falls"], [])


JOBS = ArgumentMap(
    claims=(Claim("jobs", "It brings jobs."), Claim("build", "Build it.")),
    arguments=(argument("step", "jobs", "supports", "build"),),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
)


@pytest.mark.parametrize(
    ("ours", "theirs", "accord", "fellows"),
    [
        pytest.param("questions", "asserts", "uncompared", [], id="who questions agrees with nobody"),
        pytest.param("supposes", "disputes", "uncompared", [], id="who supposes disagrees with nobody"),
        pytest.param("presents", "argues", "uncompared", [], id="a case laid out is not taken"),
        pytest.param("asserts", "questions", "open", [], id="nor is one questioned by others"),
        pytest.param("questions", "presents", "open", [], id="neither takes a side"),
        pytest.param("questions concedes", "endorses", "agrees", ["bob"], id="a side beside a question"),
        pytest.param("disputes", "disputes", "agrees", ["bob"], id="both against"),
        pytest.param("concedes disputes", "asserts", "mixed", ["bob"], id="of two minds"),
    ],
)
def test_sides_are_compared_only_where_both_take_one(
    ours: str, theirs: str, accord: str, fellows: list[str]
) -> None:
    spoken = [Attribution("ann", Act(act), "jobs") for act in ours.split()]
    index = Index(replace(JOBS, attributions=(*spoken, Attribution("bob", Act(theirs), "jobs"))))
    speech = says(index, "ann")
    assert [o.verdict for g in speech.groups for said in g.said for o in said.others] == [accord]
    assert [fellow.by.id for fellow in speech.fellows] == fellows


@pytest.mark.parametrize(
    ("attributions", "accord"),
    [
        pytest.param("ann argues step, bob asserts jobs", "agrees", id="by a step alone"),
        pytest.param("ann questions jobs, ann argues step, bob asserts jobs", "agrees", id="beside a question"),
        pytest.param("ann asserts jobs, bob questions jobs, bob argues step", "agrees", id="the other one"),
        pytest.param("ann disputes jobs, ann argues step, bob asserts jobs", "mixed", id="of two minds"),
    ],
)
def test_arguing_from_a_claim_takes_its_side(attributions: str, accord: str) -> None:
    spoken = tuple(
        Attribution(by, Act(act), of) for by, act, of in (each.split() for each in attributions.split(", "))
    )
    speech = says(Index(replace(JOBS, attributions=spoken)), "ann")
    told = {said.node.id: said.others[0].verdict for group in speech.groups for said in group.said if said.others}
    assert told["jobs"] == accord


def test_a_question_beside_a_step_from_it_is_told_with_the_step() -> None:
    spoken = (Attribution("ann", Act.QUESTIONS, "jobs"), Attribution("ann", Act.ARGUES, "step"))
    [group] = says(Index(replace(JOBS, attributions=spoken)), "ann").groups
    told = {said.node.id: ([s.act for s in said.stances], said.because) for said in group.said}
    assert told == {"jobs": ([Act.QUESTIONS], ("step",)), "step": ([Act.ARGUES], ())}
