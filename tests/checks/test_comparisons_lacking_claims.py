"""Each concept of a comparison is told of."""

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
            concepts: {p: {label: P}, q: {label: Q}}
            issues:
              i:
                question: Which?
                compares:
                  - p
                  - q
            claims:
              a: {text: A., answers: i, about: p}
            """,
            [("AM313", "- q")],
            id="one is left open",
        ),
        pytest.param(
            """
            concepts: {p: {label: P}, q: {label: Q}}
            issues:
              i:
                question: Which?
                compares:
                  - p
                  - q
            claims:
              a: {text: A., answers: i, about: [p, q]}
            """,
            [],
            id="both are told",
        ),
        pytest.param(
            """
            concepts: {p: {label: P}, q: {label: Q}}
            issues:
              i:
                question: Which?
                compares:
                  - p
                  - q
            claims:
              a: {text: A., answers: i, about: p}
              b: {text: B., about: q}
            """,
            [("AM313", "- q")],
            id="told of, and no answer",
        ),
    ],
)
def test_comparisons_lacking_claims(body: str, expected: Found) -> None:
    assert found("comparisons-lacking-claims", body) == expected
