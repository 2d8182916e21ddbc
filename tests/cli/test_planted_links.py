"""A folder from somebody else holds links and pipes where argumap writes: no file of the user is lost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME
from argumap.cli import run
from argumap.files import PENDING
from argumap.project import load, lock_articles
from places import ARTICLE, write_map

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")

MAP = "graph/bridge"
OUTPUT = "output/bridge"
CALLS = {
    "build": ["build", MAP],
    "view": ["view", "map", MAP],
    "report": ["report", "adjacency", MAP],
    "export": ["export", MAP, "--to", "csv"],
    "save": ["snapshot", "save", MAP, "--pages"],
    "lock": ["source", "add", MAP],
    "relocate": ["anchor", "relocate", MAP, "--accept", "safe"],
}
PLACES = [
    "output",
    OUTPUT,
    f"{OUTPUT}/map.html",
    f"{OUTPUT}/.map.html.tmp",
    f"{OUTPUT}/adjacency.md",
    f"{OUTPUT}/.adjacency.md.tmp",
    f"{OUTPUT}/{PENDING}",
    f"{OUTPUT}/snapshots",
    f"{OUTPUT}/snapshots/log.jsonl",
    f"{OUTPUT}/snapshots/.log.jsonl.tmp",
    f"{MAP}/.argumap",
    f"{MAP}/.argumap/article.md",
    f"{MAP}/.argumap/.gitignore",
    f"{MAP}/{PENDING}",
    f"{MAP}/.{LOCK_NAME}.tmp",
    f"{MAP}/{LOCK_NAME}",
    f"{MAP}/map.yaml",
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own files lie, beside the foreign folder that commands are called in."""
    home, foreign = tmp_path / "home", tmp_path / "foreign"
    home.mkdir()
    (home / "precious").write_text("mine", encoding="utf-8")
    foreign.mkdir()
    monkeypatch.chdir(foreign)
    folder = write_map(Path(MAP))
    lock_articles(load(folder))
    (folder / "bridge.md").write_text(ARTICLE.replace("# Leave", "# A note\n\nNew.\n\n# Leave"), encoding="utf-8")
    return home


def link_to_file(spot: Path, home: Path) -> None:
    spot.symlink_to(home / "precious")


def link_to_folder(spot: Path, home: Path) -> None:
    spot.symlink_to(home)


def pipe(spot: Path, _home: Path) -> None:
    os.mkfifo(spot)


@pytest.mark.parametrize("plant", [link_to_file, link_to_folder, pipe])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_outside_the_folder_is_touched(
    home: Path, place: str, plant: Callable[[Path, Path], None]
) -> None:
    spot = Path(place)
    spot.parent.mkdir(parents=True, exist_ok=True)
    if spot.is_dir():
        spot.rename("away")
    spot.unlink(missing_ok=True)
    plant(spot, home)
    codes = {name: run(call) for name, call in CALLS.items()}
    assert set(codes.values()) <= {0, 1, 2}
    assert {path.name: path.read_text(encoding="utf-8") for path in home.iterdir()} == {"precious": "mine"}
