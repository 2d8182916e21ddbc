from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import argumap.mapfile.kept_readings as module
import argumap.model.records as records
from argumap.mapfile import parse_map, read_map
from argumap.mapfile.kept_readings import find_kept, keep, name_reading
from maps import HOSTILE
from places import MAP, write_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.mapfile import Reading

GRAPH = Path(__file__).parents[2] / "graph"
NAME = "a" * 64
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "argumap"


def refuse(*_: object) -> None:
    raise AssertionError("the map was parsed again")


def same(one: Reading, other: Reading) -> bool:
    return (one.map, one.problems, one.folder, one.files) == (other.map, other.problems, other.folder, other.files)


@pytest.mark.parametrize("folder", ["old-town-cars", "open-vs-closed-ai"])
def test_a_map_is_validated_once(folder: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_map(GRAPH / folder)
    monkeypatch.setattr("argumap.mapfile.map_parser.parse_files", refuse)
    second = read_map(GRAPH / folder)
    assert same(first, second)
    assert repr(first.map) == repr(second.map)
    assert all(
        first.locations.of(node_id) == second.locations.of(node_id)
        for node_id in (*(claim.id for claim in first.map.claims), *(step.id for step in first.map.arguments))
    )


def test_every_record_of_the_model_can_be_kept() -> None:
    kinds = {
        kind for kind in vars(records).values() if isinstance(kind, type) and kind.__module__ == records.__name__
    }
    assert kinds <= set(module._KINDS.values())


def test_hostile_texts_and_problems_are_kept_as_they_are(tmp_path: Path) -> None:
    problems = parse_map(MAP.replace("supports: close-it", "supports: nowhere")).problems
    assert problems
    keep(NAME, HOSTILE, problems, tmp_path)
    assert find_kept(NAME, tmp_path) == (HOSTILE, problems)


def test_a_changed_map_is_read_anew(tmp_path: Path, cache: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    assert read_map(folder).map.title == "The Mill Bridge"
    write_map(folder, MAP.replace("The Mill Bridge", "Another"))
    assert read_map(folder).map.title == "Another"
    (folder.parent / "shared.yaml").write_text("stakeholders: {x: {name: X}}\n", encoding="utf-8")
    assert len(list(cache.iterdir())) == 2
    read_map(folder)
    assert len(list(cache.iterdir())) == 3


def test_the_name_tells_files_texts_and_the_reader_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {
        name_reading({"a": b"x"}, None),
        name_reading({"b": b"x"}, None),
        name_reading({"a": b"y"}, None),
        name_reading({"a": b"x", "b": b""}, None),
        name_reading({"a": b"x"}, ("b", b"")),
        name_reading({"ax": b""}, None),
    }
    monkeypatch.setattr(module, "describe_code", lambda *_: b"another")
    names.add(name_reading({"a": b"x"}, None))
    assert len(names) == 7
    assert name_reading({"a": b"x" * (module.LARGEST + 1)}, None) is None


def planted(text: str) -> bytes:
    """What someone who knows how it is done would write."""
    return sha256(NAME.encode() + text.encode()).hexdigest().encode() + b"\n" + text.encode()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda whole: whole[:-1], id="cut short"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda whole: whole.replace(b"Mill", b"Hill"), id="altered"),
        pytest.param(lambda _: planted("[]"), id="nothing"),
        pytest.param(lambda _: planted("7"), id="no list"),
        pytest.param(lambda _: planted("[" * 100_000), id="nested"),
        pytest.param(lambda _: planted('[{"": "Popen"}]'), id="no record"),
        pytest.param(lambda _: planted('[{"": "Claim", "id": "x", "text": "y"}]'), id="another record"),
        pytest.param(lambda _: planted('[{"": "ArgumentMap", "no": 1}]'), id="another field"),
        pytest.param(lambda _: planted('[{"": "ArgumentMap"}, 1]'), id="no problem"),
    ],
)
def test_what_is_damaged_is_thrown_away(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    keep(NAME, parse_map(MAP).map, (), tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert find_kept(NAME, tmp_path) is None
    assert not kept.exists()


def test_what_was_kept_under_another_name_is_not_taken(tmp_path: Path) -> None:
    keep(NAME, parse_map(MAP).map, (), tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.rename(tmp_path / kept.name.replace("a", "b", 1))
    assert find_kept(NAME.replace("a", "b", 1), tmp_path) is None


@posix
def test_what_others_can_write_to_is_not_taken(tmp_path: Path) -> None:
    keep(NAME, parse_map(MAP).map, (), tmp_path)
    (kept,) = tmp_path.iterdir()
    tmp_path.chmod(0o777)
    assert find_kept(NAME, tmp_path) is None
    tmp_path.chmod(0o700)
    kept.chmod(0o622)
    assert find_kept(NAME, tmp_path) is None
    keep(NAME, parse_map(MAP).map, (), tmp_path)
    kept.rename(tmp_path / "elsewhere")
    kept.symlink_to("elsewhere")
    assert find_kept(NAME, tmp_path) is None


def test_without_a_place_to_keep_it_a_map_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    folder = write_map(tmp_path / "bridge")
    assert same(read_map(folder), read_map(folder))


def test_a_link_that_leads_out_later_is_still_told(tmp_path: Path, cache: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    assert not read_map(folder).problems
    (folder / "bridge.md").unlink()
    (folder / "bridge.md").symlink_to(tmp_path / "elsewhere.md")
    assert [problem.code for problem in read_map(folder).problems] == ["AM118"]


def test_what_is_kept_is_plain_data(tmp_path: Path) -> None:
    keep(NAME, parse_map(MAP).map, (), tmp_path)
    (kept,) = tmp_path.iterdir()
    assert json.loads(kept.read_bytes().partition(b"\n")[2])[0]["title"] == "The Mill Bridge"
