"""Nothing that a command writes takes the place of what somebody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from places import write_map

if TYPE_CHECKING:
    from pathlib import Path

CALLS = {
    "picture over the article": (
        ["picture", "bridge", "-o", "graph/bridge/bridge.md"],
        "no '.md'; there are .svg",
    ),
    "picture over the map": (["picture", "bridge", "-o", "graph/bridge/map.yaml"], "no '.yaml'; there are .svg"),
    "picture of no kind": (["picture", "bridge", "-o", "x.gif"], "no '.gif'; there are .svg, .png, .pdf"),
    "picture of a kind over another": (["picture", "bridge", "--to", "svg", "-o", "bridge.md"], "no '.md'"),
    "picture over what only is called one": (["picture", "bridge", "-o", "notes.svg"], "notes.svg is no picture"),
    "its text over notes": (["picture", "bridge", "-o", "mine.svg"], "mine.txt is no text version"),
    "export over the map": (
        ["export", "bridge", "--to", "node-link", "-o", "graph/bridge/map.yaml"],
        "graph/bridge/map.yaml is a file of a map",
    ),
    "export over the article": (
        ["export", "bridge", "--to", "node-link", "-o", "graph/bridge/bridge.md"],
        "graph/bridge/bridge.md is an article of the map",
    ),
    "export over the lock": (
        ["export", "bridge", "--to", "node-link", "-o", "graph/bridge/anchors.lock.json"],
        "is a file of a map",
    ),
    "export over the map in a format of YAML": (
        ["export", "bridge", "--to", "carneades", "-o", "graph/bridge/map.yaml"],
        "graph/bridge/map.yaml is a file of a map",
    ),
    "export among the parts of a map": (
        ["export", "bridge", "--to", "carneades", "-o", "graph/bridge/new.yaml"],
        "graph/bridge/new.yaml would be a file of a map",
    ),
    "report over the article": (
        ["report", "adjacency", "bridge", "--source", "made/adjacency.md", "--to", "made"],
        "made/adjacency.md is an article of the map",
    ),
    "pages over the article": (
        ["embed", "bridge", "--source", "made/index.html", "--to", "made"],
        "made/index.html is an article of the map",
    ),
    "build over the article": (
        ["build", "bridge", "--source", "made/index.html", "--to", "made"],
        "made/index.html is an article of the map",
    ),
    "view over the article": (
        ["view", "index", "bridge", "--source", "made/index.html", "--to", "made"],
        "made/index.html is an article of the map",
    ),
    "changes over the article": (
        ["diff", "graph/bridge", "graph/bridge", "--page", "graph/bridge/bridge.md"],
        "graph/bridge/bridge.md is an article of the map",
    ),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in that has the map ``bridge`` with its article."""
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    return tmp_path


@pytest.mark.parametrize(("call", "said"), CALLS.values(), ids=CALLS)
def test_it_is_refused_to_write(call: list[str], said: str, here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    article = (here / "graph/bridge/bridge.md").read_text(encoding="utf-8")
    (here / "made").mkdir()
    for name in ("made/adjacency.md", "bridge.md"):
        (here / name).write_text(article, encoding="utf-8")
    (here / "made/index.html").write_text(
        "".join(f"<p>{row}</p>" if row[:1] != "#" else f"<h1>{row}</h1>" for row in article.split("\n\n")),
        encoding="utf-8",
    )
    for name in ("notes.svg", "mine.txt"):
        (here / name).write_text("What I wrote.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert run(call) in {1, 2}
    assert said in capfd.readouterr().err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_a_picture_takes_the_place_of_an_earlier_one(here: Path) -> None:
    for form in ("svg", "pdf", "png"):
        for _ in range(2):
            assert run(["picture", "bridge", "-o", f"town.{form}"]) == 0


def test_an_export_in_yaml_takes_the_place_of_an_earlier_one(here: Path) -> None:
    for target in ([], ["-o", "bridge.yml"]):
        for _ in range(2):
            assert run(["export", "bridge", "--to", "carneades", *target]) == 0
