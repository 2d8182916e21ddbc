"""Two reasons for one claim that rest on one passage count it twice."""

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
              a: {text: A.}
              b: {text: B., at: s1.p1.s1, supports: a}
              c:
                text: C.
                at: s1.p1.s1
                supports: a
            """,
            [("AM323", "supports: a")],
            id="the same passage",
        ),
        pytest.param(
            """
            sources:
              s: {title: S.}
            claims:
              a: {text: A.}
              b: {text: B., at: s1.p1.s1, supports: a}
              c:
                text: C.
                at: s1.p1.s2
                supports: a
            """,
            [],
            id="another passage",
        ),
        pytest.param(
            """
            sources:
              s: {title: S.}
            claims:
              a: {text: A.}
              b: {text: B., at: s1.p1.s1, supports: a}
              c:
                text: C.
                at: s1.p1.s1
                attacks: a
            """,
            [],
            id="for and against",
        ),
        pytest.param(
            """
            sources:
              s: {title: S.}
            claims:
              a: {text: A.}
              b: {text: B., at: s1.p1.s1}
              c: {text: C., at: s1.p1.s1}
            arguments:
              step: {premises: [b, c], supports: a}
            """,
            [],
            id="two premises of one step",
        ),
    ],
)
def test_reasons_on_one_passage(body: str, expected: Found) -> None:
    assert found("reasons-on-one-passage", body) == expected
