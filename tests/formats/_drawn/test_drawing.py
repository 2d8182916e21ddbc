from __future__ import annotations

from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode, FiledShape


def test_what_is_drawn_alike_is_equal() -> None:
    assert DrawnNode("a", "claim", "A.", {"date": "2024"}) == DrawnNode("a", "claim", "A.", {"date": "2024"})
    assert DrawnArrow("x", ("a",), ("b",), "supports") != DrawnArrow("x", ("a",), ("b",), "attacks")


def test_drawings_and_shapes_begin_empty_each_for_itself() -> None:
    Drawing().nodes.append(DrawnNode("a", "", ""))
    FiledShape().taken.add("a")
    assert (Drawing().nodes, FiledShape().taken) == ([], set())
