"""Renaming: an id gets another name wherever the files of a map, and its lock, name it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, Lock, encode_lock, find_citations
from argumap.authoring.map_editing import write_edits
from argumap.errors import Ambiguous, CallError, DoesNotFit, NotFound
from argumap.mapfile import RenamedText, find_shared_file, is_slug, rename_composed, rename_in_files, reread
from argumap.model import Index
from argumap.snapshots import Renames, build_snapshot, follow_map
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.anchoring import Pending
    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import Reading


@dataclass(frozen=True, slots=True)
class Renaming:
    """The ``kind`` of what was called ``old`` and is called ``new`` now, and the files ``written``.

    ``places`` is at how many places of them it was named, the lock's open anchors included.
    """

    kind: str
    old: str
    new: str
    written: tuple[Path, ...]
    places: int

    def to_dict(self) -> dict[str, object]:
        """The renaming as plain data."""
        return {
            "kind": self.kind,
            "old": self.old,
            "new": self.new,
            "files": [str(path) for path in self.written],
            "places": self.places,
        }


def rename(
    opened: EditableMap, old: str, new: str, beside: Mapping[Path, str | bytes] = MappingProxyType({})
) -> Renaming:
    """Give an issue, claim, argument, stakeholder, concept or source another id, in all files of the map.

    Ids that are made of it (``claim/target``), the tour, what is accepted, locators and open anchors of the lock
    follow; every other byte of the files stays. That nothing else has changed is proved before the first byte is
    written: the files as they will be are read, and have to give the map with nothing but the name changed. What
    is ``beside`` is written with them.

    Raises `NotFound` for an id that is not there, `Ambiguous` for one that is a source's and a record's,
    `CallError` for a name that is taken or none, `DoesNotFit` where the files cannot be edited so,
    `ChangedMeanwhile` where they are not as they were read.
    """
    kind = _find_kind(opened.reading, old)
    _check_new(opened.reading, kind, new)
    renamed = rename_in_files(opened.reading, old, new, is_source=kind == "source")
    texts = {path: file.text for path, file in renamed.items()}
    renames = _build_renames(opened.reading, kind, old, new)
    _prove(opened.reading, texts, renames, old)
    lock = _rename_in_lock(opened, renames)
    places = sum(file.places for file in (*renamed.values(), *lock.values()))
    edits = {**texts, **{path: file.text for path, file in lock.items()}}
    return Renaming(kind, old, new, tuple(write_edits(opened, edits, beside)), places)


def _find_kind(reading: Reading, old: str) -> str:
    index = Index(reading.map)
    kind = index.kind(old)
    if kind and old in index.sources:
        raise Ambiguous(f"{old!r} is the id of a source and of {kind} {old!r}; rename one of them by hand")
    if old in index.sources:
        return "source"
    if kind is None:
        m = reading.map
        kinds = (m.issues, m.claims, m.arguments, m.stakeholders, m.concepts, m.sources)
        known = [record.id for records in kinds for record in records]
        hint = suggest(old, known, "did you mean {!r}?", otherwise="`argumap find` lists what there is")
        raise NotFound(f"nothing has the id {old!r}; {hint}")
    if "/" in old:
        raise CallError(f"{old!r} is made of the ids of its premise and its target; rename one of these")
    path = reading.locations.path_of(old)
    place = None if path is None else reading.locations.key(path)
    if place is not None and place.file == str(find_shared_file(reading)):
        shared = f"{old!r} is shared by the collection ({place.file}:{place.line})"
        raise CallError(f"{shared}; rename it there and in every map that names it by hand")
    return kind


def _check_new(reading: Reading, kind: str, new: str) -> None:
    if not is_slug(new):
        message = f"{new!r} is no id; write small letters, digits and single hyphens, as in close-it"
        raise CallError(message)
    index = Index(reading.map)
    taken = ("source" if new in index.sources else None) if kind == "source" else index.kind(new)
    if taken:
        raise CallError(f"the id {new!r} is taken by {taken} {new!r}; choose another")


def _build_renames(reading: Reading, kind: str, old: str, new: str) -> Renames:
    """The new id of all that is renamed, arguments that are named after it among them."""
    if kind == "source":
        return Renames(sources={old: new})
    composed = {a.id: rename_composed(a.id, old, new) for a in reading.map.arguments}
    return Renames({old: new} | {was: now for was, now in composed.items() if was != now})


def _prove(reading: Reading, texts: Mapping[Path, str], renames: Renames, old: str) -> None:
    after = reread(reading, texts)
    same = build_snapshot(after.map) == build_snapshot(follow_map(reading.map, renames))
    codes, codes_after = (Counter(problem.code for problem in found.problems) for found in (reading, after))
    if not same or codes != codes_after:
        raise DoesNotFit(f"{old!r} cannot be renamed without changing more than its name; nothing was changed")


def _rename_in_lock(opened: EditableMap, renames: Renames) -> dict[Path, RenamedText]:
    """The new text of the lock, where it names what is renamed."""
    lock = opened.lock
    if lock is None:
        return {}
    sections = {(c.source, c.node, c.at) for c in find_citations(opened.record) if c.kind == "section"}

    def renamed(source: str, pending: Pending) -> Pending:
        if (source, pending.node, pending.at) in sections:
            return pending
        names = {**renames.sources, **renames.ids}
        return replace(pending, node=" ".join(names.get(word, word) for word in pending.node.split(" ")))

    fresh = {
        renames.sources.get(source, source): replace(
            locked, pending=tuple(renamed(source, pending) for pending in locked.pending)
        )
        for source, locked in lock.sources.items()
    }
    places = sum(name not in lock.sources for name in fresh) + sum(
        was != now
        for before, after in zip(lock.sources.values(), fresh.values(), strict=True)
        for was, now in zip(before.pending, after.pending, strict=True)
    )
    return {opened.folder / LOCK_NAME: RenamedText(encode_lock(Lock(fresh)), places)} if places else {}
