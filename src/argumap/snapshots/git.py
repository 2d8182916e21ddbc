"""A map as it stood in git: found by a revision, read into a folder of its own, nothing checked out."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from argumap.errors import CallError, NotFound, NotInstalled, TooLarge
from argumap.mapfile import MAP_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_LIMIT: Final = 64 << 20
_REGULAR: Final = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched a map: its full id, its author's date (``2025-01-31``) and its first line."""

    id: str
    date: str
    subject: str


def read_committed(revision: str, path: str, cwd: Path | None = None) -> bytes | None:
    """The file at ``path`` as it stood in ``revision``; None if there was none. Raises as `unpack_revision`."""
    top = find_repository(cwd or Path.cwd())
    listed = _git(top, "ls-tree", "-z", "-l", "--full-tree", _get_commit(top, revision), "--", path)
    wanted = PurePosixPath(path)
    return dict(_read_blobs(top, dict(_parse_listing(listed, (wanted.suffix,))))).get(wanted)


@contextmanager
def unpack_revision(revision: str, path: str, cwd: Path | None = None) -> Iterator[Path]:
    """The map at ``path`` as it stood in ``revision``, in a folder that goes when the block ends.

    ``path`` counts from the top of the repository that ``cwd`` lies in. Raises `CallError` where ``revision``
    looks like an option or git cannot read it, `NotFound` where the repository has no such revision or path.
    """
    top = find_repository(cwd or Path.cwd())
    commit = _get_commit(top, revision)
    inside = PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts:
        raise CallError(f"{path!r} is no path inside the repository; count it from its top")
    blobs = dict(_find_blobs(top, commit, inside))
    if not any(found.is_relative_to(inside) for found in blobs):
        raise NotFound(f"revision {revision} has no map at {path}")
    with TemporaryDirectory(prefix="argumap-") as folder:
        for name, content in _read_blobs(top, blobs):
            target = Path(folder, *name.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield Path(folder, *inside.parts)


def find_commits(path: Path, limit: int) -> tuple[Commit, ...]:
    """The commits that touched the map at ``path``, newest first, at most ``limit`` of them."""
    top = find_repository(path if path.is_dir() else path.parent)
    inside = path_inside(path)
    written = _git(top, "log", "-z", f"--max-count={limit}", "--format=%H%x1f%as%x1f%s", "HEAD", "--", inside)
    fields = (entry.split("\x1f", 2) for entry in written.decode("utf-8", "replace").split("\0") if entry)
    return tuple(Commit(*entry) for entry in fields)


def path_inside(path: Path) -> str:
    """``path`` as git counts it, from the top of its repository."""
    resolved = path.resolve()
    return resolved.relative_to(find_repository(path if path.is_dir() else path.parent)).as_posix()


def path_from_here(inside: str, cwd: Path | None = None) -> Path:
    """A path that git counts from the top of the repository of ``cwd``, as it is called from ``cwd``."""
    here = (cwd or Path.cwd()).resolve()
    return Path(os.path.relpath(find_repository(here) / inside, here))


def find_repository(folder: Path) -> Path:
    """The top folder of the repository that ``folder`` lies in; raises `NotFound` where it lies in none."""
    try:
        return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")).resolve()
    except _GitFailed as failed:
        raise NotFound(f"{folder} lies in no git repository, so it has no revisions") from failed


def _get_commit(top: Path, revision: str) -> str:
    if not revision or revision.startswith("-"):
        raise CallError(f"{revision!r} looks like an option; a revision is a commit, a tag, a branch or HEAD~1")
    if "\0" in revision or "\n" in revision:
        raise CallError("a revision has no line break in it")
    try:
        found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except _GitFailed as failed:
        raise NotFound(f"git knows no revision {revision!r}") from failed
    return found.decode().strip()


def _find_blobs(top: Path, commit: str, inside: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    """Path and blob of every YAML file of the map, and of what its collection shares."""
    # The top of the repository is named by no path at all.
    wanted = [] if str(inside) == "." else [str(inside)]
    shared = str(inside.parent / "shared.yaml")
    listed = _git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *wanted)
    listed += _git(top, "ls-tree", "-z", "-l", "--full-tree", commit, "--", shared)
    return _parse_listing(listed, MAP_SUFFIXES)


def _parse_listing(listed: bytes, suffixes: Container[str]) -> Iterator[tuple[PurePosixPath, str]]:
    """Path and blob of every plain file with such a suffix: no link, and nothing outside the repository."""
    for entry in listed.split(b"\0"):
        meta, _, name = entry.partition(b"\t")
        if not meta:
            continue
        mode, kind, blob, size = meta.decode().split()
        path = PurePosixPath(os.fsdecode(name))
        if mode not in _REGULAR or kind != "blob" or path.suffix not in suffixes or ".." in path.parts:
            continue
        if int(size) > _LIMIT:
            raise TooLarge(path, int(size), _LIMIT)
        yield path, blob


def _read_blobs(top: Path, blobs: dict[PurePosixPath, str]) -> Iterator[tuple[PurePosixPath, bytes]]:
    asked = "".join(f"{blob}\n" for blob in blobs.values()).encode()
    answer = _git(top, "cat-file", "--batch", asked=asked)
    start = 0
    for path in blobs:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split()[-1])
        yield path, answer[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


class _GitFailed(Exception):
    """git said no; its callers say to whom and why."""


def _git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes:
    # Names are taken as they stand, nothing is fetched, and no program that a repository names is run.
    environment = {**os.environ, "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        environment.pop(name, None)
    safe = ("--no-replace-objects", "--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
    command = ["git", "-C", str(folder), *safe, *arguments]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, env=environment, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise NotInstalled("git is not installed, and revisions are read with it") from error
    if done.returncode != 0:
        raise _GitFailed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
