from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from argumap.project.asked_tables import ask_tables
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.project.asked_tables import AskedTables

QUERY = "select id, status, strength from claims order by id"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "argumap"


def rows(tables: AskedTables) -> list[tuple[object, ...]]:
    with tables.connection as connection:
        found = connection.execute(QUERY).fetchall()
    tables.connection.close()
    return found


@pytest.mark.parametrize("semantics", ["qe", None])
def test_maps_that_stay_as_they_are_need_not_be_read(tmp_path: Path, cache: Path, semantics: str | None) -> None:
    paths = [str(write_map(tmp_path / name)) for name in ("one", "two")]
    first, second = ask_tables(paths, semantics), ask_tables(paths, semantics)
    assert first.maps is not None
    assert second.maps is None
    assert first.problems == second.problems
    assert rows(first) == rows(second) != []


def test_other_figures_are_other_tables(tmp_path: Path, cache: Path) -> None:
    path = str(write_map(tmp_path / "bridge"))
    assert rows(ask_tables([path], "qe")) != rows(ask_tables([path], None))


def test_a_map_that_changed_is_read(tmp_path: Path, cache: Path) -> None:
    path = write_map(tmp_path / "bridge")
    before = rows(ask_tables([str(path)]))
    write_map(path, MAP.replace("\nclaims:\n", "\nclaims:\n  added: {text: Added.}\n"))
    after = ask_tables([str(path)])
    assert after.maps is not None
    assert len(rows(after)) == len(before) + 1


def test_an_index_that_is_gone_is_made_again(tmp_path: Path, cache: Path) -> None:
    path = str(write_map(tmp_path / "bridge"))
    before = rows(ask_tables([path]))
    for kept in cache.glob("*.sqlite"):
        kept.unlink()
    assert rows(ask_tables([path])) == before


def test_unreadable_speakers_are_read_each_time(tmp_path: Path, cache: Path) -> None:
    path = str(write_map(tmp_path / "bridge", f"{MAP}\n  lost: {{text: Lost., said: {{by: nobody-there}}}}\n"))
    for _ in range(2):
        asked = ask_tables([path])
        asked.connection.close()
        assert asked.maps is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make links")
def test_a_source_that_becomes_a_link_out_is_told(tmp_path: Path, cache: Path) -> None:
    path = write_map(tmp_path / "bridge")
    for _ in range(2):
        ask_tables([str(path)]).connection.close()
    (path / "bridge.md").unlink()
    (path / "bridge.md").symlink_to(tmp_path / "elsewhere.md")
    asked = ask_tables([str(path)])
    asked.connection.close()
    assert asked.problems == {"bridge": 1}


def test_a_text_that_became_a_link_in_a_circle_is_told(tmp_path: Path, cache: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    ask_tables([str(folder)]).connection.close()
    (folder / "bridge.md").unlink()
    (folder / "bridge.md").symlink_to("bridge.md")
    after = ask_tables([str(folder)])
    assert after.maps is not None
    assert [problem.code for problem in after.maps.maps["bridge"].reading.problems] == ["AM118"]
    after.connection.close()
