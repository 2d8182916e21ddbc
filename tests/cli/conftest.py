"""A folder with one map under ``graph/``, in which the tests of a command run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from places import write_map
from shell import COLUMN, TOWN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; its map is ``graph/bridge``."""
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    return tmp_path


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``graph/town`` of the only map."""
    folder = write_map(tmp_path / "graph" / "town", TOWN, None)
    (folder / "column.md").write_text(COLUMN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder
