from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import Ambiguous, CallError, NoMap, NotFound
from argumap.project import find_map, is_one_map, load, load_all, load_each
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    (tmp_path / "graph" / "single.yaml").write_text(MAP.replace("bridge.md", "none.md"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["bridge", "graph/bridge", "graph/bridge/map.yaml", "single", "graph/single.yaml"]
)
def test_a_map_is_found_by_its_path_or_its_name(here: Path, name: str) -> None:
    assert load(name).name == ("single" if "single" in name else "bridge")
    assert find_map(name).exists()


def test_an_unknown_map_is_answered_with_the_nearest(here: Path) -> None:
    with pytest.raises(NotFound, match=r"did you mean graph/bridge\?"):
        load("brigde")


def test_all_maps_are_those_under_graph(here: Path) -> None:
    assert list(load_all()) == ["bridge", "single"]
    assert list(load_all(["graph"])) == ["bridge", "single"]
    assert list(load_all("graph")) == ["bridge", "single"]


def test_without_a_folder_of_maps_one_must_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoMap, match="name a map"):
        load_all()


def test_two_maps_of_one_name_are_not_mixed_up(here: Path) -> None:
    write_map(here / "elsewhere" / "bridge")
    with pytest.raises(Ambiguous, match="two maps are called bridge"):
        load_all(["bridge", "elsewhere/bridge"])


def test_a_source_goes_to_the_maps_that_have_it(here: Path) -> None:
    text = here / "text.md"
    text.write_text(ARTICLE, encoding="utf-8")
    maps = load_all([], {"article": text})
    assert all(opened.source_files == {"article": text} for opened in maps.values())
    with pytest.raises(CallError, match="fits none of the maps"):
        load_all([], {"": text})
    with pytest.raises(NotFound, match="has no source 'colum'"):
        _ = load("bridge", {"colum": text}).source_files


def test_whether_a_call_names_one_map(tmp_path: Path) -> None:
    write_map(tmp_path / "bridge")
    one = str(tmp_path / "bridge")
    assert is_one_map([one])
    assert is_one_map([f"{one}/map.yaml"])
    assert not is_one_map([])
    assert not is_one_map([one, one])
    assert not is_one_map([str(tmp_path)])


def test_maps_are_opened_one_after_the_other(tmp_path: Path) -> None:
    write_map(tmp_path / "a")
    write_map(tmp_path / "b")
    maps = load_each([str(tmp_path)])
    assert next(maps).name == "a"
    (tmp_path / "b" / "map.yaml").unlink()
    with pytest.raises(NoMap):
        next(maps)
