from __future__ import annotations

from argumap.phrases import ENGLISH
from argumap.pictures.blocks import build_block
from argumap.pictures.cards import Measures, Setting
from argumap.pictures.columns import ColumnPlan
from argumap.pictures.scene import Panel, Stroke, Words
from picture_sheets import DEBATE

ACROSS = Setting(1528, Measures(1, 17.5, 16, apart=False), ENGLISH)


def test_the_answer_stands_between_its_reasons_and_its_objections() -> None:
    plan = ColumnPlan(36, ACROSS)
    block = build_block(DEBATE, DEBATE.answers[0], 9, plan.setting)
    shapes = [shape for group in plan.draw(block, 100) for shape in group.shapes]

    at = {shape.text: shape.x for shape in shapes if isinstance(shape, Words)}
    assert at["Trade falls where cars drive through"] < at["Close it"] < at["Deliveries need the square"]
    (box,) = (shape for shape in shapes if isinstance(shape, Panel) and shape.stroke == "ink")
    assert box.line == 4
    lines = [shape for shape in shapes if isinstance(shape, Stroke)]
    assert {round(box.x), round(box.x + box.width)} <= {round(line.end[0]) for line in lines}


def test_the_heads_say_how_columns_are_ordered_where_there_is_room() -> None:
    order = "strongest first and bold, answered last and grey"
    heads, _ = ColumnPlan(36, ACROSS).draw_heads("Answers", order)
    narrow, _ = ColumnPlan(36, Setting(900, ACROSS.measures, ENGLISH)).draw_heads("Claim", order)

    told = [[w.text for w in head.shapes if isinstance(w, Words)] for head in heads]
    assert told == [["Answers"], ["Reasons", order], ["Objections", order]]
    assert [len(head.shapes) for head in narrow] == [1, 1, 1]
