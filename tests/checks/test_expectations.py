"""What a map expects of itself is held against it."""

from __future__ import annotations

import pytest

from checked import found, problems_of


@pytest.mark.parametrize(
    ("strength", "met"),
    [(">0.4", True), (">=0.5", True), ("= .5", True), ("<= 0.5", True), ("<0.5", False), (">0.5", False)],
)
def test_an_expected_strength_is_compared(strength: str, met: bool) -> None:
    line = f"strength: '{strength}'"
    expected = [] if met else [("AM403", line)]
    assert found("expectations", f"claims:\n  a:\n    text: A.\n    expect:\n      {line}\n") == expected


def test_an_expected_status_is_compared() -> None:
    body = "claims:\n  a:\n    text: A.\n    expect:\n      status: falls\n  b: {text: B., attacks: a}\n"
    assert found("expectations", body) == []
    assert found("expectations", body.replace("attacks", "supports")) == [("AM402", "status: falls")]


@pytest.mark.parametrize(
    ("act", "held"), [("asserts", True), ("concedes", True), ("disputes", False), ("presents", False)]
)
def test_whoever_is_expected_to_hold_a_claim_is_committed_to_it(act: str, held: bool) -> None:
    body = f"""
    stakeholders: {{ann: {{name: Ann}}}}
    claims:
      a:
        text: A.
        said: {{by: ann, act: {act}}}
        expect:
          said_by:
            - ann
    """
    assert found("expectations", body) == ([] if held else [("AM401", "- ann")])


def test_without_an_evaluation_only_voices_are_expected() -> None:
    text = "argumap: 1\nclaims: {a: {text: A., expect: {status: falls, strength: '<0.1'}}}\n"
    assert problems_of("expectations", text, evaluated=False) == []
    assert len(problems_of("expectations", text)) == 2


def test_an_expected_status_is_compared_by_the_standard_that_the_map_writes() -> None:
    body = (
        "claims:\n  a:\n    text: A.\n    standard: balance\n    expect:\n      status: falls\n"
        "  b: {text: B., attacks: a}\n  c: {text: C., supports: a}\n  d: {text: D., supports: a}\n"
    )
    (problem,) = problems_of("expectations", f"argumap: 1\n{body}")
    assert problem.message == (
        "'a' is expected as 'falls' and is 'stands' by the standard 'balance' that the map writes; "
        "`argumap why` tells how"
    )
    assert found("expectations", body.replace("falls", "stands")) == []
