"""A map as it stood in git."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError, NotFound, NotInstalled
from argumap.mapfile import read_map
from argumap.snapshots.git import find_commits, path_inside, unpack_revision

if TYPE_CHECKING:
    from pathlib import Path

MAP = 'argumap: 1\ntitle: "{title}"\nclaims:\n  a: {{text: "A holds."}}\n'


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two versions of a map in a folder of its own, and a link that leads out of it."""
    git(tmp_path, "init", "-q")
    folder = tmp_path / "graph" / "town"
    folder.mkdir(parents=True)
    (tmp_path / "graph" / "shared.yaml").write_text('stakeholders:\n  ann: {name: "Ann"}\n')
    (folder / "notes.txt").write_text("not of the map")
    (folder / "away.yaml").symlink_to("/etc/passwd")
    for title in ("First", "Second"):
        (folder / "map.yaml").write_text(MAP.format(title=title))
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", f"{title} version")
    return tmp_path


def test_an_old_version_is_read(repository: Path) -> None:
    with unpack_revision("HEAD~1", "graph/town", repository) as folder:
        assert read_map(folder).map.title == "First"
        assert sorted(path.name for path in folder.iterdir()) == ["map.yaml"]
        assert (folder.parent / "shared.yaml").exists()
    assert not folder.exists()


def test_a_single_file_is_read(repository: Path) -> None:
    with unpack_revision("HEAD", "graph/town/map.yaml", repository) as path:
        assert read_map(path).map.title == "Second"


def test_the_commits_of_a_map_come_newest_first(repository: Path) -> None:
    commits = find_commits(repository / "graph" / "town", 10)
    assert [commit.subject for commit in commits] == ["Second version", "First version"]
    assert len(find_commits(repository / "graph" / "town", 1)) == 1
    assert path_inside(repository / "graph" / "town") == "graph/town"


@pytest.mark.parametrize(
    ("revision", "path", "error", "message"),
    [
        pytest.param("--output=x", "graph/town", CallError, "looks like an option", id="an option"),
        pytest.param("-x", "graph/town", CallError, "looks like an option", id="a short option"),
        pytest.param("", "graph/town", CallError, "looks like an option", id="none"),
        pytest.param("HEAD\nHEAD", "graph/town", CallError, "no line break", id="two lines"),
        pytest.param("v9", "graph/town", NotFound, "no revision 'v9'", id="unknown"),
        pytest.param("HEAD~1..HEAD", "graph/town", NotFound, "no revision", id="a range"),
        pytest.param("HEAD", "graph/city", NotFound, "has no map at graph/city", id="unknown map"),
        pytest.param("HEAD", "../x", CallError, "no path inside", id="out of the repository"),
        pytest.param("HEAD", "/etc", CallError, "no path inside", id="an absolute path"),
        pytest.param("HEAD", "--help", NotFound, "has no map", id="a path like an option"),
        pytest.param("HEAD", ":(glob)**", NotFound, "has no map", id="a pattern"),
    ],
)
def test_what_git_has_not_is_told(
    repository: Path, revision: str, path: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message), unpack_revision(revision, path, repository):
        pytest.fail("nothing to read")


def test_a_folder_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NotFound, match="no git repository"), unpack_revision("HEAD", "x", tmp_path):
        pytest.fail("nothing to read")


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotInstalled, match="git is not installed"), unpack_revision("HEAD", "x", tmp_path):
        pytest.fail("nothing to read")
