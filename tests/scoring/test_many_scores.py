from __future__ import annotations

from argumap.scoring import ManyScores, Score
from scored import DRAFT, GOLD, scored


def test_the_items_of_all_maps_are_taken_together() -> None:
    many = ManyScores({"one": scored(DRAFT, GOLD), "two": scored(GOLD, GOLD)})
    assert many.total.scores["claims"] == Score(5, 6, 5, 6)
    assert many.total.scores["attachment"] == Score(3, 3, 3, 4)
    welcome = (
        GOLD
        + """
unmeasured: {text: "Nobody knows.", at: s1.p2.s4}
arguments:
  perhaps: {premises: [unmeasured], attacks: bad, inferred: true}
"""
    )
    assert ManyScores({"one": scored(welcome, welcome)}).total.scores["attachment"] == Score(3, 3, 2, 2)
    assert many.total.faults["given to somebody who says nothing there"].to_dict()["count"] == 1
    assert many.total.sentences == 16


def test_what_is_told_of_many_maps() -> None:
    many = ManyScores({"one": scored(DRAFT, GOLD), "two": scored(GOLD, GOLD)})
    told = many.text().splitlines()
    assert told[0] == "2 maps together"
    assert ManyScores({"one": scored(GOLD, GOLD)}).text().splitlines()[0] == "1 map"
    assert ["claims", "0.67", "/", "0.67", "1.00", "/", "1.00"] in [row.split() for row in told]
    assert told[-1] == "two"
    assert "one" in told
    assert "one" not in [str(row) for row in many.lines(misses=False)]
    data = many.to_dict(misses=False)
    assert list(data) == ["total", "maps"]
