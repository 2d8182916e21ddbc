from __future__ import annotations

from argumap.page import PartLinks, pack_parts

PIECES = [("one", ("a", "b")), ("two", ("c",)), ("three", ("d", "e", "f", "g")), ("four", ())]


def test_parts_hold_what_fits_and_a_piece_is_never_torn() -> None:
    parts = pack_parts("outline", PIECES, 3)
    assert [(part.file, part.number, part.pieces, part.ids) for part in parts] == [
        ("outline.html", 1, ("one", "two"), ("a", "b", "c")),
        ("outline-2.html", 2, ("three",), ("d", "e", "f", "g")),
        ("outline-3.html", 3, ("four",), ()),
    ]


def test_a_page_without_pieces_is_one_part() -> None:
    none: tuple[tuple[str, tuple[str, ...]], ...] = ()
    assert [(part.file, part.pieces) for part in pack_parts("outline", none, 3)] == [("outline.html", ())]


def test_a_link_leads_to_the_part_that_has_the_record() -> None:
    links = PartLinks.between(pack_parts("outline", PIECES, 3))("outline-2.html")
    assert links.link("", "d") == "#n=d"
    assert links.link("", "a") == "outline.html#n=a"
    assert links.link("", "unknown") == "#n=unknown"
    assert links.link("matrix.html", "a") == "matrix.html#n=a"


def test_the_first_part_knows_all_others_and_they_know_the_first() -> None:
    between = PartLinks.between(pack_parts("outline", PIECES, 3))
    assert between("outline-3.html").build_table({}, "outline.html") == {"first": "outline.html", "files": {}}
    first = between("outline.html").build_table({"d": "Claim d"}, "outline.html")
    assert first == {"first": "", "files": {"outline-2.html": {"d": "Claim d", "e": "e", "f": "f", "g": "g"}}}
