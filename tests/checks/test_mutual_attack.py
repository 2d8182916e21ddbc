"""Two claims that attack each other contradict each other."""

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
                attacks: b
              b: {text: B., attacks: a}
            """,
            [("AM305", "attacks: b")],
            id="both ways",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., attacks: b}
              b: {text: B.}
            """,
            [],
            id="one way",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., attacks: b}
              b: {text: B.}
              c: {text: C.}
            arguments:
              step: {premises: [b, c], attacks: a}
            """,
            [],
            id="one of them in company",
        ),
    ],
)
def test_mutual_attack(body: str, expected: Found) -> None:
    assert found("mutual-attack", body) == expected
