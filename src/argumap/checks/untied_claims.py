"""A claim that bears on nothing and answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import find_untied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Definitions may stand alone; a claim that others bear on heads a debate of its own."""
    for claim in find_untied(subject.index):
        message = f"{claim.id!r} is tied to nothing; add `supports:`, `attacks:` or `answers:`"
        yield subject.hint("AM314", message, "claims", claim.id)


PLUGIN = check
