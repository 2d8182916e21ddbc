"""YAML text as plain data, with the place of every key and value; what a map file may not hold is refused.

Scalars stay strings: what they mean is for the schema to say, so that ``no``, ``012`` and ``2025-01`` are
never taken for something else. Built on the event stream of PyYAML's C parser, whose loaders would be slower,
know no lines and let a key stand twice.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from argumap.errors import Problem, Severity
from argumap.mapfile.locations import LocationTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

YamlNode: TypeAlias = "str | dict[str, YamlNode] | list[YamlNode] | None"

# Any: the stubs allow an event without its marks; events of a parser always have them.
YamlEvent: TypeAlias = Any

MAX_DEPTH = 64
MAX_ENTRIES = 8_000_000
MAX_ALIASED = 10_000
_LONGEST_ID = 80
# What these keys leave out is filled in, so that they are written is known though nothing stands behind them.
_DEFAULTED = frozenset({"said", "voice"})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Control characters are not among them: the parser refuses those.
_UNSEEN = re.compile("[\x85\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")
_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class YamlTree:
    """What one YAML text says. ``data`` is None where the text is so broken that nothing can be told."""

    data: YamlNode = None
    table: LocationTable = field(default_factory=lambda: LocationTable(""))
    problems: list[Problem] = field(default_factory=list)


class _Refused(Exception):
    """The text cannot be read."""


class _SecondDocument(Exception):
    """The first document is read, and more follows."""


_kept_trees: ContextVar[dict[str, tuple[str, LocationTable]] | None] = ContextVar("kept_trees", default=None)


@contextmanager
def trees_kept() -> Iterator[None]:
    """Parse each sound text but once while this lasts: a change of a large map reads its files again and again."""
    token = _kept_trees.set({} if (kept := _kept_trees.get()) is None else kept)
    try:
        yield
    finally:
        _kept_trees.reset(token)


def parse_tree(text: str, file: str) -> YamlTree:
    """The data of ``text`` with its locations and all problems of its YAML; never raises for what it holds."""
    kept = _kept_trees.get()
    if kept is None:
        return _parse(text, file)
    if text in kept:
        said, table = kept[text]
        return YamlTree(json.loads(said), replace(table, file=file))
    tree = _parse(text, file)
    if not tree.problems:
        # Each asker gets data of its own, for some alter it.
        kept[text] = json.dumps(tree.data), tree.table
    return tree


def _parse(text: str, file: str) -> YamlTree:
    builder = _Builder(file)
    problems = builder.problems
    problems.extend(_unseen(text, file))
    try:
        builder.build(text)
    except _Refused:
        builder.root = None
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax(error, text, file))
        builder.root = None
    except yaml.reader.ReaderError as error:
        problems.append(_unprintable(error, text, file))
        builder.root = None
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        problems.append(Problem("AM001", f"{half} is half a character and cannot be written as UTF-8", file))
    return YamlTree(builder.root, builder.table, problems)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read. ``key`` is None where a mapping waits for its next key."""

    node: dict[str, YamlNode] | list[YamlNode]
    entry: int
    key: str | None = None
    key_place: int = 0
    refused: bool = False
    anchor: str | None = None
    began: int = 0


class _Builder:
    def __init__(self, file: str) -> None:
        self.table = LocationTable(file)
        self.problems: list[Problem] = []
        self.root: YamlNode = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[YamlNode, int]] = {}
        self.aliased = 0
        self.words: dict[str, str] = {}

    def build(self, text: str) -> None:
        loader = _Loader(text)
        take: dict[type, Callable[[YamlEvent], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            while type(event := loader.get_event()) is not yaml.StreamEndEvent:
                if step := take.get(type(event)):
                    step(event)
        except _SecondDocument:
            pass
        finally:
            loader.dispose()

    def _document(self, event: YamlEvent) -> None:
        if self.table.keys:
            self._problem("AM008", "a second document begins here; a map is one document, delete the ---", event)
            raise _SecondDocument

    def _scalar(self, event: YamlEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self._decorated(event)
        mark = event.start_mark
        place = mark.line << 32 | mark.column
        value = event.value
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and type(top.node) is dict:
            # The same few words are keys, and ids are named all over a map: one string each is enough.
            top.key = self.words.setdefault(value, value)
            top.key_place = place
            top.refused = value in top.node or value == "<<"
            if top.refused:
                self._refused_key(top, event)
            return
        if len(value) <= _LONGEST_ID:
            value = self.words.setdefault(value, value)
        node = None if event.implicit[0] and value in _NULLS else value
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)
        self._put(node, node, place)

    def _begin(self, event: YamlEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self._decorated(event)
        mark = event.start_mark
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and type(top.node) is dict:
            self._problem("AM007", "a key is a plain word; this one is a list or a mapping", event)
            raise _Refused
        if len(self.open) >= MAX_DEPTH:
            self._problem("AM009", f"nested deeper than {MAX_DEPTH} levels; a map is flat", event)
            raise _Refused
        if len(self.table.keys) >= MAX_ENTRIES:
            self._problem("AM009", f"more than {MAX_ENTRIES:,} values; divide the map", event)
            raise _Refused
        node: dict[str, YamlNode] | list[YamlNode] = {} if type(event) is yaml.MappingStartEvent else []
        entry = len(self.table.keys)
        self._put(node, None, mark.line << 32 | mark.column)
        self.open.append(_Open(node, entry, anchor=event.anchor, began=entry + self.aliased))

    def _end(self, _: YamlEvent) -> None:
        closed = self.open.pop()
        count = len(self.table.keys)
        self.table.ends[closed.entry] = count
        if closed.anchor is not None:
            self.anchors[closed.anchor] = (closed.node, count + self.aliased - closed.began)

    def _alias(self, event: YamlEvent) -> None:
        """The value that an anchor names, counted as if it were written out: that is what bounds a bomb."""
        mark = event.start_mark
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and type(top.node) is dict:
            self._problem("AM007", "a key is a plain word; this one is an alias", event)
            raise _Refused
        if event.anchor not in self.anchors:
            self._problem(
                "AM004", f"*{event.anchor} names nothing that ends before it; write the value out", event
            )
            raise _Refused
        node, size = self.anchors[event.anchor]
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            self._problem("AM004", f"aliases repeat more than {MAX_ALIASED:,} values; write them out", event)
            raise _Refused
        self._put(node, node if type(node) is str else None, mark.line << 32 | mark.column)

    def _put(self, node: YamlNode, text: str | None, place: int) -> None:
        """Hang a value into what is open and note where it stands."""
        table = self.table
        key: str | int | None = None
        key_place = place
        if self.open:
            top = self.open[-1]
            if type(top.node) is list:
                key = len(top.node)
                top.node.append(node)
            else:
                key_place = top.key_place
                if not top.refused and self._has_value(node, top):
                    key = top.key
                    top.node[key] = node  # type: ignore[call-overload,index]
                elif not top.refused and top.key in _DEFAULTED:
                    key = top.key
                top.key = None
        else:
            self.root = node
        table.keys.append(key)
        table.texts.append(text)
        table.key_places.append(key_place)
        table.value_places.append(place)
        table.ends.append(len(table.keys))

    def _has_value(self, node: YamlNode, top: _Open) -> bool:
        """Inside a record an empty value means nothing; what is above it is for the schema to judge."""
        if node is not None or len(self.open) <= 2:
            return True
        message = f"{top.key!r} has no value; write one or delete the line"
        self.problems.append(Problem("AM103", message, self.table.file, *_line_column(top.key_place)))
        return False

    def _refused_key(self, top: _Open, event: YamlEvent) -> None:
        if event.value == "<<":
            self._problem("AM005", "merge keys (<<) are not read; write the keys out", event)
            return
        self._problem(
            "AM003", f"{event.value!r} stands here twice{self._first(top, event.value)}; keep one", event
        )

    def _first(self, top: _Open, key: str) -> str:
        """Where ``key`` stood first; after many problems it is left out, as each look costs a walk."""
        if len(self.problems) > 100:
            return ""
        entry = top.entry + 1
        while self.table.keys[entry] != key:
            entry = self.table.ends[entry]
        return f", first in line {self.table.key_location(entry).line}"

    def _decorated(self, event: YamlEvent) -> None:
        if event.tag is not None and event.tag != "!":
            self._problem("AM006", f"the tag {event.tag!r} is not read; delete it", event)
        if len(self.anchors) > MAX_ALIASED:
            self._problem("AM004", f"more than {MAX_ALIASED:,} anchors; write the values out", event)
            raise _Refused

    def _problem(self, code: str, message: str, event: YamlEvent) -> None:
        mark = event.start_mark
        self.problems.append(Problem(code, message, self.table.file, mark.line + 1, mark.column + 1))


def _line_column(place: int) -> tuple[int, int]:
    return (place >> 32) + 1, (place & 0xFFFF_FFFF) + 1


def _unseen(text: str, file: str) -> Iterator[Problem]:
    """One warning a line that holds characters which no reader of the file can see."""
    line, start, last = 1, 0, 0
    for match in _UNSEEN.finditer(text):
        line += text.count("\n", start, match.start())
        start = match.start()
        if line == last:
            continue
        last = line
        column = start - text.rfind("\n", 0, start)
        message = f"the character U+{ord(match[0]):04X} cannot be seen; delete it or write it as an escape"
        yield Problem("AM010", message, file, line, column, Severity.WARNING)


_REMEDIES = {
    "mapping values are not allowed": "a colon inside a text; put the text into double quotes",
    "cannot start any token": "a character that YAML keeps for itself; put the text into double quotes, "
    "and indent by spaces, not tabs",
    "did not find expected key": "a line that does not fit the ones above; check its indentation and quotes",
    "found unexpected end of stream": "a quote that is never closed",
    "could not find expected ':'": "a key without its colon, or a text whose quotes are missing",
    "did not find expected ',' or ']'": "a list in [ ] without its comma or closing ]",
    "did not find expected ',' or '}'": "a mapping in { } without its comma or closing }",
    "undefined alias": "an alias without its anchor; write the value out",
    "unknown escape character": "a \\ in double quotes that escapes nothing; write \\\\ for a backslash",
}


def _find_open_quote(text: str, last: int) -> tuple[int, int] | None:
    """Line and column of a double quote that runs on to line ``last``, where another text's quote ends it."""
    opened: tuple[int, int] | None = None
    for number, row in enumerate(text.split("\n")[:last], 1):
        for found in re.finditer(r'\\.|"', row):
            if found[0] != '"':
                continue
            if opened is not None and opened[0] < number == last:
                return opened
            opened = None if opened else (number, found.start() + 1)
    return None


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    said = str(error.problem)
    remedy = next((words for sign, words in _REMEDIES.items() if sign in said), said)
    # What is never closed is best shown where it was opened.
    opened = "unexpected end of stream" in said
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    if not opened and (quote := _find_open_quote(text, line)):
        remedy = f"a quote that opens here and is only ended by the next one, in line {line}"
        line, column = quote
    return Problem("AM002", f"not readable as YAML: {remedy}", file, line, column)


def _unprintable(error: yaml.reader.ReaderError, text: str, file: str) -> Problem:
    before = text.encode("utf-8", "surrogatepass")[: error.position].decode("utf-8", "ignore")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    character = error.character if isinstance(error.character, int) else ord(error.character[:1] or "?")
    message = f"not readable as YAML: the control character U+{character:04X}; delete it"
    return Problem("AM002", message, file, line, column)
