"""Strengths that did not come to rest: each cycle that keeps swinging is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem

_NAMED = 6


def check(subject: Subject) -> Iterator[Problem]:
    """A warning for every component whose strengths the evaluation could not settle."""
    for group in subject.evaluation.unsettled if subject.evaluation else ():
        first, shown = group[0], ", ".join(group[:_NAMED]) + (", …" if len(group) > _NAMED else "")
        kind = "claims" if first in subject.index.claims else "arguments"
        message = f"the strengths of {shown} do not come to rest; take their figures for none, or break the circle"
        yield subject.warning("AM501", message, kind, first)


PLUGIN = check
