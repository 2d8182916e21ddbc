"""Who holds a claim and what attacks it may mean a tension."""

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
            stakeholders:
              ann: {name: Ann}
              bob: {name: Bob}
            claims:
              a: {text: A., said: {by: ann, act: asserts}}
              b:
                text: B.
                said: {by: ann, act: asserts}
                attacks: a
            """,
            [("AM325", "attacks: a")],
            id="held both",
        ),
        pytest.param(
            """
            stakeholders:
              ann: {name: Ann}
              bob: {name: Bob}
            claims:
              a: {text: A., said: {by: ann, act: asserts}}
              b:
                text: B.
                said: {by: bob, act: asserts}
                attacks: a
            """,
            [],
            id="held by two",
        ),
        pytest.param(
            """
            stakeholders:
              ann: {name: Ann}
              bob: {name: Bob}
            claims:
              a: {text: A., said: {by: ann, act: asserts}}
              b:
                text: B.
                said: {by: ann, act: concedes}
                attacks: a
            """,
            [],
            id="conceded",
        ),
        pytest.param(
            """
            stakeholders:
              ann: {name: Ann}
              bob: {name: Bob}
            claims:
              a: {text: A., said: {by: ann, act: presents}}
              b:
                text: B.
                said: {by: ann, act: asserts}
                attacks: a
            """,
            [],
            id="only presented",
        ),
        pytest.param(
            """
            stakeholders:
              ann: {name: Ann}
              bob: {name: Bob}
            claims:
              a: {text: A., said: {by: ann, act: asserts}}
              b:
                text: B.
                said: {by: ann, act: asserts}
                attacks: a
              c: {text: C.}
            arguments:
              no: {premises: [c], undercuts: b/a}
            """,
            [],
            id="the step is denied",
        ),
        pytest.param(
            """
            stakeholders:
              ann: {name: Ann}
            claims:
              a: {text: A., said: {by: ann, act: asserts}}
              b: {text: B., said: {by: ann, act: asserts}}
              c: {text: C.}
            arguments:
              step: {premises: [b, c], attacks: a}
            """,
            [],
            id="one premise is another's",
        ),
    ],
)
def test_claim_and_attack_held(body: str, expected: Found) -> None:
    assert found("claim-and-attack-held", body) == expected
