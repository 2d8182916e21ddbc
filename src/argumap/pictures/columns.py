"""Answers in the middle, reasons on their left, objections on their right: how a wide picture stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.pictures.cards import OBJECTIONS, REASONS, SIGN, CardSlot
from argumap.pictures.line_breaking import balance_lines, break_lines
from argumap.pictures.scene import Group, Panel, Stroke, Words
from argumap.pictures.typefaces import SANS, SANS_BOLD, SERIF_BOLD, runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.phrases import Phrases
    from argumap.pictures.blocks import AnswerBlock
    from argumap.pictures.cards import Card, Measures, PointSide, Setting
    from argumap.pictures.sheet import SheetAnswer
    from argumap.pictures.typefaces import Typeface

NAME_LINES, COUNT_LINES = 4, 3
BESIDE = 48
"""Between a card and an answer, in units."""
CENTRE, LEAST_CENTRE = 0.131, 196
"""The width of an answer: a share of the picture, and the least in units."""


class ColumnPlan:
    """Where the columns stand in a wide picture, and how answers are drawn there."""

    gap = 20
    """From one block to the next at least, in units."""

    def __init__(self, x: float, across: Setting) -> None:
        self.m, self.phrases = across.measures, across.phrases
        u, width = self.m.unit, across.width
        self.centre = max(CENTRE * width, LEAST_CENTRE * u)
        self.middle = x + width / 2
        wing = (width - self.centre) / 2 - BESIDE * u
        start = x + width - wing
        self.reasons = CardSlot(x, wing, inner=16 * u, outer=22 * u, sign=x + wing)
        self.objections = CardSlot(start, wing, inner=20 * u, outer=12 * u, sign=start)
        self.setting = replace(across, width=self.reasons.text_width)
        self.name_size = 1.086 * self.m.type

    def draw_heads(self, middle: str, order: str) -> tuple[Sequence[Group], float]:
        """The heads of the columns, and their height."""
        m, size = self.m, 1.06 * self.m.small
        answers = Words(middle, self.middle, size, SANS_BOLD, size, "ink", edge="middle")
        starts = (self.reasons.x + self.reasons.inner, self.objections.x + self.objections.inner)
        heads = draw_column_heads(starts, self.setting.width, order, m, self.phrases)
        return [Group("text", (answers,)), *heads], 1.75 * size

    def measure(self, block: AnswerBlock) -> float:
        return max(block.height, self._box_height(block.answer))

    def draw(self, block: AnswerBlock, y: float) -> Iterator[Group]:
        """The answer in its box, and beside it what counts for and against it, about the same middle line."""
        centre = y + self.measure(block) / 2
        yield from self._draw_box(block.answer, centre)
        for stack, side, slot in (
            (block.reasons, REASONS, self.reasons),
            (block.objections, OBJECTIONS, self.objections),
        ):
            placed = list(stack.place(centre - stack.height / 2))
            yield Group("drawing", tuple(self._draw_lines(placed, side, slot.sign, centre)))
            yield from (card.place(slot, top, self.m) for card, top in placed)

    def _draw_lines(
        self, placed: Sequence[tuple[Card, float]], side: PointSide, x: float, centre: float
    ) -> Iterator[Stroke]:
        """From each sign to a trunk, and from the trunk to the answer; what counts is drawn last, and above."""
        u, way = self.m.unit, 1 if x < self.middle else -1
        trunk, end = x + way * BESIDE / 2 * u, x + way * BESIDE * u
        ends = [(top + sign.y, sign.side) for card, top in placed for sign in card.signs if sign.joins]
        for counted in (False, True):
            heights = [y for y, of in ends if (of is side) is counted]
            colour = side.colour if counted else "edge"
            for y in heights:
                yield Stroke((x + way * SIGN * u, y), (trunk, y), colour, 2 * u)
            if heights:
                yield Stroke((trunk, min(*heights, centre)), (trunk, max(*heights, centre)), colour, 2 * u)
                yield Stroke((trunk, centre), (end, centre), colour, 2 * u)

    def _set_name(self, answer: SheetAnswer) -> Sequence[str]:
        return balance_lines(answer.name, SERIF_BOLD, self.name_size, self.centre - 20 * self.m.unit, NAME_LINES)

    def _set_told(self, answer: SheetAnswer) -> Sequence[str]:
        """The answer's place and counts."""
        counts = break_lines(answer.counts, SANS, self.m.small, self.centre - 12 * self.m.unit, COUNT_LINES)
        return [*([answer.place] if answer.place else []), *counts]

    def _box_height(self, answer: SheetAnswer) -> float:
        names, told = len(self._set_name(answer)), len(self._set_told(answer))
        return names * 1.28 * self.name_size + told * 1.35 * self.m.small + 20 * self.m.unit

    def _draw_box(self, answer: SheetAnswer, centre: float) -> Iterator[Group]:
        m, height = self.m, self._box_height(answer)
        top = centre - height / 2
        panel = draw_frame(answer, self.middle - self.centre / 2, top, self.centre, height, m)
        y, rtl, size = top + 10 * m.unit, runs_right_to_left(answer.name), self.name_size
        names = []
        for line in self._set_name(answer):
            y += 1.28 * size
            at = (self.middle, y - 0.33 * size)
            names.append(Words(line, *at, SERIF_BOLD, size, "ink", edge="middle", rtl=rtl))
        yield Group("answer", (panel, *names))
        told = []
        for line in self._set_told(answer):
            y += 1.35 * m.small
            face, colour = place_style(answer) if line == answer.place else (SANS, "ink-soft")
            told.append(Words(line, self.middle, y - 0.36 * m.small, face, m.small, colour, edge="middle"))
        yield Group("text", tuple(told))


def draw_frame(answer: SheetAnswer, x: float, y: float, width: float, height: float, m: Measures) -> Panel:
    """The box of an answer; a leader's is heavier."""
    edge, line = ("ink", 4 * m.unit) if answer.leads else ("edge", 2 * m.unit)
    return Panel(x, y, width, height, radius=6 * m.unit, fill="surface", stroke=edge, line=line)


def place_style(answer: SheetAnswer) -> tuple[Typeface, str]:
    """How an answer's place is set."""
    return SANS_BOLD, "ink" if answer.leads else "ink-soft"


def draw_column_heads(
    starts: tuple[float, float], width: float, order: str, m: Measures, phrases: Phrases
) -> Iterator[Group]:
    """The heads of reasons and objections, and how both are ordered where that has room."""
    size = 1.06 * m.small
    named = [(phrases.say("picture.reasons"), REASONS), (phrases.say("picture.objections"), OBJECTIONS)]
    widths = [SANS_BOLD.measure(f"{name} ", size) for name, _ in named]
    roomy = max(widths) + SANS.measure(order, m.small) <= width
    for (name, side), x, taken in zip(named, starts, widths, strict=True):
        words = [Words(name, x, size, SANS_BOLD, size, side.colour, rtl=runs_right_to_left(name))]
        if roomy:
            rtl = runs_right_to_left(order)
            words.append(Words(order, x + taken, size, SANS, m.small, "ink-soft", rtl=rtl))
        yield Group("text", tuple(words))
