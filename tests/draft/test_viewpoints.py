"""Whose view a sentence names without a verb of saying."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.viewpoints import find_viewpoints

WORDS = get_cue_words("en")


def viewpoints(text: str, *, tagged: bool = False) -> list[tuple[str, str]]:
    return [(frame.subject, frame.content) for frame in find_viewpoints(text, text, WORDS, tagged=tagged)]


@pytest.mark.parametrize(
    ("text", "subject", "content"),
    [
        ("In the traders' view, the car park is windy.", "the traders", "The car park is windy."),
        ("To Brook's mind, the dams are old.", "Brook", "The dams are old."),
        ("It was sold cheaply, which in his view made no sense.", "his", "It was sold cheaply made no sense."),
        ("Her verdict: dams grow old fast.", "Her", "Dams grow old fast."),
        ("His second is that the loud will rule.", "His", "The loud will rule."),
        ("The firm rejected Brook's claim that dams leak badly.", "Brook", "Dams leak badly."),
        (
            "Brook's claim that dams will leak is shared by nobody here.",
            "Brook",
            "Dams will leak.",
        ),
        ("Mr Lund tabled a proposal that prices should rise.", "Mr Lund", "Prices should rise."),
        ("What Brook actually fears is that dams leak.", "Brook", "What Brook actually fears is that dams leak."),
        ("What worries Brook most is the old dam.", "Brook", "What worries Brook most is the old dam."),
        (
            "The wing was praised by the critic Nell Farrar as bold.",
            "the critic Nell Farrar",
            "The wing was praised by the critic Nell Farrar as bold.",
        ),
        ("The wing is seen by architects as bold.", "architects", "The wing is seen by architects as bold."),
    ],
)
def test_a_view_has_its_owner(text: str, subject: str, content: str) -> None:
    assert (subject, content) in viewpoints(text)


@pytest.mark.parametrize(
    "text",
    [
        "The wing was seen by many visitors on Friday.",
        "The bridge was closed by the county on Monday.",
        "What is lost is that certainty.",
        "Mr Lund made a proposal that failed last year.",
        "Her own idea that has worked is an old one.",
        "In the end the dams are old.",
    ],
)
def test_what_names_no_view_has_no_owner(text: str) -> None:
    assert viewpoints(text) == []


def test_a_tag_tells_whose_view_it_is() -> None:
    assert viewpoints("In her view, he said, dams are old.", tagged=True) == []
