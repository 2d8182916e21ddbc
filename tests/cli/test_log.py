"""``argumap log``: the history of a map, newest first."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from argumap.cli import run

MAP = 'argumap: 1\ntitle: "{title}"\nclaims:\n  a: {{text: "A holds."}}\n  b: {{text: "B holds."{more}}}\n'


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("graph").mkdir()
    subprocess.run(["git", "init", "-q"], check=True)
    return Path("graph", "town.yaml")


def write(path: Path, title: str, more: str = "") -> None:
    path.write_text(MAP.format(title=title, more=more), encoding="utf-8")


def commit(message: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", "add", "graph"], check=True)
    subprocess.run(["git", *identity, "commit", "-q", "-m", message], check=True)


def test_snapshots_tell_the_history(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(path, "One")
    run(["snapshot", "save", "town", "--note", "first"])
    write(path, "One", more=", attacks: a")
    run(["snapshot", "save", "town", "--note", "second", "--date", "2025-03"])
    capsys.readouterr()
    assert run(["log", "town"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("  2025-03  second")
    assert lines[1:3] == [
        "    notable   added argument b/a: b attacks a",
        "    → “A holds.” [a] went from unchallenged to opposed (strength 0.500 → 0.400), because of: "
        "added argument b/a: b attacks a",
    ]
    assert lines[3].endswith("  first")
    assert lines[4] == "    the first version"


def test_git_tells_it_where_there_are_no_snapshots(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for title in ("One", "Two", "Three"):
        write(path, title)
        commit(f"{title} it is")
    assert run(["log", "town", "--json", "--limit", "2"]) == 0
    history = json.loads(capsys.readouterr().out)
    assert [version["note"] for version in history] == ["Three it is", "Two it is"]
    assert history[1]["difference"]["changes"][0]["old"] == "One"


def test_a_commit_that_took_the_map_away_is_passed_over(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(path, "One")
    commit("One")
    path.unlink()
    Path("graph", "other.txt").write_text("x", encoding="utf-8")
    commit("Away")
    write(path, "Two")
    commit("Two")
    assert run(["log", "town", "--git"]) == 0
    told = capsys.readouterr().out
    assert "the map's title reads" in told
    assert "Away" not in told


def test_a_map_without_history_is_told_how(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(path, "One")
    commit("One")
    Path("graph", "new.yaml").write_text(MAP.format(title="New", more=""), encoding="utf-8")
    assert run(["log", "new"]) == 0
    assert "snapshot save" in capsys.readouterr().out
