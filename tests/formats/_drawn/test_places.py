from __future__ import annotations

from itertools import combinations

from argumap.formats._drawn.places import place_nodes
from drawn_files import drawing


def test_reasons_stand_to_the_right_of_what_they_are_for_and_nothing_lies_on_another() -> None:
    drawn = drawing()
    boxes = place_nodes(drawn.nodes, drawn.arrows)
    assert boxes["q"].x < boxes["1"].x < boxes["6"].x < boxes["2"].x
    assert boxes["7"].x < boxes["q"].x
    for one, other in combinations(boxes.values(), 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_circles_have_places_too_and_new_ones_begin_below() -> None:
    drawn = drawing("1 - A.\n2 - B.", "x 1 2 attacks\ny 2 1 attacks")
    boxes = place_nodes(drawn.nodes, drawn.arrows, 500)
    assert {name: box.y for name, box in boxes.items()} == {"1": 500, "2": 500}
