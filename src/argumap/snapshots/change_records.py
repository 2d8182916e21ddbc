"""What can change between two maps: one small record for each kind of change, and how it is written as JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from argumap.errors import CallError
from argumap.model import Attribution, Bearing, Passage
from argumap.snapshots.canonical_form import SHAPES, Record, encode_record, key_of, kind_of, parse_record
from argumap.snapshots.field_codecs import PREMISES, parse_text
from argumap.snapshots.map_head import HEAD
from argumap.snapshots.word_diff import find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Weight(StrEnum):
    """How much a change matters to those who build on the map."""

    BREAKING = "breaking"
    NOTABLE = "notable"
    COSMETIC = "cosmetic"


@dataclass(frozen=True, slots=True)
class Added:
    """``record`` is new; ``after`` is the record that it follows, where its kind has an order ("" for none)."""

    record: Record
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """``record`` is gone."""

    record: Record


@dataclass(frozen=True, slots=True)
class Renamed:
    """The same thing has another id. Addresses that name the old id break.

    ``guess`` is what speaks for it where that is no proof: ``words`` that are similar, the same ``passage``, or
    the same ``premises`` under another target or the other way round.
    """

    kind: str
    old: str
    new: str
    guess: str | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """``record``, as it was, only follows what was renamed: its references, or the id that is made of them."""

    record: Record
    ids: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text reads differently: a claim's text or title, an issue's question, an argument's warrant."""

    kind: str
    id: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Retyped:
    """A claim, stakeholder or concept is of another type."""

    kind: str
    id: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Reanchored:
    """A record stands elsewhere in the text; ``after`` as in `Added`."""

    kind: str
    id: str
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An argument bears on another target."""

    id: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Flipped:
    """An argument bears on its target the other way."""

    id: str
    old: Bearing
    new: Bearing


@dataclass(frozen=True, slots=True)
class PremisesChanged:
    """An argument rests on other premises."""

    id: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def came(self) -> tuple[str, ...]:
        return tuple(premise for premise in self.new if premise not in self.old)

    @property
    def went(self) -> tuple[str, ...]:
        return tuple(premise for premise in self.old if premise not in self.new)


@dataclass(frozen=True, slots=True)
class Attributed:
    """Somebody takes a stance where none was recorded."""

    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Unattributed:
    """A stance is no longer recorded."""

    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Reattributed:
    """Somebody's stance is another (its act), or is recorded otherwise (chain, cue, passage, date)."""

    old: Attribution
    new: Attribution


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """Any other field has another value. ``id`` of a section is ``source#s2``."""

    kind: str
    id: str
    field: str
    # Any: what a field may hold depends on its name; the codec of its kind says it.
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class TitleChanged:
    """The map has another title."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HeadChanged:
    """The map says something else of itself as a whole: its language, its origin, its tour, what it accepts."""

    field: str
    # Any: what a field may hold depends on its name; its codec says it.
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Reordered:
    """Records of a kind stand elsewhere in the order of the map: each (id, the id it now follows or "")."""

    kind: str
    moves: tuple[tuple[str, str], ...]


Change: TypeAlias = (
    Added
    | Removed
    | Renamed
    | Followed
    | Reworded
    | Retyped
    | Reanchored
    | Moved
    | Flipped
    | PremisesChanged
    | Attributed
    | Unattributed
    | Reattributed
    | FieldChanged
    | TitleChanged
    | HeadChanged
    | Reordered
)
_NAMES: Final[Mapping[type, str]] = {
    Added: "added",
    Removed: "removed",
    Renamed: "renamed",
    Followed: "followed",
    Reworded: "reworded",
    Retyped: "retyped",
    Reanchored: "re-anchored",
    Moved: "moved",
    Flipped: "flipped",
    PremisesChanged: "premises",
    Attributed: "attributed",
    Unattributed: "unattributed",
    Reattributed: "stance",
    FieldChanged: "field",
    TitleChanged: "title",
    HeadChanged: "map",
    Reordered: "reordered",
}
_CLASSES: Final = {name: cls for cls, name in _NAMES.items()}
_LOGIC: Final = ("issue", "claim", "argument")
# What these say moves no answer. A field that is not listed may, so a new one is told rather than passed over.
_MEANINGLESS: Final = frozenset(
    {"title", "label", "name", "tags", "origin", "unseen", "tour", "accepted", "file", "url"}
)


def name_of(change: Change) -> str:
    """The word that stands for the change in JSON."""
    return _NAMES[type(change)]


def weigh(change: Change) -> Weight:
    """How much ``change`` matters.

    *Breaking* is what makes somebody's reliance wrong: an issue, claim or argument is gone or has another id,
    an argument bears on something else or the other way, a speaker commits where they did not or no longer does.
    *Cosmetic* is what changes no meaning: titles, names and labels, order, tags, case and punctuation, where a
    text lies, what follows a renaming. *Notable* is everything else, so whatever can move a figure.
    """
    match change:
        case Moved() | Flipped():
            return Weight.BREAKING
        case Removed(record):
            return Weight.BREAKING if kind_of(record) in _LOGIC else Weight.NOTABLE
        case Renamed(kind):
            return Weight.BREAKING if kind in {*_LOGIC, "stakeholder"} else Weight.NOTABLE
        case Reattributed(old, new):
            return _weigh_stance(old, new)
        case Reworded():
            return _weigh_words(change)
        case FieldChanged() | HeadChanged():
            return Weight.COSMETIC if change.field in _MEANINGLESS else Weight.NOTABLE
        case Followed() | TitleChanged() | Reordered():
            return Weight.COSMETIC
        case _:
            return Weight.NOTABLE


def _weigh_words(change: Reworded) -> Weight:
    meant = change.field != "title" and find_words(change.old or "") != find_words(change.new or "")
    return Weight.NOTABLE if meant else Weight.COSMETIC


def _weigh_stance(old: Attribution, new: Attribution) -> Weight:
    if old.act.commits is not new.act.commits:
        return Weight.BREAKING
    return (
        Weight.NOTABLE if (old.act, old.via, old.loosely) != (new.act, new.via, new.loosely) else Weight.COSMETIC
    )


def touched_by(change: Change) -> str:
    """The id of what ``change`` is about; "" where it is the map as a whole."""
    match change:
        case Added(record) | Removed(record) | Followed(record):
            return record.of if isinstance(record, Attribution) else key_of(record)
        case Renamed():
            return change.new
        case Attributed(attribution) | Unattributed(attribution) | Reattributed(new=attribution):
            return attribution.of
        case TitleChanged() | HeadChanged() | Reordered():
            return ""
        case _:
            return change.id


def write_change(change: Change) -> dict[str, Any]:
    """``change`` as JSON has it: its name, its weight and all that `parse_change` needs."""
    written: dict[str, Any] = {"change": name_of(change), "weight": weigh(change).value, "id": touched_by(change)}
    for field in fields(change):
        value = getattr(change, field.name)
        codec = _codec(type(change), field.name, getattr(change, "kind", ""), getattr(change, "field", ""))
        if value is not None or field.name in _BOTH:
            written[field.name] = None if value is None else codec.write(value)
    return written


def parse_change(written: Mapping[str, Any]) -> Change:
    """The change that `write_change` wrote; raises `CallError` where it is none."""
    try:
        cls = _CLASSES[written["change"]]
        parts: dict[str, Any] = {}
        for field in fields(cls):
            value = written.get(field.name)
            codec = _codec(cls, field.name, written.get("kind", ""), written.get("field", ""))
            if value is not None or field.name in _BOTH:
                parts[field.name] = None if value is None else codec.read(value)
        change: Change = cls(**parts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CallError(f"no change can be read from {str(written)[:60]!r}") from error
    return change


class _Codec(NamedTuple):
    # Any: one codec stands for each type that a change may hold, and for JSON on the other side.
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _codec(cls: type, name: str, kind: str, field: str) -> _Codec:
    if cls is HeadChanged and name in _BOTH:
        return _Codec(lambda value: HEAD[field].encode(value, {}), HEAD[field].parse)
    if cls is FieldChanged and name in _BOTH:
        shape = SHAPES[kind]
        return _Codec(
            lambda value: shape.encode_field(field, value), lambda value: shape.parse_field(field, value)
        )
    return _CODECS.get((cls, name), _TEXT)


_BOTH: Final = ("old", "new")
_RECORD: Final = _Codec(lambda record: encode_record(record, {}), parse_record)
_PASSAGES: Final = _Codec(
    lambda value: SHAPES["claim"].encode_field("at", value), lambda value: SHAPES["claim"].parse_field("at", value)
)
_TEXT: Final = _Codec(_same, parse_text)
_PREMISES: Final = _Codec(list, PREMISES.parse)
_PAIRS: Final = _Codec(
    lambda pairs: [list(pair) for pair in pairs],
    lambda pairs: tuple((parse_text(a), parse_text(b)) for a, b in pairs),
)
_BEARING: Final = _Codec(str, Bearing)
_CODECS: Final[Mapping[tuple[type, str], _Codec]] = {
    (Added, "record"): _RECORD,
    (Removed, "record"): _RECORD,
    (Followed, "record"): _RECORD,
    (Followed, "ids"): _PAIRS,
    (Followed, "sources"): _PAIRS,
    (Reanchored, "old"): _PASSAGES,
    (Reanchored, "new"): _PASSAGES,
    (Flipped, "old"): _BEARING,
    (Flipped, "new"): _BEARING,
    (PremisesChanged, "old"): _PREMISES,
    (PremisesChanged, "new"): _PREMISES,
    (Attributed, "attribution"): _RECORD,
    (Unattributed, "attribution"): _RECORD,
    (Reattributed, "old"): _RECORD,
    (Reattributed, "new"): _RECORD,
    (Reordered, "moves"): _PAIRS,
}
