from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats._foreign import keep_lines
from argumap.formats.tgf import recognise
from argumap.mapfile import parse_map, write_map
from argumap.project.fidelity import find_facts
from foreign_files import check_cuts, check_round_trip, corpus, counted
from frameworks import put_in, read_framework, take_out, tell_attacks, write_framework
from maps import MAPS

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "a\nb\nc\n#\na b\nb c\nc c\n\n"
WORDED = """1 The dam leaks.
2 The pond should be drained.
3 The carp would die.
#
1 2 supports
3 2 con
1 3 see also
2 3
2 1 supported by
"""


def test_edges_without_a_word_are_attacks() -> None:
    imported = read_framework("tgf", PLAIN)
    assert tell_attacks(imported.map) == {("a", "attacks", "b"), ("b", "attacks", "c"), ("c", "attacks", "c")}
    assert {loss.why for loss in imported.losses} == {"an argument without words, held by its name"}


def test_words_are_claims_and_tell_what_an_edge_means_and_nothing_is_invented() -> None:
    imported = read_framework("tgf", WORDED)
    assert tell_attacks(imported.map) == {
        ("The dam leaks.", "supports", "The pond should be drained."),
        ("The carp would die.", "attacks", "The pond should be drained."),
    }
    assert [(loss.id, loss.why) for loss in imported.losses] == [
        ("1 → 3", "an edge whose word “see also” says neither for nor against"),
        ("2 → 3", "an edge without a word"),
        ("1 → 2", "a relation that is told already"),
    ]


@pytest.mark.parametrize("text", [PLAIN, WORDED])
def test_it_goes_back_as_it_came_and_without_its_file_too(text: str) -> None:
    imported = read_framework("tgf", text)
    assert write_framework("tgf", imported.map, imported.kept, "tgf") == text
    once = write_framework("tgf", imported.map, came="tgf")
    again = read_framework("tgf", once).map
    assert find_facts(again) == find_facts(imported.map)
    assert write_framework("tgf", again, came="tgf") == once


def test_a_change_changes_what_it_must() -> None:
    imported = read_framework("tgf", PLAIN)
    assert write_framework("tgf", take_out(imported.map, "a"), imported.kept, "tgf") == "b\nc\n#\nb c\nc c\n\n"
    more = write_framework("tgf", put_in(imported.map, "d", "a"), imported.kept, "tgf")
    assert more == "a\nb\nc\nd\n#\na b\nb c\nc c\nd a\n\n"
    worded = read_framework("tgf", WORDED)
    claims = tuple(
        claim if claim.text != "The dam leaks." else type(claim)(claim.id, "The dam drips.", origin=claim.origin)
        for claim in worded.map.claims
    )
    changed = type(worded.map)(claims=claims, arguments=worded.map.arguments)
    assert write_framework("tgf", changed, worded.kept, "tgf") == WORDED.replace("leaks", "drips")


def test_a_map_from_elsewhere_has_names_alone_for_solvers_take_a_line_for_one() -> None:
    above, _, below = write_framework("tgf", MAPS["town"]).partition("#\n")
    assert all(len(line.split()) == 1 for line in above.splitlines())
    assert "trade-falls not:trade-falls\n" in below


@pytest.mark.parametrize(
    ("text", "told"), [("", "lacks the line"), ("a\nb\n", "lacks the line"), ("a\n#\na\n", "no edge")]
)
def test_what_is_none_is_told(text: str, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        read_framework("tgf", text)


def test_it_is_known_by_its_line_between_nodes_and_edges() -> None:
    assert recognise(Foreign("x", b"1\r\n2\r\n#\r\n1 2\r\n"))
    assert not recognise(Foreign("x", b"1\n2\n#\n1 3\n"))
    assert not recognise(Foreign("x", b"# A title\n\nA text.\n"))
    assert not recognise(Foreign("x", b"#\n"))


@given(st.text(alphabet="ab# \n", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        record = read_framework("tgf", text).map
    except OtherTool:
        return
    assert [p for p in parse_map(write_map(record)).problems if p.severity == "error"] == []


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    check_cuts("tgf", WORDED)


@pytest.mark.parametrize("path", corpus("iccma/tgf/*"))
def test_frameworks_of_others_come_in_with_their_counts_and_go_back(path: Path) -> None:
    data = path.read_bytes()
    imported = FORMATS["tgf"].read_again(path.name, keep_lines(Foreign(path.name, data).text))
    assert imported is not None
    assert (len(imported.map.claims), len(imported.map.arguments)) == (
        counted(path)["nodes"],
        counted(path)["edges"],
    )
    assert {loss.why for loss in imported.losses} == {"an argument without words, held by its name"}
    assert [other for other, plug_in in FORMATS.items() if plug_in.recognise(Foreign("x", data))] == ["tgf"]
    check_round_trip("tgf", data)
