"""What nobody has seen is told once, whatever it is."""

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
              a: {text: A., unseen: "draft, by table"}
              b: {text: B., unseen: "draft, by table"}
            """,
            [("AM329", 'a: {text: A., unseen: "draft, by table"}')],
            id="two claims, told once",
        ),
        pytest.param(
            """
            stakeholders:
              ann: {name: Ann, unseen: "an importer"}
            claims:
              a: {text: A., unseen: "draft, by table"}
            """,
            [("AM329", 'ann: {name: Ann, unseen: "an importer"}')],
            id="a person first",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
              b: {text: B.}
            arguments:
              c: {premises: a, supports: b, unseen: "draft, by heading"}
            """,
            [("AM329", 'c: {premises: a, supports: b, unseen: "draft, by heading"}')],
            id="a step",
        ),
        pytest.param(
            """
            claims:
              a: {text: A.}
            """,
            [],
            id="nothing",
        ),
    ],
)
def test_unseen_records(body: str, expected: Found) -> None:
    assert found("unseen-records", body) == expected
