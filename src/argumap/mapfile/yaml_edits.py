"""Edits of a map file that leave every other byte alone: nobody's comments, order or quotes are touched.

The text is changed where the locations of its own events say, then parsed again: if anything but the change that
was meant has happened, the edit is refused and nothing is changed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from argumap.errors import ChangedMeanwhile, DoesNotFit, Severity
from argumap.files import digest, read_bytes
from argumap.mapfile.map_reader import MAX_BYTES
from argumap.mapfile.yaml_scalars import prose, scalar
from argumap.mapfile.yaml_tree import YamlEvent, YamlNode, YamlTree, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.mapfile.locations import Locations, ValuePath
    from argumap.mapfile.map_reader import Reading
    from argumap.model import ArgumentMap, Passage

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SetValue:
    """Put ``value`` in the place of the scalar at ``path``."""

    path: ValuePath
    value: str


@dataclass(frozen=True, slots=True)
class InsertKey:
    """Put ``key: value`` before the key ``before`` of the mapping at ``path``; of several values a list."""

    path: ValuePath
    before: str
    key: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeleteKey:
    """Take the key at ``path`` out, with its value and the comment on its line."""

    path: ValuePath


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call the key at ``path`` ``key``."""

    path: ValuePath
    key: str


YamlEdit: TypeAlias = SetValue | InsertKey | DeleteKey | RenameKey


@dataclass(frozen=True, slots=True)
class Relocation:
    """The passage at ``path`` gets the locator ``at``.

    The path is that of a node, an attribution, a source's ``skip`` or a section, whose key is its locator.
    """

    path: ValuePath
    passage: Passage
    at: str


def edit(text: str, changes: Sequence[YamlEdit]) -> str:
    """``text`` with the changes made and not a byte of difference elsewhere.

    Raises `DoesNotFit` where a change names nothing, or cannot be made without touching something else, and
    where the text is no YAML that a map file may hold.
    """
    body = text.removeprefix(_BOM)
    before = parse_tree(body, "")
    wrong = next((problem for problem in before.problems if problem.severity is Severity.ERROR), None)
    if before.data is None and wrong is not None:
        raise DoesNotFit(f"this cannot be edited, line {wrong.line}: {wrong.message}")
    spans = find_spans(body, {step for change in changes for step in _paths(change)})
    splices = sorted(_splice(body, spans, change) for change in changes)
    changed = join_splices(body, splices)
    _check_only(before, changed, changes)
    return text[: len(text) - len(body)] + changed


def set_locators(reading: Reading, relocations: Sequence[Relocation]) -> dict[Path, str]:
    """The new text of each file in which a passage gets a locator: beside its quote, or in the old one's place.

    Raises `ChangedMeanwhile` where a file is not as it was read, `DoesNotFit` where it holds no such passage, or
    holds it in a form that cannot be edited safely (behind an alias, say).
    """
    several = len(reading.map.sources) > 1
    by_file: dict[str, list[YamlEdit]] = {}
    for relocation in relocations:
        file, change = _relocated(reading, relocation, several=several)
        by_file.setdefault(file, []).append(change)
    files = {str(file): file for file in reading.files}
    return {files[name]: edit(text_as_read(reading, files[name]), changes) for name, changes in by_file.items()}


def set_source_values(reading: Reading, values: Mapping[str, Mapping[str, str]]) -> dict[Path, str]:
    """The new text of each file of the map in which sources get values, by source id and key.

    Raises as `set_locators` does.
    """
    named = {str(file): file for file in reading.files}
    texts: dict[Path, str] = {}
    for source_id, given in values.items():
        path: ValuePath = ("sources", source_id)
        location, keys = reading.locations.key(path), [str(step) for step in reading.locations.steps(path)]
        if location is None or not keys:
            told = ", ".join(f"`{key}: {value}`" for key, value in given.items())
            raise DoesNotFit(f"the source {source_id!r} has no keys in the map's files; write {told} there")
        file = named[location.file]
        for key, value in given.items():
            text = texts[file] if file in texts else text_as_read(reading, file)
            change = SetValue((*path, key), value) if key in keys else _insert(path, keys[:2][-1], key, value)
            texts[file] = edit(text, [change])
    return texts


def _insert(path: ValuePath, before: str, key: str, value: str) -> InsertKey:
    names = tuple(value.split("; ")) if key == "authors" else ()
    return InsertKey(path, before, key, names if names[1:] else value)


def text_as_read(reading: Reading, file: Path) -> str:
    """The text of a file of the map, in which everything still stands where it was read.

    Raises `ChangedMeanwhile` where it is another one.
    """
    content = read_bytes(file, MAX_BYTES)
    if digest(content) != reading.digests[file]:
        raise ChangedMeanwhile(f"{file} was changed meanwhile; nothing was written, run the command again")
    return content.decode("utf-8")


def attribution_paths(argument_map: ArgumentMap) -> Iterator[ValuePath]:
    """The path of every attribution of a map without errors, in the map's order.

    An attribution that was filled in by default stands in no file, so nothing is found at its path.
    """
    arguments = {argument.id for argument in argument_map.arguments}
    counts: dict[str, int] = {}
    for attribution in argument_map.attributions:
        n = counts[attribution.of] = counts.get(attribution.of, -1) + 1
        yield ("arguments" if attribution.of in arguments else "claims", attribution.of, "said", n)


def drop_quotes(text: str) -> str:
    """The text of a map's file without the quotes, and what settles them, that have a locator beside them."""
    while paths := list(_quotes(parse_tree(text, "").data, ())):
        first = {path[:-1]: path for path in reversed(paths)}  # neighbours in one mapping share a comma
        text = edit(text, [DeleteKey(path) for path in first.values()])
    return text


def drop_repeats(before: str, after: str) -> str:
    """``after`` without the locators of a list that stand there twice, and did not in the text ``before``."""
    known = {path[:-1] for path in _repeats(parse_tree(before, "").data, ())}
    while fresh := [path for path in _repeats(parse_tree(after, "").data, ()) if path[:-1] not in known]:
        first = {path[:-1]: path for path in reversed(fresh)}  # the others of a list move up when it goes
        after = edit(after, [DeleteKey(path) for path in first.values()])
    return after


def _repeats(node: YamlNode, path: ValuePath) -> Iterator[ValuePath]:
    """The paths of locators that stand earlier in their list."""
    if isinstance(node, list):
        if path and path[-1] in {"at", "skip"}:
            yield from ((*path, n) for n, each in enumerate(node) if isinstance(each, str) and each in node[:n])
        for n, inner in enumerate(node):
            yield from _repeats(inner, (*path, n))
    elif isinstance(node, dict):
        for key, inner in node.items():
            yield from _repeats(inner, (*path, key))


def _quotes(node: YamlNode, path: ValuePath) -> Iterator[ValuePath]:
    if isinstance(node, list):
        for n, inner in enumerate(node):
            yield from _quotes(inner, (*path, n))
    elif isinstance(node, dict):
        if "at" in node:
            yield from ((*path, key) for key in ("quote", "prefix", "suffix") if isinstance(node.get(key), str))
        for key, inner in node.items():
            yield from _quotes(inner, (*path, key))


def _relocated(reading: Reading, relocation: Relocation, *, several: bool) -> tuple[str, YamlEdit]:
    passage, locations = relocation.passage, reading.locations
    if relocation.path[0] == "sections":
        return _renamed(locations, passage, relocation.at)
    for holder in _holders(locations, relocation.path):
        location = locations.key(holder)
        if location is None:
            continue
        for spot in _locators(locations, holder) if passage.at else ():
            written = locations.text(spot) or ""
            if _names(written, passage):
                source, sign, _ = written.rpartition("#")
                return location.file, SetValue(spot, f"{source}{sign}{relocation.at}")
        if not passage.at and _only_quotes(locations, holder, passage):
            named = not several or locations.key((*holder, "source"))
            value = relocation.at if named else f"{passage.source}#{relocation.at}"
            return location.file, InsertKey(holder, "quote", "at", value)
    raise DoesNotFit(f"{relocation.path[1]!r} has no passage {passage.at or 'with that quote'} in its file")


def _renamed(locations: Locations, passage: Passage, at: str) -> tuple[str, YamlEdit]:
    for key, new in ((passage.at, at), (f"{passage.source}#{passage.at}", f"{passage.source}#{at}")):
        location = locations.key(("sections", key))
        if location is not None:
            return location.file, RenameKey(("sections", key), new)
    raise DoesNotFit(f"no file of the map has the section {passage.at}")


def _holders(locations: Locations, path: ValuePath) -> Iterator[ValuePath]:
    """The mappings in which the passages of a node may stand. One attribution may be written without a list."""
    written = path[:-1] if path[-1] == 0 and locations.key(path) is None else path
    yield written
    yield (*written, "at")
    yield from ((*written, "at", step) for step in locations.steps((*written, "at")) if isinstance(step, int))


def _locators(locations: Locations, holder: ValuePath) -> Iterator[ValuePath]:
    for key in ("at", "skip"):
        yield (*holder, key)
        yield from ((*holder, key, step) for step in locations.steps((*holder, key)) if isinstance(step, int))


def _names(written: str, passage: Passage) -> bool:
    source, _, locator = written.rpartition("#")
    return locator == passage.at and source in {"", passage.source}


def _only_quotes(locations: Locations, holder: ValuePath, passage: Passage) -> bool:
    return (
        passage.quote is not None
        and locations.text((*holder, "quote")) == passage.quote.exact
        and locations.key((*holder, "at")) is None
        and locations.text((*holder, "source")) in {None, passage.source}
    )


# where things stand ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Span:
    """Code points where a key begins and its value begins and ends; ``last`` is the end of its last word."""

    key: int
    key_end: int
    start: int
    end: int
    last: int = 0
    flow: bool = False
    scalar: bool = True
    siblings: tuple[int, ...] = ()


def _paths(change: YamlEdit) -> Iterator[ValuePath]:
    yield change.path
    yield change.path[:-1]
    if isinstance(change, InsertKey):
        yield (*change.path, change.before)


def find_spans(text: str, wanted: set[ValuePath] | None = None) -> dict[ValuePath, Span]:
    """The spans at the paths, or at all paths there are, from one walk over the events."""
    events: Iterator[YamlEvent] = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    spans: dict[ValuePath, Span] = {}
    root = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    if root is not None:
        _walk(events, root, (), (0, 0), spans, wanted)
    return spans


def _index(event: YamlEvent) -> int:
    index: int = event.start_mark.index
    return index


def _walk(
    events: Iterator[YamlEvent],
    event: YamlEvent,
    path: ValuePath,
    key: tuple[int, int],
    spans: dict[ValuePath, Span],
    wanted: set[ValuePath] | None,
) -> int:
    """Take one value off the events; gives the end of its last word."""
    span = Span(*key, event.start_mark.index, event.end_mark.index)
    siblings: list[int] = []
    if isinstance(event, yaml.CollectionStartEvent):
        mapping = isinstance(event, yaml.MappingStartEvent)
        span.scalar, span.flow = False, bool(event.flow_style)
        last, n = span.end, 0
        while not _ends(inner := next(events)):
            step: str | int = inner.value if mapping else n
            siblings.append(_index(inner))
            value = next(events) if mapping else inner
            place = (_index(inner), int(inner.end_mark.index))
            last = _walk(events, value, (*path, step), place, spans, wanted)
            n += 1
        span.end = inner.end_mark.index
        span.last = span.end if span.flow else last
    else:
        span.last = span.end
    if wanted is None or path in wanted:
        span.siblings = tuple(siblings)
        spans[path] = span
    return span.last


def _ends(event: YamlEvent) -> bool:
    return isinstance(event, yaml.CollectionEndEvent)


# changing the text ----------------------------------------------------------------------------------------


def _splice(text: str, spans: dict[ValuePath, Span], change: YamlEdit) -> tuple[int, int, str]:
    match change:
        case SetValue(path, value):
            span = _at(spans, path)
            if not span.scalar:
                raise DoesNotFit(f"{'.'.join(map(str, path))} is not one value; name the one to change")
            return span.start, span.end, write_like(text[span.start : span.end], value)
        case InsertKey(path, before, key, value):
            span = _at(spans, (*path, before))
            pair = f"{scalar(key)}: {_written(value)}"
            if _at(spans, path).flow:
                return span.key, span.key, f"{pair}, "
            line = text.rfind("\n", 0, span.key) + 1
            newline = "\r\n" if text[line - 2 : line] == "\r\n" else "\n"
            return span.key, span.key, f"{pair}{newline}{' ' * (span.key - line)}"
        case RenameKey(path, key):
            span = _at(spans, path)
            return span.key, span.key_end, write_like(text[span.key : span.key_end], key)
        case DeleteKey(path):
            return (*find_deleted(text, _at(spans, path), _at(spans, path[:-1])), "")


def _written(value: str | tuple[str, ...]) -> str:
    return f"[{', '.join(map(prose, value))}]" if isinstance(value, tuple) else scalar(value)


def _at(spans: dict[ValuePath, Span], path: ValuePath) -> Span:
    if path not in spans:
        raise DoesNotFit(f"nothing stands at {'.'.join(map(str, path))}")
    return spans[path]


def write_like(old: str, value: str) -> str:
    """The new value in the old one's quotes; a plain word stays plain where it can."""
    if old.startswith("'") and re.fullmatch(r"[^'\r\n\x00-\x1f\x7f-\x9f\u2028\u2029]*", value):
        return f"'{value}'"
    new = prose(value) if old.startswith('"') else scalar(value)
    return f"{new}\n" if old.endswith("\n") else new


def find_deleted(text: str, span: Span, around: Span) -> tuple[int, int]:
    """What goes when the value at ``span`` is taken out of the collection ``around`` it: line or comma with it."""
    following = [start for start in around.siblings if start > span.key]
    before = text[text.rfind("\n", 0, span.key) + 1 : span.key]
    # The last of several items has its dash before it, and no comma.
    last_item = before.strip() == "-" and span.key == span.start and not following and len(around.siblings) > 1
    if not around.flow and (last_item or not before.strip()):
        end = text.find("\n", max(span.last - 1, span.key))
        return span.key - len(before), len(text) if end < 0 else end + 1
    if following:
        return span.key, following[0]
    comma = text.rfind(",", around.start, span.key) if len(around.siblings) > 1 else span.key
    return comma, span.last


def join_splices(text: str, splices: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with each stretch replaced; raises `DoesNotFit` where two of them overlap."""
    parts, done = [], 0
    for start, end, new in splices:
        if start < done:
            raise DoesNotFit("two changes touch the same words; make them one after the other")
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _check_only(before: YamlTree, new: str, changes: Sequence[YamlEdit]) -> None:
    after = parse_tree(new, "")
    expected = json.loads(json.dumps(before.data))  # a copy in which no alias shares its value
    try:
        for change in changes:
            if not isinstance(change, RenameKey):
                _make(expected, change)
        _rename(expected, [change for change in changes if isinstance(change, RenameKey)])
    except (LookupError, TypeError, AttributeError):  # what stands there was refused, so it is not in the data
        expected = None
    if expected is None or after.data != expected or len(after.problems) > len(before.problems):
        raise DoesNotFit("this cannot be edited without changing more than was meant; edit it by hand")


def _rename(data: YamlNode, changes: Sequence[RenameKey]) -> None:
    """All at once, so that names may be handed on: s2 becomes s3 where s3 becomes s4."""
    values = [_holder(data, change.path).pop(change.path[-1]) for change in changes]
    for change, value in zip(changes, values, strict=True):
        _holder(data, change.path)[change.key] = value


def _holder(data: YamlNode, path: ValuePath) -> Any:
    # Any: each step is a key of a mapping or a place of a list, as the path knows and the type of a node does not.
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    return holder


def _make(data: YamlNode, change: SetValue | InsertKey | DeleteKey) -> None:
    holder = _holder(data, change.path)
    match change:
        case SetValue(path, value):
            holder[path[-1]] = value
        case InsertKey(path, _, key, value):
            (holder[path[-1]] if path else holder)[key] = [*value] if isinstance(value, tuple) else value
        case DeleteKey(path):
            del holder[path[-1]]
