from __future__ import annotations

from dataclasses import replace

from argumap.phrases import ENGLISH
from argumap.pictures.blocks import build_block
from argumap.pictures.cards import Measures, Setting
from argumap.pictures.scene import Stroke, Words
from argumap.pictures.stacked import StackedPlan
from picture_sheets import DEBATE

ACROSS = Setting(1160, Measures(1, 20, 17, apart=True), ENGLISH)


def test_the_answer_stands_above_its_reasons_and_its_objections() -> None:
    plan = StackedPlan(36, ACROSS)
    block = build_block(DEBATE, DEBATE.answers[0], 9, plan.setting)
    shapes = [shape for group in plan.draw(block, 100) for shape in group.shapes]

    at = {shape.text: (shape.x, shape.y) for shape in shapes if isinstance(shape, Words)}
    assert at["Close it"][1] < at["Trade falls where cars drive through"][1]
    assert at["Trade falls where cars drive through"][0] < at["Deliveries need the square"][0]
    assert at["leads:"][1] == at["4 reasons, 3 objections"][1]
    assert any(isinstance(shape, Stroke) and shape.start[0] == shape.end[0] for shape in shapes)


def test_a_place_without_counts_needs_no_colon() -> None:
    plan = StackedPlan(36, ACROSS)
    silent = replace(DEBATE.answers[2], place="silent", counts="", reasons=(), objections=())
    groups = plan.draw(build_block(DEBATE, silent, 1, plan.setting), 0)

    assert "silent" in [shape.text for group in groups for shape in group.shapes if isinstance(shape, Words)]
