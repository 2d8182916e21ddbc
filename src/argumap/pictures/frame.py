"""What surrounds the answers: the title and the upshot above them, signs and notes beneath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.pictures.cards import ANSWERED, OBJECTIONS, REASONS, SIGN, SetSign, draw_sign
from argumap.pictures.line_breaking import balance_lines, break_lines
from argumap.pictures.scene import Group, Words
from argumap.pictures.typefaces import SANS, SERIF, SERIF_BOLD, runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argumap.phrases import Phrases
    from argumap.pictures.cards import Card, Measures, Setting
    from argumap.pictures.scene import GroupPart, SceneShape
    from argumap.pictures.sheet import PictureSheet
    from argumap.pictures.typefaces import Typeface

TITLE_LINES, UPSHOT_LINES, TURN_LINES, NOTE_LINES = 4, 3, 4, 3


@dataclass(frozen=True, slots=True)
class Strip:
    """Groups that fill the picture's width from ``y`` 0 to ``height``."""

    groups: tuple[Group, ...]
    height: float


class _Setter:
    """Sets texts in ink of a colour beneath each other, across the picture."""

    def __init__(self, x: float, width: float, colour: str) -> None:
        self.x, self.width, self.colour, self.y = x, width, colour, 0.0
        self.groups: list[Group] = []

    def put(
        self, text: str, face: Typeface, size: float, pitch: float, most: int, part: GroupPart = "text"
    ) -> None:
        """Set a text in ``most`` lines, each ``pitch`` beneath the one before."""
        if not text:
            return
        fill = balance_lines if part == "title" else break_lines
        words, rtl = [], runs_right_to_left(text)
        for line in fill(text, face, size, self.width, most):
            words.append(Words(line, self.x, self.y + 0.8 * pitch, face, size, self.colour, rtl=rtl))
            self.y += pitch
        self.groups.append(Group(part, tuple(words)))


def build_head(sheet: PictureSheet, x: float, setting: Setting, *, brief: bool) -> Strip:
    """The title, what it comes to, and what would turn it unless it is to be ``brief``."""
    setter, size = _Setter(x, setting.width, "ink"), setting.measures.type
    setter.put(sheet.title, SERIF_BOLD, 1.69 * size, 2.2 * size, TITLE_LINES, part="title")
    setter.y += 0.25 * size
    setter.put(sheet.upshot, SERIF_BOLD, 1.2 * size, 1.6 * size, UPSHOT_LINES)
    setter.put("" if brief else sheet.turn, SERIF, 1.14 * size, 1.6 * size, TURN_LINES)
    return Strip(tuple(setter.groups), setter.y)


def build_foot(cards: Sequence[Card], notes: Sequence[str], x: float, setting: Setting) -> Strip:
    """The signs that the cards bear, each with its name, and the notes."""
    m = setting.measures
    pitch = 1.5 * m.small
    groups: list[Group] = []
    at, y = x, pitch / 2
    for sign, name in _legend(cards, setting.phrases):
        reach = (2 * SIGN + 8) * m.unit + SANS.measure(name, m.small)
        if at > x and at + reach > x + setting.width:
            at, y = x, y + max(1.15 * pitch, (2 * SIGN + 5) * m.unit)
        groups.append(Group("text", tuple(_draw_named(sign, name, at, y, m))))
        at += reach + 28 * m.unit
    setter = _Setter(x, setting.width, "ink-soft")
    setter.y = y + 0.75 * pitch if groups else 0
    for note in notes:
        setter.put(note, SANS, m.small, pitch, NOTE_LINES)
    return Strip((*groups, *setter.groups), setter.y)


def _draw_named(sign: SetSign, name: str, x: float, y: float, m: Measures) -> Iterator[SceneShape]:
    yield from draw_sign(sign, x + SIGN * m.unit, y, m)
    start, base = x + (2 * SIGN + 8) * m.unit, y + 0.35 * m.small
    yield Words(name, start, base, SANS, m.small, "ink-soft", rtl=runs_right_to_left(name))


def _legend(cards: Sequence[Card], phrases: Phrases) -> Iterator[tuple[SetSign, str]]:
    """The signs in use, one of each, with their names."""
    used = [sign for card in cards for sign in card.signs]
    for kind, is_one in KINDS.items():
        if sign := next(filter(is_one, used), None):
            yield _sample(kind, sign), phrases.say("picture.sign." + kind)


def _sample(kind: str, sign: SetSign) -> SetSign:
    """The plainest sign of a kind."""
    if kind in SIDES:
        return SetSign(sign.glyph, 0, SIDES[kind])
    return replace(sign, y=0, added=kind == "added")


SIDES = {"reason": REASONS, "objection": OBJECTIONS}
KINDS: Mapping[str, Callable[[SetSign], bool]] = MappingProxyType(
    {
        "reason": lambda sign: sign.glyph == REASONS.sign and not sign.hollow and not sign.added,
        "objection": lambda sign: sign.glyph == OBJECTIONS.sign and not sign.hollow and not sign.added,
        "shared": lambda sign: not sign.joins,
        "added": lambda sign: sign.added,
        "answered": lambda sign: sign.side is ANSWERED,
        "unresolved": lambda sign: sign.joins and sign.hollow and sign.side is not ANSWERED,
    }
)
"""The kinds of signs in the order of the legend."""
