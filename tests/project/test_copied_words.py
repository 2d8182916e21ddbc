from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import NotAtHand
from argumap.project import load
from argumap.project.copied_words import find_copied
from argumap.project.source_locking import lock_articles
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

RUN = "the county engineer counted eleven new cracks this year"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A map whose second claim copies from its article."""
    return write_map(tmp_path / "bridge", MAP.replace("Eleven cracks are new this year.", f"It is so: {RUN}."))


def test_a_copy_in_the_map_is_found_at_its_line(folder: Path) -> None:
    (copy,) = find_copied(load(folder), [])
    assert (copy.file, copy.run.words) == (str(folder / "map.yaml"), 9)
    assert copy.to_dict()["line"] == MAP.splitlines().index("  new-cracks:   # counted by the county") + 1


def test_a_copy_in_another_file_is_found_but_not_the_source_in_itself(folder: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(f"One.\n\nTwo: {RUN}.\n", encoding="utf-8")
    found = list(find_copied(load(folder), [notes, folder / "bridge.md"]))
    assert [copy.file for copy in found] == [str(folder / "map.yaml"), str(notes)]
    assert found[1].run.line == 3


def test_without_the_article_the_lock_finds_long_runs_in_files(folder: Path, tmp_path: Path) -> None:
    lock_articles(load(folder))
    notes = tmp_path / "notes.txt"
    notes.write_text((folder / "bridge.md").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "bridge.md").unlink()
    assert str(notes) in {copy.file for copy in find_copied(load(folder), [notes])}


def test_with_neither_nothing_can_be_found(folder: Path) -> None:
    (folder / "bridge.md").unlink()
    with pytest.raises(NotAtHand, match="neither a source at hand nor a lock"):
        list(find_copied(load(folder), []))
