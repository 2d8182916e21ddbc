"""Files are written whole or not at all, and read with a bound on their size."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argumap.errors import CallError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> Path:
    """Write ``content`` (text as UTF-8) to ``path`` so that no reader ever sees a part of it.

    The content goes to ``.<name>.tmp`` in the same folder, is flushed to the disk and then takes the
    place of ``path`` in one step; missing folders are made. Raises `CallError` where that is not possible.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    draft = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CallError(f"cannot write {path}: {error.strerror}") from error
    return path


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of ``path``; a file that is missing, unreadable or over ``limit`` bytes raises `CallError`."""
    try:
        if path.is_dir():
            raise CallError(f"{path} is a folder; name a file")
        size = path.stat().st_size
        if size > limit:
            raise CallError(f"{path} has {size:,} bytes; at most {limit:,} are read")
        return path.read_bytes()
    except OSError as error:
        raise CallError(f"cannot read {path}: {error.strerror}") from error


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to flush it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
