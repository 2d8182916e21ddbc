"""What a map took over from another tool's file, record by record: kept beside it and never interpreted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import DamagedFile, OtherFormat
from argumap.files import read_bytes
from argumap.formats import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RECORDS_FILE = "origin.jsonl"
_VERSION = 1
_HEAD = ("format", "file", "digest")
MOST_BYTES = 1 << 30
_encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class ForeignRecords:
    """The records of the foreign ``file`` in ``format`` that a map came from; ``digest`` is that of the file."""

    format: str
    file: str
    digest: str
    kept: tuple[Kept, ...] = ()

    def encode(self) -> str:
        """The text of the file that keeps them: a line about the file, then one for each record."""
        head = {"argumap_origin": _VERSION, "format": self.format, "file": self.file, "digest": self.digest}
        places = {at: _dump(at) for at in {kept.at for kept in self.kept}}
        records = [f'{{"at": {places[kept.at]}, "record": {_dump(kept.record)}}}' for kept in self.kept]
        return "\n".join([_dump(head), *records, ""])


def read_records(folder: Path) -> ForeignRecords | None:
    """What is kept beside the map in ``folder``; None where it came from nowhere, or its file was deleted.

    Raises `DamagedFile` with the line that is not what was written, `OtherFormat` for a newer argumap's.
    """
    path = folder / RECORDS_FILE
    if not path.is_file():
        return None
    lines = _parse(path)
    head = next(lines, None)
    version = head.get("argumap_origin") if head else None
    if isinstance(version, int) and version > _VERSION:
        message = f"{path} was written by a newer argumap; update argumap"
        raise OtherFormat(message, path, found=version, known=_VERSION)
    if head is None or version != _VERSION or not all(isinstance(head.get(key), str) for key in _HEAD):
        raise DamagedFile(f"{path} does not begin as argumap writes it; {_REMEDY}", path, 1)
    kept = tuple(_read_line(record, path, n) for n, record in enumerate(lines, 2))
    return ForeignRecords(str(head["format"]), str(head["file"]), str(head["digest"]), kept)


_REMEDY = (
    "take it from an older version, or delete it: the map is whole without it, but no newer file can be worked in"
)


def _parse(path: Path) -> Iterator[dict[str, object]]:
    for n, line in enumerate(read_bytes(path, MOST_BYTES).split(b"\n"), 1):
        if not line:
            continue
        try:
            value = json.loads(line.decode("utf-8", "surrogatepass"))
        except (ValueError, RecursionError) as error:
            raise DamagedFile(f"{path} is damaged in line {n}; {_REMEDY}", path, n) from error
        if not isinstance(value, dict):
            raise DamagedFile(f"{path} has no record in line {n}; {_REMEDY}", path, n)
        yield value


def _read_line(record: dict[str, object], path: Path, line: int) -> Kept:
    at = record.get("at")
    if not isinstance(at, str):
        raise DamagedFile(f"{path} has a record without a place in line {line}; {_REMEDY}", path, line)
    return Kept(at, record.get("record"))


def _dump(value: object) -> str:
    # Half a surrogate pair is in some foreign files and in no UTF-8.
    text = _encode(value)
    return text if text.isascii() or _is_plain(text) else json.dumps(value)


def _is_plain(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
