"""A position has a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checked import found

if TYPE_CHECKING:
    from checked import Found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            """
            issues: {i: {question: Which?}}
            claims:
              a:
                text: A.
                answers: i
            """,
            [("AM316", "a:")],
            id="none",
        ),
        pytest.param(
            """
            issues: {i: {question: Which?}}
            claims:
              a: {text: A., answers: i}
              b: {text: B., supports: a}
            """,
            [],
            id="one",
        ),
        pytest.param(
            """
            issues: {i: {question: Which?}}
            claims:
              a:
                text: A.
                answers: i
              b: {text: B., attacks: a}
            """,
            [("AM316", "a:")],
            id="an objection is no reason",
        ),
    ],
)
def test_unsupported_positions(body: str, expected: Found) -> None:
    assert found("unsupported-positions", body) == expected
