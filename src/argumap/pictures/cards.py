"""Reasons and objections as cards: their lines set in type, measured before they have a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.pictures.line_breaking import break_lines
from argumap.pictures.scene import Disc, Group, Panel, Stroke, Words
from argumap.pictures.sheet import PointState
from argumap.pictures.sheet_text import tell_answering
from argumap.pictures.typefaces import SANS, SANS_BOLD, SERIF, SERIF_BOLD, runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.phrases import Phrases
    from argumap.pictures.scene import SceneShape
    from argumap.pictures.sheet import SheetPoint, SheetPremise
    from argumap.pictures.typefaces import Typeface

PREMISE_LINES, WHO_LINES, ANSWER_LINES = 3, 2, 3
SMALL_BASE, SMALL_PITCH = 0.7, 1.24
"""Of a line in small type: where its letters stand and how high it is, in its size."""
SIGN = 12.0
"""The radius of a sign, in units."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How large things are drawn: ``unit`` is what lengths are counted in, then type for reading and for notes.

    ``apart`` sets who says a thing on a line of its own.
    """

    unit: float
    type: float
    small: float
    apart: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What lines are set by: how wide they may be, in which measures, in the words of which language."""

    width: float
    measures: Measures
    phrases: Phrases


@dataclass(frozen=True, slots=True)
class PointSide:
    """Reasons or objections: their sign, and the colours of what counts."""

    sign: str
    colour: str
    tint: str


REASONS = PointSide("+", "supports", "supports-tint")
OBJECTIONS = PointSide("−", "attacks", "attacks-tint")
ANSWERED = PointSide("", "edge", "wash")


@dataclass(frozen=True, slots=True)
class CardSlot:
    """Where the cards of a column stand: their text keeps ``inner`` from the start and ``outer`` from the end.

    ``sign`` is the middle of their signs.
    """

    x: float
    width: float
    inner: float
    outer: float
    sign: float

    @property
    def text_width(self) -> float:
        return self.width - self.inner - self.outer


@dataclass(frozen=True, slots=True)
class SetLine:
    """A piece of a line: how far it stands from the card's start and top; ``far`` counts from the card's end."""

    text: str
    at: float
    base: float
    face: Typeface
    size: float
    colour: str
    far: bool = False
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class SetSign:
    """A sign at the height ``y`` of a card."""

    glyph: str
    y: float
    side: PointSide
    hollow: bool = False
    added: bool = False
    joins: bool = True
    """Whether a line leads from it to the answer."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card with its lines and signs, measured."""

    height: float
    side: PointSide
    lines: tuple[SetLine, ...]
    signs: tuple[SetSign, ...]
    tinted: bool = True

    def place(self, slot: CardSlot, y: float, m: Measures) -> Group:
        """The card's shapes with its top at ``y``."""
        x, width = slot.x, slot.width
        panel = [Panel(x, y, width, self.height, 4 * m.unit, self.side.tint)] if self.tinted else []
        words = [
            Words(
                line.text,
                x + width - slot.outer if line.far else x + slot.inner + line.at,
                y + line.base,
                line.face,
                line.size,
                line.colour,
                edge="right" if line.far else "left",
                rtl=line.rtl,
            )
            for line in self.lines
        ]
        return Group("text", (*panel, *self._signs(slot.sign, y, m), *words))

    def _signs(self, x: float, y: float, m: Measures) -> Iterator[SceneShape]:
        if len(self.signs) > 1:
            first, *_, last = self.signs
            yield Stroke((x, y + first.y), (x, y + last.y), self.side.colour, 3 * m.unit)
        for sign in self.signs:
            yield from draw_sign(sign, x, y + sign.y, m)


def draw_sign(sign: SetSign, x: float, y: float, m: Measures) -> Iterator[SceneShape]:
    """A sign on its ground: full where it counts, hollow where not, dashed where the map added the step."""
    hollow = sign.hollow or sign.added
    colour = sign.side.colour
    fill = "surface" if hollow else colour
    ink = "surface" if not hollow else "ink-soft" if sign.side is ANSWERED else colour
    yield Disc(x, y, SIGN * m.unit, fill, colour, 2 * m.unit, dashed=sign.added)
    size = max(19 * m.unit, m.small)
    yield Words(sign.glyph, x, y + 0.345 * size, SANS_BOLD, size, ink, edge="middle")


def build_card(points: Sequence[SheetPoint], side: PointSide, setting: Setting, *, bold: bool) -> Card:
    """The card of one point, or of several that share a premise."""
    return _CardSetter(side, setting, bold=bold).build(points)


def build_remark(text: str, setting: Setting) -> Card:
    """A line without a card: how many points more there are, or that there is none."""
    size, rtl = setting.measures.small, runs_right_to_left(text)
    lines, pitch = break_lines(text, SANS, size, setting.width, 2), 1.25 * size
    told = [SetLine(line, 0, size + n * pitch, SANS, size, "ink-soft", rtl=rtl) for n, line in enumerate(lines)]
    return Card(len(lines) * pitch + 0.3 * size, ANSWERED, tuple(told), (), tinted=False)


class _CardSetter:
    """Sets the lines of one card from top to bottom."""

    def __init__(self, side: PointSide, setting: Setting, *, bold: bool) -> None:
        self.side, self.bold, self.m = side, bold, setting.measures
        self.width, self.phrases = setting.width, setting.phrases
        self.y = 0.09 * self.m.type
        self.lines: list[SetLine] = []
        self.signs: list[SetSign] = []

    def build(self, points: Sequence[SheetPoint]) -> Card:
        first = points[0]
        for shared in first.shared:
            middle = self.premise(shared, faint=False)
            self.signs.append(SetSign("&", middle, self.side, hollow=True, joins=False))
        self.bold = self.bold and not first.shared
        for point in points:
            self.point(point)
        answered = all(point.state is PointState.ANSWERED for point in points)
        ground = ANSWERED if answered else self.side
        return Card(self.y + 0.09 * self.m.type, ground, tuple(self.lines), tuple(self.signs))

    def point(self, point: SheetPoint) -> None:
        faint = point.state is PointState.ANSWERED
        middles = [
            self.premise(premise, faint=faint, joined=n > 0, opens=point if n == 0 else None)
            for n, premise in enumerate(point.premises)
        ]
        side = ANSWERED if faint else self.side
        hollow = point.state is not PointState.LIVE
        middle = (middles[0] + middles[-1]) / 2
        self.signs.append(SetSign(self.side.sign, middle, side, hollow=hollow, added=point.added))
        if point.answered:
            self.answered(tell_answering(point))

    def premise(
        self, premise: SheetPremise, *, faint: bool, joined: bool = False, opens: SheetPoint | None = None
    ) -> float:
        """Set a premise with who says it; returns the height of its first line's middle."""
        m, face = self.m, SERIF_BOLD if self.bold and not faint else SERIF
        text = f"& {premise.text}" if joined else premise.text
        colour = "ink-soft" if faint else "ink"
        pitch, rtl = 1.31 * m.type, runs_right_to_left(premise.text)
        lines = break_lines(text, face, m.type, self.width, PREMISE_LINES)
        top = self.y
        for n, line in enumerate(lines):
            self.lines.append(SetLine(line, 0, top + n * pitch + 1.1 * m.type, face, m.type, colour, rtl=rtl))
        self.y = top + (len(lines) - 1) * pitch + 1.54 * m.type
        self.who(self.tell_who(premise, opens), face.measure(lines[-1], m.type))
        return top + 0.77 * m.type

    def tell_who(self, premise: SheetPremise, opens: SheetPoint | None) -> str:
        """Who says a premise, and what is to be known of the step that it opens."""
        added = self.phrases.say("picture.added") if opens and opens.added else ""
        return " · ".join(filter(None, (premise.who, added, opens.note if opens else "")))

    def who(self, who: str, taken: float) -> None:
        m = self.m
        if not who:
            return
        rtl = runs_right_to_left(who)
        if not m.apart and taken + 1.4 * m.type + SANS.measure(who, m.small) <= self.width:
            base = self.y - 0.44 * m.type
            self.lines.append(SetLine(who, 0, base, SANS, m.small, "ink-soft", far=True, rtl=rtl))
            return
        self.small_lines(break_lines(who, SANS, m.small, self.width, WHO_LINES), rtl=rtl)

    def answered(self, told: str) -> None:
        m, label = self.m, self.phrases.say("picture.answered")
        lead = SANS_BOLD.measure(label, m.small) + SANS.measure(" ", m.small)
        self.lines.append(SetLine(label, 0, self.y + SMALL_BASE * m.small, SANS_BOLD, m.small, "ink-soft"))
        lines = break_lines(told, SANS, m.small, self.width, ANSWER_LINES, taken=lead)
        self.small_lines(lines, rtl=runs_right_to_left(told), lead=lead)

    def small_lines(self, lines: Sequence[str], *, rtl: bool, lead: float = 0) -> None:
        """Set lines in small type; the first stands ``lead`` further in."""
        size = self.m.small
        for line in lines:
            self.lines.append(SetLine(line, lead, self.y + SMALL_BASE * size, SANS, size, "ink-soft", rtl=rtl))
            self.y += SMALL_PITCH * size
            lead = 0
