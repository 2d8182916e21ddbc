from __future__ import annotations

from argumap.scoring import Miss
from argumap.scoring.same_stances import score_stances
from scored import same_claims

GOLD = """
close: {text: "Close it.", answers: well, at: s1.p1.s1}
bad: {text: "The water is bad.", at: s1.p1.s2, supports: close}
best: {text: "The water is good.", at: s1.p2.s2, attacks: close}
never: {text: "The mayor drinks none.", at: s1.p2.s3, undercuts: best/close}
unknown: {text: "Nobody knows.", at: s1.p2.s4}
arguments:
  perhaps: {premises: [unknown], attacks: bad, inferred: true}
"""
CLAIMS = """
close: {text: "C.", answers: well, at: s1.p1.s1}
bad: {text: "B.", at: s1.p1.s2}
best: {text: "G.", at: s1.p2.s2}
never: {text: "N.", at: s1.p2.s3}
unknown: {text: "U.", at: s1.p2.s4}
see: {text: "S.", at: s1.p2.s5}
arguments:
"""


def test_claims_on_their_sides_of_the_answers() -> None:
    """Gold: bad for, best against, never (through the denied step) for, unknown against by the mapper alone."""
    stance = score_stances(same_claims(GOLD, GOLD))
    assert (stance.right, stance.drafted, stance.found, stance.expected) == (4, 4, 3, 3)
    stance = score_stances(same_claims(CLAIMS + "  a: {premises: [bad, best], supports: close}\n", GOLD))
    assert (stance.right, stance.drafted, stance.found, stance.expected) == (1, 2, 1, 3)
    assert stance.misses[0] == Miss(
        "s1.p2.s2", "“The water is good.” is against “Close it.”", "“The water is good.” is for “Close it.”"
    )


def test_the_side_on_an_answer_that_the_gold_lacks_is_wrong() -> None:
    draft = """
    see: {text: "S.", answers: well, at: s1.p2.s5}
    bad: {text: "B.", at: s1.p1.s2, supports: see}
    """
    stance = score_stances(same_claims(draft, GOLD))
    assert (stance.right, stance.drafted, stance.found, stance.expected) == (0, 1, 0, 3)
    assert Miss("s1.p1.s2", "", "“The water is bad.” is for “S.”") in stance.misses


def test_two_answers_of_a_draft_may_be_one_of_the_gold() -> None:
    """Only one of them is its partner, but a reason for either is for that answer."""
    draft = """
    close: {text: "C.", answers: well, at: s1.p1.s1}
    again: {text: "A.", answers: well, at: s1.p1.s1}
    bad: {text: "B.", at: s1.p1.s2, supports: close}
    best: {text: "G.", at: s1.p2.s2, attacks: again}
    """
    stance = score_stances(same_claims(draft, GOLD))
    assert (stance.right, stance.drafted, stance.found, stance.expected) == (2, 2, 2, 3)
