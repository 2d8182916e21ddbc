"""The JSON that Argdown's own tool exports, as a document: its elements by title, with all their wordings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._argdown.document import (
    ArgdownDocument,
    ArgdownElement,
    ArgdownLine,
    ArgdownSection,
    Range,
    Ref,
    Relation,
    RelationKind,
    Sort,
    Wording,
)
from argumap.formats._argdown.reading import read_document
from argumap.formats._foreign import take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats._foreign import Foreign, Imported
    from argumap.mapfile import YamlNode

_KEYS = frozenset({"statements", "arguments", "relations"})
_UNTITLED = re.compile(r"Untitled \d+", re.ASCII)
_KINDS = {
    "support": RelationKind.SUPPORT,
    "entails": RelationKind.SUPPORT,
    "attack": RelationKind.ATTACK,
    "undercut": RelationKind.UNDERCUT,
    "contrary": RelationKind.CONTRADICTION,
    "contradictory": RelationKind.CONTRADICTION,
}
_SORTS = {"equivalence-class": Sort.STATEMENT, "argument": Sort.ARGUMENT, "inference": Sort.INFERENCE}
_RANGES = {
    "bold": "type",
    "italic": "type",
    "link": "link",
    "tag": "tag",
    "statement-mention": "mention",
    "argument-mention": "mention",
}
_DEEPEST = 60
_LARGEST = 200_000_000
# A line is not longer than that, and if it were, only an order would be another.
_WIDEST = 1 << 20


def recognise(foreign: Foreign) -> str:
    """What tells that a file is Argdown's JSON; "" where nothing does."""
    if not foreign.keys >= _KEYS:
        return ""
    whole = foreign.json
    held = [whole.get(key) for key in ("statements", "arguments")] if isinstance(whole, dict) else []
    plain = all(isinstance(part, dict) for part in held) and isinstance(whole, dict)
    listed = plain and isinstance(whole, dict) and isinstance(whole.get("relations"), list)
    return "it is JSON with the keys statements, arguments and relations, as Argdown exports it" if listed else ""


def read(foreign: Foreign) -> Imported:
    """The map of an export. Raises `OtherTool` where it is none."""
    if len(foreign.data) > _LARGEST:
        raise OtherTool(f"it has more than {_LARGEST // 10**6} million bytes; divide it", foreign.name)
    whole = foreign.json
    if not isinstance(whole, dict) or not isinstance(whole.get("statements"), dict):
        raise OtherTool('this is no JSON of Argdown: it lacks the object "statements"', foreign.name)
    document = _read_document(whole)
    return read_document(document, foreign.name, tuple(take_apart(whole)))


def _read_document(whole: dict[str, object]) -> ArgdownDocument:
    document = ArgdownDocument()
    sections = _read_sections(whole, document)
    for sort, key in ((Sort.STATEMENT, "statements"), (Sort.ARGUMENT, "arguments")):
        for title, record in _dict(whole.get(key)).items():
            if isinstance(record, dict) and title:
                _read_element(document, sort, title, record, sections)
    for argument in document.arguments.values():
        for line in argument.lines:
            document.make(Sort.STATEMENT, line.statement)
    for record in _records(whole.get("relations")):
        if relation := _read_relation(document, record):
            document.relate(*relation)
    document.finish()
    return document


def _read_sections(whole: dict[str, object], document: ArgdownDocument) -> dict[str, int]:
    numbers: dict[str, int] = {}
    open_ = [(record, -1) for record in reversed([*_records(whole.get("sections"))])]
    while open_:
        record, above = open_.pop()
        level = record.get("level")
        wording = _read_wording({**record, "text": record.get("title")}, {})
        made = ArgdownSection(level if isinstance(level, int) and level > 0 else 1, wording, above)
        numbers[_word(record.get("id"))] = len(document.sections)
        document.sections.append(made)
        children = [*_records(record.get("children"))]
        open_ += [(child, len(document.sections) - 1) for child in reversed(children)]
    return numbers


def _read_element(
    document: ArgdownDocument, sort: Sort, title: str, record: dict[str, object], sections: dict[str, int]
) -> None:
    element = ArgdownElement(Ref(sort, title), untitled=bool(_UNTITLED.fullmatch(title)))
    (document.statements if sort is Sort.STATEMENT else document.arguments)[title] = element
    element.section = sections.get(_word(record.get("section")), -1)
    for member in _records(record.get("members")):
        wording = _read_wording(member, sections)
        element.wordings.append(wording)
        listed = sort is Sort.STATEMENT and member.get("isTopLevel") is True and not element.untitled
        if listed and wording.section >= 0:
            document.sections[wording.section].listed.setdefault(title)
    for line in _records(record.get("pcs")):
        inference = _dict(line.get("inference"))
        rules = inference.get("inferenceRules")
        statement = _word(line.get("title"))
        if statement and sort is Sort.ARGUMENT:
            element.lines.append(
                ArgdownLine(
                    statement,
                    tuple(rule for rule in rules if isinstance(rule, str)) if isinstance(rules, list) else (),
                    _read_data(inference.get("data")),
                    _word(line.get("role")).endswith("conclusion"),
                )
            )
    if not any(line.is_conclusion for line in element.lines):
        element.lines.clear()


def _read_wording(member: dict[str, object], sections: dict[str, int]) -> Wording:
    text = _word(member.get("text"))
    wording = Wording(
        _number(member.get("startLine")) * _WIDEST + _number(member.get("startColumn")),
        text,
        data=_read_data(member.get("data")),
        is_reference=member.get("isReference") is True,
        is_title=not _UNTITLED.fullmatch(_word(member.get("title"))),
        section=sections.get(_word(member.get("section")), -1),
    )
    # Its places count as JavaScript does, in units of UTF-16, and the last one belongs to the stretch.
    ranges = [*_records(member.get("ranges"))]
    places = _find_places(text) if ranges else []
    for record in ranges:
        kind = _RANGES.get(_word(record.get("type")), "")
        start, stop = _number(record.get("start")), _number(record.get("stop"))
        if kind and start <= stop < len(places) - 1:
            value = record.get("tag") or record.get("url") or record.get("title")
            wording.ranges.append(Range(kind, places[start], places[stop + 1], _word(value)))
    known = set(wording.tags)
    tags = member.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        if isinstance(tag, str) and tag not in known:
            wording.ranges.append(Range("tag", 0, 0, tag))
    return wording


def _find_places(text: str) -> list[int]:
    """The place in ``text`` of each of its units in UTF-16, and of its end."""
    if text.isascii():
        return [*range(len(text) + 1)]
    places = [n for n, char in enumerate(text) for _ in range(2 if ord(char) > 0xFFFF else 1)]
    return [*places, len(text)]


def _read_relation(document: ArgdownDocument, record: dict[str, object]) -> Relation | None:
    kind = _KINDS.get(_word(record.get("relationType")))
    ends = [
        _read_end(document, _SORTS.get(_word(record.get(f"{end}Type"))), _word(record.get(end)), record)
        for end in ("from", "to")
    ]
    if kind is None or ends[0] is None or ends[1] is None:
        return None
    return Relation(kind, ends[0], ends[1])


def _read_end(document: ArgdownDocument, sort: Sort | None, title: str, record: dict[str, object]) -> Ref | None:
    if sort is Sort.INFERENCE and title in document.arguments:
        return Ref(sort, title, _number(record.get("conclusionIndex")) + 1)
    if sort in {Sort.STATEMENT, Sort.ARGUMENT} and title:
        return document.make(Sort(sort), title).ref
    return None


def _read_data(value: object) -> dict[str, YamlNode]:
    found = _as_yaml(value, 0)
    return found if isinstance(found, dict) else {}


def _as_yaml(value: object, depth: int) -> YamlNode:
    """A value of JSON with its scalars as a map file writes them."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {str(key): _as_yaml(held, depth + 1) for key, held in value.items()}
    if isinstance(value, list):
        return [_as_yaml(held, depth + 1) for held in value]
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _records(value: object) -> Iterator[dict[str, object]]:
    yield from (record for record in (value if isinstance(value, list) else ()) if isinstance(record, dict))


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < _WIDEST else 0
