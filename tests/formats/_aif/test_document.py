from __future__ import annotations

import pytest

from aif_files import aif, foreign
from argumap.errors import OtherTool
from argumap.formats._aif.document import read_document, recognise_flat, recognise_nested


def test_ids_may_be_numbers_or_words_and_texts_are_put_on_one_line() -> None:
    nodes = [{"nodeID": 1, "type": "I", "text": "  Two\n lines "}, {"nodeID": "2", "type": "RA", "text": "x"}]
    document = read_document(foreign({"nodes": nodes, "edges": [{"fromID": 1, "toID": "2"}]}))
    assert document.nodes["1"].text == "Two lines"
    assert document.after == {"1": ["2"], "2": []}


def test_what_does_not_fit_is_counted_and_never_stops_the_reading() -> None:
    nodes = [None, 7, {}, {"nodeID": "1", "type": "I", "text": "A"}, {"nodeID": "1", "type": "I", "text": "B"}]
    edges: list[object] = [{"edgeID": 3, "fromID": "1", "toID": "9"}, {"fromID": ["x"]}, "no"]
    document = read_document(foreign({"nodes": nodes, "edges": edges, "locutions": {"nodeID": 1}}))
    assert (document.nameless, document.twice) == (1, ["1"])
    assert document.loose_edges == ["3", " → "]
    assert document.nodes["1"].text == "A"


def test_a_node_that_stands_twice_alike_is_one() -> None:
    node = {"nodeID": "1", "type": "I", "text": "A"}
    assert read_document(foreign({"nodes": [node, node], "edges": []})).twice == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada : The dam leaks.", "Ada"),
        ("Ada: The dam leaks.", "Ada"),
        ("Ada :It leaks.", "Ada"),
        ("https://example.org says so", ""),
        ("The dam leaks.", ""),
        (f"{'long ' * 20}: no name", ""),
    ],
)
def test_a_speaker_is_what_stands_before_the_colon(text: str, speaker: str) -> None:
    document = read_document(foreign({"nodes": [{"nodeID": "1", "type": "L", "text": text}], "edges": []}))
    assert document.speaker("1") == speaker


def test_the_number_of_a_person_counts_only_where_the_words_name_nobody() -> None:
    whole = aif("1 L It leaks.\n2 L Bo : No.", "")
    whole["participants"] = [{"participantID": 5, "firstname": "Ada", "surname": "Weir"}]
    whole["locutions"] = [{"nodeID": n, "personID": "5", "start": "2024-03-02 10:00:00"} for n in ("1", "2")]
    document = read_document(foreign(whole))
    assert (document.speaker("1"), document.speaker("2")) == ("Ada Weir", "Bo")
    assert document.days["1"] == "2024-03-02"


def test_a_file_is_known_by_its_keys_and_types() -> None:
    assert recognise_flat(foreign(aif()))
    assert not recognise_flat(foreign({"nodes": [{"id": 1, "type": "box"}], "edges": []}))
    assert recognise_nested(foreign({"AIF": aif()}))
    assert not recognise_nested(foreign(aif()))
    assert not recognise_flat(foreign([1]))


@pytest.mark.parametrize("value", [[], {}, {"nodes": 3}, {"AIF": 1}, "text", None])
def test_what_has_no_nodes_is_refused(value: object) -> None:
    with pytest.raises(OtherTool, match='lacks the list "nodes"'):
        read_document(foreign(value))
