"""Issues on which another answer leads."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.model import ArgumentMap, Issue
from argumap.semantics import evaluate
from argumap.verdicts import LED, build_supposition, find_leader_changes, rank_all, tell_leaders
from draws import draws
from maps import random_maps
from verdict_cases import small_map


def debated(answers: str, relations: str) -> ArgumentMap:
    """A small map whose claims ``answers`` answer an issue ``q``."""
    drawn = small_map("t a b c d", relations)
    claims = tuple(replace(c, answers=("q",) if c.id in answers else ()) for c in drawn.claims)
    return replace(drawn, issues=(Issue("q", "What now?"),), claims=claims)


def test_an_issue_on_which_others_lead_is_found() -> None:
    before, after = debated("ta", "b supports t"), debated("ta", "b supports a")
    (found,) = find_leader_changes(rank_all(evaluate(before)), rank_all(evaluate(after)))
    assert (found.issue, found.before, found.after) == ("q", ("t",), ("a",))
    assert found.to_dict() == {"issue": "q", "before": ["t"], "after": ["a"]}


def test_answers_that_are_level_in_another_order_are_the_same_leaders() -> None:
    before = rank_all(evaluate(debated("ta", "")))
    swapped = debated("ta", "")
    turned = replace(swapped, claims=tuple(reversed(swapped.claims)))
    assert find_leader_changes(before, rank_all(evaluate(turned))) == ()


def test_a_leader_that_was_renamed_still_leads() -> None:
    before = debated("ta", "b supports t")
    after = replace(
        before,
        claims=tuple(replace(c, id="first") if c.id == "t" else c for c in before.claims),
        arguments=tuple(replace(a, target="first") for a in before.arguments),
    )
    rankings = rank_all(evaluate(before)), rank_all(evaluate(after))
    assert find_leader_changes(*rankings, lambda node: "first" if node == "t" else node) == ()


def test_one_leads_several_are_level_and_none_is_no_answer() -> None:
    assert tell_leaders(["“A”"]) == "“A” leads"
    assert tell_leaders(["“A”", "“B”"], LED) == "“A” and “B” were level"
    assert tell_leaders([]) == "no answer"


def test_of_many_level_answers_the_first_are_named() -> None:
    names = [f"“{n}”" for n in range(3_000)]
    assert tell_leaders(names) == "“0”, “1”, “2”, “3” and 2,996 others are level"


def test_a_what_if_tells_first_who_would_lead() -> None:
    evaluated = evaluate(debated("ta", "b supports t; c supports t; d supports a"))
    supposed = build_supposition(evaluated, evaluated.what_if(set_aside=["b", "c"]))
    assert supposed.text().splitlines()[1] == "  on “What now?” “A” would lead, where now “T” leads"
    assert supposed.to_dict()["leaders"] == [{"issue": "q", "before": ["t"], "after": ["a"]}]


def test_a_what_if_that_moves_nothing_says_so() -> None:
    evaluated = evaluate(debated("t", ""))
    assert "nothing else would change" in build_supposition(evaluated, evaluated.what_if(set_aside=["d"])).text()


@settings(max_examples=draws(60), deadline=None)
@given(random_maps(), st.data())
def test_what_would_lead_is_what_leads_in_the_map_without_the_claim(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([c.id for c in argument_map.claims]))
    evaluated = evaluate(argument_map)
    delta = evaluated.what_if(set_aside=[gone])
    removed = {*delta.set_aside, *delta.removed}
    without = replace(
        argument_map,
        claims=tuple(c for c in argument_map.claims if c.id not in removed),
        arguments=tuple(a for a in argument_map.arguments if a.id not in removed),
    )
    now, then = rank_all(evaluated), rank_all(evaluate(without))
    told = {c.issue: set(c.after) for c in build_supposition(evaluated, delta).leaders}
    expected = {
        issue: set(then[issue].leaders)
        for issue in now
        if issue in then and set(then[issue].leaders) != set(now[issue].leaders)
    }
    assert told == expected
