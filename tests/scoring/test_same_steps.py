from __future__ import annotations

import pytest

from argumap.scoring import Miss
from argumap.scoring.same_claims import SameClaims
from argumap.scoring.same_speakers import find_same_speakers
from argumap.scoring.same_steps import SameSteps
from draws import draws, seeded
from scored import placed, same_claims
from scoring_oracle import attachments

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


def steps(arguments: str) -> SameSteps:
    return SameSteps(same_claims(CLAIMS + f"  a: {arguments}\n", GOLD))


@pytest.mark.parametrize(
    ("argument", "right", "found", "sign", "unrelated"),
    [
        pytest.param("{premises: [bad], supports: close}", 1, 1, 1, 0, id="as it is"),
        pytest.param("{premises: [bad], attacks: close}", 1, 1, 0, 0, id="the wrong sign"),
        pytest.param("{premises: [close], supports: bad}", 0, 0, 0, 0, id="the wrong way round"),
        pytest.param("{premises: [best], attacks: bad}", 0, 0, 0, 1, id="two reasons for one thing"),
        pytest.param("{premises: [never], attacks: best}", 1, 1, 1, 0, id="the reason whose step is denied"),
        pytest.param("{premises: [never], attacks: close}", 1, 1, 0, 0, id="what the denied attack is on"),
        pytest.param("{premises: [never], supports: close}", 1, 1, 1, 0, id="which is for that"),
        pytest.param("{premises: [never], supports: bad}", 0, 0, 0, 1, id="something else"),
        pytest.param("{premises: [unknown], attacks: bad}", 1, 0, 1, 0, id="the mapper's own step is welcome"),
        pytest.param("{premises: [unknown], attacks: close}", 0, 0, 0, 0, id="a step too far"),
        pytest.param("{premises: [see], attacks: close}", 0, 0, 0, 0, id="from no claim of the gold"),
    ],
)
def test_one_step_of_a_draft(argument: str, right: int, found: int, sign: int, unrelated: int) -> None:
    compared = steps(argument)
    attached, signs = compared.score_attachments(), compared.score_signs()
    assert (attached.right, attached.drafted, attached.found, attached.expected) == (right, 1, found, 3)
    assert (signs.right, signs.drafted) == (sign, right)
    assert compared.find_unrelated().count == unrelated


def test_differences_tell_both_steps() -> None:
    score = steps("{premises: [best], supports: bad}").score_attachments()
    assert score.misses[1] == Miss("s1.p2.s2", "“The water is good.” against “Close it.”", "“G.” for “B.”")
    assert len(score.misses) == 3


def test_an_undercut_is_as_good_as_one_that_names_its_ends() -> None:
    gold = GOLD.replace("undercuts: best/close", "attacks: best")
    compared = SameSteps(same_claims(GOLD, gold))
    assert compared.score_attachments().right == compared.score_attachments().drafted == 4


def test_the_agreement_on_which_claim_bears_on_which_is_beyond_chance() -> None:
    """Of the 20 pairs of 5 claims the gold has 5 (one step denied twice), the draft 1 of them."""
    kappa = steps("{premises: [bad], supports: close}").score_attachments().kappa
    agreed, chance = 16 / 20, (1 * 5 + 19 * 15) / 400
    assert kappa == pytest.approx((agreed - chance) / (1 - chance))


@pytest.mark.parametrize("seed", range(draws(60)))
def test_the_figures_are_those_of_trying_everything(seed: int) -> None:
    random = seeded(seed)

    def write() -> str:
        ids = [f"c{n}" for n in range(5)]
        places = ["s1.p1.s1", "s1.p1.s2", "s1.p1.s3", "s1.p2.s1", "s1.p2.s2"]
        lines = [
            f'{claim}: {{text: "{claim}.", at: [{", ".join(random.sample(places, random.randint(1, 2)))}]}}'
            for claim in ids
        ]
        lines.append("arguments:")
        made: list[str] = []
        for n in range(random.randint(1, 5)):
            premise, target = random.sample(ids, 2)
            bearing = random.choice(["supports", "attacks"])
            if made and random.random() < 0.3:
                bearing, target = "undercuts", random.choice(made)
            inferred = random.choice(["true", "false"])
            lines.append(f"  a{n}: {{premises: [{premise}], {bearing}: {target}, inferred: {inferred}}}")
            made.append(f"a{n}")
        return "\n".join(lines)

    draft, gold = placed(write(), write())
    compared = SameSteps(SameClaims(draft, gold, find_same_speakers(draft, gold)))
    attached, signs = compared.score_attachments(), compared.score_signs()
    figures = (attached.right, attached.drafted, attached.found, attached.expected, signs.right)
    assert figures == attachments(draft, gold)


@pytest.mark.parametrize("key", ["contradicts", "rephrases"])
@pytest.mark.parametrize(("one", "other"), [("see", "best"), ("best", "see")])
def test_claims_that_contradict_or_rephrase_each_other_are_not_unrelated(key: str, one: str, other: str) -> None:
    gold = GOLD.replace("arguments:", f'see: {{text: "We shall see.", at: s1.p2.s5, {key}: best}}\narguments:')
    draft = CLAIMS + f"  a: {{premises: [{one}], attacks: {other}}}\n"
    assert SameSteps(same_claims(draft, gold)).find_unrelated().count == 0
    assert SameSteps(same_claims(draft.replace(f": {other}", ": bad"), gold)).find_unrelated().count == 1
