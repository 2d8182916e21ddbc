"""The question and its answers are chosen before all else."""

from __future__ import annotations

from dataclasses import replace

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    ClaimType,
    Index,
    Issue,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.project.answer_choice import find_answer_choice
from maps import TOWN, argument


def test_a_map_that_has_an_answer_leaves_nothing_to_choose() -> None:
    assert find_answer_choice(Index(TOWN)) is None
    assert find_answer_choice(Index(ArgumentMap())) is None


def test_proposals_come_first_then_what_most_bears_on() -> None:
    claims = (
        Claim("fact", "It rains."),
        Claim("goal", "Rain is welcome."),
        Claim("plan", "Dig a pond.", type=ClaimType.POLICY),
        Claim("why", "Fields are dry."),
    )
    choice = find_answer_choice(
        Index(ArgumentMap(claims=claims, arguments=(argument("why/goal", "why", "supports", "goal"),)))
    )
    assert choice is not None
    assert choice.issue is None
    assert [claim.id for claim in choice.claims] == ["plan", "goal", "fact"]


def test_all_that_may_answer_can_be_chosen() -> None:
    claims = tuple(Claim(f"c{n}", f"Thing {n}.") for n in range(30))
    choice = find_answer_choice(Index(ArgumentMap(claims=claims)))
    assert choice is not None
    assert len(choice.claims) == 30


def test_a_question_without_answers_is_the_one_to_answer() -> None:
    bare = replace(TOWN, claims=tuple(replace(claim, answers=()) for claim in TOWN.claims))
    choice = find_answer_choice(Index(bare))
    assert choice is not None
    assert isinstance(choice.issue, Issue)
    assert choice.issue.id == TOWN.issues[0].id


def test_what_the_author_holds_comes_before_all() -> None:
    claims = (
        Claim("plan", "Dig a pond.", type=ClaimType.POLICY),
        Claim("own", "In my view a well is best."),
        Claim("theirs", "In my opinion nothing helps."),
    )
    said = (Attribution("ana", Act.ASSERTS, "own"), Attribution("leo", Act.ASSERTS, "theirs"))
    people = tuple(Stakeholder(name, name.title(), StakeholderType.PERSON) for name in ("ana", "leo"))
    record = ArgumentMap(
        language="en",
        sources=(Source("letter", "A letter", author="ana"),),
        stakeholders=people,
        claims=claims,
        attributions=said,
    )
    choice = find_answer_choice(Index(record))
    assert choice is not None
    assert [claim.id for claim in choice.claims] == ["own", "plan", "theirs"]
