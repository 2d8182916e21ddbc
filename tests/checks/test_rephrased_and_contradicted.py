"""What says the same cannot contradict."""

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
                rephrases: b
                contradicts: b
              b: {text: B.}
            """,
            [("AM306", "a:")],
            id="both",
        ),
        pytest.param(
            """
            claims:
              a:
                text: A.
                contradicts: b
              b: {text: B., rephrases: a}
            """,
            [("AM306", "a:")],
            id="the other way round",
        ),
        pytest.param(
            """
            claims:
              a: {text: A., rephrases: b, contradicts: c}
              b: {text: B.}
              c: {text: C.}
            """,
            [],
            id="two others",
        ),
    ],
)
def test_rephrased_and_contradicted(body: str, expected: Found) -> None:
    assert found("rephrased-and-contradicted", body) == expected
