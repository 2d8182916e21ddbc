"""Nobody holds and disputes one claim in one breath."""

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
            stakeholders: {ann: {name: Ann}, bob: {name: Bob}}
            sources:
              s: {title: S.}
            claims:
              a:
                text: A.
                said:
                  - {by: ann, act: asserts}
                  - {by: ann, act: disputes}
            """,
            [("AM311", "- {by: ann, act: asserts}")],
            id="in one passage",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}, bob: {name: Bob}}
            sources:
              s: {title: S.}
            claims:
              a:
                text: A.
                said:
                  - {by: ann, act: asserts}
                  - {by: bob, act: disputes}
            """,
            [],
            id="by two",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}, bob: {name: Bob}}
            sources:
              s: {title: S.}
            claims:
              a:
                text: A.
                said:
                  - {by: ann, act: asserts, at: s1.p1.s1}
                  - {by: ann, act: disputes, at: s2.p1.s1}
            """,
            [],
            id="in two passages",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}, bob: {name: Bob}}
            sources:
              s: {title: S.}
            claims:
              a:
                text: A.
                said:
                  - {by: ann, act: asserts, date: '2024'}
                  - {by: ann, act: disputes, date: '2025'}
            """,
            [],
            id="at two dates",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann}, bob: {name: Bob}}
            sources:
              s: {title: S.}
            claims:
              a:
                text: A.
                said:
                  - {by: ann, act: asserts}
                  - {by: ann, act: questions}
            """,
            [],
            id="questioned",
        ),
    ],
)
def test_held_and_disputed(body: str, expected: Found) -> None:
    assert found("held-and-disputed", body) == expected
