"""A title has room on a card."""

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
                title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                text: A.
            """,
            [("AM318", "title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")],
            id="sixty-one characters",
        ),
        pytest.param(
            """
            claims:
              a:
                title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                text: A.
            """,
            [],
            id="sixty",
        ),
        pytest.param(
            """
            claims:
              a:
                text: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.
            """,
            [],
            id="no title, a long text",
        ),
    ],
)
def test_long_titles(body: str, expected: Found) -> None:
    assert found("long-titles", body) == expected
