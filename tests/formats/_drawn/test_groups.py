from __future__ import annotations

from argumap.formats._drawn.groups import DrawnGroup, hold_groups
from drawn_files import drawing

NODES = "1 - A.\n2 - B.\n3 stakeholder Ada"


def test_a_frame_with_a_question_is_answered_by_what_bears_on_nothing() -> None:
    drawn = drawing(NODES, "x 2 1 supports")
    hold_groups(drawn, [DrawnGroup("g", "What now?", ["1", "2", "3"])])
    assert [(n.id, n.kind) for n in drawn.nodes][-1] == ("g", "issue")
    assert [(a.starts, a.ends, a.relation) for a in drawn.arrows[1:]] == [(("1",), ("g",), "answers")]


def test_any_other_frame_is_a_tag_of_its_claims() -> None:
    drawn = drawing(NODES, "")
    hold_groups(drawn, [DrawnGroup("g", "Costs", ["1", "3"]), DrawnGroup("h", "Water", ["1"])])
    assert [node.details.get("tags") for node in drawn.nodes] == [["Costs", "Water"], None, None]
    assert [(loss.id, str(loss.kind)) for loss in drawn.losses] == [("g", "held nearly"), ("h", "held nearly")]


def test_a_frame_without_words_is_told() -> None:
    drawn = drawing(NODES, "")
    hold_groups(drawn, [DrawnGroup("g", "", ["1"])])
    assert [loss.why for loss in drawn.losses] == ["a frame without words"]
