from __future__ import annotations

from pathlib import Path

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.authoring import relocate
from argumap.errors import ChangedMeanwhile, StoppedWriting
from argumap.files import PENDING, write_together
from argumap.project import Map, load
from argumap.project.anchor_repair import choose, find_open_anchors
from argumap.project.kept_texts import keep_texts
from places import CORRECTED, write_map


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_map(tmp_path / "bridge")
    opened = load(folder)
    write_lock(folder / LOCK_NAME, build_lock(opened.articles))
    write_together(folder, keep_texts(folder, opened.source_files))
    (folder / "bridge.md").write_text(CORRECTED, encoding="utf-8")
    return folder


def told(opened: Map) -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    return {f"{s.node} {s.at}": (str(s.state), s.now, s.flags) for s in find_open_anchors(opened)}


def accept_all(opened: Map) -> None:
    taken = choose(find_open_anchors(opened), ["safe", "edited", "slower-trade"])
    relocate(opened, taken, keep_texts(opened.folder, opened.source_files))


@pytest.mark.parametrize("stopped_after", [0, 1, 2])
def test_map_and_lock_change_as_one_however_often_the_command_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stopped_after: int
) -> None:
    real, left = Path.replace, [stopped_after]

    def replace(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            accept_all(load(folder))
    with pytest.warns(StoppedWriting, match=r"map\.yaml, .*anchors\.lock\.json.* is done now"):
        again = load(folder)
    assert list(told(again)) == ["union argues slower-trade s3.p1.s1"]
    assert "at: s3.p1.s1" in (folder / "map.yaml").read_text(encoding="utf-8")
    assert not (folder / PENDING).exists()


@pytest.mark.parametrize("name", ["map.yaml", LOCK_NAME])
def test_a_file_that_was_edited_meanwhile_is_not_written(folder: Path, name: str) -> None:
    opened = load(folder)
    _ = opened.anchor_states
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with pytest.raises(ChangedMeanwhile, match=rf"{name} was changed meanwhile"):
        accept_all(opened)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
