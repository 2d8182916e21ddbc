"""A change of a map: its files as plain data to be altered, proved and written as one, with the way back."""

from __future__ import annotations

import json
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.authoring.change_journal import journal_with
from argumap.authoring.map_editing import write_edits
from argumap.checks import Subject, find_problems
from argumap.errors import CallError, DoesNotFit, NotFound, Severity
from argumap.mapfile import find_shared_file, read_data, reread, rewrite, text_as_read, write_map
from argumap.model import Index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import Reading, YamlNode
    from argumap.model import ArgumentMap

RECORDS = ("issues", "stakeholders", "concepts", "claims", "arguments")
SECTIONS = ("sources", *RECORDS)
SUGAR = ("supports", "attacks", "undercuts")


class MapChange:
    """One change of a map that is being made. ``texts`` are the files as they were read, ``data`` what they say.

    An operation alters ``data``; `write` then proves that nothing but that has changed, that the map has no new
    error, and writes it; ``wrote`` are then the files of the map that changed.
    """

    def __init__(self, opened: EditableMap) -> None:
        self.opened = opened
        self.record: ArgumentMap = opened.reading.map
        self.index = Index(self.record)
        shared = find_shared_file(opened.reading)
        self.texts: Mapping[Path, str] = {
            file: text_as_read(opened.reading, file) for file in opened.reading.files if file != shared
        }
        self.wrote: tuple[Path, ...] = ()
        self._as_read = {file: json.dumps(read_data(text)) for file, text in self.texts.items()}
        # A copy in which no alias shares its value.
        self.data: dict[Path, dict[str, YamlNode]] = {
            file: json.loads(said) for file, said in self._as_read.items()
        }

    def entries(self, section: str) -> Iterator[tuple[str, dict[str, YamlNode]]]:
        """The entries of a section in all files, by id."""
        for data in self.data.values():
            for record_id, entry in as_mapping(data.get(section)).items():
                if isinstance(entry, dict):
                    yield record_id, entry

    def entry(self, record_id: str, *sections: str) -> dict[str, YamlNode]:
        """What a file of the map says of a record; raises `NotFound` where none does.

        A source is meant where ``sections`` says so: it may have the id of a claim.
        """
        for section in sections or RECORDS:
            for known, entry in self.entries(section):
                if known == record_id:
                    return entry
        if (place := self._find_shared(record_id)) is not None:
            raise NotFound(f"{record_id!r} is shared by the collection ({place}); change it there by hand")
        raise NotFound(f"no file of {self.opened.name} holds an entry for {record_id!r} that can be changed")

    def _find_shared(self, record_id: str) -> str | None:
        """The file and the line where a collection has a record for all its maps."""
        reading = self.opened.reading
        path = reading.locations.path_of(record_id)
        place = None if path is None else reading.locations.key(path)
        shared = find_shared_file(reading)
        return f"{place.file}:{place.line}" if place is not None and place.file == str(shared) else None

    def add(self, section: str, record_id: str, entry: dict[str, YamlNode], after: str = "") -> None:
        """Put an entry at the end of a section, or behind the one called ``after``."""
        holders = [data for data in self.data.values() if isinstance(data.get(section), dict)]
        data = next((d for d in holders if after in as_mapping(d[section])), None)
        data = data or (holders[-1] if holders else next(iter(self.data.values())))
        entries = as_mapping(data.setdefault(section, {}))
        behind = list(reversed(entries)).index(after) if after in entries else 0
        following = [entries.popitem() for _ in range(behind)]
        entries[record_id] = entry
        entries.update(reversed(following))

    def add_all(self, record: ArgumentMap) -> None:
        """Put the stakeholders, claims and arguments of a record at the end of the map's sections."""
        written = read_data(write_map(record))
        for section in ("stakeholders", "claims", "arguments"):
            for record_id, entry in as_mapping(written.get(section)).items():
                self.add(section, record_id, as_mapping(entry))

    def remove(self, section: str, record_id: str) -> None:
        """Take an entry out, and a section that holds nothing any more with it."""
        for data in self.data.values():
            entries = as_mapping(data.get(section))
            if record_id in entries:
                del entries[record_id]
                if not entries:
                    del data[section]

    def write(self, told: str, beside: Mapping[Path, tuple[str, str]] = MappingProxyType({})) -> str:
        """Prove the change and write it with the way back, called ``told``; gives ``told``.

        ``beside`` are files in the map's folder that change with it, each as it was and as it is to be.

        Raises `CallError` where nothing would change, `DoesNotFit` where the map would get an error or the files
        cannot be written so, `ChangedMeanwhile` where they are not as they were read.
        """
        edits = {
            file: text
            for file, before in self.texts.items()
            if json.dumps(self.data[file]) != self._as_read[file]
            and (text := rewrite(before, self.data[file], json.loads(self._as_read[file]))) != before
        }
        if not edits and not beside:
            raise CallError(f"nothing changes: {told}")
        self._prove(edits)
        before = {file: self.texts[file] for file in edits} | {file: pair[0] for file, pair in beside.items()}
        after = edits | {file: pair[1] for file, pair in beside.items()}
        self.wrote = tuple(edits)
        write_edits(self.opened, after, journal_with(self.opened, told, before, after))
        return told

    def _prove(self, edits: Mapping[Path, str]) -> None:
        known = Counter(_find_errors(self.opened.reading))
        for error, n in Counter(_find_errors(reread(self.opened.reading, edits))).items():
            if n > known[error]:
                raise DoesNotFit(f"{error[1]}; nothing was changed")


def as_mapping(value: YamlNode) -> dict[str, YamlNode]:
    """A mapping of the file; empty where nothing of the kind stands there."""
    return value if isinstance(value, dict) else {}


def as_list(value: YamlNode) -> list[YamlNode]:
    """The items of a list, or the one value that stands for a list of one."""
    return [] if value is None else value if isinstance(value, list) else [value]


def set_words(entry: dict[str, YamlNode], key: str, words: list[YamlNode]) -> None:
    """Write some words under a key: one alone without a list where it stood so, none by leaving the key out."""
    if not words:
        entry.pop(key, None)
    elif len(words) == 1 and not isinstance(entry.get(key), list):
        entry[key] = words[0]
    else:
        entry[key] = words


def _find_errors(reading: Reading) -> Iterator[tuple[str, str]]:
    found = list(reading.problems)
    if not any(problem.severity is Severity.ERROR for problem in found):
        found += find_problems(Subject(reading.map, Index(reading.map), reading.locations.nearest))
    yield from ((p.code, p.message) for p in found if p.severity is Severity.ERROR)
