from __future__ import annotations

from argumap.formats._outlines.points import OutlinePoint, make_map, read_points
from argumap.formats._outlines.words import read_words


def point(written: str, *beneath: OutlinePoint) -> OutlinePoint:
    return OutlinePoint(read_words(written), written, [*beneath])


def test_equal_words_are_one_claim_and_steps_have_names() -> None:
    reading = read_points([point("A.", point("Pro: B."), point("Con: C.", point("Pro: B.")))])
    record = make_map(reading, "T")
    assert [claim.text for claim in record.claims] == ["A.", "B.", "C."]
    assert len({step.id for step in record.arguments}) == 3


def test_an_empty_step_takes_what_denies_it_along() -> None:
    reading = read_points([point("A.", point("Pro, jointly:", point("Undercut: B.", point("Undercut: C."))))])
    assert reading.steps == []
    assert [loss.why for loss in reading.losses] == [
        "a side without a point",
        "an undercut of what is no step",
        "an undercut of what is no step",
    ]


def test_sides_over_points_are_theirs() -> None:
    reading = read_points([point("A.", point("Con", point("B."), point("Pro: C.")))])
    assert [(bearing, target) for _, bearing, target, _ in reading.steps] == [
        ("attacks", "A."),
        ("supports", "A."),
    ]
