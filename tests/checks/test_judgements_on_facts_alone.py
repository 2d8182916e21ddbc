"""Facts alone carry no judgement."""

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
                type: policy
              b: {text: B., type: fact, supports: a}
            """,
            [("AM322", "a:")],
            id="a policy on facts",
        ),
        pytest.param(
            """
            claims:
              a:
                text: A.
                type: policy
              b: {text: B., type: value, supports: a}
            """,
            [],
            id="a value behind it",
        ),
        pytest.param(
            """
            claims:
              a:
                text: A.
                type: prediction
              b: {text: B., type: fact, supports: a}
            """,
            [],
            id="a prediction",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., type: policy}
              b: {text: B., type: fact}
            arguments:
              step: {premises: [b], supports: a, warrant: So it must be.}
            """,
            [],
            id="what links them is said",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., type: policy}
            """,
            [],
            id="no reason at all",
        ),
    ],
)
def test_judgements_on_facts_alone(body: str, expected: Found) -> None:
    assert found("judgements-on-facts-alone", body) == expected
