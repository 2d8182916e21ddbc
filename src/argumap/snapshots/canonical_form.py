"""The canonical form: one map, one sequence of bytes, on every machine.

JSON Lines in UTF-8: a header, then one record a line, keys sorted, no spaces, no clock, no path, no floats. A
field at its default is left out, so a field that later versions add renames no snapshot of today. What has
no order is sorted; the order of the debate is the order of the lines. ``docs/snapshots.md`` has every field.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import MISSING, fields
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from argumap.errors import CallError, DamagedFile, OtherFormat
from argumap.gc_pause import gc_paused
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Issue,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
    Standard,
    in_debate_order,
    reading_order,
)
from argumap.snapshots.field_codecs import (
    CONCERNS,
    DECIMALS,
    EXPECTATION,
    LIST,
    ORIGIN,
    PASSAGES,
    PREMISES,
    SET,
    Field,
    parse_flag,
    parse_text,
)
from argumap.snapshots.map_head import encode_head, parse_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FORMAT: Final = 1

Record: TypeAlias = Source | Section | Issue | Claim | Argument | Stakeholder | Attribution | Concept

_BATCH: Final = 1000
_LONGEST_HEADER: Final = 1 << 20
_ID: Final = b'"id":"'
# Ids are unique among the records of several kinds; sources and sections are named apart.
_NAMED_TOGETHER: Final = (("source",), ("section",), ("issue", "claim", "argument", "stakeholder", "concept"))
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)


class Snapshot:
    """A map in canonical form. ``name`` is what messages call it; two are equal if their bytes are."""

    def __init__(self, content: bytes, name: str = "the snapshot") -> None:
        self.content = content
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Snapshot) and self.content == other.content

    def __hash__(self) -> int:
        return hash(self.content)

    @cached_property
    def id(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.content).hexdigest()

    @cached_property
    def header(self) -> Mapping[str, Any]:
        """The first line. Raises `DamagedFile`, or `OtherFormat` where a newer argumap wrote it."""
        return _parse_header(self.content, self.name)

    @property
    def text(self) -> str:
        """All of it. Raises `DamagedFile` where it is no UTF-8."""
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DamagedFile(f"{self.name} is damaged: it is not UTF-8 throughout", self.name) from error

    @property
    def title(self) -> str:
        return str(self.header.get("title", ""))

    @cached_property
    def head(self) -> Mapping[str, Any]:
        """What the map says of itself as a whole, as far as it says anything. Raises `DamagedFile`."""
        return parse_head(self.header, self.name)

    @cached_property
    def lines(self) -> list[bytes]:
        """One line a record, without the header."""
        if self.header["records"] != self.content.count(b"\n") - 1:
            told = f"{self.name} is cut short or damaged: it announces {self.header['records']} records"
            raise DamagedFile(told, self.name)
        _ = self.text  # JSON would let half a character pass
        return self.content.split(b"\n")[1:-1]

    def lines_of(self, kind: str) -> list[bytes]:
        """The lines of one kind of record, found without looking at those behind the last of them."""
        sign = b'"kind":"%b"' % kind.encode()
        last = self.content.rfind(sign)
        count = self.content.count(b"\n", 0, last) if last >= 0 else 0
        return [line for line in self.lines[:count] if sign in line]

    @cached_property
    def keys(self) -> Mapping[str, list[str]]:
        """What tells the records of each kind apart, in their order, as ``key_of`` gives it.

        Raises `DamagedFile` where two records have one id, which no order could tell apart.
        """
        keys = {kind: list(map(_find_key, self.lines_of(kind))) for kinds in _NAMED_TOGETHER for kind in kinds}
        for kinds in _NAMED_TOGETHER:
            ids = [record_id for kind in kinds for record_id in keys[kind]]
            if len(set(ids)) != len(ids):
                raise DamagedFile(
                    f"{self.name} is damaged: the id {_find_double(ids)!r} is given twice", self.name
                )
        return keys

    @cached_property
    def map(self) -> ArgumentMap:
        """The map that was saved, its records in canonical order."""
        with gc_paused():
            return build_map(self.head, parse_lines(self.lines, self.name), self.name)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records there are of each kind, by the kind's plural."""
        return {shape.plural: len(getattr(self.map, shape.plural)) for shape in SHAPES.values()}

    def to_dict(self) -> dict[str, Any]:
        """Its id, what it says of itself, its counts and its records as plain data."""
        head = {"title": self.title, **encode_head(self.map)}
        records = [json.loads(line) for line in self.lines]
        return {"id": self.id, **head, "counts": self.counts, "records": records}


def build_snapshot(argument_map: ArgumentMap, name: str = "the map") -> Snapshot:
    """``argument_map`` in canonical form. Raises `CallError` where an id is given twice."""
    with gc_paused():
        lines = _encode_map(argument_map)
    head = {"format": FORMAT, "kind": "snapshot", "records": len(lines), **encode_head(argument_map)}
    return Snapshot(b"\n".join([_json(dict(sorted(head.items()))), *lines, b""]), name)


def _encode_map(argument_map: ArgumentMap) -> list[bytes]:
    _refuse_doubles(argument_map)
    place = {source.id: n for n, source in enumerate(argument_map.sources)}
    claims = in_debate_order(argument_map.claims, place, by_id=True)
    rank = {claim.id: n for n, claim in enumerate(claims)}

    def where(section: Section) -> tuple[int, tuple[int, ...], str]:
        return place.get(section.source, len(place)), reading_order(section.at), section.at

    def when(argument: Argument) -> tuple[int, str]:
        return min([rank.get(premise, len(rank)) for premise in argument.premises], default=len(rank)), argument.id

    records: list[Record] = [
        *argument_map.sources,
        *sorted(argument_map.sections, key=where),
        *in_debate_order(argument_map.issues, place, by_id=True),
        *claims,
        *sorted(argument_map.arguments, key=when),
        *sorted(argument_map.stakeholders, key=attrgetter("id")),
        *sorted(argument_map.concepts, key=attrgetter("id")),
    ]
    # What is said twice is said once; the order in which it was read does not tell.
    return [*encode_lines(records, place), *sorted(set(encode_lines(argument_map.attributions, place)))]


def build_map(head: Mapping[str, Any], records: Iterable[Record], name: str = "the snapshot") -> ArgumentMap:
    """A map of ``records``, each kind in the order given, that says of itself as a whole what ``head`` has."""
    kinds: dict[type, list[Any]] = {shape.cls: [] for shape in SHAPES.values()}
    for record in records:
        kinds[type(record)].append(record)
    # Any: under each name stand the records of its kind alone.
    by_kind: dict[str, Any] = {shape.plural: tuple(kinds[shape.cls]) for shape in SHAPES.values()}
    made = ArgumentMap(**head, **by_kind)
    try:
        _refuse_doubles(made)
    except CallError as error:
        raise DamagedFile(f"{name} is damaged: {error}", name) from error
    return made


def build_logic(old: Snapshot, new: Snapshot) -> tuple[ArgumentMap, ArgumentMap]:
    """What status and strength of two snapshots depend on: issues, claims and arguments; common ones read once."""
    with gc_paused():
        mine, others = ([line for kind in _LOGIC for line in s.lines_of(kind)] for s in (old, new))
        known = dict(zip(mine, parse_lines(mine, old.name), strict=True))
        fresh = [line for line in others if line not in known]
        both = {**known, **dict(zip(fresh, parse_lines(fresh, new.name), strict=True))}
        before = build_map({}, known.values(), old.name)
        return before, build_map({}, (both[line] for line in others), new.name)


_LOGIC: Final = ("issue", "claim", "argument")


def key_of(record: Record) -> str:
    """What tells a record from others of its kind: its id, of a section ``source#s2``; attributions have none."""
    match record:
        case Section():
            return f"{record.source}#{record.at}"
        case Attribution():
            return ""
        case _:
            return record.id


def kind_of(record: Record) -> str:
    return _KINDS[type(record)]


def encode_lines(records: Sequence[Record], place: Mapping[str, int]) -> list[bytes]:
    """One line a record; ``place`` is the order of the sources, by which passages are sorted."""
    lines: list[bytes] = []
    for start in range(0, len(records), _BATCH):
        parted: list[object] = []
        for record in records[start : start + _BATCH]:
            parted += (encode_record(record, place), "")
        # One call for many records is thrice as fast. No text can hold the seam: its quotes would be escaped.
        lines += _json(parted)[2:-5].split(b'},"",{')
    return [b"{%b}" % line for line in lines]


def encode_record(record: Record, place: Mapping[str, int]) -> dict[str, Any]:
    """The record as JSON has it, keys sorted, fields at their default left out."""
    shape = SHAPES[_KINDS[type(record)]]
    return {
        name: value if field is None else field.encode(value, place)
        for (name, default, field), value in zip(shape.fields, shape.values(record), strict=True)
        if value is not default and value != default
    }


def parse_lines(lines: Sequence[bytes], name: str = "the snapshot") -> list[Record]:
    """The records of ``lines``; raises `DamagedFile` where one of them is none."""
    records: list[Record] = []
    for start in range(0, len(lines), _BATCH):
        batch = lines[start : start + _BATCH]
        try:
            written = json.loads((b"[%b]" % b",".join(batch)).decode("utf-8"))
            # Two objects on one line are read as two; the pairing below takes them for the damage they are.
            records += [parse_record(record) for record, _ in zip(written, batch, strict=True)]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            told = f"{name} is damaged: line {start + 2} or one soon after it is no record"
            raise DamagedFile(told, name, start + 2) from error
    return records


def parse_record(written: Mapping[str, Any]) -> Record:
    """The record that `encode_record` wrote; raises ValueError, TypeError or KeyError where it is none."""
    shape = SHAPES[written["kind"]]
    known = shape.parsers
    record: Record = shape.cls(**{name: known[name](value) for name, value in written.items() if name != "kind"})
    return record


class Shape:
    """The fields of one kind of record, in the order in which they are written."""

    def __init__(self, plural: str, cls: type, **special: Field | Callable[[Any], Any]) -> None:
        self.plural = plural
        self.cls = cls
        kind = plural.removesuffix("s")
        plain = {f.name: special.get(f.name, parse_text) for f in fields(cls)}
        self.parsers = {name: how.parse if isinstance(how, Field) else how for name, how in plain.items()}
        self.defaults = {f.name: f.default for f in fields(cls)}
        of = {name: how if isinstance(how, Field) else None for name, how in plain.items()}
        # The kind is no field of the record but written among them: it is what its class is called.
        of["kind"] = Field(lambda *_: kind, parse_text)
        names = sorted([*self.defaults, "kind"])
        self.fields = [(name, self.defaults.get(name), of[name]) for name in names]
        self.values: Callable[[Any], tuple[Any, ...]] = attrgetter(
            *("__class__" if name == "kind" else name for name in names)
        )

    def encode_field(self, name: str, value: Any) -> Any:
        """One value as JSON has it, its default too."""
        how = next(how for field, _, how in self.fields if field == name)
        return value if how is None or value is None else how.encode(value, {})

    def parse_field(self, name: str, value: Any) -> Any:
        """The value that `encode_field` wrote."""
        if value is not None and value is not False:
            return self.parsers[name](value)
        if self.defaults[name] is MISSING:
            raise ValueError(name)
        return self.defaults[name]


SHAPES: Final[Mapping[str, Shape]] = {
    "source": Shape("sources", Source, skip=SET, origin=ORIGIN),
    "section": Shape("sections", Section, voice=Act),
    # What is compared are the columns of a table, in the table's order.
    "issue": Shape(
        "issues",
        Issue,
        compares=LIST,
        exclusive=parse_flag,
        at=PASSAGES,
        tags=SET,
        standard=Standard,
        origin=ORIGIN,
    ),
    "claim": Shape(
        "claims",
        Claim,
        type=ClaimType,
        answers=SET,
        about=SET,
        concerns=CONCERNS,
        contradicts=SET,
        rephrases=SET,
        implicit=parse_flag,
        base=DECIMALS,
        requires_support=parse_flag,
        expect=EXPECTATION,
        tags=SET,
        at=PASSAGES,
        standard=Standard,
        also=SET,
        origin=ORIGIN,
    ),
    "argument": Shape(
        "arguments",
        Argument,
        premises=PREMISES,
        bearing=Bearing,
        weight=DECIMALS,
        inferred=parse_flag,
        at=PASSAGES,
        origin=ORIGIN,
    ),
    "stakeholder": Shape(
        "stakeholders",
        Stakeholder,
        type=StakeholderType,
        affiliation=SET,
        interests=SET,
        aliases=SET,
        origin=ORIGIN,
    ),
    "attribution": Shape(
        "attributions", Attribution, act=Act, via=LIST, loosely=parse_flag, at=PASSAGES, origin=ORIGIN
    ),
    "concept": Shape("concepts", Concept, broader=SET, at=PASSAGES, origin=ORIGIN),
}
_KINDS: Final = {shape.cls: kind for kind, shape in SHAPES.items()}


def _json(value: object) -> bytes:
    # A lone surrogate has no place in UTF-8; its escape is what JSON itself would write.
    return _ENCODER.encode(value).encode("utf-8", "backslashreplace")


def _refuse_doubles(argument_map: ArgumentMap) -> None:
    m = argument_map
    named = [
        record.id for kind in (m.issues, m.claims, m.arguments, m.stakeholders, m.concepts) for record in kind
    ]
    # Sources and sections are named apart; all other ids are unique over their kinds.
    for ids in (named, [source.id for source in m.sources], [f"{s.source}#{s.at}" for s in m.sections]):
        if len(set(ids)) != len(ids):
            raise CallError(f"the id {_find_double(ids)!r} is given twice")


def _find_double(ids: Iterable[str]) -> str:
    return next(record_id for record_id, count in Counter(ids).items() if count > 1)


def _find_key(line: bytes) -> str:
    # Quotes in texts are escaped, so this can only be the key, if not that of where the record was taken from.
    found = line.find(_ID)
    start = found + len(_ID)
    written = line[start : line.find(b'"', start)]
    if found < 0 or b"\\" in written or line.rfind(b'"origin":', 0, found) >= 0:
        return key_of(*parse_lines([line]))
    return written.decode()


def _parse_header(content: bytes, name: str) -> Mapping[str, Any]:
    end = content.find(b"\n")
    line = content[:end] if end >= 0 else content[:_LONGEST_HEADER]
    try:
        header = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict) or header.get("kind") != "snapshot":
        raise DamagedFile(f"{name} is no snapshot, or its beginning is damaged", name)
    version = header.get("format")
    if type(version) is not int or version < 1:
        raise DamagedFile(f"{name} is damaged: its header names no format", name, 1)
    if version > FORMAT:
        told = f"{name} has format {version}; this argumap reads up to {FORMAT}: update argumap"
        raise OtherFormat(told, name, found=version, known=FORMAT)
    if end < 0 or not content.endswith(b"\n") or type(header.get("records")) is not int:
        raise DamagedFile(f"{name} is cut short or damaged: its last line is not whole", name)
    if not isinstance(header.get("title", ""), str):
        raise DamagedFile(f"{name} is damaged: its title is no text", name, 1)
    return header
