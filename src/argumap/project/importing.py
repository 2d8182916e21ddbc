"""Maps taken over from other tools' files: a new map of each, or the newer file worked into the map there is."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argumap.errors import (
    AlreadyThere,
    ArgumapError,
    CallError,
    CannotRead,
    DamagedFile,
    NoMap,
    OtherTool,
    WouldLose,
)
from argumap.files import digest, holds_nothing, read_bytes, write_together
from argumap.formats import FORMATS, Foreign, LossKind, find_named_columns
from argumap.gc_pause import gc_paused
from argumap.mapfile import MAP_FILE
from argumap.model import Origin
from argumap.project.foreign_records import RECORDS_FILE, ForeignRecords, read_records
from argumap.project.format_choice import get_reader
from argumap.project.import_updating import Update, update_map
from argumap.project.imported_names import name_maps
from argumap.project.kept_texts import FOLDER as KEPT_FOLDER
from argumap.project.new_map import PART_SCHEMA_NAME, SCHEMA_PATH, SOURCE, find_place, write_schemas
from argumap.project.opening import finish_stopped, load
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.formats import Format, Imported, Loss
    from argumap.model import ArgumentMap

_LIMIT = 500_000_000
CLAIMS_A_FILE = 150
_BLANK = b"\xef\xbb\xbf \t\r\n"
_FIRST_LINES = 10
# A newer file of a debate still has one in so many of its claims word for word.
_LIKENESS = 3
# What people call the uses of columns, where no likeness of the letters tells.
_MEANT = {
    **dict.fromkeys(("speaker", "speakers", "author", "person", "voice", "name", "by", "says", "said by"), "who"),
    **dict.fromkeys(("claim", "argument", "statement", "reason"), "text"),
    **dict.fromkeys(("side", "stance", "sign", "pro/con", "procon"), "relation"),
    **dict.fromkeys(("issue", "topic"), "question"),
    **dict.fromkeys(("day", "when"), "date"),
    **dict.fromkeys(("reply-to", "conclusion"), "parent"),
}


@dataclass(frozen=True, slots=True)
class ImportedMap:
    """A map that came from a foreign ``file``: its ``folder``, what was ``wrote`` and what it does not hold.

    ``why`` says by what the format was known, ``told`` how the file was read where that was guessed. ``update`` is
    what changed where the map was there already; nothing is written for a file that has not changed since.
    """

    file: str
    folder: Path
    format: str
    why: str
    record: ArgumentMap
    losses: tuple[Loss, ...] = ()
    wrote: tuple[Path, ...] = ()
    update: Update | None = None
    told: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The report of the import, as plain data."""
        record = self.record
        return {
            "file": self.file,
            "map": str(self.folder),
            "format": self.format,
            "because": self.why,
            "read_as": list(self.told),
            "claims": len(record.claims),
            "arguments": len(record.arguments),
            "issues": len(record.issues),
            "stakeholders": len(record.stakeholders),
            "attributions": len(record.attributions),
            "losses": [loss.to_dict() for loss in self.losses],
            "wrote": [str(path) for path in self.wrote],
            **({"update": self.update.to_dict()} if self.update else {}),
        }


@dataclass(frozen=True, slots=True)
class ImportedFiles:
    """What became of several files: those that came in, and those that did not, each with why."""

    maps: tuple[ImportedMap, ...] = ()
    failed: dict[str, ArgumapError] = field(default_factory=dict)


def import_files(
    files: Sequence[Path],
    format_name: str | None = None,
    place: str | None = None,
    *,
    strict: bool = False,
    columns: Mapping[str, str] | None = None,
    trial: bool = False,
) -> ImportedFiles:
    """Take over each file as a map of its own; one that fails is told, and the rest goes on.

    What came in before and has not changed since is left as it is, so that a batch that was stopped goes on where
    it was. With ``strict`` a file that a map cannot hold as it is fails; ``columns`` says what those of a table
    are for; a ``trial`` writes nothing. Files of one name become maps that are named by their folders as well.
    Raises `CallError` where ``place``, which names the map, is given for many files or lies in another map, or no
    file could be read so; `NotFound` for a format that nobody knows, `CallError` for one that is only written.
    """
    if place is not None and len(files) > 1:
        raise CallError("--as names one map; leave it out to take over several files")
    if format_name is not None:
        get_reader(format_name)
    _check_columns(columns or {})
    names = name_maps(files) if place is None else {files[0]: place}
    folders = {file: find_place(name) for file, name in names.items()}
    maps: list[ImportedMap] = []
    failed: dict[str, ArgumapError] = {}
    for file, folder in folders.items():
        try:
            wanted = _ImportWish(format_name, columns or {}, strict=strict, trial=trial)
            with gc_paused():
                maps.append(_import_file(file, folder, wanted))
        except ArgumapError as error:
            failed[str(file)] = error
    return ImportedFiles(tuple(maps), failed)


@dataclass(frozen=True, slots=True)
class _ImportWish:
    """How files are to be taken over."""

    format_name: str | None
    columns: Mapping[str, str]
    strict: bool
    trial: bool


def _import_file(file: Path, folder: Path, wanted: _ImportWish) -> ImportedMap:
    _check_there(file)
    if folder.is_dir() and not wanted.trial:
        finish_stopped(folder)
    known = read_records(folder) if folder.is_dir() else None
    before = find_named_columns(known.kept) if known else {}
    data = read_bytes(file, _LIMIT)
    foreign = Foreign(file.name, data, _find_beside(file), wanted.columns or before)
    name, why = (wanted.format_name, "as you said") if wanted.format_name is not None else recognise(foreign)
    chosen = get_reader(name)
    if wanted.columns and not chosen.columns:
        raise CallError(f"{name} has no columns; leave --columns out")
    imported = _read(chosen, foreign)
    if wanted.strict and imported.losses:
        raise WouldLose(f"{file} is not held as it is: {_sum_up(imported.losses)}; leave --strict out to go on")
    origin = f"sha256:{digest(data)}"
    records = ForeignRecords(name, " ".join(file.name.split()), origin, imported.kept)
    told = ImportedMap(
        str(file), folder, name, why, imported.map, imported.losses, told=(*imported.told, *foreign.tell_coding())
    )
    if wanted.trial:
        return told
    if known is None:
        _check_free(folder)
        return replace(told, wrote=tuple(_write(folder, imported, records)))
    if known.digest == records.digest and before == foreign.columns:
        return replace(told, update=Update(same_file=True))
    _check_same(folder, known, records, chosen)
    _check_map(folder, known)
    _check_texts(folder, imported)
    older = _read_older(folder, known)
    _check_alike(folder, known, older, imported.map)
    update, wrote = update_map(folder, records, older, imported.map)
    return replace(told, update=update, wrote=wrote)


def _read_older(folder: Path, known: ForeignRecords) -> ArgumentMap | None:
    """The map of the older file; raises `DamagedFile` where its records are no more that file."""
    kept_texts = _find_beside(folder / KEPT_FOLDER / SOURCE)
    try:
        older = FORMATS[known.format].read_again(known.file, known.kept, kept_texts)
    except OtherTool as error:
        path = folder / RECORDS_FILE
        message = f"{path} holds no more what the map came from ({error})"
        raise DamagedFile(f"{message}; take it from an older version", path) from error
    return older.map if older else None


def _find_beside(file: Path) -> Callable[[str], bytes | None]:
    """What reads the file beside ``file`` that has the same name with another suffix."""

    def find(suffix: str) -> bytes | None:
        other = file.with_suffix(suffix)
        return read_bytes(other, _LIMIT) if other != file and other.is_file() else None

    return find


def _check_texts(folder: Path, imported: Imported) -> None:
    """Raise `AlreadyThere` where a newer file is about another text than the map in ``folder`` was locked to."""
    for source, text in imported.texts.items():
        kept = folder / KEPT_FOLDER / f"{source}.txt"
        if not kept.is_file() or read_bytes(kept, _LIMIT) != text.encode():
            message = (
                f"{folder} is there already, and was taken over with another text than lies beside the file now"
            )
            raise AlreadyThere(f"{message}; take it over under another name: --as", folder)


def _check_free(folder: Path) -> None:
    """Raise `AlreadyThere` where ``folder`` holds anything."""
    if not folder.exists() or (folder.is_dir() and holds_nothing(folder)):
        return
    if came := _find_origin(folder):
        raise AlreadyThere(
            f"{folder} came from {came}, but its {RECORDS_FILE} is gone, which a newer file is compared with; "
            "put that back, or take the file over under another name: --as",
            folder,
        )
    raise AlreadyThere(f"{folder} is there already and came from no other file; choose another name: --as", folder)


def _find_origin(folder: Path) -> str:
    """The file that the map in ``folder`` says it came from; "" where it says none, or there is no map."""
    try:
        origin = load(folder).record.origin
    except ArgumapError:
        return ""
    return (origin.file if origin else None) or ""


def _check_map(folder: Path, known: ForeignRecords) -> None:
    """Raise `NoMap` where only the records are left of a map."""
    if not (folder / MAP_FILE).is_file():
        message = f"{folder} has what {known.file} held, but no {MAP_FILE} any more; put that back"
        raise NoMap(f"{message}, or delete the folder to take the file over anew", folder)


def _check_same(folder: Path, known: ForeignRecords, records: ForeignRecords, chosen: Format) -> None:
    """Raise `AlreadyThere` unless the file may be a newer one of what the map in ``folder`` came from."""
    other = f"{folder} is there already and came from {known.file}"
    if known.format not in FORMATS:
        path = folder / RECORDS_FILE
        raise DamagedFile(
            f"{path} names the format {known.format!r}, which is none; put back what stood there", path, 1
        )
    if known.format not in {records.format, *chosen.kin} or known.file != records.file:
        raise AlreadyThere(f"{other}; choose another name: --as", folder)
    if not chosen.lasting_ids:
        message = f"{other}, whose numbers tell places and not claims, so a newer file cannot be worked in"
        raise AlreadyThere(f"{message}; take it over under another name: --as", folder)


def _check_alike(folder: Path, known: ForeignRecords, before: ArgumentMap | None, after: ArgumentMap) -> None:
    """Raise `AlreadyThere` where a file has too few of the claims of the older one to be of the same debate."""
    texts = {claim.text for claim in after.claims}
    old = before.claims if before else ()
    if sum(claim.text in texts for claim in old) * _LIKENESS < len(old):
        other = f"{folder} is there already and came from {known.file}"
        raise AlreadyThere(f"{other}, with other claims than this file has; choose another name: --as", folder)


def _check_there(file: Path) -> None:
    """Raise `CannotRead` with what to name instead where there is no such file."""
    if file.is_dir():
        raise CannotRead(f"{file} is a folder; name the files in it: {file}/*", file)
    if not os.path.lexists(file):
        beside = [other.name for other in file.parent.iterdir()] if file.parent.is_dir() else []
        hint = suggest(file.name, beside, otherwise="name one that is there")
        raise CannotRead(f"{file}: there is no such file; {hint}", file)


def _check_columns(columns: Mapping[str, str]) -> None:
    """Raise `CallError` for a use that no column has."""
    if not columns:
        return
    roles = dict.fromkeys(role for plug_in in FORMATS.values() for role in plug_in.columns)
    known = [*roles, "from", "to", "header"]
    for role in columns:
        if role not in known:
            meant = _MEANT.get(role.casefold())
            hint = f" did you mean {meant}?" if meant else suggest(role, known, " did you mean {}?", otherwise="")
            raise CallError(f"no column is for {role!r};{hint} it may be for {', '.join(known)}")
    if columns.get("header", "no") not in {"yes", "no"}:
        raise CallError(f"header is yes or no, and {columns['header']!r} is neither")


def _read(chosen: Format, foreign: Foreign) -> Imported:
    assert chosen.read is not None  # noqa: S101 - `get_reader` saw to it
    imported = chosen.read(foreign)
    if not imported.map.claims and not imported.map.issues:
        raise OtherTool(f"{chosen.title}, but it holds no claim; nothing was written", foreign.name)
    return imported


def _write(folder: Path, imported: Imported, records: ForeignRecords) -> Iterator[Path]:
    from argumap.mapfile import write_parts

    origin = Origin(format=records.format, file=records.file, digest=records.digest)
    whole = replace(imported.map, origin=origin)
    parts = write_parts(whole, SCHEMA_PATH, f"../{PART_SCHEMA_NAME}", CLAIMS_A_FILE)
    texts = {folder / name: text for name, text in parts.items()}
    articles = _keep_articles(folder, imported.texts)
    write_together(folder, {**texts, folder / RECORDS_FILE: records.encode(), **articles})
    yield from texts
    yield folder / RECORDS_FILE
    yield from articles
    yield from write_schemas(folder.parent)


def _keep_articles(folder: Path, texts: Mapping[str, str]) -> dict[Path, str | bytes]:
    """The files that keep the articles which came with a map where git does not look, and lock it to them."""
    from argumap.anchoring import LOCK_NAME, build_lock, encode_lock
    from argumap.text import parse_article

    if not texts:
        return {}
    lock = build_lock({source: parse_article(text, "txt") for source, text in texts.items()})
    kept: dict[Path, str | bytes] = {
        folder / KEPT_FOLDER / f"{source}.txt": text.encode() for source, text in texts.items()
    }
    return {**kept, folder / KEPT_FOLDER / ".gitignore": "*\n", folder / LOCK_NAME: encode_lock(lock)}


def recognise(foreign: Foreign) -> tuple[str, str]:
    """The format of a file by its content, and by what it is known.

    Raises `OtherTool` where it is none of those that are read, `CallError` where it could be several.
    """
    found = _find_formats(foreign, common=False) or _find_formats(foreign, common=True)
    if not found:
        if foreign.data.lstrip(_BLANK)[:1] in {b"{", b"["}:
            _ = foreign.json  # whoever sends JSON with a slip in it is told where that is
        if not foreign.data.strip(_BLANK):
            raise OtherTool("it is empty", foreign.name)
        raise OtherTool(_explain_unknown(foreign), foreign.name)
    if len(found) > 1:
        raise CallError(f"{foreign.name} may be {' or '.join(found)}; say which: --from")
    return next(iter(found.items()))


def _explain_unknown(foreign: Foreign) -> str:
    """What to do with a file in no known format, by what it looks like; raises `OtherTool` where it is no text."""
    if foreign.data.startswith(b"%PDF-") or b"word/document.xml" in foreign.data:
        return "this is a document and no map; for an article there is `argumap draft`"
    text = foreign.text
    message = "this is in no format that is read here; say which of those in `argumap formats` it is: --from"
    if text.lstrip("\ufeff \t\n")[:1] in {"{", "[", "<"}:
        return message
    lines = [line for line in text.split("\n")[:_FIRST_LINES] if line.strip()]
    if len(lines) > 1 and any(all(sign in line for line in lines) for sign in ",;\t|"):
        return f"{message}; of a table say what its columns are for: --columns text=…,parent=…"
    return f"{message}; for an article there is `argumap draft`"


def _find_formats(foreign: Foreign, *, common: bool) -> dict[str, str]:
    reading = {name: plug_in for name, plug_in in FORMATS.items() if plug_in.read and plug_in.common is common}
    return {name: why for name, plug_in in reading.items() if (why := plug_in.recognise(foreign))}


def sum_up(losses: Sequence[Loss], kind: LossKind) -> list[tuple[str, list[str]]]:
    """What became of things in one way: each reason with the foreign ids of all that it holds for."""
    reasons: dict[str, list[str]] = {}
    for loss in losses:
        if loss.kind is kind:
            reasons.setdefault(loss.why, []).append(loss.id)
    return sorted(reasons.items(), key=lambda reason: -len(reason[1]))


def _sum_up(losses: Sequence[Loss]) -> str:
    reasons = [reason for kind in LossKind for reason in sum_up(losses, kind)]
    return ", ".join(f"{why} ({len(ids)}×)" for why, ids in reasons[:4])
