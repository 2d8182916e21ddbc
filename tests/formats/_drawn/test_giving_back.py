from __future__ import annotations

from argumap.formats._drawn.drawing import DrawnArrow, DrawnNode
from argumap.formats._drawn.giving_back import Encoder, FiledRecord, JsonRecord, merge_records, overlay
from drawn_files import drawing

ENCODER = Encoder(
    lambda node, _: {"text": node.text, **node.details},
    lambda arrow, _: {"from": arrow.starts[0], "to": arrow.ends[0], "word": arrow.relation},
)
NODES = "1 - A.\n2 - B.\n3 - C."
ARROWS = "x 1 2 supports\ny 2 3 attacks"


def records() -> list[FiledRecord]:
    nodes = [FiledRecord(name, {"text": f"{name}.", "colour": "red"}, "nodes") for name in "123"]
    edges: list[JsonRecord] = [{"word": "supports", "wide": 2}, {"word": "attacks"}, {"word": "near"}]
    ends = [("1", "2"), ("2", "3"), ("1", "3")]
    return [
        *nodes,
        FiledRecord("", {"odd": True}, "nodes"),
        *(
            FiledRecord(name, edge, "edges", two, arrow=True)
            for name, edge, two in zip("xyz", edges, ends, strict=True)
        ),
    ]


def test_what_is_untouched_stays_to_the_letter() -> None:
    held = records()
    merged = merge_records(held, drawing(NODES, ARROWS), drawing(NODES, ARROWS), ENCODER)
    assert [value for stay in merged.stay.values() for _, value in stay] == [record.value for record in held]
    assert (merged.new_nodes, merged.new_arrows, merged.changed) == ([], [], False)


def test_what_is_gone_takes_along_what_hung_on_it() -> None:
    merged = merge_records(records(), drawing(NODES, ARROWS), drawing("1 - A.\n2 - B.", "x 1 2 supports"), ENCODER)
    assert [record.id for record, _ in merged.stay["nodes"]] == ["1", "2", ""]
    assert [record.id for record, _ in merged.stay["edges"]] == ["x"]
    assert merged.changed


def test_what_changed_changes_in_its_place_and_what_is_new_is_told() -> None:
    now = drawing("1 - A, in other words.\n2 - B.\n3 - C.\n4 - D.", "x 1 2 attacks\ny 2 3 attacks\nn 4 1 supports")
    merged = merge_records(records(), drawing(NODES, ARROWS), now, ENCODER)
    assert merged.stay["nodes"][0][1] == {"text": "A, in other words.", "colour": "red"}
    assert merged.stay["edges"][0][1] == {"word": "attacks", "wide": 2}
    assert [node.id for node in merged.new_nodes] == ["4"]
    assert [arrow.id for arrow in merged.new_arrows] == ["n"]


def test_an_arrow_that_was_read_against_its_direction_is_written_anew() -> None:
    before, now = drawing(NODES, "x 1 2 supports"), drawing(NODES, "x 1 2 attacks")
    held = [FiledRecord("x", {"word": "because", "from": "2"}, "edges", ("1", "2"), arrow=True, turned=True)]
    merged = merge_records(held, before, now, ENCODER)
    assert [value for _, value in merged.stay["edges"]] == [{"from": "1", "to": "2", "word": "attacks"}]


def test_overlay_changes_only_what_differs() -> None:
    record: JsonRecord = {"a": 1, "own": {"x": 1, "y": 2}, "kept": [1]}
    assert overlay(record, {"a": 1, "own": {"x": 1, "z": 3}}, {"a": 2, "own": {"x": 5}}) == {
        "a": 2,
        "own": {"x": 5, "y": 2},
        "kept": [1],
    }
    assert overlay(record, {"a": 1}, {}) == {"own": {"x": 1, "y": 2}, "kept": [1]}
    assert record["a"] == 1


def test_what_is_drawn_without_a_record_is_not_added() -> None:
    held = DrawnArrow("g holds 1", ("1",), ("2",), "answers")
    before, now = drawing(NODES, ARROWS), drawing(NODES, ARROWS)
    for drawn in (before, now):
        drawn.arrows.append(held)
        drawn.nodes.append(DrawnNode("9", "", "."))
    assert merge_records(records(), before, now, ENCODER).new_arrows == []
