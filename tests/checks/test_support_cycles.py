"""Claims that only support each other stand on nothing."""

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
              a: {text: A., supports: b}
              b: {text: B., supports: a}
            """,
            [("AM302", "a: {text: A., supports: b}")],
            id="two",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., supports: b}
              b: {text: B.}
              c: {text: C., supports: a}
              d: {text: D.}
            arguments:
              step: {premises: [b, d], supports: c}
            """,
            [("AM302", "a: {text: A., supports: b}")],
            id="three, through a linked step",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., supports: b}
              b: {text: B., supports: c}
              c: {text: C.}
            """,
            [],
            id="a chain",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., supports: b}
              b: {text: B., attacks: a}
            """,
            [],
            id="an attack breaks it",
        ),
    ],
)
def test_support_cycles(body: str, expected: Found) -> None:
    assert found("support-cycles", body) == expected
