"""One claim does not both support and attack another."""

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
            claims:
              a: {text: A.}
              b:
                text: B.
                attacks: a
            arguments:
              step: {premises: [b], supports: a}
            """,
            [("AM304", "attacks: a")],
            id="both",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
              c: {text: C.}
              b: {text: B., supports: a}
            arguments:
              step: {premises: [b, c], attacks: a}
            """,
            [],
            id="against in company",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
              c: {text: C.}
              b: {text: B., supports: a, attacks: c}
            """,
            [],
            id="two targets",
        ),
    ],
)
def test_for_and_against(body: str, expected: Found) -> None:
    assert found("for-and-against", body) == expected
