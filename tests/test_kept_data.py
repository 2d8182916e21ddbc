from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import argumap.kept_data as module
from argumap.kept_data import describe_code, drop_kept, find_kept_text, keep_text, name_parts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_found_by_its_name_and_ending(tmp_path: Path) -> None:
    keep_text("a", ".x", b"text\n", tmp_path / "new")
    assert find_kept_text("a", ".x", tmp_path / "new") == b"text\n"
    assert find_kept_text("a", ".y", tmp_path / "new") is None
    assert find_kept_text("b", ".x", tmp_path / "new") is None
    drop_kept("a", ".x", tmp_path / "new")
    assert find_kept_text("a", ".x", tmp_path / "new") is None


def test_what_is_damaged_is_thrown_away(tmp_path: Path) -> None:
    keep_text("a", ".x", b"text", tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes() + b"!")
    assert find_kept_text("a", ".x", tmp_path) is None
    assert not kept.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_what_others_can_write_to_is_not_taken(tmp_path: Path) -> None:
    keep_text("a", ".x", b"text", tmp_path)
    tmp_path.chmod(0o777)
    assert find_kept_text("a", ".x", tmp_path) is None


def test_the_oldest_of_an_ending_go_when_there_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 4)
    keep_text("0", ".y", b"", tmp_path)
    for n in range(5):
        keep_text(str(n), ".x", b"", tmp_path)
        os.utime(tmp_path / f"{n}.x", ns=(n, n))
    keep_text("5", ".x", b"", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.y", "3.x", "4.x", "5.x"]


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep_text("a", ".x", b"", tmp_path / "file")
    assert find_kept_text("a", ".x", tmp_path / "file") is None


def test_names_tell_parts_and_their_borders_apart() -> None:
    assert len({name_parts(b"ab", b""), name_parts(b"a", b"b"), name_parts(b"", b"ab"), name_parts(b"ab")}) == 4


def test_code_is_described_by_the_rooms_that_matter() -> None:
    assert describe_code("mapfile") == describe_code("mapfile") != describe_code("model")
