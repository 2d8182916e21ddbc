"""A step of weight 0 counts as if nobody had taken it."""

from __future__ import annotations

import pytest

from checked import found


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        pytest.param("0", [("AM327", "step: {premises: [b], attacks: a, weight: 0}")], id="zero"),
        pytest.param("0.0", [("AM327", "step: {premises: [b], attacks: a, weight: 0.0}")], id="zero with a point"),
        pytest.param("0.01", [], id="nearly"),
    ],
)
def test_weightless_steps(weight: str, expected: list[tuple[str, str]]) -> None:
    body = f"""
    claims:
      a: {{text: A.}}
      b: {{text: B.}}
    arguments:
      step: {{premises: [b], attacks: a, weight: {weight}}}
    """
    assert found("weightless-steps", body) == expected
