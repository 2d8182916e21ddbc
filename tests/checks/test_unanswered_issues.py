"""A question has answers."""

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
            issues:
              i:
                question: Which?
            """,
            [("AM315", "i:")],
            id="none",
        ),
        pytest.param(
            """
            issues: {i: {question: Which?}}
            claims: {a: {text: A., answers: i}}
            """,
            [],
            id="one",
        ),
        pytest.param(
            """
            concepts: {p: {label: P}}
            issues: {i: {question: Which?, compares: [p]}}
            """,
            [],
            id="a criterion",
        ),
    ],
)
def test_unanswered_issues(body: str, expected: Found) -> None:
    assert found("unanswered-issues", body) == expected
