"""What keeps an answer from standing, in words."""

from __future__ import annotations

import pytest

from argumap.board import build_boards, tell_exclusion
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from debates import debate


@pytest.mark.parametrize(
    ("relations", "answer", "told"),
    [
        pytest.param("b attacks y", "y", ["cannot hold beside “Claim x”, which stands"], id="it stands"),
        pytest.param("b attacks y", "x", [], id="it falls"),
        pytest.param("", "y", ["it and “Claim x” rule each other out: unresolved"], id="neither"),
    ],
)
def test_only_what_stands_or_may_stand_excludes(relations: str, answer: str, told: list[str]) -> None:
    (board,) = build_boards(evaluate(debate(relations, "x y", exclusive=True)))
    (found,) = (each for each in board.answers if each.claim.id == answer)
    assert [words.replace("Claim x.", "Claim x") for words in tell_exclusion(found, ENGLISH)] == told


def test_of_many_rivals_the_first_is_named() -> None:
    (board,) = build_boards(evaluate(debate("", "x y z v", exclusive=True)))
    assert tell_exclusion(board.answers[0], ENGLISH) == [
        "it and “Claim y.” and 2 others rule each other out: unresolved"
    ]
