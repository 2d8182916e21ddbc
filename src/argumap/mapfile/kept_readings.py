"""What was read of a map is kept under the hash of its files: the same bytes need not be validated again.

Nothing that is kept is trusted: it is plain data, whose digest is checked, in a file and a folder that nobody else
can write to; whatever is wrong with it, it is thrown away and the map is read anew.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from argumap import model
from argumap.errors import ArgumapError, CannotWrite, Problem, Severity
from argumap.files import read_bytes, write_whole
from argumap.folders import find_cache_folder
from argumap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST: Final = 2_000_000
"""So many bytes of YAML are kept at most: of more, reading takes the time and not what is imported for it."""
_ENDING: Final = ".reading.json"
_MOST: Final = 2000
_KIND: Final = ""
_VALUE: Final = "is"
_KINDS: Final[Mapping[str, type]] = {
    kind.__name__: kind
    for kind in (*(getattr(model, name) for name in model.__all__), Problem, Severity)
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum))
}


def name_reading(files: Mapping[str, bytes], shared: tuple[str, bytes] | None) -> str | None:
    """The name of what these files say, read by this very reader; None where they are too large to be kept."""
    if sum(map(len, files.values())) > LARGEST:
        return None
    digest = sha256(_describe_reader())
    for part in (*files.items(), shared or ("", b"")):
        for each in (part[0].encode("utf-8", "surrogatepass"), part[1]):
            digest.update(f"{len(each)} ".encode() + each)
    return digest.hexdigest()


def find_kept(name: str, folder: Path | None = None) -> tuple[ArgumentMap, tuple[Problem, ...]] | None:
    """The map and the problems kept as ``name``; None where there is nothing, or nothing that is whole."""
    path = (folder or find_cache_folder()) / f"{name}{_ENDING}"
    try:
        if not (_is_ours(path.parent) and _is_ours(path)):
            return None
        digest, _, text = read_bytes(path, 50 * LARGEST).partition(b"\n")
        if digest == _digest(name, text):
            record, *problems = json.loads(text, object_hook=_build)
            if isinstance(record, ArgumentMap) and all(isinstance(problem, Problem) for problem in problems):
                return record, tuple(problems)
    except (ArgumapError, OSError, ValueError, TypeError, LookupError, RecursionError):
        pass
    with suppress(OSError):
        path.unlink()
    return None


def keep(name: str, record: ArgumentMap, problems: tuple[Problem, ...], folder: Path | None = None) -> None:
    """Keep what was read as ``name``; where that cannot be done, nothing is, and the next call reads again."""
    place = folder or find_cache_folder()
    text = json.dumps([_write(record), *map(_write, problems)], separators=(",", ":")).encode()
    with suppress(OSError, CannotWrite):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place / f"{name}{_ENDING}", _digest(name, text) + b"\n" + text)
        _prune(place)


def _digest(name: str, text: bytes) -> bytes:
    return sha256(name.encode() + text).hexdigest().encode()


@lru_cache(maxsize=1)
def _describe_reader() -> bytes:
    """The version of argumap, and the state of the modules that make the records."""
    house = Path(__file__).parents[1]
    states = sorted(
        f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
        for room in ("mapfile", "model")
        for entry in os.scandir(house / room)
        if entry.name.endswith(".py")
    )
    return (house / "__init__.py").read_bytes() + "\n".join(states).encode()


def _is_ours(path: Path) -> bool:
    """Whether this user alone can change what lies there; Windows has its own rules, and none of these."""
    found = path.lstat()
    if os.name == "nt":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


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


def _prune(folder: Path) -> None:
    """Keep what was read last; earlier states of a map are seldom met again."""
    kept = list(folder.glob(f"*{_ENDING}"))
    if len(kept) > _MOST:
        kept.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in kept[: len(kept) - _MOST // 2]:
            path.unlink(missing_ok=True)
