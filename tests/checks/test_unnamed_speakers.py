"""Critics say: but who?"""

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
            stakeholders: {critics: {name: Critics, type: unspecified}}
            claims:
              a:
                text: A.
                said:
                  - {by: critics, act: asserts}
            """,
            [("AM312", "- {by: critics, act: asserts}")],
            id="unspecified",
        ),
        pytest.param(
            """
            stakeholders: {ann: {name: Ann, type: person}, critics: {name: Critics, type: unspecified}}
            claims:
              a:
                text: A.
                said:
                  - {by: ann, act: asserts}
                  - {by: critics, act: disputes}
            """,
            [("AM312", "- {by: critics, act: disputes}")],
            id="the second voice",
        ),
        pytest.param(
            """
            stakeholders: {critics: {name: Critics, type: unspecified}}
            claims: {a: {text: A.}, b: {text: B.}}
            arguments:
              step:
                premises: [a]
                supports: b
                said:
                  - {by: critics, act: argues}
            """,
            [("AM312", "- {by: critics, act: argues}")],
            id="on a step",
        ),
        pytest.param(
            """
            stakeholders: {critics: {name: Critics, type: group}}
            claims:
              a: {text: A., said: {by: critics, act: asserts}}
            """,
            [],
            id="a group",
        ),
    ],
)
def test_unnamed_speakers(body: str, expected: Found) -> None:
    assert found("unnamed-speakers", body) == expected
