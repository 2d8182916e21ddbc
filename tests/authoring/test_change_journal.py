from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import accept, rename, reword, undo
from argumap.errors import CallError, ChangedMeanwhile
from argumap.project import load
from reviewed import write_drafted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_drafted(tmp_path / "bridge")


def test_changes_are_taken_back_one_after_the_other(folder: Path) -> None:
    file = folder / "map.yaml"
    texts = [file.read_bytes()]
    for text in ("Über die Brücke.", "Ünder die Brücke.", "Ä"):
        reword(load(folder), "ring-road", text)
        texts.append(file.read_bytes())
    for before in reversed(texts[:-1]):
        assert undo(load(folder)) == "took back: changed the text of ring-road"
        assert file.read_bytes() == before
    with pytest.raises(CallError, match="nothing to undo"):
        undo(load(folder))


def test_what_was_changed_by_other_means_is_left_alone(folder: Path) -> None:
    accept(load(folder), "ring-road")
    rename(load(folder), "ring-road", "road")
    text = (folder / "map.yaml").read_bytes()
    with pytest.raises(ChangedMeanwhile, match="accepted ring-road"):
        undo(load(folder))
    assert (folder / "map.yaml").read_bytes() == text


def test_the_journal_lies_where_git_does_not_look(folder: Path) -> None:
    accept(load(folder), "ring-road")
    assert (folder / ".argumap" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_journal_that_cannot_be_read_leads_nowhere(folder: Path) -> None:
    accept(load(folder), "ring-road")
    (folder / ".argumap" / "changes.bridge.json").write_text("{", encoding="utf-8")
    with pytest.raises(CallError, match="nothing to undo"):
        undo(load(folder))
