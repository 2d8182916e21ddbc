"""Which sentences state nothing, and why."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.text import parse_article

TALK = "Vance: Why?\n\nSollander: {}\n\nVance: And now?\n\nSollander: The offer is too low for a whole farm.\n\n"


def reasons(text: str, kind: str = "txt") -> list[str]:
    return list(draft_map(parse_article(text, kind, language="en")).skipped.values())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The pens must go.\n\nBy Odette Crannock", "byline"),
        ("The pens must go.\n\nHARL (Courier). The county has decided it.", "dateline"),
        ("The pens must go.\n\nCost at scale. A pen costs a fortune.", "lead"),
        ("The pens must go. What would that cost us?", "question"),
        ("The pens must go. The meeting closed at nine.", "formula"),
        ("The pens must go. Never mind.", "fragment"),
        ("The pens must go. Mr Marsh asked whether they were empty.", "question"),
        ("The pens must go. “I thought it was a dog,” said Ana Brook.", "story"),
        ("The pens must go. The chair thanked the clerk.", "formula"),
    ],
)
def test_a_sentence_may_state_nothing(text: str, reason: str) -> None:
    assert reasons(text) == [reason]


def test_a_short_opening_with_a_verb_is_a_claim() -> None:
    assert not reasons("A bell isn't a lorry. A lorry goes somewhere, and a bell tells a town that it is one.")


@pytest.mark.parametrize(
    "answer",
    [
        "That's a good question.",
        "Oh, please.",
        "So I've read.",
        "We are working on that.",
        "It really was.",
        "I know how that sounds.",
        "I wish it were that easy.",
        "Mind the step as you leave.",
        "Then I saw the river.",
        "I read with joy what she wrote.",
    ],
)
def test_what_only_keeps_a_talk_going_is_left_out(answer: str) -> None:
    assert "formula" in reasons(TALK.format(answer))


@pytest.mark.parametrize(
    "answer",
    [
        "Subsidies are nine per cent.",
        "Cameras don't see everything.",
        "Three men still work for me.",
        "Then we lose the lower field.",
        "I see a farm without water.",
        "I read every letter from the board.",
        "I mean, the price is wrong.",
    ],
)
def test_an_answer_is_a_claim_however_short(answer: str) -> None:
    assert reasons(TALK.format(answer)) == ["question", "question"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "橋は古いです。町は新しい橋を建てるべきです。"), ("zh", "大桥已经很旧了。市政府应该建一座新桥。")],
)
def test_where_no_spaces_tell_words_letters_are_counted(language: str, text: str) -> None:
    draft = draft_map(parse_article(text, "txt", language=language))
    assert len(draft.map.claims) == 2
