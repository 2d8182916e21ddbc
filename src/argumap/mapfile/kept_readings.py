"""What was read of a map is kept under the hash of its files: the same bytes need not be validated again.

It is kept as plain data; what does not make records is thrown away, and the map is read anew.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from argumap import model
from argumap.errors import ArgumapError, Problem, Severity
from argumap.kept_data import describe_code, drop_kept, find_kept_text, keep_text, name_parts
from argumap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST: Final = 2_000_000
"""So many bytes of YAML are kept at most: of more, reading takes the time and not what is imported for it."""
_ENDING: Final = ".reading.json"
_KIND: Final = ""
_VALUE: Final = "is"
_KINDS: Final[Mapping[str, type]] = {
    kind.__name__: kind
    for kind in (*(getattr(model, name) for name in model.__all__), Problem, Severity)
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum))
}


def name_reading(files: Mapping[str, bytes], shared: tuple[str, bytes] | None) -> str | None:
    """The name of what these files say, read by this very reader; None where they are too large to be kept."""
    return None if sum(map(len, files.values())) > LARGEST else name_content(files, shared)


def name_content(files: Mapping[str, bytes], shared: tuple[str, bytes] | None) -> str:
    """The name of what these files say, read by this very reader, however large they are."""
    parts = (part for file, content in (*files.items(), shared or ("", b"")) for part in (_encode(file), content))
    return name_parts(describe_code("mapfile", "model"), *parts)


def _encode(file: str) -> bytes:
    return file.encode("utf-8", "surrogatepass")


def find_kept(name: str, folder: Path | None = None) -> tuple[ArgumentMap, tuple[Problem, ...]] | None:
    """The map and the problems kept as ``name``; None where there is nothing, or nothing that is whole."""
    text = find_kept_text(name, _ENDING, folder)
    if text is None:
        return None
    try:
        record, *problems = json.loads(text, object_hook=_build)
        if isinstance(record, ArgumentMap) and all(isinstance(problem, Problem) for problem in problems):
            return record, tuple(problems)
    except (ArgumapError, ValueError, TypeError, LookupError, RecursionError):
        pass
    drop_kept(name, _ENDING, folder)
    return None


def keep(name: str, record: ArgumentMap, problems: tuple[Problem, ...], folder: Path | None = None) -> None:
    """Keep what was read as ``name``; where that cannot be done, nothing is, and the next call reads again."""
    text = json.dumps([_write(record), *map(_write, problems)], separators=(",", ":")).encode()
    keep_text(name, _ENDING, text, folder)


# Any: JSON holds what the records hold.
def _write(value: Any) -> Any:
    if isinstance(value, Enum):
        return {_KIND: type(value).__name__, _VALUE: value.value}
    if is_dataclass(value) and not isinstance(value, type):
        written = {
            f.name: _write(getattr(value, f.name)) for f in fields(value) if getattr(value, f.name) != f.default
        }
        return {_KIND: type(value).__name__, **written}
    return [_write(each) for each in value] if isinstance(value, tuple) else value


def _build(written: dict[str, Any]) -> object:
    """The record or the word that an object of JSON stands for."""
    kind = _KINDS[written.pop(_KIND)]
    if issubclass(kind, Enum):
        return kind(written[_VALUE])
    for name, value in written.items():
        if type(value) is list:
            written[name] = tuple(value)
    return kind(**written)
