from __future__ import annotations

import os
from pathlib import Path

import pytest

from argumap.errors import CallError, CannotWrite
from argumap.folders import MAPS_FOLDER, OUTPUT_FOLDER, find_cache_folder, output_folder, snapshots_folder


def test_the_folders_are_those_that_the_documentation_names() -> None:
    assert (Path("graph"), Path("output")) == (MAPS_FOLDER, OUTPUT_FOLDER)


def test_what_is_built_of_a_map_lies_under_its_name() -> None:
    assert output_folder("town") == Path("output/town")
    assert snapshots_folder("town") == Path("output/town/snapshots")


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "/"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(CallError, match="a map cannot be called"):
        output_folder(name)


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
@pytest.mark.parametrize("link", ["output", "output/town", "output/town/snapshots"])
def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    here = tmp_path / "here"
    (here / link).parent.mkdir(parents=True)
    (here / "disk").mkdir()
    monkeypatch.chdir(here)
    (here / link).symlink_to(tmp_path)
    with pytest.raises(CannotWrite, match="leads out of this folder through a link"):
        snapshots_folder("town")
    (here / link).unlink()
    (here / link).symlink_to(here / "disk")
    assert snapshots_folder("town") == Path("output/town/snapshots")


def test_the_cache_lies_where_the_user_keeps_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert find_cache_folder() == Path("/somewhere/argumap")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert find_cache_folder() == Path.home() / ".cache" / "argumap"


def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", fail)
    assert find_cache_folder() == Path(os.devnull) / "argumap"
