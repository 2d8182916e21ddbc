"""Answers above what counts for and against them: how an upright picture stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.pictures.cards import OBJECTIONS, REASONS, SIGN, CardSlot
from argumap.pictures.columns import draw_column_heads, draw_frame, place_style
from argumap.pictures.line_breaking import break_lines
from argumap.pictures.scene import Group, Stroke, Words
from argumap.pictures.typefaces import SANS, SANS_BOLD, SERIF_BOLD, runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.pictures.blocks import AnswerBlock
    from argumap.pictures.cards import Card, PointSide, Setting
    from argumap.pictures.sheet import SheetAnswer

NAME_LINES = 3
INDENT, BETWEEN, BELOW = 46, 28, 11
"""How far cards stand from the edge and apart, and beneath their answer, in units."""
TRUNK = 34
"""How far the line that signs hang on stands before them, in units."""


class StackedPlan:
    """Where the columns stand in an upright picture, and how answers are drawn there."""

    gap = 20
    """From one block to the next at least, in units."""

    def __init__(self, x: float, across: Setting) -> None:
        self.m, self.phrases, self.x, self.width = across.measures, across.phrases, x, across.width
        u = self.m.unit
        card = (self.width - BETWEEN * u) / 2 - INDENT * u
        self.reasons, self.objections = (
            CardSlot(start, card, inner=20 * u, outer=12 * u, sign=start)
            for start in (x + INDENT * u, x + self.width - card)
        )
        self.setting = replace(across, width=self.reasons.text_width)
        self.name_size, self.small = 1.2 * self.m.type, 1.1 * self.m.small

    def draw_heads(self, _middle: str, order: str) -> tuple[Sequence[Group], float]:
        """The heads of the columns, and their height."""
        m, ahead = self.m, 30 * self.m.unit
        starts = (self.reasons.x - ahead, self.objections.x - ahead)
        return [*draw_column_heads(starts, self.reasons.width + ahead, order, m, self.phrases)], 1.6 * m.small

    def measure(self, block: AnswerBlock) -> float:
        return self._box_height(block.answer) + BELOW * self.m.unit + block.height

    def draw(self, block: AnswerBlock, y: float) -> Iterator[Group]:
        """The answer in its box, and beneath it what counts for it and what against it."""
        bottom = y + self._box_height(block.answer)
        yield from self._draw_box(block.answer, y)
        for stack, side, slot in (
            (block.reasons, REASONS, self.reasons),
            (block.objections, OBJECTIONS, self.objections),
        ):
            placed = list(stack.place(bottom + BELOW * self.m.unit))
            yield Group("drawing", tuple(self._draw_lines(placed, side, slot.sign, bottom)))
            yield from (card.place(slot, top, self.m) for card, top in placed)

    def _draw_lines(
        self, placed: Sequence[tuple[Card, float]], side: PointSide, x: float, top: float
    ) -> Iterator[Stroke]:
        """From the answer down a trunk to each sign; what counts is drawn last, and above."""
        u = self.m.unit
        trunk = x - TRUNK * u
        ends = [(y + sign.y, sign.side) for card, y in placed for sign in card.signs if sign.joins]
        for counted in (False, True):
            heights = [y for y, of in ends if (of is side) is counted]
            colour = side.colour if counted else "edge"
            for y in heights:
                yield Stroke((trunk, y), (x - SIGN * u, y), colour, 2 * u)
            if heights:
                yield Stroke((trunk, top), (trunk, max(heights)), colour, 2 * u)

    def _tell(self, answer: SheetAnswer) -> tuple[str, str]:
        return f"{answer.place}: " if answer.place and answer.counts else answer.place, answer.counts

    def _set_name(self, answer: SheetAnswer) -> Sequence[str]:
        place, counts = self._tell(answer)
        taken = SANS_BOLD.measure(place, self.small) + SANS.measure(counts, self.small)
        return break_lines(
            answer.name, SERIF_BOLD, self.name_size, self.width - 60 * self.m.unit - taken, NAME_LINES
        )

    def _box_height(self, answer: SheetAnswer) -> float:
        return len(self._set_name(answer)) * 1.25 * self.name_size + 14 * self.m.unit

    def _draw_box(self, answer: SheetAnswer, top: float) -> Iterator[Group]:
        m, size, height = self.m, self.name_size, self._box_height(answer)
        y, rtl = top + 7 * m.unit, runs_right_to_left(answer.name)
        names = []
        for line in self._set_name(answer):
            y += 1.25 * size
            names.append(Words(line, self.x + 16 * m.unit, y - 0.3 * size, SERIF_BOLD, size, "ink", rtl=rtl))
        yield Group("answer", (draw_frame(answer, self.x, top, self.width, height, m), *names))
        place, counts = self._tell(answer)
        end, base = self.x + self.width - 16 * m.unit, top + height / 2 + 0.35 * self.small
        face, colour = place_style(answer)
        before = end - SANS.measure(f"{counts} " if counts else "", self.small)
        told = [
            Words(place.strip(), before, base, face, self.small, colour, edge="right"),
            Words(counts, end, base, SANS, self.small, "ink-soft", edge="right"),
        ]
        yield Group("text", tuple(words for words in told if words.text))
