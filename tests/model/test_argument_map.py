from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Index,
    Issue,
    Origin,
    Passage,
    Source,
    Stakeholder,
    UnreadableSpeech,
)
from maps import TOWN


@pytest.mark.parametrize(("record_id", "kind"), [("cars", "issue"), ("other-towns", "argument"), ("nobody", None)])
def test_an_index_tells_the_kind_of_an_id(record_id: str, kind: str | None) -> None:
    assert Index(TOWN).kind(record_id) == kind


@pytest.mark.parametrize(
    ("argument_map", "weighed"),
    [
        pytest.param(ArgumentMap(claims=(Claim("a", "A."),)), False, id="no scores"),
        pytest.param(ArgumentMap(claims=(Claim("a", "A."), Claim("b", "B.", base=0.0))), True, id="a base score"),
        pytest.param(
            ArgumentMap(arguments=(Argument("r", ("a",), Bearing.ATTACKS, "b", weight=0.0),)), True, id="a weight"
        ),
    ],
)
def test_a_map_is_weighed_once_its_author_set_one_score(argument_map: ArgumentMap, *, weighed: bool) -> None:
    assert argument_map.weighed is weighed


def test_answers_to_an_exclusive_issue_contradict_each_other() -> None:
    claims = tuple(Claim(c, f"{c}.", answers=("cars", "cars-too")) for c in "cab")
    issues = tuple(Issue(i, "Who may drive?", exclusive=True) for i in ("cars", "cars-too"))
    both = ArgumentMap(issues=issues, claims=claims)
    assert list(both.contradictions()) == [("a", "c"), ("b", "c"), ("a", "b")]
    assert {c: set(Index(both).contradicting[c]) for c in "abc"} == {"a": {*"bc"}, "b": {*"ac"}, "c": {*"ab"}}


@pytest.mark.parametrize(
    ("steps", "own"),
    [
        pytest.param({"r": "h"}, "r", id="from one implicit claim"),
        pytest.param({"r": "h g"}, "r", id="from two"),
        pytest.param({"r": "h a"}, "", id="beside a claim that is said"),
        pytest.param({"r": "h c"}, "", id="beside one that is no implicit claim"),
        pytest.param({"r": "h gone"}, "", id="beside one that is missing"),
        pytest.param({"r": "c"}, "", id="from a claim that is not implicit"),
        pytest.param({"r": "said"}, "", id="from an implicit claim that somebody says"),
        pytest.param({"r": "lost"}, "", id="from one of which nobody can read who says it"),
        pytest.param({"r": "there"}, "", id="from one that stands in a source"),
        pytest.param({"voiced": "h"}, "", id="that somebody takes"),
        pytest.param({"voiced": "h a", "r": "h"}, "", id="from a premise of a step that somebody takes"),
        pytest.param({"placed": "h"}, "", id="that stands in a source"),
        pytest.param({"marked": "a c"}, "marked", id="that the map marks"),
        pytest.param({"r": "h", "s": "a", "marked": "a"}, "r marked", id="several"),
    ],
)
def test_steps_from_what_nobody_says_are_the_maps_own(steps: dict[str, str], own: str) -> None:
    here = (Passage("s", "s1.p1.s1"),)
    implicit = {"h", "g", "said", "lost", "there"}
    made = ArgumentMap(
        claims=tuple(
            Claim(c, f"{c}.", implicit=c in implicit, at=here if c in {"a", "there"} else ())
            for c in ("a", "c", "t", *sorted(implicit))
        ),
        arguments=tuple(
            Argument(
                step,
                tuple(premises.split()),
                Bearing.ATTACKS,
                "t",
                inferred=step == "marked",
                at=here if step == "placed" else (),
            )
            for step, premises in steps.items()
        ),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=tuple(Attribution("ann", Act.DISPUTES, of) for of in ("a", "said", "voiced")),
        unreadable=(UnreadableSpeech("lost", 7),),
    )
    assert Index(made).added == {*own.split()}


def test_a_link_of_a_foreign_file_is_nothing_that_a_map_is_drawn_from() -> None:
    link = Source("link", "A report", url="https://example.org", origin=Origin(id="1.2."))
    claim = Claim("dry", "The pond is dry.")
    linked = ArgumentMap(claims=(claim,), sources=(Source("log", "The log"), link))
    assert [source.id for source in linked.drawn_from] == ["log"]
    cited = replace(linked, claims=(replace(claim, at=(Passage(source="link"),)),))
    assert [source.id for source in cited.drawn_from] == ["log", "link"]
