from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.project import load, lock_articles, rename_id
from argumap.project.kept_texts import FOLDER, read_kept
from places import write_map

if TYPE_CHECKING:
    from pathlib import Path


def test_the_kept_text_of_a_source_is_found_under_its_new_name(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    opened = load(folder)
    lock_articles(opened)
    rename_id(load(folder), "article", "column")
    assert (folder / FOLDER / "column.md").is_file()
    assert list(read_kept(folder, load(folder).lock)) == ["column"]
    assert [problem.code for problem in load(folder).check() if problem.code in {"AM216", "AM218", "AM219"}] == []
