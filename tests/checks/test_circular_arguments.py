"""A reason that is its own conclusion is an error."""

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
              a:
                text: A.
                supports: a
            """,
            [("AM301", "supports: a")],
            id="alone",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
              b: {text: B.}
            arguments:
              step:
                premises: [a, b]
                supports: a
            """,
            [("AM301", "step:")],
            id="in company",
        ),
        pytest.param(
            """
            claims:
              a:
                text: A.
                attacks: a
            """,
            [],
            id="an attack on itself is another matter",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., supports: b}
              b: {text: B., supports: a}
            """,
            [],
            id="two claims in turn",
        ),
    ],
)
def test_circular_arguments(body: str, expected: Found) -> None:
    assert found("circular-arguments", body) == expected
