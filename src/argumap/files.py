"""Files are written whole or not at all, several of them as one, and read with a bound on their size.

Drafts have names that nobody can guess and are made anew; a link that leads out of the folder, a pipe or a device
is neither written nor read.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import stat
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Final

from argumap.errors import CannotRead, CannotWrite, ChangedMeanwhile, DamagedFile, TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PENDING: Final = ".argumap.pending"
_PLAN: Final = "plan.json"
_PLAN_LIMIT: Final = 10_000_000
_DRAFT: Final = re.compile(r"\.argumap-[0-9a-f]{16}\.tmp", re.ASCII)
_CHUNK: Final = 1 << 20
# Windows has neither of the first two, and there a file is text unless the third says otherwise.
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: str | bytes, within: Path | None = None) -> Path:
    """Write ``content`` (text as UTF-8) to ``path`` so that no reader ever sees a part of it.

    The content goes to a draft in the same folder, is flushed to the disk and then takes the place of ``path`` in
    one step; missing folders are made, mode and owner of a file that is there stay, and a link is written through.
    Drafts that a killed writer left behind are taken away. Raises `CannotWrite` where that is not possible, where
    ``path`` is no plain file, and where links lead out of the folder ``within`` (without it, the file's own).
    """
    data = _encode(content)
    _check_folder(path.parent, path)
    target = _find_target(path, within or path.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_drafts(target.parent)
        with _open_draft(target.parent) as (draft, file):
            _fill(file, data, target)
            if os.name != "nt":  # elsewhere the lock must hold until the draft is in place
                draft.replace(target)
        if os.name == "nt":  # Windows moves no open file
            draft.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror}", path) from error
    return path


def write_together(
    folder: Path, contents: Mapping[Path, str | bytes], planned_on: Mapping[Path, str] = MappingProxyType({})
) -> list[Path]:
    """Write several files under ``folder`` as one: whenever the process stops, all of them or none will be new.

    ``planned_on`` has the `digest` of each file that the contents were made from. All are drafted first; then they
    take their places, and what is stopped in between `finish_writing` does. Gives the paths. Raises
    `ChangedMeanwhile` where a file is not as it was planned on, `CannotWrite` as `write_whole` does; then nothing
    was written.
    """
    data = {path: _encode(content) for path, content in contents.items()}
    _check_folder(folder, folder)
    targets = {path: _find_target(path, folder) for path in data}
    root = folder.resolve()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with hold_folder(root):
            _finish(folder)
            _check_unchanged(planned_on)
            _clear_stages(root)
            for target in targets.values():
                _check_place(target, root)
            steps = _stage(root, [(targets[path], data[path]) for path in data])
            _swap(root, steps)
    except OSError as error:
        if isinstance(error, CannotWrite):
            raise
        raise CannotWrite(f"cannot write {error.filename or folder}: {error.strerror}", folder) from error
    return list(data)


def finish_writing(folder: Path) -> str:
    """Finish what a killed `write_together` left half done under ``folder``, and tell it in a sentence.

    "" where there is nothing to finish, as nearly always. Where a file was changed since and nothing was in place
    yet, the rest is undone. Raises `DamagedFile` where neither is possible, `CannotWrite` where the system does
    not allow it or another user left it.
    """
    if not os.path.lexists(folder / PENDING):
        return ""
    try:
        with hold_folder(folder):
            return _finish(folder)
    except OSError as error:
        if isinstance(error, CannotWrite):
            raise
        raise CannotWrite(f"cannot finish {folder / PENDING}: {error.strerror}", folder) from error


def digest(data: bytes) -> str:
    """The name of a file's content, for `write_together`."""
    return sha256(data).hexdigest()


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold a folder: who comes second waits. There is no lock file that could be left behind.

    Windows locks no folders; there, two writers at once are the user's to avoid.
    """
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of ``path``; raises `CannotRead`, or `TooLarge` where it has over ``limit`` bytes.

    A pipe or a device is not read: the one might never end, and the other never begin.
    """
    if path.is_dir():
        raise CannotRead(f"{path} is a folder; name a file", path)
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_WAIT | _BINARY), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise CannotRead(f"{path} is no plain file; save what it gives to one and name that", path)
            content = file.read(limit + 1) if found.st_size <= limit else b""
    except (OSError, ValueError) as error:
        if isinstance(error, CannotRead):
            raise
        raise CannotRead(f"cannot read {path}: {getattr(error, 'strerror', error)}", path) from error
    size = max(found.st_size, len(content))
    if size > limit:
        raise TooLarge(path, size, limit)
    return content


def leads_inside(path: Path, folder: Path) -> bool:
    """Whether ``path``, with all links followed, lies in ``folder``, whether or not anything is there yet.

    Links that lead to each other, and names that no file can have, lead nowhere.
    """
    try:
        target = path.resolve()
        # Some versions of Python leave a link in a circle as it is, wherever it stands in the path.
        circling = any(map(os.path.islink, (target, *target.parents)))
        return target.is_relative_to(folder.resolve()) and not circling
    except (OSError, RuntimeError, ValueError):
        return False


def holds_nothing(folder: Path) -> bool:
    """Whether a folder is empty but for drafts that a killed writer left behind."""
    return all(_DRAFT.fullmatch(entry.name) for entry in folder.iterdir())


# one file -------------------------------------------------------------------------------------------------


def _encode(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _check_folder(folder: Path, path: Path) -> None:
    """Raise `CannotWrite` where a file stands where there is to be a folder."""
    for place in (folder, *folder.parents):
        if place.is_file():
            told = "it" if place == path else str(place)
            raise CannotWrite(f"cannot write {path}: {told} is a file and no folder", path)
        if place.is_dir():
            return


def _find_target(path: Path, within: Path) -> Path:
    """Where ``path`` leads, if that is a plain file or nothing yet, and inside ``within``."""
    try:
        target = path.resolve()
        inside = target.is_relative_to(within.resolve())
        plain = not os.path.lexists(target) or stat.S_ISREG(target.lstat().st_mode)
    except (OSError, RuntimeError, ValueError) as error:
        raise CannotWrite(f"cannot write {path}: {getattr(error, 'strerror', error)}", path) from error
    if not inside:
        raise CannotWrite(f"cannot write {path}: a link leads out of {within}, to {target}", path)
    if not plain:
        raise CannotWrite(f"cannot write {path}: it is no plain file", path)
    return target


@contextmanager
def _open_draft(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new draft open for writing, held so that nobody takes it for one left behind; gone if the work fails."""
    while True:
        draft = folder / _draft_name()
        with _create(draft) as file:
            _lock(file)
            # Whoever clears drafts may have come between its making and its locking.
            if not draft.exists():
                continue
            try:
                yield draft, file
            except BaseException:
                with suppress(OSError):
                    draft.unlink()
                raise
            return


def _draft_name() -> str:
    return f".argumap-{secrets.token_hex(8)}.tmp"


def _create(path: Path) -> BinaryIO:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY
    return os.fdopen(os.open(path, flags, 0o666), "wb")


def _fill(file: BinaryIO, data: bytes, target: Path) -> None:
    """Write the content to the disk, under the mode and the owner of the file whose place it will take."""
    if os.name != "nt" and target.exists():
        found = target.stat()
        for user in (found.st_uid, -1):  # who may not give a file away may still give it to a group
            with suppress(PermissionError):
                os.fchown(file.fileno(), user, found.st_gid)
                break
        os.fchmod(file.fileno(), stat.S_IMODE(found.st_mode))
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _clear_drafts(folder: Path) -> None:
    """Take away the drafts of writers that no longer live."""
    for entry in _find_drafts(folder):
        if entry.is_file(follow_symlinks=False):
            with suppress(OSError), os.fdopen(os.open(entry, os.O_RDONLY | _NO_FOLLOW | _NO_WAIT), "rb") as file:
                _lock(file, wait=False)
                Path(entry).unlink()


def _find_drafts(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if _DRAFT.fullmatch(entry.name)]


def _lock(file: BinaryIO, *, wait: bool = True) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no such lock, and takes no open file away
        return
    fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to flush it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# several files --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Step:
    """``draft`` takes the place of ``file``, counted from the folder, whose digest is ``old`` ("" for none)."""

    draft: str
    file: str
    old: str


def _check_unchanged(planned_on: Mapping[Path, str]) -> None:
    for path, planned in planned_on.items():
        if _digest_of(path) != planned:
            raise ChangedMeanwhile(f"{path} was changed meanwhile; nothing was written, run the command again")


def _digest_of(path: Path) -> str:
    """The digest of a file, "" for none."""
    hashed = sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                hashed.update(chunk)
    except FileNotFoundError:
        return ""
    return hashed.hexdigest()


def _check_place(target: Path, root: Path) -> None:
    """Ask before the first file moves what would stop the second."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(target.parent, os.W_OK):
        raise CannotWrite(f"cannot write {target}: its folder is closed to this user", target)
    if target.parent.stat().st_dev != root.stat().st_dev:
        raise CannotWrite(f"cannot write {target}: its folder lies on another disk than {root}", target)


def _stage(root: Path, contents: Sequence[tuple[Path, bytes]]) -> list[_Step]:
    """Write the drafts and the plan into a folder beside, which then gets the name that makes them valid."""
    stage = root / _draft_name()
    stage.mkdir(0o700)
    try:
        steps = []
        for n, (target, data) in enumerate(contents):
            with _create(stage / str(n)) as file:
                _fill(file, data, target)
            steps.append(_Step(str(n), target.relative_to(root).as_posix(), _digest_of(target)))
        with _create(stage / _PLAN) as file:
            _fill(file, json.dumps([asdict(step) for step in steps]).encode(), stage / _PLAN)
        _sync_folder(stage)
        stage.rename(root / PENDING)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    _sync_folder(root)
    return steps


def _swap(root: Path, steps: Sequence[_Step]) -> None:
    targets = [root / step.file for step in steps]
    for step, target in zip(steps, targets, strict=True):
        (root / PENDING / step.draft).replace(target)
    for parent in {target.parent for target in targets}:
        _sync_folder(parent)
    _drop_pending(root)


def _drop_pending(root: Path) -> None:
    """Take the plan away in one step: a folder that is half deleted must not look like one to be finished."""
    done = root / _draft_name()
    (root / PENDING).rename(done)
    shutil.rmtree(done, ignore_errors=True)


def _clear_stages(root: Path) -> None:
    for entry in _find_drafts(root):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)


def _finish(folder: Path) -> str:
    root, pending = folder.resolve(), folder / PENDING
    if not os.path.lexists(pending):
        return ""
    steps = _read_plan(pending, root)
    waiting = [step for step in steps if os.path.lexists(pending / step.draft)]
    changed = [step for step in waiting if _digest_of(root / step.file) != step.old]
    names = ", ".join(str(folder / step.file) for step in steps)
    if not changed:
        _swap(root, waiting)
        return f"A command was stopped while it wrote {names}; what it had left is done now."
    first = folder / changed[0].file
    if len(waiting) < len(steps):
        raise DamagedFile(
            f"a command was stopped while it wrote {names}, and {first} was changed since. Put {first} back as it "
            f"was; or, to keep the files as they are, delete {pending}",
            first,
        )
    _drop_pending(root)
    return f"A command was stopped before it wrote {names}, and {first} was changed since; it is undone."


def _read_plan(pending: Path, root: Path) -> list[_Step]:
    """The steps that are to be finished; nothing in a folder from elsewhere can lead them out of it."""
    found = pending.lstat()
    if not stat.S_ISDIR(found.st_mode) or (os.name != "nt" and found.st_uid != os.geteuid()):
        raise CannotWrite(f"{pending} was left by another user; have them finish it, or delete it", pending)
    try:
        written = json.loads(read_bytes(pending / _PLAN, _PLAN_LIMIT))
        steps = [_Step(str(step["draft"]), str(step["file"]), str(step["old"])) for step in written]
    except (CannotRead, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedFile(f"{pending} is damaged; delete it, and look at the files beside it", pending) from error
    for step in steps:
        _find_target(root / PurePosixPath(step.file), root)
        draft = pending / step.draft
        if not step.draft.isdecimal() or (os.path.lexists(draft) and not stat.S_ISREG(draft.lstat().st_mode)):
            raise DamagedFile(f"{pending} is damaged; delete it, and look at the files beside it", pending)
    return steps
