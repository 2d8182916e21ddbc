"""Where in its file a passage stands, as an address names it: the page of a PDF, the second of a recording."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from argumap.text import UnitIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argumap.anchoring.lock_file import Lock, SourceLock
    from argumap.model import Passage


def link_into(url: str | None, fragment: str) -> str | None:
    """The address of a place in a file; None where the URL is none of the web, or names a place itself."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return f"{url}#{fragment}" if parts.scheme in {"http", "https"} and not parts.fragment else None


def find_file_places(passages: Iterable[Passage], lock: Lock) -> dict[tuple[str, str], str]:
    """The fragment (``page=2``, ``t=75``) of each passage that the lock knows one for, by source and locator."""
    knowing = {source_id: _Places(locked) for source_id, locked in lock.sources.items() if locked.fragments}
    if not knowing:
        return {}
    asked = {(passage.source, passage.at) for passage in passages if passage.source in knowing}
    found = {(source, at): knowing[source].find(at) for source, at in asked}
    return {place: found[place] for place in sorted(found) if found[place]}


class _Places:
    def __init__(self, locked: SourceLock) -> None:
        self.index = UnitIndex(unit.at for unit in locked.units)
        turns: Mapping[str, str] = dict(locked.fragments)
        self.turns = [(n, turns[unit.at]) for n, unit in enumerate(locked.units) if unit.at in turns]

    def find(self, at: str) -> str:
        try:
            covered = self.index.covered(at)
        except ValueError:
            return ""
        before = bisect_right(self.turns, covered[0], key=itemgetter(0)) if covered else 0
        return self.turns[before - 1][1] if before else ""
