from __future__ import annotations

from argumap.formats._aif.layout import lay_out

NODES = {"1": {"type": "I"}, "2": {"type": "I"}, "3": {"type": "L"}}


def places(laid: dict[str, object]) -> dict[object, tuple[object, object]]:
    found = laid["nodes"]
    assert isinstance(found, list)
    return {place["nodeID"]: (place["x"], place["y"]) for place in found}


def test_every_node_has_a_place_of_its_own() -> None:
    found = places(lay_out(NODES, [], None))
    assert set(found) == set(NODES)
    assert len(set(found.values())) == len(NODES)


def test_places_that_were_there_stay_and_new_ones_lie_beneath() -> None:
    before = {"url": "x", "nodes": [{"nodeID": 1, "x": 5, "y": "300", "visible": True}, "odd"]}
    laid = lay_out(NODES, [], before)
    found = places(laid)
    assert found[1] == (5, "300")
    assert laid["url"] == "x"
    assert all(isinstance(y, int) and y > 300 for name, (_, y) in found.items() if name != 1)


def test_an_edge_to_a_hidden_node_is_hidden() -> None:
    before = {"nodes": [{"nodeID": "1", "visible": False}]}
    laid = lay_out(NODES, [{"fromID": "1", "toID": "2"}, {"fromID": "2", "toID": "3"}], before)
    edges = laid["edges"]
    assert isinstance(edges, list)
    assert [edge["visible"] for edge in edges] == [False, True]
