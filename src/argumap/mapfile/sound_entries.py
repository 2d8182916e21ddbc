"""Entries of a map in which no value is wrong, without the library that the schema is written for.

Importing that library is most of what a short command on a changed map costs. Here stands only how a right value
is read; whatever is not plainly right is left to the schema, which also knows what to say of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from argumap.mapfile.entries import SECTIONS, Entries, FileSections
from argumap.mapfile.value_forms import (
    COMPARISON,
    check_code,
    check_date,
    check_digest,
    check_language,
    check_words,
    read_truth,
)
from argumap.model import Act, ClaimType, Effect, StakeholderType, Standard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

    from argumap.mapfile.schema import SaidEntry
    from argumap.mapfile.yaml_tree import YamlNode

MOST: Final = 10_000
"""So many entries are read here at most: of more, the schema's library is quicker, and its import no matter."""
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_COMPARISON = re.compile(COMPARISON)


# Any: which value a reader gives is for the schema's classes to say; a test compares the two.
_ValueReader: TypeAlias = "Callable[[YamlNode], Any]"
_Keys: TypeAlias = "Mapping[str, tuple[_ValueReader, object]]"


class _Doubtful(ValueError):
    """The value may be wrong, or be meant in a way that only the schema knows."""


@dataclass(frozen=True)
class EntryShape:
    """How the keys of an entry are read, and what stands for those that may be left out.

    ``made`` holds the values as the schema's class of the same entry would, as attributes.
    """

    readers: Mapping[str, _ValueReader]
    needed: tuple[str, ...]
    made: type

    def read(self, written: YamlNode) -> Any:
        """The entry; raises `ValueError` or `LookupError` where anything in it is not plainly right."""
        if type(written) is not dict:
            raise _Doubtful
        values = {key: self.readers[key](value) for key, value in written.items()}
        if any(key not in values for key in self.needed):
            raise _Doubtful
        entry = self.made()
        entry.__dict__ = values
        return entry


def _shape(needed: Mapping[str, _ValueReader], usual: Mapping[str, tuple[_ValueReader, object]]) -> EntryShape:
    readers = {**needed, **{key: reader for key, (reader, _) in usual.items()}}
    made = type("Entry", (), {key: default for key, (_, default) in usual.items()})
    return EntryShape(readers, tuple(needed), made)


def _word(value: YamlNode) -> str:
    if type(value) is not str:
        raise _Doubtful
    return value


def _checked(check: Callable[[str], str], value: YamlNode) -> str:
    return check(_word(value))


def _all(read: _ValueReader, value: YamlNode) -> tuple[Any, ...]:
    return tuple([read(each) for each in value]) if type(value) is list else (read(value),)


def _some(value: YamlNode) -> tuple[str, ...]:
    if not value:
        raise _Doubtful
    return _words(value)


def _share(value: YamlNode) -> float:
    if not _NUMBER.fullmatch(_word(value)) or (number := float(_word(value))) > 1:
        raise _Doubtful
    return number


def _comparison(value: YamlNode) -> str:
    if not _COMPARISON.fullmatch(_word(value)):
        raise _Doubtful
    return _word(value)


def _one_of(known: Mapping[str, Any], value: YamlNode) -> Any:
    return known[_word(value)]


def _short_or(shape: EntryShape, value: YamlNode) -> Any:
    """A locator or an id, or the entry that it is short for."""
    return value if type(value) is str else shape.read(value)


def _concerns(value: YamlNode) -> dict[str, tuple[Effect, ...]]:
    if type(value) is not dict:
        raise _Doubtful
    return {stakeholder: _effects(effects) for stakeholder, effects in value.items()}


def _origin(value: YamlNode) -> Any:
    if not value:
        raise _Doubtful
    return _ORIGIN.read(value)


def _named(kind: type[Enum]) -> _ValueReader:
    return partial(_one_of, {word.value: word for word in kind})


_text = partial(_checked, check_words)
_date = partial(_checked, check_date)
_language = partial(_checked, check_language)
_words = partial(_all, _word)
_texts = partial(_all, _text)
_effects = partial(_all, _named(Effect))
_act = _named(Act)
_standard = _named(Standard)
_status = partial(_one_of, {word: word for word in ("stands", "falls", "undecided")})

_ORIGIN = _shape(
    {},
    {
        "format": (_text, None),
        "file": (_text, None),
        "id": (_text, None),
        "digest": (partial(_checked, check_digest), None),
    },
)
_MADE: _Keys = {"origin": (_origin, None), "unseen": (_text, None)}
_PASSAGE = _shape(
    {},
    {
        "source": (_word, None),
        "at": (_word, None),
        "quote": (_text, None),
        "prefix": (_word, None),
        "suffix": (_word, None),
    },
)
_ANCHORED: _Keys = {
    **_MADE,
    "at": (partial(_all, partial(_short_or, _PASSAGE)), ()),
    "quote": (_text, None),
    "prefix": (_word, None),
    "suffix": (_word, None),
}
_SAID = _shape(
    {"by": _word},
    {
        **_ANCHORED,
        "act": (_act, Act.ASSERTS),
        "via": (_words, None),
        "loosely": (read_truth, False),
        "cue": (_text, None),
        "date": (_date, None),
    },
)
ASSERTED: Final[SaidEntry] = _SAID.read({"by": ""})
"""What a stakeholder's id alone is short for, save who it is."""
_said = partial(_all, partial(_short_or, _SAID))
_EXPECT = _shape({}, {"status": (_status, None), "said_by": (_words, ()), "strength": (_comparison, None)})
_STOP = _shape({"of": _word, "text": _text}, {})
_ACCEPTED = _shape({"code": partial(_checked, check_code), "reason": _text}, {"at": (_texts, ())})

HEAD_SHAPE: Final = _shape(
    {"argumap": partial(_one_of, {"1": "1"})},
    {
        "title": (_text, None),
        "language": (_language, None),
        "standard": (_standard, None),
        "origin": (_origin, None),
        "unseen": (_text, None),
        "tour": (partial(_all, _STOP.read), ()),
        "accepted": (partial(_all, _ACCEPTED.read), ()),
    },
)
SHAPES: Final[Mapping[str, EntryShape]] = {
    "sources": _shape(
        {"title": _text},
        {
            **_MADE,
            "author": (_word, None),
            "authors": (_texts, ()),
            "published": (_date, None),
            "publisher": (_text, None),
            "doi": (_text, None),
            "url": (_text, None),
            "file": (_text, None),
            "skip": (_words, ()),
            "language": (_language, None),
        },
    ),
    "sections": _shape({}, {"title": (_text, None), "voice": (_act, None)}),
    "issues": _shape(
        {"question": _text},
        {
            **_ANCHORED,
            "compares": (_words, ()),
            "exclusive": (read_truth, False),
            "tags": (_texts, ()),
            "standard": (_standard, None),
        },
    ),
    "stakeholders": _shape(
        {"name": _text},
        {
            **_MADE,
            "type": (_named(StakeholderType), StakeholderType.UNSPECIFIED),
            "role": (_text, None),
            "affiliation": (_words, ()),
            "interests": (_texts, ()),
            "aliases": (_texts, ()),
            "same_as": (_text, None),
        },
    ),
    "concepts": _shape(
        {"label": _text},
        {**_ANCHORED, "type": (_text, None), "broader": (_words, ()), "same_as": (_text, None)},
    ),
    "claims": _shape(
        {"text": _text},
        {
            **_ANCHORED,
            "title": (_text, None),
            "also": (_texts, ()),
            "type": (_named(ClaimType), None),
            "answers": (_words, ()),
            "about": (_words, ()),
            "concerns": (_concerns, {}),
            "contradicts": (_words, ()),
            "rephrases": (_words, ()),
            "implicit": (read_truth, False),
            "date": (_date, None),
            "base": (_share, None),
            "requires_support": (read_truth, False),
            "standard": (_standard, None),
            "expect": (_EXPECT.read, None),
            "tags": (_texts, ()),
            "said": (_said, None),
            "supports": (_words, ()),
            "attacks": (_words, ()),
            "undercuts": (_words, ()),
        },
    ),
    "arguments": _shape(
        {"premises": _some},
        {
            **_ANCHORED,
            "supports": (_word, None),
            "attacks": (_word, None),
            "undercuts": (_word, None),
            "scheme": (_text, None),
            "warrant": (_text, None),
            "weight": (_share, None),
            "inferred": (read_truth, False),
            "said": (_said, ()),
        },
    ),
}


def nothing_shared() -> Entries:
    """The entries of a map that says nothing."""
    return Entries(HEAD_SHAPE.read({"argumap": "1"}))


def read_sound(data: Mapping[str, YamlNode]) -> Entries | None:
    """The entries of a whole map, as the schema would give them; None where something may be wrong, or is much."""
    written = {name: data.get(name) for name in SECTIONS}
    if sum(len(entries) for entries in written.values() if type(entries) is dict) > MOST:
        return None
    try:
        head = HEAD_SHAPE.read({key: value for key, value in data.items() if key not in written})
        sections = {name: _section(SHAPES[name], entries) for name, entries in written.items()}
    except (ValueError, LookupError):
        return None
    return Entries(head, FileSections(**sections), {name: list(entries) for name, entries in sections.items()})


def _section(shape: EntryShape, written: YamlNode) -> dict[str, Any]:
    if written is None:
        return {}
    if type(written) is not dict:
        raise _Doubtful
    return {record_id: shape.read(entry) for record_id, entry in written.items()}
