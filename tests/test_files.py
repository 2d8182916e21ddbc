from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from argumap.errors import CannotRead, CannotWrite, FileTrouble, TooLarge
from argumap.files import read_bytes, write_whole

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_draft_left_behind_is_used_up(tmp_path: Path) -> None:
    (tmp_path / ".map.html.tmp").write_text("half a p", encoding="utf-8")
    write_whole(tmp_path / "map.html", "page")
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"map.html": "page"}


def test_a_path_through_a_file_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=r"cannot write .*file/map\.html"):
        write_whole(tmp_path / "file" / "map.html", "page")
