from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from argumap.errors import NotFound
from argumap.registry import Registry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "plugged"
    folder.mkdir()
    for name in ("__init__", "_shared", "node_link", "for_"):
        (folder / f"{name}.py").write_text(f"PLUGIN = {name!r}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for module in [m for m in sys.modules if m.partition(".")[0] == "plugged"]:
        monkeypatch.delitem(sys.modules, module)
    return "plugged"


def test_plug_ins_are_the_files_of_the_room(room: str) -> None:
    registry: Registry[str] = Registry(room)
    assert dict(registry) == {"for": "for_", "node-link": "node_link"}


def test_an_unknown_name_is_answered_with_what_there_is(room: str) -> None:
    registry: Registry[str] = Registry(room)
    with pytest.raises(NotFound, match=r"plugged has no 'gexf'; it has for, node-link"):
        registry["gexf"]
    assert registry.get("gexf") is None


def test_the_text_of_a_plug_in_is_read_without_importing_it(room: str) -> None:
    registry: Registry[str] = Registry(room)
    assert registry.read_source("for") == "PLUGIN = 'for_'\n"
    assert "plugged.for_" not in sys.modules
