"""What a map says of itself as a whole, and how that stands in the header of a snapshot."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from argumap.errors import DamagedFile
from argumap.model import Acceptance, ArgumentMap, Standard, Stop
from argumap.snapshots.field_codecs import ORIGIN, Field, parse_members, parse_text

if TYPE_CHECKING:
    from collections.abc import Mapping


# Any: a header is JSON, and what a field of it holds depends on its name; the codec of each field says it.
def _as_is(value: Any, _place: Mapping[str, int]) -> Any:
    return value


def _encode_tour(tour: tuple[Stop, ...], _place: Mapping[str, int]) -> list[dict[str, str]]:
    return [{"of": stop.of, "text": stop.text} for stop in tour]


def _parse_tour(written: Any) -> tuple[Stop, ...]:
    return tuple([Stop(**parse_members(stop, "of", "text")) for stop in written])


def _encode_accepted(accepted: tuple[Acceptance, ...], _place: Mapping[str, int]) -> list[dict[str, str]]:
    entries = sorted({(entry.code, entry.at, entry.reason) for entry in accepted})
    return [
        {"at": at, "code": code, "reason": reason} if at else {"code": code, "reason": reason}
        for code, at, reason in entries
    ]


def _parse_accepted(written: Any) -> tuple[Acceptance, ...]:
    return tuple([Acceptance(**{"at": "", **parse_members(entry, "at", "code", "reason")}) for entry in written])


HEAD: Final[Mapping[str, Field]] = {
    "title": Field(_as_is, parse_text),
    "language": Field(_as_is, parse_text),
    "standard": Field(_as_is, Standard),
    "origin": ORIGIN,
    "tour": Field(_encode_tour, _parse_tour),
    "accepted": Field(_encode_accepted, _parse_accepted),
    "unseen": Field(_as_is, parse_text),
}
DEFAULTS: Final[Mapping[str, Any]] = {f.name: f.default for f in fields(ArgumentMap) if f.name in HEAD}


def encode_head(argument_map: ArgumentMap) -> dict[str, Any]:
    """The fields of the map as a whole as JSON has them, those at their default left out."""
    head = read_head(argument_map)
    return {name: HEAD[name].encode(value, {}) for name, value in head.items() if value != DEFAULTS[name]}


def parse_head(header: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The fields that `encode_head` wrote into the header of ``name``; raises `DamagedFile` where one is none."""
    try:
        return {field: how.parse(header[field]) for field, how in HEAD.items() if field in header}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedFile(f"{name} is damaged: its header says nothing that a map can say", name, 1) from error


def read_head(argument_map: ArgumentMap) -> dict[str, Any]:
    """The fields of the map as a whole, by name."""
    return {name: getattr(argument_map, name) for name in HEAD}
