"""An answer with as many of its reasons and objections as are to be shown, as two columns of cards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from argumap.pictures.cards import OBJECTIONS, REASONS, build_card, build_remark
from argumap.pictures.sheet import PointState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.phrases import Phrases
    from argumap.pictures.cards import Card, PointSide, Setting
    from argumap.pictures.sheet import PictureSheet, SheetAnswer, SheetPoint, SheetPremise

GAP = 5.0
"""Between two cards, in units."""


@dataclass(frozen=True, slots=True)
class Stack:
    """One column of cards."""

    cards: tuple[Card, ...]
    gap: float

    @property
    def height(self) -> float:
        return sum(card.height for card in self.cards) + max(0, len(self.cards) - 1) * self.gap

    def place(self, y: float) -> Iterator[tuple[Card, float]]:
        """Each card with its top, from ``y`` down."""
        for card in self.cards:
            yield card, y
            y += card.height + self.gap


@dataclass(frozen=True, slots=True)
class AnswerBlock:
    """An answer and its two stacks."""

    answer: SheetAnswer
    reasons: Stack
    objections: Stack

    @property
    def stacks(self) -> tuple[Stack, Stack]:
        return self.reasons, self.objections

    @property
    def height(self) -> float:
        return max(stack.height for stack in self.stacks)


def build_block(sheet: PictureSheet, answer: SheetAnswer, most: int, setting: Setting) -> AnswerBlock:
    """The answer with ``most`` points on either side; what is left out is counted in words."""
    reasons, objections = (
        _build_stack(points, side, most, setting) if points else _build_empty(nothing, setting)
        for points, side, nothing in (
            (answer.reasons, REASONS, sheet.no_reason),
            (answer.objections, OBJECTIONS, sheet.no_objection),
        )
    )
    return AnswerBlock(answer, reasons, objections)


def find_shown(answer: SheetAnswer, most: int) -> Iterator[str]:
    """The claims that the answer's block names."""
    yield answer.claim
    for point in (*answer.reasons[:most], *answer.objections[:most]):
        yield from (premise.claim for premise in _premises_of(point))


def _premises_of(point: SheetPoint) -> Iterator[SheetPremise]:
    yield from point.premises
    yield from chain.from_iterable(point.answered)
    yield from point.shared


def _build_stack(points: Sequence[SheetPoint], side: PointSide, most: int, setting: Setting) -> Stack:
    cards = [build_card(group, side, setting, bold=group[0].strongest) for group in _join(points[:most])]
    if remark := _tell_rest(points, side, most, setting.phrases):
        cards.append(build_remark(remark, setting))
    return Stack(tuple(cards), GAP * setting.measures.unit)


def _build_empty(nothing: str, setting: Setting) -> Stack:
    return Stack((build_remark(nothing, setting),), 0)


def _tell_rest(points: Sequence[SheetPoint], side: PointSide, most: int, phrases: Phrases) -> str:
    rest = points[most:]
    if not rest:
        return ""
    more = phrases.say("picture.more-reasons" if side is REASONS else "picture.more-objections", n=len(rest))
    answered = sum(point.state is PointState.ANSWERED for point in rest)
    if not answered:
        return more
    key = "picture.all-answered" if answered == len(rest) else "picture.of-them-answered"
    return phrases.say(key, more=more, n=answered)


def _join(points: Sequence[SheetPoint]) -> Iterator[Sequence[SheetPoint]]:
    """The points of one card after another: those that share a premise stand on the same."""
    together: list[SheetPoint] = []
    for point in points:
        if together and not point.joined:
            yield together
            together = []
        together.append(point)
    if together:
        yield together
