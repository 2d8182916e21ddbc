"""An implicit claim is used by an argument or answers an issue, and stands nowhere."""

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
            sources:
              s: {title: S.}
            claims:
              a: {text: A.}
              b:
                text: B.
                implicit: true
                at: s1.p1.s1
                supports: a
            """,
            [("AM309", "implicit: true")],
            id="stands in a source",
        ),
        pytest.param(
            """
            claims:
              b:
                text: B.
                implicit: true
            """,
            [("AM310", "implicit: true")],
            id="no argument needs it",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
              b: {text: B., implicit: true, supports: a}
            """,
            [],
            id="a premise",
        ),
        pytest.param(
            """
            issues:
              i: {question: "A or B?"}
            claims:
              b: {text: B., implicit: true, answers: i}
            """,
            [],
            id="an answer",
        ),
    ],
)
def test_needless_implicit_claims(body: str, expected: Found) -> None:
    assert found("needless-implicit-claims", body) == expected
