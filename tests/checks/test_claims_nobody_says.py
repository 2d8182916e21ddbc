"""A claim that stands in a source is said by somebody."""

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
              a:
                text: A.
                at: s1.p1.s1
            """,
            [("AM307", "a:")],
            id="no author and no said",
        ),
        pytest.param(
            """
            sources:
              s: {title: S., author: ann}
            stakeholders: {ann: {name: Ann}}
            claims:
              a: {text: A., at: s1.p1.s1}
            """,
            [],
            id="the author by default",
        ),
        pytest.param(
            """
            sources:
              s: {title: S.}
            claims:
              a: {text: A.}
            """,
            [],
            id="stands nowhere",
        ),
    ],
)
def test_claims_nobody_says(body: str, expected: Found) -> None:
    assert found("claims-nobody-says", body) == expected
