"""Files are written whole or not at all, and read with a bound on their size."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from argumap.errors import CannotRead, CannotWrite, TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> Path:
    """Write ``content`` (text as UTF-8) to ``path`` so that no reader ever sees a part of it.

    The content goes to ``.<name>.tmp`` in the same folder, is flushed to the disk and then takes the place of
    ``path`` in one step; missing folders are made. Writers of one path wait for each other, and a draft that a
    killed one left behind is used up by the next. Raises `CannotWrite` where that is not possible.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    draft = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _open_alone(draft) as file:
            file.truncate(0)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if os.name != "nt":  # elsewhere the lock must hold until the draft is in place
                draft.replace(path)
        if os.name == "nt":  # Windows moves no open file
            draft.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise CannotWrite(f"cannot write {path}: {error.strerror}", path) from error
    return path


@contextmanager
def _open_alone(draft: Path) -> Iterator[BinaryIO]:
    """The draft open for writing, by this writer alone."""
    while True:
        with draft.open("ab") as file:
            _lock(file)
            # Whoever held the lock may have moved the draft into place: then this is the finished file.
            if draft.exists() and os.path.samestat(os.fstat(file.fileno()), draft.stat()):
                yield file
                return


def _lock(file: BinaryIO) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        return
    fcntl.flock(file, fcntl.LOCK_EX)


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of ``path``; raises `CannotRead`, or `TooLarge` where it has over ``limit`` bytes."""
    if path.is_dir():
        raise CannotRead(f"{path} is a folder; name a file", path)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= limit else b""
    except OSError as error:
        raise CannotRead(f"cannot read {path}: {error.strerror}", path) from error
    if size > limit:
        raise TooLarge(path, size, limit)
    return content


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to flush it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
