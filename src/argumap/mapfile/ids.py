"""The ids of a map: who has them, and whether a reference names one of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.mapfile.entries import at, did_you_mean, list_targets
from argumap.mapfile.value_forms import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.errors import Problem
    from argumap.mapfile.entries import Entries
    from argumap.mapfile.locations import Locations, ValuePath

KINDS = {
    "issues": "issue",
    "claims": "claim",
    "arguments": "argument",
    "stakeholders": "stakeholder",
    "concepts": "concept",
}
_ARTICLES = {"issue": "an", "claim": "a", "argument": "an", "stakeholder": "a", "concept": "a"}
# Each misspelt id is compared with all others; in a large map only the first ones are, or a section that was left
# out would cost its square.
_MANY = 2000
_PATIENCE = 20


class Ids:
    """Every id of a map with its kind. Ids of entries that were left out count, so their absence is told once.

    ``shared`` are the ids of the collection by kind; one is taken when a reference names it.
    """

    def __init__(
        self, entries: Entries, shared: Mapping[str, str], locations: Locations, problems: list[Problem]
    ) -> None:
        self.kinds: dict[str, str] = {}
        self.sources = dict.fromkeys(entries.written["sources"])
        self.taken: dict[str, str] = {}
        self._shared = shared
        self._locations = locations
        self._problems = problems
        self._unknown = 0
        self._twice: set[tuple[str, str]] = set()
        for section, kind in KINDS.items():
            for record_id in entries.written[section]:
                self._register(record_id, kind, (section, record_id))
        for record_id in entries.written["sources"]:
            self._check_slug(record_id, ("sources", record_id))
        for record_id, path in _folded(entries):
            self._register_folded(record_id, path)

    def _register(self, record_id: str, kind: str, path: ValuePath) -> None:
        if record_id in self.kinds:
            self._check_taken(record_id, kind, path)
            return
        self.kinds[record_id] = kind
        if kind != "argument" or "/" not in record_id:
            self._check_slug(record_id, path)

    def _check_taken(self, record_id: str, kind: str, path: ValuePath) -> None:
        """The later of two records is in the wrong, and both kinds are remembered, so nothing else complains."""
        places = [(self._locations.key((f"{k}s", record_id)), k) for k in (self.kinds[record_id], kind)]
        places.sort(key=lambda place: (place[0].file, place[0].line) if place[0] else ("", 0))
        (first, holder), (second, _) = places
        where = f"{first.file}:{first.line}" if first else "elsewhere"
        message = f"the id {record_id!r} is taken by the {holder} of {where}; choose another"
        self._problems.append(at(second or self._locations.key(path), "AM111", message))
        self._twice.add((record_id, kind))

    def _register_folded(self, record_id: str, path: ValuePath) -> None:
        if record_id not in self.kinds:
            self.kinds[record_id] = "argument"
            return
        message = f"the argument {record_id!r} is there already; a claim bears on one target once"
        self._problems.append(at(self._locations.nearest(path), "AM111", message))

    def _check_slug(self, record_id: str, path: ValuePath) -> None:
        if not is_slug(record_id):
            message = f"{record_id!r} is no id; write small letters, digits and single hyphens, as in close-it"
            self._problems.append(at(self._locations.key(path), "AM107", message))

    def known(self, path: ValuePath, ids: tuple[str, ...], kind: str) -> tuple[str, ...]:
        """Those of ``ids`` that name a record of ``kind``, once each; the rest are problems at their places."""
        kinds = self.kinds
        if len(ids) == 1 and kinds.get(ids[0]) == kind:
            return ids
        good: dict[str, None] = {}
        for n, record_id in enumerate(ids):
            if record_id in good:
                self.complain((*path, n), "AM121", f"{record_id!r} stands here twice; name it once")
            elif self.has((*path, n), record_id, kind):
                good[record_id] = None
        return tuple(good)

    def has(self, path: ValuePath, record_id: str, kind: str) -> bool:
        """Whether ``record_id`` is a record of ``kind``; if not, that is a problem at ``path``."""
        found = self.kinds.get(record_id)
        if found is None and self._shared.get(record_id) == kind:
            found = self.kinds[record_id] = self.taken[record_id] = kind
        if found == kind or (record_id, kind) in self._twice:
            return True
        if found is None:
            near = did_you_mean(record_id, list(self._of_kind(kind, near=record_id)))
            self.complain(
                path, "AM112", f"no {kind} has the id {record_id!r}{near or '; add it or correct the id'}"
            )
        else:
            message = (
                f"{record_id!r} is {_ARTICLES[found]} {found}; {path_word(path)!r} names {_ARTICLES[kind]} {kind}"
            )
            self.complain(path, "AM113", f"{message}{self._offer_steps(record_id, kind)}")
        return False

    def has_one_of(self, path: ValuePath, record_id: str, *kinds: str) -> bool:
        """Whether ``record_id`` is a record of one of ``kinds``; if not, that is a problem at ``path``."""
        found = self.kinds.get(record_id)
        if found in kinds:
            return True
        *others, last = kinds
        listed = f"{', '.join(others)} or {last}"
        if found is None:
            known = [other for kind in kinds for other in self._of_kind(kind, near=record_id)]
            near = did_you_mean(record_id, known) or "; add it or correct the id"
            self.complain(path, "AM112", f"no {listed} has the id {record_id!r}{near}")
        else:
            message = f"{record_id!r} is {_ARTICLES[found]} {found}; {path_word(path)!r} names a {listed}"
            self.complain(path, "AM113", message)
        return False

    def near(self, word: str) -> str:
        """The id that ``word`` most likely stands for, as the end of a message; empty where nothing comes near."""
        known = [other for kind in _ARTICLES for other in self._of_kind(kind, near=word)]
        return did_you_mean(word, known)

    def _offer_steps(self, record_id: str, kind: str) -> str:
        """The arguments that the claim makes, where one is wanted; a large map's are not looked through."""
        if kind != "argument" or len(self.kinds) > _MANY:
            return ""
        steps = [other for other in self.kinds if other.startswith(f"{record_id}/")]
        return f", as {' or '.join(map(repr, steps))}" if steps else ""

    def _of_kind(self, kind: str, near: str) -> Iterator[str]:
        """The ids to compare a misspelt one with: in a large map only few of them, and only for the first ones."""
        self._unknown += 1
        if len(self.kinds) > _MANY and self._unknown > _PATIENCE:
            return
        for record_id, other in (*self.kinds.items(), *self._shared.items()):
            if other == kind and abs(len(record_id) - len(near)) <= 2 + len(near) // 3:
                yield record_id

    def complain(self, path: ValuePath, code: str, message: str) -> None:
        self._problems.append(at(self._locations.nearest(path), code, message))


def path_word(path: ValuePath) -> str:
    return next(str(step) for step in reversed(path) if isinstance(step, str))


def _folded(entries: Entries) -> Iterator[tuple[str, ValuePath]]:
    """The ids of the arguments that claims stand for, each with the place of its target."""
    for record_id, claim in entries.sections.claims.items():
        for bearing, targets in list_targets(claim):
            for n, target in enumerate(targets):
                if target not in targets[:n]:
                    yield f"{record_id}/{target}", ("claims", record_id, str(bearing), n)
