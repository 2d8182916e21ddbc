"""``argumap snapshot``: save, list, show and verify."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from argumap.cli import run
from argumap.snapshots.snapshot_store import SnapshotStore

SHIPPED = Path(__file__).parents[2] / "graph" / "old-town-cars"
MAP = "graph/old-town-cars"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SnapshotStore:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SHIPPED, tmp_path / MAP)
    return SnapshotStore(tmp_path / "output" / "old-town-cars" / "snapshots")


def test_what_is_saved_is_listed(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["snapshot", "save", MAP, "--note", "before the council met", "--date", "2025-02"]) == 0
    (entry,) = store.read_log()
    assert capsys.readouterr().out.startswith(f"Saved {entry.id[:12]} in output/old-town-cars/snapshots")
    assert run(["snapshot", "list", MAP]) == 0
    assert capsys.readouterr().out == f"{entry.id[:12]}  2025-02  {entry.claims} claims  before the council met\n"
    assert run(["snapshot", "list", MAP, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == entry.id


def test_saving_again_adds_nothing(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["snapshot", "save", MAP, "--json"]) == 0
    assert len(store.read_log()) == 1
    first, second = capsys.readouterr().out.split("}\n{")
    assert json.loads(f"{first}}}") == json.loads(f"{{{second}")


def test_a_snapshot_may_go_elsewhere(store: SnapshotStore, tmp_path: Path) -> None:
    assert run(["snapshot", "save", MAP, "--to", "kept"]) == 0
    assert len(SnapshotStore(tmp_path / "kept").read_log()) == 1
    assert not store.folder.exists()


def test_show_gives_figures_records_and_the_map(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    run(["snapshot", "save", MAP])
    (entry,) = store.read_log()
    capsys.readouterr()
    assert run(["snapshot", "show", entry.id[:6]]) == 0
    assert f"     {entry.claims} claims" in capsys.readouterr().out
    assert run(["snapshot", "show", entry.id[:6], "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert (
        len([r for r in written["records"] if r["kind"] == "claim"]) == written["counts"]["claims"] == entry.claims
    )
    assert run(["snapshot", "show", entry.id[:6], "--yaml"]) == 0
    Path("again.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert run(["diff", entry.id, "again.yaml", "--exit-code"]) == 0


def test_verify_finds_damage(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    run(["snapshot", "save", MAP])
    capsys.readouterr()
    assert run(["snapshot", "verify", MAP]) == 0
    assert "1 snapshot is whole." in capsys.readouterr().out
    path = store.path(store.read_log()[0].id)
    path.write_bytes(path.read_bytes() + b"x")
    assert run(["snapshot", "verify", MAP]) == 1
    assert "damaged" in capsys.readouterr().out
    assert run(["snapshot", "verify", MAP, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["damaged"][0]["file"].endswith(path.name)


def test_verify_renews_figures_that_a_later_argumap_works_out_otherwise(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["snapshot", "save", MAP])
    (derived,) = store.folder.glob("*.derived.jsonl")
    today, log = derived.read_bytes(), (store.folder / "log.jsonl").read_bytes()
    derived.write_bytes(today.replace(b'"stands"', b'"falls"', 1))
    capsys.readouterr()
    assert run(["snapshot", "verify", MAP]) == 1
    assert "--renew" in capsys.readouterr().out
    assert run(["snapshot", "verify", MAP, "--renew"]) == 0
    assert "The figures of 1 snapshot were written anew." in capsys.readouterr().out
    assert (derived.read_bytes(), (store.folder / "log.jsonl").read_bytes()) == (today, log)
    assert run(["snapshot", "verify", MAP, "--renew", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["renewed"] == 0


def test_verify_finds_passages_that_are_no_longer_there(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["snapshot", "save", MAP])
    column = Path(MAP, "column.md")
    column.write_text(column.read_text(encoding="utf-8").split("\n## ")[0], encoding="utf-8")
    capsys.readouterr()
    assert run(["snapshot", "verify", MAP]) == 1
    assert "the passage at" in capsys.readouterr().out


def test_verify_says_when_the_text_is_away(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    run(["snapshot", "save", MAP])
    Path(MAP, "column.md").unlink()
    capsys.readouterr()
    assert run(["snapshot", "verify", MAP]) == 0
    assert "is not at hand" in capsys.readouterr().out


def test_a_map_with_errors_is_not_kept(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    with Path(MAP, "map.yaml").open("a", encoding="utf-8") as file:
        file.write("\nclaims: {}\n")
    assert run(["snapshot", "save", MAP]) == 1
    assert not store.folder.exists()
    assert "map.yaml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["show", "abcd"], "no snapshot under output begins with 'abcd'", id="unknown id"),
        pytest.param(["list", "nowhere"], "there is no map nowhere", id="unknown map"),
    ],
)
def test_a_wrong_call_is_told(
    store: SnapshotStore, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["snapshot", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_map_without_snapshots_is_told_how(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["snapshot", "list", MAP]) == 0
    assert "argumap snapshot save" in capsys.readouterr().out
    assert run(["diff", MAP]) == 2
    assert "argumap snapshot save" in capsys.readouterr().err


def test_passages_that_are_gone_keep_a_map_from_being_saved_unless_it_is_forced(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    column = Path(MAP, "column.md")
    column.write_text(column.read_text(encoding="utf-8").split("\n## ")[0], encoding="utf-8")
    assert run(["snapshot", "save", MAP]) == 1
    assert "AM21" in capsys.readouterr().err
    assert run(["snapshot", "save", MAP, "--force", "--note", "half an article"]) == 0
    assert "1 error stands in its passages" in capsys.readouterr().out
    for command in (["snapshot", "list", MAP], ["log", MAP]):
        assert run(command) == 0
        assert "half an article (saved with " in capsys.readouterr().out


def test_without_the_text_it_is_said_that_passages_are_unverified(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(MAP, "column.md").unlink()
    assert run(["snapshot", "save", MAP]) == 0
    assert "passages are unverified" in capsys.readouterr().err


def test_a_map_is_no_snapshot_and_its_snapshots_are_offered(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    assert store.read_log() == ()
    assert run(["snapshot", "show", MAP]) == 2
    assert (
        f"is a map; name one of its snapshots: `argumap snapshot list {MAP}` lists them" in capsys.readouterr().err
    )
