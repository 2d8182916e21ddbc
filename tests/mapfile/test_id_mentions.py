from __future__ import annotations

import pytest

from argumap.mapfile import rename_composed, write_map
from argumap.mapfile.id_mentions import find_mentions
from argumap.mapfile.yaml_tree import YamlNode, parse_tree
from maps import TAKEN_OVER, TOWN


@pytest.mark.parametrize(
    ("record_id", "now"),
    [("p", "q"), ("p/t", "q/t"), ("t/p", "t/q"), ("x/p/t", "x/q/t"), ("pp/t", "pp/t"), ("p-1", "p-1")],
)
def test_an_id_that_is_made_of_others_follows_them(record_id: str, now: str) -> None:
    assert rename_composed(record_id, "p", "q") == now


def test_every_id_of_a_written_map_is_found_where_it_stands() -> None:
    found = {m.word for m in find_mentions(parse_tree(write_map(TOWN), "").data) if m.names != "locator"}
    kinds = (TOWN.sources, TOWN.issues, TOWN.claims, TOWN.stakeholders, TOWN.concepts)
    assert found >= {record.id for records in kinds for record in records}
    assert {"other-towns", "trade-falls/close-it"} <= found


def test_what_the_map_says_of_itself_names_places() -> None:
    found = list(find_mentions(parse_tree(write_map(TAKEN_OVER), "").data))
    assert [(m.path, m.word) for m in found if m.names == "place"] == [
        (("accepted", 0, "at"), "letter#s4.t1"),
        (("accepted", 2, "at"), "price/shelf"),
    ]
    assert [m.word for m in found if m.path[0] == "tour"] == ["sundays", "free-day/open-it"]


def test_what_is_no_map_names_nothing() -> None:
    assert list(find_mentions(["a", "b"])) == []
    broken: YamlNode = {"claims": ["a"], "tour": "a", "accepted": None, "issues": {"a": "b"}}
    assert [mention.word for mention in find_mentions(broken)] == ["a"]
