"""How the values of a record's fields are written as JSON and read back: no floats, what has no order sorted."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from argumap.errors import CallError
from argumap.model import Concern, Effect, Expectation, Origin, Passage, Quote, reading_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_DECIMAL = re.compile(r"(?:0(?:\.[0-9]*[1-9])?|1)", re.ASCII)


class Field(NamedTuple):
    """How the values of one field are written and read."""

    # Any: the codec is one for every kind of record, field by field; what a field holds is known where it is used.
    encode: Callable[[Any, Mapping[str, int]], Any]
    parse: Callable[[Any], Any]


def parse_text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(value)
    return value


def parse_flag(value: Any) -> bool:
    if value is not True:
        raise TypeError(value)
    return True


def parse_texts(value: Any) -> tuple[str, ...]:
    if type(value) is not list:
        raise TypeError(value)
    return tuple([parse_text(item) for item in value])


def _premises(value: Sequence[str], _place: Mapping[str, int]) -> list[str]:
    if not value:
        raise CallError("an argument rests on nothing; give it a premise")
    return sorted(set(value))


def _parse_premises(value: Any) -> tuple[str, ...]:
    if not value:
        raise ValueError(value)
    return parse_texts(value)


def parse_members(value: Any, *known: str) -> dict[str, str]:
    """The texts of an object that has no other members than those ``known``."""
    if type(value) is not dict or not value.keys() <= {*known}:
        raise TypeError(value)
    return {name: parse_text(text) for name, text in value.items()}


def _decimal(value: float, _place: Mapping[str, int]) -> str:
    plain = f"{Decimal(repr(float(value))).normalize():f}"
    plain = "0" if plain == "-0" else plain
    if not _DECIMAL.fullmatch(plain):
        raise CallError(f"{plain} is no base score or weight; give a number from 0 to 1")
    return plain


def _number(value: Any) -> float:
    if not _DECIMAL.fullmatch(value):
        raise ValueError(value)
    return float(value)


def _passages(value: Sequence[Passage], place: Mapping[str, int]) -> list[dict[str, Any]]:
    if len(value) == 1 and value[0].at and value[0].quote is None:
        return [{"at": value[0].at, "source": value[0].source}]
    if len(value) > 1:
        value = sorted(set(value), key=lambda p: (not p.at, *_order(p, place)))
    return [_passage(passage) for passage in value]


def _order(passage: Passage, place: Mapping[str, int]) -> tuple[Any, ...]:
    quote = passage.quote or Quote("")
    locator = reading_order(passage.at) if passage.at else ()
    source = (place.get(passage.source, len(place)), passage.source)
    return (source, locator, passage.at, quote.exact, quote.prefix, quote.suffix)


def _passage(passage: Passage) -> dict[str, Any]:
    written: dict[str, Any] = {"at": passage.at} if passage.at else {}
    if passage.quote is not None:
        quote = passage.quote
        parts = (("exact", quote.exact), ("prefix", quote.prefix), ("suffix", quote.suffix))
        written["quote"] = {name: text for name, text in parts if text or name == "exact"}
    written["source"] = passage.source
    return written


def _parse_passages(value: Any) -> tuple[Passage, ...]:
    return tuple([_parse_passage(item) for item in value])


def _parse_passage(value: Mapping[str, Any]) -> Passage:
    if not value.keys() <= {"at", "quote", "source"}:
        raise KeyError(value)
    quote = value.get("quote")
    return Passage(
        parse_text(value["source"]),
        parse_text(value.get("at", "")),
        None if quote is None else Quote(**{name: parse_text(text) for name, text in quote.items()}),
    )


def _concerns(value: Iterable[Concern], _place: Mapping[str, int]) -> list[dict[str, str]]:
    pairs = sorted({(concern.effect.value, concern.stakeholder) for concern in value})
    return [{"effect": effect, "stakeholder": stakeholder} for effect, stakeholder in pairs]


def _parse_concerns(value: Any) -> tuple[Concern, ...]:
    return tuple([Concern(parse_text(item["stakeholder"]), Effect(item["effect"])) for item in value])


def _expectation(value: Expectation, _place: Mapping[str, int]) -> dict[str, Any]:
    parts = (("said_by", sorted(set(value.said_by))), ("status", value.status), ("strength", value.strength))
    return {name: part for name, part in parts if part}


def _parse_expectation(value: Mapping[str, Any]) -> Expectation:
    said_by, status, strength = value.get("said_by", []), value.get("status"), value.get("strength")
    return Expectation(
        None if status is None else parse_text(status),
        parse_texts(said_by),
        None if strength is None else parse_text(strength),
    )


def _origin(value: Origin, _place: Mapping[str, int]) -> dict[str, str]:
    parts = (("digest", value.digest), ("file", value.file), ("format", value.format), ("id", value.id))
    return {name: text for name, text in parts if text is not None}


def _parse_origin(value: Any) -> Origin:
    return Origin(**parse_members(value, "digest", "file", "format", "id"))


SET: Final = Field(lambda value, _: sorted(set(value)) if len(value) > 1 else list(value), parse_texts)
LIST: Final = Field(lambda value, _: list(value), parse_texts)
PREMISES: Final = Field(_premises, _parse_premises)
DECIMALS: Final = Field(_decimal, _number)
PASSAGES: Final = Field(_passages, _parse_passages)
CONCERNS: Final = Field(_concerns, _parse_concerns)
EXPECTATION: Final = Field(_expectation, _parse_expectation)
ORIGIN: Final = Field(_origin, _parse_origin)
