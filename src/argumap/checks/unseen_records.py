"""Records that nobody has seen since they were drafted or imported: one hint for all of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import find_unseen
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    unseen = find_unseen(subject.map)
    if not unseen:
        return
    first = unseen[0]
    message = (
        f"{counted(len(unseen), 'item')} nobody has seen yet, as {first.name} ({first.made}); `argumap review` "
        "goes through them"
    )
    argument = subject.index.arguments.get(first.id)
    yield subject.hint("AM329", message, *(subject.path(argument) if argument else first.path))


PLUGIN = check
