"""Only one answer to an exclusive issue can hold, so nobody holds two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checked import found, problems_of

if TYPE_CHECKING:
    from checked import Found

BODY = """
stakeholders:
  ann: {{name: Ann}}
  bob: {{name: Bob}}
issues:
  cars: {{question: "Who may drive?", exclusive: {exclusive}}}
claims:
  close: {{text: Close it., answers: cars, said: {{by: ann, act: asserts}}}}
  keep: {{text: Keep it., answers: cars, said: {{by: {by}, act: {act}}}{more}}}
"""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, ["AM326"], id="held both"),
        pytest.param({"exclusive": "false"}, [], id="more than one may hold"),
        pytest.param({"by": "bob"}, [], id="held by two"),
        pytest.param({"act": "questions"}, [], id="one is questioned"),
        pytest.param({"act": "concedes"}, [], id="one is conceded"),
        pytest.param({"more": ", rephrases: close"}, [], id="one says the other in other words"),
    ],
)
def test_exclusive_answers_held(given: dict[str, str], expected: list[str]) -> None:
    body = BODY.format(**({"exclusive": "true", "by": "ann", "act": "asserts", "more": ""} | given))
    lines: Found = found("exclusive-answers-held", body)
    assert [code for code, _ in lines] == expected
    assert all(line.startswith("keep:") for _, line in lines)


def test_the_hint_says_who_and_which() -> None:
    body = BODY.format(exclusive="true", by="ann", act="asserts", more="")
    problem = problems_of("exclusive-answers-held", f"argumap: 1\n{body.strip()}\n")[0]
    assert problem.message == (
        "'ann' holds 'close' and 'keep', though only one answer to 'cars' can hold; correct `said:`, "
        "or take out `exclusive: true`"
    )
