"""A claim states; a question is an issue."""

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
                text: "Should cars go?"
            """,
            [("AM317", 'text: "Should cars go?"')],
            id="a question",
        ),
        pytest.param(
            """
            claims:
              a:
                text: "“Should cars go?”"
            """,
            [("AM317", 'text: "“Should cars go?”"')],
            id="in quotation marks",
        ),
        pytest.param(
            """
            claims:
              a:
                text: "車を止めるべき？"
            """,
            [("AM317", 'text: "車を止めるべき？"')],
            id="with a sign of another script",
        ),
        pytest.param(
            """
            claims:
              a: {text: "Nobody asked “why?” then."}
            """,
            [],
            id="a question inside a statement",
        ),
    ],
)
def test_questions_as_claims(body: str, expected: Found) -> None:
    assert found("questions-as-claims", body) == expected
