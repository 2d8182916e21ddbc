"""An old version of a map has its pages and reports drawn like the map itself, in a folder of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from argumap.cli import run
from argumap.snapshots.snapshot_store import SnapshotStore

SHIPPED = Path(__file__).parents[2] / "graph" / "old-town-cars"
MAP = "graph/old-town-cars"
OLD, NEW = "The lanes are full", "The lanes are crowded"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SnapshotStore:
    """The snapshots of a map that was committed, saved and then retitled."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SHIPPED, tmp_path / MAP)
    git("init", "-q")
    git("add", "graph")
    git("commit", "-q", "-m", "The map as it was shipped")
    assert run(["snapshot", "save", MAP]) == 0
    file = Path(MAP, "map.yaml")
    text = file.read_text(encoding="utf-8")
    assert OLD in text
    file.write_text(text.replace(OLD, NEW), encoding="utf-8")
    return SnapshotStore(Path("output/old-town-cars/snapshots"))


@pytest.mark.parametrize(
    ("named", "folder"),
    [
        pytest.param("{id:.8}", "old-town-cars@{id:.12}", id="the beginning of an id"),
        pytest.param("{file}", "old-town-cars@{id:.12}", id="a snapshot's file"),
        pytest.param("HEAD:old-town-cars", "old-town-cars@HEAD", id="a revision"),
        pytest.param("HEAD:graph/old-town-cars", "old-town-cars@HEAD", id="a revision and the path inside it"),
    ],
)
def test_an_old_version_is_drawn_beside_the_map(store: SnapshotStore, named: str, folder: str) -> None:
    assert run(["view", "map", MAP]) == 0
    (id,) = store.ids()
    name = named.format(id=id, file=store.path(id))
    assert run(["view", "map", name]) == 0
    old = Path("output", folder.format(id=id), "map.html").read_text(encoding="utf-8")
    assert OLD in old
    assert NEW not in old
    assert NEW in Path("output/old-town-cars/map.html").read_text(encoding="utf-8")
    assert run(["report", "adjacency", name]) == 0
    written = json.loads(Path("output", folder.format(id=id), "adjacency.json").read_text(encoding="utf-8"))
    assert OLD in json.dumps(written)


def test_an_old_version_shows_its_passages(store: SnapshotStore) -> None:
    (id,) = store.ids()
    assert run(["view", "sections", id[:8]]) == 0
    assert "4,100 cars" in Path(f"output/old-town-cars@{id[:12]}/sections.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["view", "map"], ["report", "adjacency"]], ids=["view", "report"])
@pytest.mark.parametrize(
    ("named", "message"),
    [
        pytest.param("0000", "no snapshot under output begins with '0000'", id="no such snapshot"),
        pytest.param("HEAD~7:old-town-cars", "git knows no revision 'HEAD~7'", id="no such revision"),
        pytest.param("HEAD:nowhere", "revision HEAD has no map at nowhere", id="no such map in it"),
        pytest.param("--all:old-town-cars", "looks like an option", id="a revision like an option"),
    ],
)
def test_a_version_that_is_not_there_is_told(
    store: SnapshotStore, command: list[str], named: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--", named]) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in Path("output").iterdir()] == ["old-town-cars"]


def test_a_damaged_snapshot_is_not_drawn(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    (id,) = store.ids()
    store.path(id).write_bytes(store.path(id).read_bytes()[:-40])
    assert run(["view", "map", id[:8]]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_pages_that_are_kept_are_those_of_the_map(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["snapshot", "save", MAP, "--pages"]) == 0
    newest = store.read_log()[-1].id
    assert f"its pages in {store.pages(newest)}" in capsys.readouterr().out
    assert NEW in (store.pages(newest) / "map.html").read_text(encoding="utf-8")
    assert run(["snapshot", "verify", MAP]) == 0
