"""What the words of a text join, and what they leave open."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.model import Act, Bearing
from argumap.text import parse_article

MINUTES = (
    "Minutes of the Harbour Committee\n\nIt was proposed by Cllr Ada Pryce that the ferry be cut. "
    "Cllr Pryce said that empty boats cost money.\n\nCllr Ruth Okoro spoke against. "
    "She pointed out that children crossed daily. Cllr Pryce replied that a school boat could be hired.\n"
)


def steps(text: str) -> list[tuple[str, str, str, str]]:
    record = draft_map(parse_article(text, language="en")).map
    texts = {claim.id: claim.text for claim in record.claims}
    return [
        (
            texts[a.premises[0]],
            "for" if a.bearing is Bearing.SUPPORTS else "against",
            texts[a.target],
            a.unseen or "",
        )
        for a in record.arguments
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The dike is unsafe. After all, it leaked in May.", "reason-word"),
        ("The dike must be rebuilt soon. Otherwise the town will drown.", "reason-word"),
        ("The dike leaked in May. It must therefore be rebuilt.", "conclusion-word"),
        ("According to the survey, the dike leaks in May. That is why it must be rebuilt.", "conclusion-word"),
    ],
)
def test_a_word_joins_a_sentence_to_the_one_before(text: str, rule: str) -> None:
    ((_, sign, _, unseen),) = steps(text)
    assert (sign, unseen) == ("for", f"draft, by {rule}")


def test_an_addition_goes_where_the_sentence_before_it_goes() -> None:
    joined = steps("The dike is unsafe. After all, it leaked in May. Moreover, its pumps are old.")
    assert [(target, rule.rpartition(" ")[2]) for _, _, target, rule in joined] == [
        ("The dike is unsafe.", "reason-word"),
        ("The dike is unsafe.", "addition-word"),
    ]


def test_what_is_said_for_a_motion_and_against_it() -> None:
    assert [(premise, sign) for premise, sign, _, _ in steps(MINUTES)] == [
        ("Empty boats cost money.", "for"),
        ("Children crossed daily.", "against"),
    ]
    assert {target for _, _, target, _ in steps(MINUTES)} == {"The ferry be cut."}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The guild says that trade would suffer. That is simply wrong.", Act.DISPUTES),
        ("The guild says that trade would suffer. I agree.", Act.ENDORSES),
        ("Some say that tradition is no argument. Of course it is.", Act.ENDORSES),
    ],
)
def test_a_bare_yes_or_no_is_no_claim_but_where_its_speaker_stands(text: str, act: Act) -> None:
    record = draft_map(parse_article(text, language="en")).map
    assert len(record.claims) == 1
    assert [a.act for a in record.attributions if a.by == "the-author"] == [act]


def test_a_denial_is_an_objection_where_it_says_why() -> None:
    said = "Ana Brook said that the pond holds eels. "
    assert steps(f"I fish. {said}That is not true: eels live in three ponds of the valley.")[0][1] == "against"
    assert not steps(f"I fish. {said}That is not true of eels.")
    assert not steps(f"I fish. {said}“That is not true,” said Leo Marsh.")
