from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.authoring import accept, relocate, rename, reword, undo
from argumap.errors import CallError, ChangedMeanwhile
from argumap.project import load
from argumap.project.anchor_repair import choose, find_open_anchors
from places import CORRECTED
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


@pytest.mark.parametrize("other", ["rename", "relocate", "hand"])
def test_what_was_changed_by_other_means_is_left_alone(other: str, folder: Path) -> None:
    accept(load(folder), "ring-road")
    file = folder / "map.yaml"
    if other == "rename":
        rename(load(folder), "ring-road", "road")
    elif other == "relocate":
        write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
        (folder / "bridge.md").write_text(CORRECTED, encoding="utf-8")
        opened = load(folder)
        relocate(opened, choose(find_open_anchors(opened), ["safe"]))
    else:
        file.write_text(file.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    text = file.read_bytes()
    with pytest.raises(ChangedMeanwhile, match=r"\(accepted ring-road\); nothing was undone"):
        undo(load(folder))
    assert file.read_bytes() == text


def test_the_journal_lies_where_git_does_not_look(folder: Path) -> None:
    accept(load(folder), "ring-road")
    assert (folder / ".argumap" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_journal_that_cannot_be_read_leads_nowhere(folder: Path) -> None:
    accept(load(folder), "ring-road")
    (folder / ".argumap" / "changes.bridge.json").write_text("{", encoding="utf-8")
    with pytest.raises(CallError, match="nothing to undo"):
        undo(load(folder))
