"""Where a map's files name an id: as a key, as a reference, in ids made of others, in places of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argumap.mapfile.map_reader import find_shared_file
from argumap.mapfile.yaml_edits import RenameKey, SetValue, edit, text_as_read
from argumap.mapfile.yaml_tree import parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from argumap.mapfile.locations import ValuePath
    from argumap.mapfile.map_reader import Reading
    from argumap.mapfile.yaml_tree import YamlNode

_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "sources": ("author",),
    "issues": ("compares",),
    "stakeholders": ("affiliation",),
    "concepts": ("broader",),
    "claims": ("answers", "about", "contradicts", "rephrases", "supports", "attacks", "undercuts"),
    "arguments": ("premises", "supports", "attacks", "undercuts"),
}


class Mention(NamedTuple):
    """A ``word`` of a map's file that names something.

    ``names`` is a record, or an argument by an id that is made of others; a source; a locator that may begin with
    its source; or a place, which is what an accepted problem is about and may be any of these.
    """

    path: ValuePath
    word: str
    names: Literal["record", "source", "locator", "place"]
    is_key: bool = False


class RenamedText(NamedTuple):
    """The new ``text`` of a file, and at how many ``places`` it names what was renamed."""

    text: str
    places: int


def rename_in_files(reading: Reading, old: str, new: str, *, is_source: bool) -> dict[Path, RenamedText]:
    """The new text of each file of the map that names the record or source ``old``; every other byte stays.

    What several maps share is left alone. Raises `ChangedMeanwhile` where a file is not as it was read,
    `DoesNotFit` where it names the id in a form that cannot be edited safely (behind an alias, say).
    """
    texts: dict[Path, RenamedText] = {}
    for file in reading.files:
        if file == find_shared_file(reading):
            continue
        text = text_as_read(reading, file)
        edits = [
            RenameKey(m.path, word) if m.is_key else SetValue(m.path, word)
            for m in find_mentions(parse_tree(text.removeprefix("\ufeff"), "").data)
            if (word := _rename(m, old, new, is_source=is_source)) != m.word
        ]
        if edits:
            texts[file] = RenamedText(edit(text, edits), len(edits))
    return texts


def rename_composed(record_id: str, old: str, new: str) -> str:
    """The id with ``old`` renamed, also where it is one of those that the id is made of: ``p/t``, ``x/p/t``."""
    return "/".join(new if part == old else part for part in record_id.split("/"))


def find_mentions(data: YamlNode) -> Iterator[Mention]:
    """Every id and every locator in the data of one file, in its order."""
    for section, entries in data.items() if isinstance(data, dict) else ():
        if section == "tour":
            yield from _texts_of(section, entries, "of", "record")
        elif section == "accepted":
            yield from _texts_of(section, entries, "at", "place")
        elif isinstance(entries, dict):
            for record_id, entry in entries.items():
                yield Mention((section, record_id), record_id, _named_by_keys(section), is_key=True)
                if isinstance(entry, dict):
                    yield from _in_entry(section, (section, record_id), entry)


def _rename(mention: Mention, old: str, new: str, *, is_source: bool) -> str:
    word = mention.word
    if not is_source:
        of_records = mention.names == "record" or (mention.names == "place" and "#" not in word)
        return rename_composed(word, old, new) if of_records else word
    if mention.names in {"source", "place"} and word == old:
        return new
    begins = mention.names in {"locator", "place"} and word.startswith(f"{old}#")
    return f"{new}{word[len(old) :]}" if begins else word


def _named_by_keys(section: str) -> Literal["record", "source", "locator"]:
    return "source" if section == "sources" else "locator" if section == "sections" else "record"


def _texts_of(section: str, entries: YamlNode, key: str, names: Literal["record", "place"]) -> Iterator[Mention]:
    for path, entry in _each((section,), entries):
        if isinstance(entry, dict):
            yield from _words((*path, key), entry.get(key), names)


def _in_entry(section: str, path: ValuePath, entry: dict[str, YamlNode]) -> Iterator[Mention]:
    for key in _REFERENCES.get(section, ()):
        yield from _words((*path, key), entry.get(key), "record")
    concerns, expect = entry.get("concerns"), entry.get("expect")
    if isinstance(concerns, dict):
        yield from (Mention((*path, "concerns", who), who, "record", is_key=True) for who in concerns)
    if isinstance(expect, dict):
        yield from _words((*path, "expect", "said_by"), expect.get("said_by"), "record")
    for spot, said in _each((*path, "said"), entry.get("said")):
        if isinstance(said, dict):
            yield from _words((*spot, "by"), said.get("by"), "record")
            yield from _words((*spot, "via"), said.get("via"), "record")
            yield from _places((*spot, "at"), said.get("at"))
        else:
            yield from _words(spot, said, "record")
    yield from _places((*path, "at"), entry.get("at"))


def _places(path: ValuePath, at: YamlNode) -> Iterator[Mention]:
    for spot, place in _each(path, at):
        if isinstance(place, dict):
            yield from _words((*spot, "source"), place.get("source"), "source")
            yield from _words((*spot, "at"), place.get("at"), "locator")
        else:
            yield from _words(spot, place, "locator")


def _words(
    path: ValuePath, value: YamlNode, names: Literal["record", "source", "locator", "place"]
) -> Iterator[Mention]:
    for spot, word in _each(path, value):
        if isinstance(word, str):
            yield Mention(spot, word, names)


def _each(path: ValuePath, value: YamlNode) -> Iterator[tuple[ValuePath, YamlNode]]:
    """The items of a list, or the one value that stands for a list of one."""
    if isinstance(value, list):
        yield from (((*path, n), item) for n, item in enumerate(value))
    else:
        yield path, value
