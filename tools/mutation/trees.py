"""The copy of the tree that is changed, so that the work tree never is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PACKAGE = Path("src/argumap")
TOOLS = Path(__file__).resolve().parents[1]
_LEFT_OUT = (".git", ".venv", ".mutation", "node_modules", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")


def copy_tree(root: Path, copy: Path) -> None:
    """Copy what tests may read; what tools keep for themselves stays behind."""
    shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(*_LEFT_OUT), dirs_exist_ok=True)


def environment(copy: Path, more: Mapping[str, str]) -> dict[str, str]:
    """How to run Python on a copy: the copy's own argumap goes before an installed one."""
    path = os.pathsep.join((str(copy / PACKAGE.parent), str(TOOLS)))
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **more}


def rooms(root: Path) -> list[str]:
    """Folders and single modules right beneath the package."""
    inside = (root / PACKAGE).iterdir()
    return sorted(path.stem for path in inside if path.suffix == ".py" or (path / "__init__.py").is_file())


def files_of(root: Path, room: str) -> list[Path]:
    """The modules of a room, which is a folder or a single module."""
    folder = root / PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def room_of(file: str, known: Iterable[str]) -> str | None:
    """The room that ``file``, a path within the package, lies in."""
    name = Path(file).parts[0].removesuffix(".py")
    return name if name in known else None
