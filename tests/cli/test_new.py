"""``argumap new``: it begins a map and says how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from argumap.project import load

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_map_says_what_to_run_next_and_that_runs(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "ferry", "--title", "The ferry", "--source", "graph/bridge/bridge.md"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("Wrote graph/ferry/map.yaml\n")
    assert "The map names its text (`file: ../bridge/bridge.md`), so --source need not be typed again." in out
    assert out.endswith("then run: argumap build graph/ferry\n")
    assert 'title: "The ferry"' in (here / "graph/ferry/map.yaml").read_text(encoding="utf-8")
    assert run(["build", "graph/ferry"]) == 0
    assert "at hand" not in capfd.readouterr().err


def test_a_new_map_need_not_name_its_text(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "ferry", "--source", "graph/bridge/bridge.md", "--no-file"]) == 0
    out = capfd.readouterr().out
    assert "then run: argumap build graph/ferry --source graph/bridge/bridge.md" in out
    assert "file:" not in (here / "graph/ferry/map.yaml").read_text(encoding="utf-8")
    assert "file:" not in out


def test_a_text_that_lies_elsewhere_is_not_named(
    here: Path, tmp_path_factory: pytest.TempPathFactory, capfd: pytest.CaptureFixture[str]
) -> None:
    away = tmp_path_factory.mktemp("away") / "text.md"
    away.write_text("A ferry is slow.\n", encoding="utf-8")
    assert run(["new", "ferry", "--source", str(away)]) == 0
    out = capfd.readouterr().out
    assert (
        f"{away} lies neither in graph/ferry nor in this folder, so the map does not name it: type --source."
        in out
    )
    assert f"argumap build graph/ferry --source {away}" in out


@pytest.mark.parametrize(
    ("name", "record_id"),
    [
        ("Mara Lind", "mara-lind"),
        ("Ana Kovač-Řezník", "ana-kovac-reznik"),
        ("林美", "author"),
        ("Do it", "author"),
    ],
)
def test_the_author_has_an_id_of_the_name(name: str, record_id: str, here: Path) -> None:
    assert run(["new", "ferry", "--source", "graph/bridge/bridge.md", "--author", name]) == 0
    record = load(here / "graph/ferry").sound().record
    assert [(person.id, person.name) for person in record.stakeholders] == [(record_id, name)]
    assert record.sources[0].author == record_id


def test_a_map_that_is_there_is_left_alone(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (here / "graph/bridge/map.yaml").read_bytes()
    assert run(["new", "bridge"]) == 2
    assert "graph/bridge" in capfd.readouterr().err
    assert (here / "graph/bridge/map.yaml").read_bytes() == before
