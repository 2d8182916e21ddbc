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
        pytest.param(
            """
            origin: {format: kialo, file: debate.txt}
            sources:
              s: {title: S., url: "https://example.org"}
            claims:
              a: {text: A.}
            """,
            [],
            id="links that came with a debate of another tool",
        ),
        pytest.param(
            """
            origin: {format: kialo, file: debate.txt}
            sources:
              s: {title: S., url: "https://example.org"}
            claims:
              b: {text: B., at: s1.p1.s1}
              a:
                text: A.
            """,
            [("AM308", "a:")],
            id="links of which one has been read",
        ),
    ],
)
def test_unanchored_claims(body: str, expected: Found) -> None:
    assert found("unanchored-claims", body) == expected
