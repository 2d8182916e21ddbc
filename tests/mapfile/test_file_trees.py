from __future__ import annotations

from argumap.mapfile.file_trees import parse_locations, read_tree
from argumap.mapfile.map_parser import parse_files
from places import MAP

SHARED = ("shared.yaml", b"concepts: {toll: {label: A toll}}\n")


def test_the_places_alone_are_those_of_the_whole() -> None:
    for shared in (None, SHARED, ("shared.yaml", b"[")):
        for text in (MAP, "", "a: ["):
            _, whole, _ = parse_files({"map.yaml": text}, shared)
            assert list(parse_locations({"map.yaml": text}, shared).tables) == list(whole.tables)


def test_bytes_that_are_no_text_are_told_and_not_guessed() -> None:
    tree = read_tree("title: Café".encode("latin-1"), "map.yaml")
    assert tree.data is None
    assert [f"{problem.code} {problem.line}:{problem.column}" for problem in tree.problems] == ["AM001 1:11"]
