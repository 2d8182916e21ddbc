"""A folder of snapshots: each under the hash of its content, and a log that chains them.

Saving holds a lock on the folder, writes every file whole, and the log last. What a run that was cut off left
behind is put in order by the next: drafts go, and a snapshot that lacks its line in the log gets it.
"""

from __future__ import annotations

import json
import re
import shutil
from contextlib import contextmanager
from dataclasses import MISSING, asdict, dataclass, fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from argumap.errors import Ambiguous, CannotWrite, DamagedFile, FileTrouble, NotFound
from argumap.files import digest, hold_folder, read_bytes, write_whole
from argumap.snapshots.canonical_form import FORMAT, Snapshot
from argumap.snapshots.consequences import figure
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.semantics import Evaluation

LOG: Final = "log.jsonl"
SHORT_ID: Final = 12
_LIMIT: Final = 1 << 30
_NAME: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_BEGINNING: Final = re.compile(r"[0-9a-f]{4,64}", re.ASCII)
_RECOVERED: Final = "found without a line in the log, after a save that was cut off"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log: snapshot ``id`` came after ``parent`` ("" for the first).

    ``title`` and ``claims`` say what was saved; ``note`` and ``date`` are what the user gave, if anything.
    ``lock`` is the digest of the fingerprints of its sources at that time, "" where none are kept.
    ``errors`` counts what was wrong with its passages then, where it was saved nevertheless.
    """

    id: str
    parent: str = ""
    title: str = ""
    claims: int = 0
    note: str = ""
    date: str = ""
    lock: str = ""
    errors: int = 0

    @property
    def remark(self) -> str:
        """The note on one line, and what was wrong with the passages when it was saved."""
        wrong = f"(saved with {counted(self.errors, 'error')} in its passages)" if self.errors else ""
        return " ".join([*self.note.split(), *([wrong] if wrong else [])])

    def to_dict(self) -> dict[str, object]:
        """All fields as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Damage:
    """What `SnapshotStore.find_damage` found wrong with one file."""

    file: Path
    message: str

    def __str__(self) -> str:
        return self.message if str(self.file) in self.message else f"{self.file} {self.message}"


class SnapshotStore:
    """The snapshots in ``folder``, which need not exist until one is saved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read_log(self) -> tuple[LogEntry, ...]:
        """The entries, oldest first. Raises `DamagedFile` for one that is not whole."""
        path = self.folder / LOG
        return _parse_log(read_bytes(path, _LIMIT), path) if path.exists() else ()

    def save(
        self,
        snapshot: Snapshot,
        evaluation: Evaluation | None = None,
        *,
        note: str = "",
        date: str = "",
        fingerprints: bytes = b"",
        errors: int = 0,
        build_pages: Callable[[Path], object] | None = None,
    ) -> LogEntry:
        """Keep ``snapshot``; saving what is the newest already adds no line to the log, unless
        there is a ``note`` or a ``date`` to tell.

        ``evaluation`` goes to a file beside it, ``fingerprints`` of its sources to another, under the hash of
        their content, ``errors`` (as in `LogEntry`) to the log; ``build_pages`` writes pages into the folder it is
        given. None of them changes the id.
        """
        _ = snapshot.lines
        with self._locked():
            entries = self._put_in_order(snapshot.id)
            write_whole(self.path(snapshot.id), snapshot.content)
            if evaluation is not None:
                write_whole(self._derived_path(snapshot.id), write_derived(snapshot.id, evaluation))
            if fingerprints:
                write_whole(self.fingerprints(digest(fingerprints)), fingerprints)
            if build_pages is not None:
                self._write_pages(snapshot.id, build_pages)
            if not entries or entries[-1].id != snapshot.id or note or date:
                entries.append(_entry(snapshot, entries, note, date))
            entries[-1] = replace(entries[-1], errors=errors)
            if fingerprints:
                entries[-1] = replace(entries[-1], lock=digest(fingerprints))
            self._write_log(entries)
            return entries[-1]

    def find(self, beginning: str) -> tuple[str, ...]:
        """The ids of the snapshots that begin so, sorted."""
        if not _BEGINNING.fullmatch(beginning):
            return ()
        return tuple(snapshot_id for snapshot_id in self.ids() if snapshot_id.startswith(beginning))

    def get(self, beginning: str) -> Snapshot:
        """The snapshot whose id begins so; ``latest`` is the newest.

        Raises `NotFound` where none does, `Ambiguous` where several do, `DamagedFile` where it is
        not what was saved.
        """
        if beginning == "latest":
            return self.read(self.newest())
        ids = self.find(beginning)
        if not ids:
            raise NotFound(_tell_none(f"in {self.folder}", beginning))
        return self.read(single(ids, beginning))

    def newest(self) -> str:
        """The id of the snapshot that was saved last; raises `NotFound` where there is none."""
        log = self.read_log()
        if not log:
            raise NotFound(f"{self.folder} has no snapshots yet; make one with `argumap snapshot save MAP`")
        return log[-1].id

    def ids(self) -> list[str]:
        """The ids of all snapshots in the folder, sorted."""
        if not self.folder.is_dir():
            return []
        return sorted(path.stem for path in self.folder.glob("*.jsonl") if _NAME.fullmatch(path.stem))

    def path(self, snapshot_id: str) -> Path:
        """The file of a snapshot; it need not exist."""
        return self.folder / f"{snapshot_id}.jsonl"

    def pages(self, snapshot_id: str) -> Path:
        """The folder of the pages that were kept with a snapshot; it need not exist."""
        return self.folder / snapshot_id

    def fingerprints(self, lock: str) -> Path:
        """The file of the fingerprints whose content has the digest ``lock``; it need not exist."""
        return self.folder / f"{lock}.lock.json"

    def find_fingerprints(self, snapshot_id: str) -> str | None:
        """The digest of the fingerprints that were kept last with a snapshot; None where none were."""
        kept = [entry.lock for entry in self.read_log() if entry.id == snapshot_id and entry.lock]
        return kept[-1] if kept else None

    def read_fingerprints(self, lock: str) -> bytes:
        """The fingerprints whose content has the digest ``lock``; raises `CannotRead` or `DamagedFile`."""
        path = self.fingerprints(lock)
        content = read_bytes(path, _LIMIT)
        if digest(content) != lock:
            raise DamagedFile(f"{path} is damaged: its content has another hash than its name", path)
        return content

    def find_damage(self, evaluate: Callable[[Snapshot], Evaluation] | None = None) -> tuple[Damage, ...]:
        """Hash every file again and follow the chain of the log; with ``evaluate``, derived figures too."""
        try:
            entries = self.read_log()
        except FileTrouble as error:
            return (Damage(self.folder / LOG, str(error)),)
        return (
            *self._find_broken_links(entries),
            *(d for snapshot_id in self.ids() for d in self._find_damage_of(snapshot_id, evaluate)),
        )

    def renew_figures(self, evaluate: Callable[[Snapshot], Evaluation]) -> int:
        """Write anew what was worked out otherwise than by ``evaluate``; how many snapshots it was renewed for.

        The snapshots and the log stay. Raises `CannotRead`, `OtherFormat` or `DamagedFile` for what is not whole.
        """
        renewed = 0
        with self._locked():
            for snapshot_id in self.ids():
                derived = self._derived_path(snapshot_id)
                content = write_derived(snapshot_id, evaluate(self.read(snapshot_id))) if derived.exists() else b""
                if content and read_bytes(derived, _LIMIT) != content:
                    write_whole(derived, content)
                    renewed += 1
        return renewed

    def _find_broken_links(self, entries: Sequence[LogEntry]) -> Iterator[Damage]:
        kept = set(self.ids())
        parent = ""
        for entry in entries:
            if entry.parent != parent:
                yield Damage(
                    self.folder / LOG, f"{entry.id[:SHORT_ID]} names a parent that is not the entry before it"
                )
            if entry.id not in kept:
                yield Damage(self.path(entry.id), "is in the log but not in the folder")
            parent = entry.id
        for lock in dict.fromkeys(entry.lock for entry in entries if entry.lock):
            try:
                self.read_fingerprints(lock)
            except FileTrouble as error:
                yield Damage(self.fingerprints(lock), str(error))

    def _find_damage_of(
        self, snapshot_id: str, evaluate: Callable[[Snapshot], Evaluation] | None
    ) -> Iterator[Damage]:
        path, derived = self.path(snapshot_id), self._derived_path(snapshot_id)
        try:
            snapshot = self.read(snapshot_id)
            _ = snapshot.map
        except FileTrouble as error:
            yield Damage(path, str(error))
            return
        if derived.exists():
            try:
                parse_derived(read_bytes(derived, _LIMIT), snapshot_id, derived)
            except FileTrouble as error:
                yield Damage(derived, str(error))
            else:
                if evaluate is not None and read_bytes(derived, _LIMIT) != write_derived(
                    snapshot_id, evaluate(snapshot)
                ):
                    yield Damage(
                        derived,
                        "states other figures than this argumap works out; verify with --renew writes these",
                    )

    def read(self, snapshot_id: str) -> Snapshot:
        """The snapshot with this id; raises `CannotRead`, `OtherFormat` or `DamagedFile`."""
        path = self.path(snapshot_id)
        content = read_bytes(path, _LIMIT)
        if sha256(content).hexdigest() != snapshot_id:
            # The header may know better: a file of a newer version is not damaged.
            _ = Snapshot(content, str(path)).header
            raise DamagedFile(f"{path} is damaged: its content has another hash than its name", path)
        return Snapshot(content, f"snapshot {snapshot_id[:SHORT_ID]}")

    def _derived_path(self, snapshot_id: str) -> Path:
        return self.folder / f"{snapshot_id}.derived.jsonl"

    def _put_in_order(self, saving: str) -> list[LogEntry]:
        for draft in self.folder.glob(".*.tmp"):
            if draft.is_dir() and not draft.is_symlink():
                shutil.rmtree(draft, ignore_errors=True)
            else:
                draft.unlink(missing_ok=True)
        entries = list(self.read_log())
        logged = {entry.id for entry in entries}
        for snapshot_id in self.ids():
            if snapshot_id not in logged and snapshot_id != saving:
                entries.append(_entry(self.read(snapshot_id), entries, _RECOVERED))
        return entries

    def _write_pages(self, snapshot_id: str, build_pages: Callable[[Path], object]) -> None:
        draft, pages = self.folder / f".{snapshot_id}.tmp", self.pages(snapshot_id)
        if pages.is_symlink():
            raise CannotWrite(f"cannot write {pages}: it is a link", pages)
        try:
            draft.mkdir()
            build_pages(draft)
            shutil.rmtree(pages, ignore_errors=True)
            draft.rename(pages)
        except FileExistsError as error:
            raise CannotWrite(f"cannot write {pages}: {error.strerror}", pages) from error

    def _write_log(self, entries: Iterable[LogEntry]) -> None:
        lines = [_compact(_written(entry)) for entry in entries]
        write_whole(self.folder / LOG, "".join(f"{line}\n" for line in lines))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the folder, which is made where it is missing."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(f"cannot make {self.folder}: {error.strerror}", self.folder) from error
        with hold_folder(self.folder):
            yield


def read_snapshot(path: Path) -> Snapshot:
    """The snapshot in a file of its own; raises `DamagedFile` or, of a newer argumap, `OtherFormat`.

    A file whose name is a snapshot's id must have that content.
    """
    content = read_bytes(path, _LIMIT)
    snapshot = Snapshot(content, str(path))
    _ = snapshot.lines
    if _NAME.fullmatch(path.stem) and snapshot.id != path.stem:
        raise DamagedFile(f"{path} is damaged: its content has another hash than its name", path)
    return snapshot


def get_path(beginning: str, output: Path) -> Path:
    """The file of the snapshot of any map under ``output`` whose id begins so.

    Raises `NotFound` where none does, `Ambiguous` where several do.
    """
    found = find_ids(beginning, output)
    if not found:
        raise NotFound(_tell_none(f"under {output}", beginning))
    snapshot_id = single(found, beginning)
    return found[snapshot_id].path(snapshot_id)


def find_ids(beginning: str, output: Path) -> dict[str, SnapshotStore]:
    """The ids that begin so of the snapshots of all maps under ``output``, each with the store that has it."""
    stores = [SnapshotStore(folder) for folder in sorted(output.glob("*/snapshots"))]
    return {snapshot_id: store for store in stores for snapshot_id in store.find(beginning)}


def _tell_none(where: str, beginning: str) -> str:
    return f"no snapshot {where} begins with {beginning!r}; `argumap snapshot list MAP` lists those of a map"


def single(ids: Iterable[str], beginning: str) -> str:
    """The only one of ``ids``; raises `Ambiguous` that lists them where there are more."""
    found = sorted(set(ids))
    if len(found) != 1:
        listed = ", ".join(snapshot_id[:SHORT_ID] for snapshot_id in found[:5])
        raise Ambiguous(f"{len(found)} snapshots begin with {beginning!r}: {listed}; write more of the id")
    return found[0]


def is_beginning(text: str) -> bool:
    """Whether ``text`` can be the beginning of a snapshot's id: four or more hexadecimal digits."""
    return _BEGINNING.fullmatch(text) is not None


def write_derived(snapshot_id: str, evaluation: Evaluation) -> bytes:
    """What was worked out from the snapshot, one line a claim or argument, strengths to three places."""
    strength = evaluation.strength
    claims = {claim.id for claim in evaluation.index.map.claims}
    lines = [
        {"id": node, "status": status, **({"strength": figure(strength[node])} if node in claims else {})}
        for node, status in sorted(evaluation.status.items())
    ]
    header = {
        "format": FORMAT,
        "kind": "derived",
        "of": snapshot_id,
        "records": len(lines),
        "semantics": evaluation.semantics,
    }
    return "".join(f"{_compact(line)}\n" for line in (header, *lines)).encode("utf-8", "backslashreplace")


def parse_derived(content: bytes, snapshot_id: str, path: Path) -> Mapping[str, tuple[str, str]]:
    """(status, strength) by id, as `write_derived` wrote them; raises `DamagedFile` where they are not whole."""
    try:
        header, *lines = [json.loads(line) for line in content.splitlines()]
        if header["kind"] != "derived" or header["of"] != snapshot_id or header["records"] != len(lines):
            raise ValueError(snapshot_id)  # noqa: TRY301 - damaged like any other line
        return {line["id"]: (line["status"], line.get("strength", "")) for line in lines}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedFile(f"{path} is damaged: it has a line that is no record", path) from error


def _entry(snapshot: Snapshot, entries: Sequence[LogEntry], note: str, date: str = "") -> LogEntry:
    claims = sum(b'"kind":"claim"' in line for line in snapshot.lines)
    return LogEntry(snapshot.id, entries[-1].id if entries else "", snapshot.title, claims, note, date)


def _written(entry: LogEntry) -> dict[str, object]:
    return {name: value for name, value in entry.to_dict().items() if value or name in {"id", "claims"}}


def _parse_log(content: bytes, path: Path) -> tuple[LogEntry, ...]:
    entries = []
    for n, line in enumerate(content.split(b"\n")[:-1], 1):
        try:
            entry = LogEntry(**json.loads(line))
            _check_types(entry)
        except (ValueError, TypeError, RecursionError) as error:
            raise DamagedFile(f"{path}:{n} is damaged: the line is no entry of a log", path, n) from error
        if not _NAME.fullmatch(entry.id) or not (entry.lock == "" or _NAME.fullmatch(entry.lock)):
            raise DamagedFile(f"{path}:{n} is damaged: it names no snapshot", path, n)
        entries.append(entry)
    if content and not content.endswith(b"\n"):
        raise DamagedFile(f"{path} is damaged: its last line is not whole", path)
    return tuple(entries)


def _check_types(entry: LogEntry) -> None:
    for each in fields(entry):
        value, known = getattr(entry, each.name), str if each.default is MISSING else type(each.default)
        if type(value) is not known:
            raise TypeError(f"{each.name} is {value!r}")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
