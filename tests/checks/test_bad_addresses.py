"""An address that is none on the web is told, whoever bears it."""

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
              s:
                title: S.
                url: 'javascript:alert(1)'
            """,
            [("AM324", "url: 'javascript:alert(1)'")],
            id="of a source",
        ),
        pytest.param(
            """
            stakeholders:
              ann:
                name: Ann
                same_as: Q42
            concepts:
              c:
                label: C
                same_as: ftp://x.example
            """,
            [("AM324", "same_as: Q42"), ("AM324", "same_as: ftp://x.example")],
            id="of a stakeholder and a concept",
        ),
        pytest.param(
            """
            sources:
              s:
                title: S.
                url: HTTPS://example.org
            """,
            [],
            id="in capitals",
        ),
        pytest.param(
            """
            sources:
              s:
                title: S.
            """,
            [],
            id="none",
        ),
    ],
)
def test_bad_addresses(body: str, expected: Found) -> None:
    assert found("bad-addresses", body) == expected
