from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from argumap.checks import Subject
from argumap.checks.unsettled_strengths import check
from argumap.errors import Severity
from argumap.model import Index
from argumap.semantics import evaluate
from maps import CYCLE, TOWN

if TYPE_CHECKING:
    from argumap.model import ArgumentMap
    from argumap.semantics import Evaluation


class Unsettled:
    """An evaluation in which one circle keeps swinging."""

    unsettled = (("a", "b", "a/b", "b/a"),)


def subject(opened: ArgumentMap) -> Subject:
    return Subject(map=opened, index=Index(opened), location=lambda _path: None, evaluation=evaluate(opened))


def test_a_circle_that_does_not_come_to_rest_is_named() -> None:
    swinging = replace(subject(CYCLE), evaluation=cast("Evaluation", Unsettled()))
    (problem,) = check(swinging)
    assert (problem.code, problem.severity) == ("AM501", Severity.WARNING)
    assert "a, b, a/b, b/a" in problem.message


def test_maps_that_settle_or_are_not_evaluated_earn_nothing() -> None:
    assert list(check(subject(TOWN))) == []
    assert list(check(subject(CYCLE))) == []
    assert list(check(replace(subject(CYCLE), evaluation=None))) == []
