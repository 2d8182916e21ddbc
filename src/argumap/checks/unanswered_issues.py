"""An issue that nobody takes a position on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for issue in subject.index.debates:
        if not subject.index.answering[issue.id]:
            message = f"no claim answers {issue.id!r}; add `answers: {issue.id}` to its positions"
            yield subject.hint("AM315", message, "issues", issue.id)


PLUGIN = check
