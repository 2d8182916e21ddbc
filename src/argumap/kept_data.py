"""What was worked out is kept in the user's folder for caches, so that it need not be worked out again.

Nothing that is kept is trusted: its digest is checked, and it lies in a file and a folder that nobody else can
write to; whatever is wrong with it, it is thrown away.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argumap.errors import ArgumapError, CannotWrite
from argumap.files import read_bytes, write_whole
from argumap.folders import find_cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT: Final = 100_000_000
_MOST: Final = 2000


def find_kept_text(name: str, ending: str, folder: Path | None = None) -> bytes | None:
    """What is kept as ``name`` with this ``ending``; None where there is nothing, or nothing that is whole."""
    path = _place(name, ending, folder)
    try:
        if not (_is_ours(path.parent) and _is_ours(path)):
            return None
        digest, _, text = read_bytes(path, _LIMIT).partition(b"\n")
    except (ArgumapError, OSError):
        return None
    if digest == _digest(name, text):
        return text
    drop_kept(name, ending, folder)
    return None


def drop_kept(name: str, ending: str, folder: Path | None = None) -> None:
    """Throw away what is kept as ``name``."""
    with suppress(OSError):
        _place(name, ending, folder).unlink()


def keep_text(name: str, ending: str, text: bytes, folder: Path | None = None) -> None:
    """Keep ``text`` as ``name``; where that cannot be done, nothing is kept, and it will be worked out again."""
    path = _place(name, ending, folder)
    with suppress(OSError, CannotWrite):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, _digest(name, text) + b"\n" + text)
        _prune(path.parent, ending)


@lru_cache
def describe_code(*rooms: str) -> bytes:
    """The version of argumap, and the state of the modules of these ``rooms``; all that is kept depends on it."""
    house = Path(__file__).parent
    states = sorted(
        f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
        for room in rooms
        for entry in os.scandir(house / room)
        if entry.name.endswith(".py")
    )
    return (house / "__init__.py").read_bytes() + "\n".join(states).encode()


def name_parts(*parts: bytes) -> str:
    """A name for these bytes in this order, told apart from all others."""
    digest = sha256()
    for part in parts:
        digest.update(f"{len(part)} ".encode())
        digest.update(part)
    return digest.hexdigest()


def _place(name: str, ending: str, folder: Path | None) -> Path:
    return (folder or find_cache_folder()) / f"{name}{ending}"


def _digest(name: str, text: bytes) -> bytes:
    return sha256(name.encode() + text).hexdigest().encode()


def _is_ours(path: Path) -> bool:
    """Whether this user alone can change what lies there; Windows has its own rules, and none of these."""
    found = path.lstat()
    if os.name == "nt":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _prune(folder: Path, ending: str) -> None:
    """Keep what was made last; earlier states of a map are seldom met again."""
    kept = list(_entries(folder, ending))
    if len(kept) > _MOST:
        kept.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in kept[: len(kept) - _MOST // 2]:
            path.unlink(missing_ok=True)


def _entries(folder: Path, ending: str) -> Iterable[Path]:
    return (Path(entry.path) for entry in os.scandir(folder) if entry.name.endswith(ending))
