"""What a map's records are called in another tool's file: as they came, and by free ids where they are new."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from argumap.model import Argument, ArgumentMap, Claim, Issue, Source, Stakeholder

_NUMBERED = re.compile(r"(.*?)(\d{1,18})", re.DOTALL | re.ASCII)


class FreeIds:
    """Makes ids that nothing has yet: a stem with the next number, or a name as it is where that is free."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}
        for name in self._taken:
            if found := _NUMBERED.fullmatch(name):
                self._last[found[1]] = max(self._last.get(found[1], 0), int(found[2]))

    def number(self, stem: str) -> str:
        """The stem with the number that follows the greatest in use."""
        self._last[stem] = self._last.get(stem, 0) + 1
        made = f"{stem}{self._last[stem]}"
        self._taken.add(made)
        return made

    def name(self, wanted: str) -> str:
        """``wanted`` itself, or with a number where something else is called so."""
        if wanted in self._taken:
            return self.number(f"{wanted}-")
        self._taken.add(wanted)
        return wanted


def find_foreign_id(
    record: Claim | Argument | Issue | Source | Stakeholder, whole: ArgumentMap, formats: Collection[str]
) -> str:
    """The id that a record of the map ``whole`` came with from one of the formats; "" where it came from none."""
    if record.origin is None:
        return ""
    came = record.origin.format or (whole.origin.format if whole.origin else None)
    return (record.origin.id or "") if came in formats else ""


def call_foreign(
    whole: ArgumentMap,
    formats: Collection[str],
    free: Callable[[Claim | Argument, FreeIds], str],
    taken: Iterable[str],
) -> dict[str, str]:
    """What each claim and step is called in the file, each otherwise, and new ones by ``free``."""
    records: list[Claim | Argument] = [*whole.claims, *whole.arguments]
    called: dict[str, str] = {}
    used: set[str] = set()
    for record in records:
        known = find_foreign_id(record, whole, formats)
        if known and known not in used:
            used.add(known)
            called[record.id] = known
    ids = FreeIds(chain(taken, used))
    return {record.id: called.get(record.id) or free(record, ids) for record in records}
