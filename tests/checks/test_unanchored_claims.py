"""In a map with a source every claim stands somewhere, or is implicit."""

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
            sources:
              s: {title: S.}
            claims:
              a:
                text: A.
            """,
            [("AM308", "a:")],
            id="nowhere",
        ),
        pytest.param(
            """
            sources:
              s: {title: S.}
            claims:
              a: {text: A., implicit: true}
            """,
            [],
            id="implicit",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
            """,
            [],
            id="an outline without a source",
        ),
    ],
)
def test_unanchored_claims(body: str, expected: Found) -> None:
    assert found("unanchored-claims", body) == expected
