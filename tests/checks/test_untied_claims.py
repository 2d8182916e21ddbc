"""A claim bears on something."""

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
            """,
            [("AM314", "a:")],
            id="on nothing",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., type: definition}
            """,
            [],
            id="a definition",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., supports: b}
              b: {text: B.}
            """,
            [],
            id="a premise and what it bears on",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., rephrases: b}
              b: {text: B.}
            """,
            [],
            id="rephrased",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., contradicts: b}
              b: {text: B.}
            """,
            [],
            id="contradicted",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., implicit: true}
            """,
            [("AM314", "a: {text: A., implicit: true}")],
            id="implicit",
        ),
    ],
)
def test_untied_claims(body: str, expected: Found) -> None:
    assert found("untied-claims", body) == expected
