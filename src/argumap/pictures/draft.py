"""One way to lay out a sheet: so many points of so many answers, in type of a size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from argumap.pictures.blocks import build_block, find_shown
from argumap.pictures.cards import Measures, Setting
from argumap.pictures.columns import ColumnPlan
from argumap.pictures.frame import build_foot, build_head
from argumap.pictures.sheet import PointState
from argumap.pictures.stacked import StackedPlan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.phrases import Phrases
    from argumap.pictures.scene import Group
    from argumap.pictures.sheet import PictureSheet
    from argumap.pictures.sizes import PictureSize

MARGIN, EDGE = 36, 29
"""Beside what is drawn, and above and beneath it, in units."""
UNDER_HEAD, OVER_FOOT = 14, 20
WIDEST_GAP = 60
"""How far answers may be set apart to fill the picture, in units."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How many points on either side each answer is shown with; the answers beyond them are only named.

    ``brief`` leaves out what would turn the upshot, and all notes but the last.
    """

    points: tuple[int, ...]
    brief: bool = False


class Draft:
    """A sheet measured for a picture of a width; it is drawn once it has been seen to fit."""

    def __init__(
        self, sheet: PictureSheet, size: PictureSize, phrases: Phrases, choice: Choice, growth: float
    ) -> None:
        m = Measures(size.unit * growth, size.type * growth, size.small * growth, apart=size.stacked)
        x, width = MARGIN * m.unit, size.width - 2 * MARGIN * m.unit
        self.m, self.size = m, size
        across = Setting(width, m, phrases)
        self.plan = (StackedPlan if size.stacked else ColumnPlan)(x, across)
        self.head = build_head(sheet, x, across, brief=choice.brief)
        self.blocks = [
            build_block(sheet, answer, most, self.plan.setting)
            for answer, most in zip(sheet.answers, choice.points, strict=False)
        ]
        order = _tell_order(sheet, choice, phrases)
        self.heads, self.heads_height = self.plan.draw_heads(sheet.middle, order) if choice.points else ((), 0.0)
        cards = [card for block in self.blocks for stack in block.stacks for card in stack.cards]
        notes = list(_tell_notes(sheet, choice, phrases))
        self.foot = build_foot(cards, notes, x, across)

    @property
    def height(self) -> float:
        """How much height it needs."""
        m = self.m
        around = 2 * EDGE + UNDER_HEAD + OVER_FOOT + max(0, len(self.blocks) - 1) * self.plan.gap
        strips = self.head.height + self.heads_height + self.foot.height
        return strips + self._blocks_height + around * m.unit

    def draw(self) -> Sequence[Group]:
        """All that is to be painted; what height is left over sets the answers apart."""
        m = self.m
        y = EDGE * m.unit
        groups = [*_move(self.head.groups, y)]
        y += self.head.height + UNDER_HEAD * m.unit
        groups += _move(self.heads, y)
        y += self.heads_height
        foot = self.size.height - EDGE * m.unit - self.foot.height
        spare = foot - OVER_FOOT * m.unit - y - self._blocks_height
        gap = min(spare / max(1, len(self.blocks) - 1), WIDEST_GAP * m.unit)
        y += (spare - gap * max(0, len(self.blocks) - 1)) / 3
        for block in self.blocks:
            groups += self.plan.draw(block, y)
            y += self.plan.measure(block) + gap
        return [*groups, *_move(self.foot.groups, foot)]

    @property
    def lines(self) -> int:
        """How many lines its cards have."""
        return sum(len(card.lines) for block in self.blocks for stack in block.stacks for card in stack.cards)

    @property
    def _blocks_height(self) -> float:
        return sum(map(self.plan.measure, self.blocks))


def find_claims_shown(sheet: PictureSheet, choice: Choice) -> frozenset[str]:
    """The claims that a picture names."""
    blocks = zip(sheet.answers, choice.points, strict=False)
    named = (answer.claim for answer in sheet.answers[len(choice.points) :])
    return frozenset(chain(named, *(find_shown(answer, most) for answer, most in blocks)))


def _tell_order(sheet: PictureSheet, choice: Choice, phrases: Phrases) -> str:
    """How the reasons and objections that are shown are ordered and set."""
    shown = [
        point
        for answer, most in zip(sheet.answers, choice.points, strict=False)
        for side in (answer.reasons, answer.objections)
        for point in side[:most]
    ]
    answered = any(point.state is PointState.ANSWERED for point in shown)
    if any(point.strongest for point in shown):
        return phrases.say("picture.order" if answered else "picture.order-of-live")
    return phrases.say("picture.order-answered") if answered else ""


def _tell_notes(sheet: PictureSheet, choice: Choice, phrases: Phrases) -> Iterator[str]:
    if rest := sheet.answers[len(choice.points) :]:
        names = " · ".join(f"{each.name} ({each.counts})" if each.counts else each.name for each in rest)
        yield phrases.say("picture.further", names=names)
    *explained, source = sheet.notes or ("",)
    if not choice.brief:
        yield from explained
    shown = len(find_claims_shown(sheet, choice))
    yield " ".join(filter(None, (source, phrases.say("picture.shown", shown=shown, n=sheet.claims))))


def _move(groups: Sequence[Group], down: float) -> Iterator[Group]:
    for group in groups:
        yield replace(group, shapes=tuple(shape.moved(down) for shape in group.shapes))
