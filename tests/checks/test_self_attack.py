"""A claim that attacks itself can never stand."""

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
                attacks: a
            """,
            [("AM303", "attacks: a")],
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
                attacks: a
            """,
            [("AM303", "step:")],
            id="in company",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., attacks: b}
              b: {text: B.}
            """,
            [],
            id="another",
        ),
    ],
)
def test_self_attack(body: str, expected: Found) -> None:
    assert found("self-attack", body) == expected
