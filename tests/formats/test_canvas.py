from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

from argumap.formats import FORMATS, Foreign
from argumap.formats.canvas import recognise
from argumap.model import Claim
from argumap.project.fidelity import compare_facts, read_full_map
from drawn_files import Json, canvas_file, read_json, tell_steps, tell_whys, write_json
from foreign_files import came, write
from maps import MAPS


def card(name: str, text: str, x: int = 0, y: int = 0, **more: object) -> Json:
    return {"id": name, "type": "text", "text": text, "x": x, "y": y, "width": 100, "height": 50, **more}


def edge(name: str, start: str, end: str, **more: object) -> Json:
    return {"id": name, "fromNode": start, "toNode": end, **more}


def canvas(*nodes: Json, edges: tuple[Json, ...] = ()) -> Json:
    return {"nodes": list(nodes), "edges": list(edges)}


# What JSON Canvas 1.0 asks of a file, written down from its page.
WHOLE = {"type": "integer"}
COLOUR = {"type": "string", "pattern": "^([1-6]|#[0-9a-fA-F]{6})$"}
END = {"enum": ["none", "arrow"]}
SIDE = {"enum": ["top", "right", "bottom", "left"]}
PLACE = {
    "id": {"type": "string"},
    "x": WHOLE,
    "y": WHOLE,
    "width": WHOLE,
    "height": WHOLE,
    "color": COLOUR,
}
BY_TYPE = [
    {"properties": {**PLACE, "type": {"const": kind}, key: {"type": "string"}}, "required": [*needed, key]}
    for kind, key in (("text", "text"), ("file", "file"), ("link", "url"))
    for needed in [["id", "type", "x", "y", "width", "height"]]
]
SPECIFICATION = {
    "type": "object",
    "properties": {
        "nodes": {"type": "array", "items": {"oneOf": BY_TYPE}},
        "edges": {
            "type": "array",
            "items": {
                "required": ["id", "fromNode", "toNode"],
                "properties": {
                    "id": {"type": "string"},
                    "fromNode": {"type": "string"},
                    "toNode": {"type": "string"},
                    "fromEnd": END,
                    "toEnd": END,
                    "fromSide": SIDE,
                    "toSide": SIDE,
                    "color": COLOUR,
                    "label": {"type": "string"},
                },
            },
        },
    },
}


def test_every_map_is_written_as_the_specification_asks() -> None:
    for record in [*MAPS.values(), read_full_map()]:
        written = write_json("canvas", record, came=False)
        jsonschema.validate(written, SPECIFICATION)
        nodes, edges = written["nodes"], written["edges"]
        assert isinstance(nodes, list)
        assert isinstance(edges, list)
        ids = {node["id"] for node in nodes}
        assert len(ids) == len(nodes)
        assert all({each["fromNode"], each["toNode"]} <= ids for each in edges)


def test_colours_tell_where_no_word_does_and_a_word_comes_first() -> None:
    cards = [card(n, f"Claim {n}.") for n in "abc"]
    edges = (
        edge("1", "b", "a", color="4"),
        edge("2", "c", "a", color="#c81e1e"),
        edge("3", "a", "b", color="4", label="con"),
        edge("4", "c", "b", color="1", label="so I hear"),
        edge("5", "b", "c", color="5"),
        edge("6", "a", "c", label="so I hear"),
    )
    imported = read_json("canvas", canvas(*cards, edges=edges))
    assert tell_steps(imported.map) == {
        (("supports", ("Claim b.",)), "Claim a."),
        (("attacks", ("Claim c.",)), "Claim a."),
        (("attacks", ("Claim a.",)), "Claim b."),
        (("attacks", ("Claim c.",)), "Claim b."),
    }
    assert tell_whys(imported) == [
        ("4", "an unknown word on an arrow whose colour tells what it means"),
        ("5", "an arrow that says neither for nor against"),
        ("6", "an arrow whose word “so I hear” says neither for nor against"),
    ]


def test_heads_tell_the_direction() -> None:
    cards = [card(n, f"Claim {n}.") for n in "ab"]
    turned = edge("1", "a", "b", label="pro", fromEnd="arrow", toEnd="none")
    both = edge("2", "a", "b", label="contradicts", fromEnd="arrow")
    none = edge("3", "a", "b", label="pro", toEnd="none")
    imported = read_json("canvas", canvas(*cards, edges=(turned, both, none)))
    assert tell_steps(imported.map) == {(("supports", ("Claim b.",)), "Claim a.")}
    assert [bool(claim.contradicts) for claim in imported.map.claims] == [True, False]
    assert tell_whys(imported) == [("3", "a support without a direction")]


def test_frames_are_questions_or_tags() -> None:
    frame = {"type": "group", "x": -10, "y": -10, "width": 300, "height": 100}
    file = canvas(
        {"id": "g", "label": "Drain it?", **frame},
        {"id": "h", "label": "Water", **frame, "width": 130},
        card("a", "Yes."),
        card("b", "The dam leaks.", x=150),
        card("c", "Far off.", x=900),
        edges=(edge("1", "b", "a", label="supports"),),
    )
    imported = read_json("canvas", file)
    assert [issue.question for issue in imported.map.issues] == ["Drain it?"]
    assert [(c.text, bool(c.answers), c.tags) for c in imported.map.claims] == [
        ("Yes.", True, ("Water",)),
        ("The dam leaks.", False, ()),
        ("Far off.", False, ()),
    ]
    assert tell_whys(imported) == [("h", "a frame, held as a tag of what it holds")]
    assert write_json("canvas", imported.map, imported.kept) == file


def test_notes_pages_and_pictures() -> None:
    file = canvas(
        {**card("a", ""), "type": "file", "file": "Claims/The dam leaks.md", "subpath": "#why"},
        {**card("b", ""), "type": "file", "file": "dam.png"},
        {**card("c", ""), "type": "link", "url": "https://example.org/dam"},
        card("d", "The pond should be drained."),
        edges=(edge("1", "a", "d", label="pro"), edge("2", "b", "d", label="pro"), edge("3", "c", "d")),
    )
    imported = read_json("canvas", file)
    assert tell_steps(imported.map) == {(("supports", ("The dam leaks",)), "The pond should be drained.")}
    assert [(source.url, source.title) for source in imported.map.sources] == [("https://example.org/dam",) * 2]
    assert tell_whys(imported) == [
        ("a", "the card of a note, held by the note's name"),
        ("b", "a card of a file that is no note"),
        ("c", "the card of a page, held as a source"),
        ("2", "an arrow to or from what is no part of the map"),
        ("3", "an arrow to or from a source, for a map ties claims to places in it"),
    ]
    assert write_json("canvas", imported.map, imported.kept) == file


def test_a_heading_is_the_title_and_the_rest_the_claim() -> None:
    [claim] = read_json("canvas", canvas(card("a", "## It leaks\n\nThe dam\nleaks."))).map.claims
    assert (claim.title, claim.text) == ("It leaks", "The dam leaks.")
    [alone] = read_json("canvas", canvas(card("a", "# It leaks"))).map.claims
    assert (alone.title, alone.text) == (None, "It leaks")


def test_marks_of_headings_and_stress_are_no_part_of_a_text() -> None:
    text = canvas(
        card("q", "# Should the library open on Sundays?"),
        card("a", "**Students** need *a **quiet** place* for snake_case_names."),
        card("b", "## The **cost**\n\n_Guards_ cost 2 * 3 * 4."),
    )
    imported = read_json("canvas", text)
    assert [issue.question for issue in imported.map.issues] == ["Should the library open on Sundays?"]
    assert [(claim.title, claim.text) for claim in imported.map.claims] == [
        (None, "Students need a quiet place for snake_case_names."),
        ("The cost", "Guards cost 2 * 3 * 4."),
    ]
    record = came("canvas", imported)
    assert json.loads(write("canvas", record, imported.kept)[".canvas"]) == text
    odd = replace(record.claims[0], text="# So *they* say \\* __here__")
    again = write("canvas", replace(record, claims=(odd, *record.claims[1:])), imported.kept)[".canvas"]
    assert read_json("canvas", json.loads(again)).map.claims[0].text == odd.text


def test_new_cards_come_below_what_is_there() -> None:
    imported = read_json("canvas", canvas_file())
    more = (Claim("n", "New."), Claim("m", "Newer.", title="The newest"))
    record = replace(imported.map, claims=(*imported.map.claims, *more))
    nodes = write_json("canvas", record, imported.kept)["nodes"]
    assert isinstance(nodes, list)
    assert [node["y"] for node in nodes[-2:]] == [770, 880]


def test_empty_cards_are_told() -> None:
    imported = read_json("canvas", canvas(card("a", " "), card("b", "B.")))
    assert tell_whys(imported) == [("a", "a claim without words")]


def test_a_canvas_is_known_by_cards_that_have_a_place() -> None:
    assert recognise(Foreign("x", json.dumps(canvas_file()).encode()))
    assert not recognise(Foreign("x", b'{"nodes": [], "edges": []}'))
    assert not recognise(Foreign("x", b'{"nodes": [{"id": "1", "type": "text"}]}'))
    assert FORMATS["canvas"].suffixes == (".canvas",)


def test_what_cards_show_is_enough_for_the_logic_and_who_says_it() -> None:
    written = write_json("canvas", read_full_map(), came=False)
    for records in (written["nodes"], written["edges"]):
        assert isinstance(records, list)
        for record in records:
            record.pop("argumap", None)
    compared = compare_facts(read_full_map(), read_json("canvas", written).map)
    shown = {feature for feature, found in compared.items() if str(found) == "kept"}
    assert shown >= {"claims", "titles", "questions", "answers", "concepts", "supports", "attacks", "undercuts"}
    assert shown >= {
        "linked premises",
        "contradictions",
        "rephrases",
        "speakers",
        "what they do with it",
        "stakes",
    }
