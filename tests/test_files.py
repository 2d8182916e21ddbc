from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argumap.errors import CannotRead, CannotWrite, ChangedMeanwhile, DamagedFile, FileTrouble, TooLarge
from argumap.files import (
    PENDING,
    digest,
    finish_writing,
    leads_inside,
    read_bytes,
    write_together,
    write_whole,
)

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, modes or users")


def content_of(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def test_a_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder" / "map.html"
    assert write_whole(target, "é\n") == target
    assert target.read_bytes() == b"\xc3\xa9\n"
    assert [p.name for p in target.parent.iterdir()] == ["map.html"]


def test_what_cannot_be_written_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(CannotWrite, match=r"cannot write .*taken"):
        write_whole(tmp_path / "taken", "text")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["inside", "taken"]


def test_text_that_is_no_unicode_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "map.html", "\ud800")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("missing", CannotRead, "cannot read"),
        (".", CannotRead, "is a folder"),
        ("large", TooLarge, "at most 3 are read"),
    ],
)
def test_an_unreadable_file_gets_one_plain_sentence(
    tmp_path: Path, name: str, error: type[FileTrouble], message: str
) -> None:
    (tmp_path / "large").write_bytes(b"1234")
    with pytest.raises(error, match=message) as told:
        read_bytes(tmp_path / name, 3)
    assert told.value.file == str(tmp_path / name)


def test_writers_of_one_file_wait_for_each_other(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    texts = [letter * 200_000 for letter in "abcd"]
    with ThreadPoolExecutor(4) as pool:
        for _ in pool.map(lambda text: write_whole(target, text), texts * 8):
            assert target.read_text(encoding="utf-8") in texts
    assert [p.name for p in tmp_path.iterdir()] == ["map.html"]


def test_a_path_through_a_file_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=r"cannot write .*file/map\.html"):
        write_whole(tmp_path / "file" / "map.html", "page")


@posix
def test_a_draft_left_behind_is_taken_away_and_no_other_file(tmp_path: Path) -> None:
    (tmp_path / ".argumap-0123456789abcdef.tmp").write_text("half a p", encoding="utf-8")
    (tmp_path / ".map.html.tmp").write_text("somebody's own", encoding="utf-8")
    write_whole(tmp_path / "map.html", "page")
    assert content_of(tmp_path) == {"map.html": "page", ".map.html.tmp": "somebody's own"}


@posix
@pytest.mark.parametrize("name", [".map.html.tmp", "map.html"])
def test_a_link_that_lies_in_wait_lets_nothing_through(tmp_path: Path, name: str) -> None:
    folder, precious = tmp_path / "foreign", tmp_path / "precious"
    folder.mkdir()
    precious.write_text("mine", encoding="utf-8")
    (folder / name).symlink_to(precious)
    if name == "map.html":
        with pytest.raises(CannotWrite, match=r"map\.html: a link leads out of .*foreign, to .*precious"):
            write_whole(folder / "map.html", "page")
    else:
        write_whole(folder / "map.html", "page")
    assert precious.read_text(encoding="utf-8") == "mine"


@posix
def test_a_folder_that_is_a_link_out_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / ".argumap").symlink_to(tmp_path / "home")
    with pytest.raises(CannotWrite, match="leads out of"):
        write_whole(tmp_path / "foreign" / ".argumap" / "new" / "text.md", "words", tmp_path / "foreign")
    assert not list((tmp_path / "home").iterdir())


@posix
def test_a_link_inside_the_folder_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old", encoding="utf-8")
    (tmp_path / "map.yaml").symlink_to("real.yaml")
    write_whole(tmp_path / "map.yaml", "new")
    write_together(tmp_path, {tmp_path / "map.yaml": "newer", tmp_path / "lock": "{}"})
    assert (tmp_path / "map.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text(encoding="utf-8") == "newer"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_mode_and_owner_stay(tmp_path: Path, mode: int) -> None:
    target, other = tmp_path / "map.yaml", tmp_path / "lock"
    target.touch()
    target.chmod(mode)
    if os.geteuid() == 0:
        os.chown(target, 1234, 1235)
    before = target.stat()
    write_whole(target, "alone")
    alone = target.stat()
    write_together(tmp_path, {target: "together", other: "lock"})
    for after in (alone, target.stat()):
        assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@posix
def test_pipes_and_devices_are_neither_read_nor_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(CannotRead, match="no plain file"):
            read_bytes(path, 3)
    with pytest.raises(CannotWrite, match="no plain file"):
        write_whole(tmp_path / "pipe", "words")


@posix
def test_a_file_that_tells_no_size_is_read_to_the_limit_and_no_further() -> None:
    with pytest.raises(TooLarge):
        read_bytes(Path("/proc/self/status"), 3)


def test_files_are_written_together(tmp_path: Path) -> None:
    files: dict[Path, str | bytes] = {tmp_path / "map.yaml": "map", tmp_path / "parts" / "claims.yaml": b"claims"}
    assert write_together(tmp_path, files) == list(files)
    assert content_of(tmp_path) == {"map.yaml": "map", "parts/claims.yaml": "claims"}
    assert finish_writing(tmp_path) == ""


def test_a_file_that_changed_since_it_was_read_stops_all(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("edited meanwhile", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile, match=r"one was changed meanwhile"):
        write_together(tmp_path, {one: "1", two: "2"}, {one: digest(b"as it was read")})
    assert content_of(tmp_path) == {"one": "edited meanwhile"}
    assert write_together(tmp_path, {one: "1", two: "2"}, {one: digest(b"edited meanwhile"), two: ""})


def test_what_cannot_take_its_place_stops_all_before_the_first(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    with pytest.raises(CannotWrite, match=r"cannot write .*two"):
        write_together(tmp_path, {tmp_path / "one": "1", tmp_path / "two": "2"})
    assert [p.name for p in tmp_path.iterdir()] == ["two"]


def stop_at(monkeypatch: pytest.MonkeyPatch, folder: Path, moves: int) -> None:
    """Write "new" to two files that hold "old" and stop after ``moves`` of them are in place."""
    for name in ("one", "two"):
        (folder / name).write_text("old", encoding="utf-8")
    real, left = Path.replace, [moves]

    def replace(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            write_together(folder, {folder / "one": "new", folder / "two": "new"})


@pytest.mark.parametrize("moves", [0, 1])
def test_what_was_stopped_in_between_is_finished_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    stop_at(monkeypatch, tmp_path, moves)
    assert "done now" in finish_writing(tmp_path)
    assert content_of(tmp_path) == {"one": "new", "two": "new"}


def test_what_was_stopped_before_it_began_is_undone_where_a_file_was_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at(monkeypatch, tmp_path, 0)
    (tmp_path / "two").write_text("edited", encoding="utf-8")
    assert "it is undone" in finish_writing(tmp_path)
    assert content_of(tmp_path) == {"one": "old", "two": "edited"}


def test_nobodys_edit_is_overwritten_and_nothing_is_left_half_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at(monkeypatch, tmp_path, 1)
    (tmp_path / "two").write_text("edited", encoding="utf-8")
    with pytest.raises(DamagedFile, match=r"Put .*two back as it was; or, .* delete .*pending"):
        finish_writing(tmp_path)
    (tmp_path / "two").write_text("old", encoding="utf-8")
    assert finish_writing(tmp_path)
    assert content_of(tmp_path) == {"one": "new", "two": "new"}


@pytest.mark.parametrize(
    "step",
    [
        {"draft": "0", "file": "../precious", "old": digest(b"mine")},
        {"draft": "../precious", "file": "map.yaml", "old": ""},
        {"draft": "0", "file": "/precious", "old": ""},
        {"draft": "0"},
        7,
    ],
    ids=["a file outside", "a draft outside", "an absolute path", "half a step", "no step"],
)
def test_a_planted_plan_reaches_nothing_outside_its_folder(tmp_path: Path, step: object) -> None:
    (tmp_path / "precious").write_text("mine", encoding="utf-8")
    pending = tmp_path / "foreign" / PENDING
    pending.mkdir(parents=True)
    (pending / "0").write_text("evil", encoding="utf-8")
    (pending / "plan.json").write_text(json.dumps([step]), encoding="utf-8")
    with pytest.raises((CannotWrite, DamagedFile)):
        finish_writing(tmp_path / "foreign")
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "mine"


@posix
def test_a_planted_link_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "plan.json").write_text("[]", encoding="utf-8")
    (tmp_path / PENDING).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotWrite, match="another user"):
        finish_writing(tmp_path)
    assert (tmp_path / "elsewhere" / "plan.json").exists()


@posix
def test_where_a_path_leads_is_told_of_any_path(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "loop").symlink_to("loop")
    (tmp_path / "in" / "out").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "stays").symlink_to("nothing-yet")
    inside = {
        name: leads_inside(tmp_path / "in" / name, tmp_path / "in") for name in ("stays", "nothing", "a" * 300)
    }
    assert all(inside.values())
    for name in ("loop", "loop/text", "out", "out/text", "a\0b", "\ud800"):
        assert not leads_inside(tmp_path / "in" / name, tmp_path / "in")
