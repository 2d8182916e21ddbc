from __future__ import annotations

from argumap.formats import LossKind
from argumap.formats._drawn import RecordReader, find_list, find_relation


def test_a_node_is_filed_once_under_its_id_and_else_told() -> None:
    reader = RecordReader()
    first, second, bare = {"n": 1}, {"n": 2}, {"n": 3}
    assert reader.file_node("a", first, "nodes")
    assert not reader.file_node("a", second, "nodes", "card")
    assert not reader.file_node("", bare, "nodes", "card")
    file = reader.finish()
    assert [(record.id, record.value) for record in file.records] == [("a", first), ("", second), ("", bare)]
    assert [(loss.kind, loss.why, loss.id) for loss in file.drawing.losses] == [
        (LossKind.ASIDE, "a second card with an id that is taken", "a"),
        (LossKind.ASIDE, "a card without an id", ""),
    ]


def test_what_cannot_be_drawn_stays_among_the_records() -> None:
    reader = RecordReader()
    reader.file_aside(7, "edges", "an edge that is no object", arrow=True)
    [record] = reader.finish().records
    assert (record.value, record.place, record.arrow) == (7, "edges", True)


def test_an_edge_without_an_id_is_called_as_no_node_is() -> None:
    reader = RecordReader()
    reader.file_node("a", {}, "nodes")
    assert reader.edge_names.name("a") == "a-1"


def test_what_is_no_list_holds_nothing() -> None:
    assert find_list({"nodes": [1]}, "nodes") == [1]
    assert find_list({"nodes": 1}, "nodes") == find_list([], "nodes") == []


def test_an_edge_means_what_the_first_word_says_that_is_known() -> None:
    keys = ("relation", "label")
    assert find_relation({"label": "because", "relation": "next"}, keys) == ("supports", "because", True)
    assert find_relation({"label": "then", "relation": "next"}, keys) == ("", "next", False)
    assert find_relation({"label": 7}, keys) == ("", "", False)
