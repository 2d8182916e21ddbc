"""What the reader of another tool's file gets and gives: its bytes; the map, what it kept and what it left."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._encodings import CODE_PAGES, guess_code_page, recode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from argumap.model import ArgumentMap

_DEEPEST = 200


class _NoJson(ValueError):
    """What Python reads as JSON and no other tool does."""


def _keep_all(pairs: list[tuple[str, object]]) -> dict[str, object]:
    whole = dict(pairs)
    if len(whole) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise _NoJson(f"the key {twice!r} stands twice in one object, and only one of them could be kept")
    return whole


def _refuse(word: str) -> object:
    raise _NoJson(f"{word} is no number in JSON")


def _read_float(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise _NoJson(f"{digits} is too large a number")
    return number


def find_none(suffix: str) -> bytes | None:
    """Beside a file that was handed over alone lies no other."""
    del suffix
    return None


@dataclass(frozen=True)
class Foreign:
    """A file of another tool: its ``name`` without folders, and its bytes, in UTF-8 where they tell what they are.

    ``beside`` gives the bytes of another file that lies beside it and has the same name with the suffix that is
    asked for (``.txt``), None where there is none. ``columns`` are those of a table that whoever takes it over
    names, by what they are for.
    """

    name: str
    data: bytes
    beside: Callable[[str], bytes | None] = find_none
    columns: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", recode(self.data))

    @cached_property
    def text(self) -> str:
        """The file as text with plain line ends. Raises `OtherTool` where it is no text."""
        if b"\0" in self.data:
            raise OtherTool("this is a binary file; name one that another tool exported as text", self.name)
        return self._decoded[0].replace("\r\n", "\n").replace("\r", "\n")

    def tell_coding(self) -> Iterator[str]:
        """How the file's letters were read where its encoding was guessed: others look the same."""
        if b"\0" not in self.data and (told := self._decoded[1]):
            yield told

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        """The file as text, and what to say of how its letters were read."""
        try:
            return self.data.decode("utf-8-sig"), ""
        except UnicodeDecodeError as error:
            first = error.start
            text = self.data.decode("utf-8-sig", "replace")
        broken = text.count("\ufffd")
        if sum(letter > "\x7f" for letter in text) > 2 * broken:
            what = "1 byte is" if broken == 1 else f"{broken} bytes are"
            return text, f"{what} no UTF-8, as the rest is; \ufffd stands for {'it' if broken == 1 else 'them'}"
        # Programs of the last decades; nearly every byte is a letter there, so these are tried last.
        coding = guess_code_page(self.data)
        if coding is None:
            line = self.data[:first].count(b"\n") + 1
            message = "its letters belong to no encoding known here; save it as UTF-8"
            raise OtherTool(message, self.name, line)
        guessed = (
            f"not in UTF-8, so it was read as {CODE_PAGES[coding]}; where letters are wrong, save it as UTF-8"
        )
        return self.data.decode(coding), guessed

    @classmethod
    def hold(cls, name: str, value: object) -> Foreign:
        """A file that is nothing but a JSON value, which need not be written to be read."""
        held = cls(name, b"")
        held.__dict__["_parsed"] = value, None
        return held

    @property
    def json(self) -> object:
        """The file as JSON. Raises `OtherTool` with the line where it is none."""
        value, error = self._parsed
        if error is not None:
            raise error
        return value

    @cached_property
    def _parsed(self) -> tuple[object, OtherTool | None]:
        """The file as JSON, or why it is none: every format asks, and a large file is parsed once."""
        try:
            whole = json.loads(
                self.text,
                strict=False,  # a line that was broken within a text, by hand, can be read no other way
                object_pairs_hook=_keep_all,
                parse_constant=_refuse,
                parse_float=_read_float,
            )
        except json.JSONDecodeError as error:
            return None, OtherTool(f"no JSON: {error.msg} in column {error.colno}", self.name, error.lineno)
        except RecursionError:
            return None, OtherTool("its values are nested too deeply to be read", self.name)
        except ValueError as error:  # what the three above say, or a number with thousands of digits
            told = str(error) if isinstance(error, _NoJson) else "it has a number too long to be read"
            return None, OtherTool(told, self.name)
        return whole, None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of a JSON object; none where the file is something else."""
        try:
            if not self.text.lstrip().startswith("{"):
                return frozenset()
            value = self.json
        except OtherTool:
            return frozenset()
        return frozenset(value) if isinstance(value, dict) else frozenset()


class LossKind(StrEnum):
    """What became of something foreign that no map holds as it was."""

    NEARLY = "held nearly"
    ASIDE = "kept aside"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something foreign that the map does not hold as it was: its ``id`` there, and ``why`` in a few words."""

    kind: LossKind
    why: str
    id: str = ""

    def to_dict(self) -> dict[str, str]:
        return {"kind": str(self.kind), "why": self.why, "id": self.id}


@dataclass(frozen=True, slots=True)
class Kept:
    """A foreign record as it was. ``at`` is where it stood, as a JSON Pointer that ends in ``-`` in a list."""

    at: str
    record: object


@dataclass(frozen=True, slots=True)
class Imported:
    """The map of a foreign file; all ``kept`` records together are the file again.

    ``texts`` are the articles that came with it, by the id of the source in the map. ``told`` says how it was read
    where that had to be guessed, sentence by sentence.
    """

    map: ArgumentMap
    kept: tuple[Kept, ...] = ()
    losses: tuple[Loss, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()


COLUMNS = "/columns"
"""Where the columns stand that somebody named when a table was taken over."""


def find_named_columns(kept: Iterable[Kept]) -> dict[str, str]:
    """Those columns, by what they are for."""
    named = next((record.record for record in kept if record.at == COLUMNS), None)
    return {str(role): str(name) for role, name in named.items()} if isinstance(named, dict) else {}


def take_apart(value: object, at: str = "") -> Iterator[Kept]:
    """A JSON value as records: each element of its lists by itself, down to the second level of objects."""
    if isinstance(value, dict) and value and at.count("/") < 2:
        for key, inner in value.items():
            yield from take_apart(inner, f"{at}/{_write_step(key)}")
    elif isinstance(value, list) and value:
        yield from (Kept(f"{at}/-", element) for element in value)
    else:
        yield Kept(at, value)


def _write_step(key: str) -> str:
    """A key as a step of a JSON Pointer; one that is called as the end of a list is written otherwise."""
    return "~2" if key == "-" else key.replace("~", "~0").replace("/", "~1")


def put_together(kept: Iterable[Kept]) -> object:
    """The JSON value that `take_apart` took apart. A record whose place cannot be is left out."""
    whole: object = None
    last: str | None = None
    growing: list[object] = []
    for record in kept:
        if record.at == last:
            growing.append(record.record)
            continue
        whole = _put(whole, record.at.split("/")[1:], record.record)
        last = None
        if record.at.endswith("/-") and isinstance(found := _find(whole, record.at.split("/")[1:-1]), list):
            last, growing = record.at, found
    return whole


def _find(whole: object, path: list[str]) -> object:
    for step in path:
        whole = whole.get(_read_step(step)) if isinstance(whole, dict) else None
    return whole


def _read_step(step: str) -> str:
    return step.replace("~2", "-").replace("~1", "/").replace("~0", "~")


def _put(whole: object, path: list[str], record: object) -> object:
    if not path or len(path) > _DEEPEST:
        return record if not path else whole
    if path[0] == "-" and len(path) == 1:
        known = whole if isinstance(whole, list) else []
        known.append(record)
        return known
    step = _read_step(path[0])
    holder = whole if isinstance(whole, dict) else {}
    holder[step] = _put(holder.get(step), path[1:], record)
    return holder


def keep_lines(text: str) -> tuple[Kept, ...]:
    """The lines of a text, each a record."""
    return tuple(Kept("/-", line) for line in text.split("\n"))


def join_text(kept: Iterable[Kept]) -> str:
    """The text that `keep_lines` took apart."""
    return "\n".join(str(line.record) for line in kept)


def join_lines(kept: Iterable[Kept]) -> bytes:
    """The file of that text."""
    return join_text(kept).encode("utf-8", "surrogatepass")


_encode = json.JSONEncoder(ensure_ascii=False).encode
_LAID_OUT = 2


def write_json(value: object) -> str:
    """A JSON value as the text of a file, keys and records of lists a line each: git shows what changed."""
    return f"{_lay_out(value)}\n"


def indent_json(value: object, by: int | str = 1) -> str:
    """A JSON value as the text of a file, each value on a line, as the tools of drawing write it."""
    return json.dumps(value, ensure_ascii=False, indent=by) + "\n"


def _lay_out(value: object, depth: int = 0) -> str:
    lines: list[str] = []
    if isinstance(value, dict) and depth <= _LAID_OUT:
        lines = [f"{_encode(key)}: {_lay_out(inner, depth + 1)}" for key, inner in value.items()]
    elif isinstance(value, list) and depth <= _LAID_OUT:
        lines = [_encode(inner) for inner in value]
    if not lines:
        return _encode(value)
    inset = " " * (depth + 1)
    begin, end = "{}" if isinstance(value, dict) else "[]"
    return f"{begin}\n{inset}" + f",\n{inset}".join(lines) + f"\n{inset[1:]}{end}"
