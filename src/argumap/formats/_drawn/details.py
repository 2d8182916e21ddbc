"""What a node or an arrow tells beside its words, as plain values; what has another type or form is not read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from argumap.formats._one_line import clean, clean_id
from argumap.model import ClaimType, Locator, Passage, Quote, StakeholderType, Standard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

DetailForm: TypeAlias = Callable[[object], object]
"""Reads a value; None for one that is none of its kind."""
DetailForms: TypeAlias = Mapping[str, DetailForm]

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?", re.ASCII)


def _text(value: object) -> str | None:
    return clean(value) or None


def _words(value: object) -> tuple[str, ...] | None:
    listed = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(filter(None, map(clean, listed)))) or None


def _flag(value: object) -> bool | None:
    return True if value is True else None


def _share(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return float(value)


def _date(value: object) -> str | None:
    return value if isinstance(value, str) and _DATE.fullmatch(value) else None


def _one_of(words: type[StrEnum]) -> DetailForm:
    known: dict[str, object] = {str(word): word for word in words}
    return lambda value: known.get(value) if isinstance(value, str) else None


OF_CLAIM: Final[DetailForms] = {
    "title": _text,
    "type": _one_of(ClaimType),
    "also": _words,
    "date": _date,
    "tags": _words,
    "implicit": _flag,
    "base": _share,
    "requires_support": _flag,
    "standard": _one_of(Standard),
}
OF_ISSUE: Final[DetailForms] = {"exclusive": _flag, "tags": _words, "standard": _one_of(Standard)}
OF_STEP: Final[DetailForms] = {"scheme": _text, "warrant": _text, "weight": _share, "inferred": _flag}
OF_STAKEHOLDER: Final[DetailForms] = {
    "type": _one_of(StakeholderType),
    "role": _text,
    "interests": _words,
    "aliases": _words,
    "same_as": _text,
}
OF_CONCEPT: Final[DetailForms] = {"type": _text, "same_as": _text}
OF_SOURCE: Final[DetailForms] = {
    "url": _text,
    "published": _date,
    "authors": _text,
    "publisher": _text,
    "doi": _text,
}
OF_SPEECH: Final[DetailForms] = {"via": _words, "loosely": _flag, "cue": _text, "date": _date}


def read_details(found: Mapping[str, object], forms: DetailForms) -> dict[str, Any]:
    """The values of ``found`` that a record has a key for, each as the record has it."""
    # Any: each form gives what the record has under its key
    known = {key: form(found[key]) for key, form in forms.items() if key in found}
    return {key: value for key, value in known.items() if value is not None}


def read_passages(found: object, sources: Mapping[str, str]) -> tuple[Passage, ...]:
    """The places in ``sources``, which go by their nodes, that a claim is found at; what is none is left out."""
    listed = found if isinstance(found, list) else ()
    return tuple(filter(None, (_read_passage(each, sources) for each in listed)))


def _read_passage(found: object, sources: Mapping[str, str]) -> Passage | None:
    if not isinstance(found, dict):
        return None
    source, at, exact = clean_id(found.get("source")), clean(found.get("at")), clean(found.get("quote"))
    if source not in sources or not (at or exact):
        return None
    try:
        at = str(Locator.parse(at)) if at else ""
    except ValueError:
        return None
    quote = Quote(exact, clean(found.get("prefix")), clean(found.get("suffix"))) if exact else None
    return Passage(sources[source], at, quote)


def write_passages(passages: Iterable[Passage], nodes: Mapping[str, str]) -> list[dict[str, str]]:
    """Places in sources as plain values, the sources by their ``nodes``."""
    return [_write_passage(passage, nodes) for passage in passages if passage.source in nodes]


def _write_passage(passage: Passage, nodes: Mapping[str, str]) -> dict[str, str]:
    quote = passage.quote or Quote("")
    told = {"at": passage.at, "quote": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    return {"source": nodes[passage.source], **{key: value for key, value in told.items() if value}}


def write_details(record: object, forms: DetailForms) -> dict[str, object]:
    """What a record says under these keys, as plain values; what is empty or false is left out."""
    told: dict[str, object] = {}
    for key in forms:
        value = getattr(record, key)
        if isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Enum):
            value = value.value
        if value is not None and value is not False and value != []:
            told[key] = value
    return told
