from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.authoring import relocate
from argumap.files import write_together
from argumap.project import load
from argumap.project.anchor_repair import choose, find_open_anchors
from argumap.project.kept_texts import keep_texts
from places import CORRECTED, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_map(tmp_path / "bridge")
    opened = load(folder)
    write_lock(folder / LOCK_NAME, build_lock(opened.articles))
    write_together(folder, keep_texts(folder, opened.source_files))
    (folder / "bridge.md").write_text(CORRECTED, encoding="utf-8")
    return folder


def test_what_is_accepted_is_rewritten_and_nothing_else(folder: Path) -> None:
    opened = load(folder)
    relocate(opened, choose(find_open_anchors(opened), ["safe", "edited", "slower-trade"]))
    after = (folder / "map.yaml").read_text(encoding="utf-8")
    changed = [line for line in difflib.ndiff(MAP.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert changed == [
        "-     skip: s3.p1.s2",
        "+     skip: s4.p1.s2",
        '-   s3: {title: "What the carters say"}',
        '+   s4: {title: "What the carters say"}',
        "-     at: s2.p1.s1",
        "+     at: s3.p1.s1",
        "-     at: s2.p1.s2-s3",
        "+     at: s3.p1.s2-s3",
        "-     at: s3.p1.s1",
        "+     at: s4.p1.s1",
        "-     at: s3.p1.s3",
        "+     at: s4.p1.s3",
    ]
