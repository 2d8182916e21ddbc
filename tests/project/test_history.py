"""The history of a map, from its snapshots or from git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from argumap.cli import run
from argumap.project.history import find_history, write_history

MAP = 'argumap: 1\ntitle: "{title}"\nclaims:\n  a: {{text: "A holds."}}\n'


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A map of three commits, of which the second broke it, and two snapshots."""
    monkeypatch.chdir(tmp_path)
    Path("graph").mkdir()
    subprocess.run(["git", "init", "-q"], check=True)
    path = Path("graph", "town.yaml")
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    for title in ("One", "Two", "Three"):
        text = MAP.format(title=title)
        path.write_text(text + "nothing: 1\n" * (title == "Two"), encoding="utf-8")
        subprocess.run(["git", "add", "graph"], check=True)
        subprocess.run(["git", *identity, "commit", "-q", "-m", title], check=True)
        if title != "Two":
            assert run(["snapshot", "save", "town", "--note", f"kept {title}"]) == 0
    return path


@pytest.mark.parametrize(
    ("from_git", "limit", "notes"),
    [
        pytest.param(False, 9, ["kept Three", "kept One"], id="snapshots"),
        pytest.param(False, 1, ["kept Three"], id="the newest snapshot"),
        pytest.param(True, 9, ["Three", "Two", "One"], id="commits"),
        pytest.param(True, 2, ["Three", "Two"], id="the newest commits"),
    ],
)
def test_the_newest_comes_first(path: Path, from_git: bool, limit: int, notes: list[str]) -> None:
    history = find_history("town", from_git=from_git, limit=limit)
    assert [step.note for step in history.steps] == notes
    whole = find_history("town", from_git=from_git, limit=9)
    assert [step.difference is None for step in whole.steps] == [False] * (len(whole.steps) - 1) + [True]


def test_the_oldest_that_is_told_is_compared_with_what_was_before_it(path: Path) -> None:
    history = find_history("town", from_git=False, limit=1)
    (step,) = write_history(history)
    assert [(c["old"], c["new"]) for c in step["difference"]["changes"]] == [("One", "Three")]
    assert len(history.opened) == 2


def test_a_commit_with_errors_is_opened_as_far_as_it_can_be_read(path: Path) -> None:
    opened = find_history("town", from_git=True, limit=9).opened
    assert [len(version.problems) for version in opened] == [0, 1, 0]
    assert [version.snapshot.title for version in opened] == ["One", "Two", "Three"]
