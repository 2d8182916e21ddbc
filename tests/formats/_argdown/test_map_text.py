from __future__ import annotations

from argumap.formats._argdown.map_text import MapText


def test_what_a_map_can_hold_is_held_and_the_rest_is_told() -> None:
    text = MapText("T\u2028\x7f")
    text.keys = {"tour": [{"of": "nowhere", "text": "x"}], "language": "en"}
    text.add("claims", "a", {"text": "A."}, {"type": "fact"}, "[A]")
    text.add("claims", "b", {"text": "B."}, {"type": "nonsense", "date": "2024"}, "[B]")
    text.extend("claims", "a", "contradicts", "b")
    text.extend("claims", "a", "contradicts", "b")
    record, losses = text.read()
    assert (record.title, record.language, record.tour) == ("T\u2028\x7f", "en", ())
    assert [(str(c.type), c.date, c.contradicts) for c in record.claims] == [
        ("fact", None, ("b",)),
        ("None", None, ()),
    ]
    assert sorted(loss.id for loss in losses) == ["[B]", "tour"]
    assert all(loss.why.startswith("YAML data that a map cannot hold: ") for loss in losses)


def test_foreign_data_that_refer_to_foreign_data_go_together() -> None:
    text = MapText("T")
    text.add("stakeholders", "ann", {}, {"nam": "Ann"}, "stakeholders ann")
    text.add("claims", "a", {"text": "A."}, {"said": {"by": "ann", "act": "asserts"}}, "[A]")
    record, losses = text.read()
    assert [claim.text for claim in record.claims] == ["A."]
    assert (record.attributions, {loss.id for loss in losses} >= {"[A]"}) == ((), True)
