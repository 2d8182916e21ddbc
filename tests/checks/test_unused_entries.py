"""Whoever and whatever is listed is named somewhere."""

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
            stakeholders:
              ann:
                name: Ann
            """,
            [("AM320", "ann:")],
            id="nobody's",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}}
            claims: {a: {text: A., said: {by: ann, act: asserts}}}
            """,
            [],
            id="speaks",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}, bob: {name: Bob}}
            claims: {a: {text: A., said: {by: ann, act: asserts, via: [bob]}}}
            """,
            [],
            id="reports",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}}
            sources: {s: {title: S., author: ann}}
            """,
            [],
            id="an author",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}}
            claims: {a: {text: A., concerns: {ann: harms}}}
            """,
            [],
            id="touched by a claim",
        ),
        pytest.param(
            """
            stakeholders:
              ann:
                name: Ann
                affiliation: club
              club: {name: Club}
            """,
            [("AM320", "ann:")],
            id="a home of somebody",
        ),
        pytest.param(
            """
            concepts:
              c:
                label: C
            """,
            [("AM321", "c:")],
            id="a thing without a claim",
        ),
        pytest.param(
            """
            concepts:
              c: {label: C}
              d: {label: D, broader: c}
            claims: {a: {text: A., about: d}}
            """,
            [],
            id="a broader thing",
        ),
        pytest.param(
            """
            concepts: {c: {label: C}}
            issues: {i: {question: Which?, compares: [c]}}
            """,
            [],
            id="compared",
        ),
    ],
)
def test_unused_entries(body: str, expected: Found) -> None:
    assert found("unused-entries", body) == expected
