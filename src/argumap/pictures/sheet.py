"""What a picture tells, before it has a size: a title, answers with what counts for and against them, a foot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PointState(StrEnum):
    """Whether a reason or an objection counts."""

    LIVE = "live"
    UNRESOLVED = "unresolved"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class SheetPremise:
    """A claim in one line, and who says it."""

    claim: str
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class SheetPoint:
    """A reason or an objection: one sign, however many premises it takes together.

    ``added`` marks a step of the map's own; ``answered`` are the premises of what answers it, one by one; ``note``
    says what else is to be known of it; ``shared`` are premises that its neighbours rest on too, ``joined`` tells
    that the one before it does. ``strongest``: it counts for more than all others of its side.
    """

    premises: tuple[SheetPremise, ...]
    state: PointState = PointState.LIVE
    added: bool = False
    answered: tuple[tuple[SheetPremise, ...], ...] = ()
    note: str = ""
    shared: tuple[SheetPremise, ...] = ()
    joined: bool = False
    strongest: bool = False


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """An answer in the middle: its name, its place and counts in words, what counts for and against it."""

    claim: str
    name: str
    place: str
    counts: str
    leads: bool
    reasons: tuple[SheetPoint, ...]
    objections: tuple[SheetPoint, ...]


@dataclass(frozen=True, slots=True)
class PictureSheet:
    """A picture's contents.

    ``notes`` are the sentences at its foot, ``claims`` how many the map has. ``middle`` is the head of what stands
    in the middle, ``no_reason`` and ``no_objection`` what is told of an answer without any.
    """

    title: str
    upshot: str
    turn: str
    answers: tuple[SheetAnswer, ...]
    notes: tuple[str, ...]
    claims: int
    middle: str
    no_reason: str
    no_objection: str
    language: str = "en"
    rtl: bool = False
