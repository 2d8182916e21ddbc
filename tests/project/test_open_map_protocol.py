from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.project import load
from argumap.project.open_map_protocol import OpenedMap
from places import write_map

if TYPE_CHECKING:
    from pathlib import Path


def test_the_handle_has_all_that_checks_and_pages_need_of_a_map(tmp_path: Path) -> None:
    opened: OpenedMap = load(write_map(tmp_path / "bridge"))
    needed = {name for name in vars(OpenedMap) if not name.startswith("_")} | set(OpenedMap.__annotations__)
    assert {name for name in needed if not hasattr(opened, name)} == set()
    assert {"record", "name", "evaluate"} <= needed
