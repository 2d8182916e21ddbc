from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats._foreign import keep_lines
from argumap.formats.apx import recognise
from argumap.mapfile import parse_map, write_map
from argumap.project.fidelity import find_facts
from foreign_files import check_cuts, check_round_trip, corpus, counted
from frameworks import put_in, read_framework, take_out, tell_attacks, write_framework
from maps import MAPS

if TYPE_CHECKING:
    from pathlib import Path

POND = """% who attacks whom
arg(dam). arg(leak).
arg( carp ).

att(leak,dam). att(dam,leak). % both ways
att(carp,carp).
support(leak,carp).
pref(dam,leak).
"""


def test_facts_become_claims_and_steps_self_attacks_too() -> None:
    imported = read_framework("apx", POND)
    assert [claim.text for claim in imported.map.claims] == ["dam", "leak", "carp"]
    assert tell_attacks(imported.map) == {
        ("leak", "attacks", "dam"),
        ("dam", "attacks", "leak"),
        ("carp", "attacks", "carp"),
        ("leak", "supports", "carp"),
    }
    assert [(loss.id, loss.why) for loss in imported.losses[3:]] == [
        ("line 8", "a fact that is neither an argument nor an attack: pref")
    ]


def test_it_goes_back_as_it_came_and_without_its_file_too() -> None:
    imported = read_framework("apx", POND)
    assert write_framework("apx", imported.map, imported.kept, "apx") == POND
    once = write_framework("apx", imported.map, came="apx")
    assert once.splitlines()[:4] == ["arg(dam).", "arg(leak).", "arg(carp).", "att(leak,dam)."]
    again = read_framework("apx", once).map
    assert find_facts(again) == find_facts(imported.map)
    assert write_framework("apx", again, came="apx") == once


def test_a_line_keeps_what_is_left_of_it() -> None:
    imported = read_framework("apx", POND)
    without = write_framework("apx", take_out(imported.map, "dam"), imported.kept, "apx")
    assert (
        without
        == """% who attacks whom
arg(leak).
arg( carp ).

att(carp,carp).
support(leak,carp).
pref(dam,leak).
"""
    )
    more = write_framework("apx", put_in(imported.map, "heron", "carp"), imported.kept, "apx")
    assert more == POND.replace("arg( carp ).\n", "arg( carp ).\narg(heron).\n") + "att(heron,carp).\n"
    fewer = replace(imported.map, arguments=imported.map.arguments[1:])
    assert "att(dam,leak).\n" in write_framework("apx", fewer, imported.kept, "apx")


def test_ids_that_are_no_names_of_a_solver_are_written_as_some() -> None:
    written = write_framework("apx", MAPS["town"])
    assert "arg(trade_falls_close_it)." in written
    assert "att(not_trade_falls,trade_falls_close_it)." in written
    assert "support" not in written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it has no argument"),
        ("att(a,b).", "it has no argument"),
        ("arg(a)\n", "no fact"),
        ("arg(a). att(a", "no fact"),
    ],
)
def test_what_is_none_is_told(text: str, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        read_framework("apx", text)


def test_it_is_known_by_its_first_fact() -> None:
    assert recognise(Foreign("x", b"% a comment\r\n\r\n arg(a1).\r\n"))
    assert not recognise(Foreign("x", b"argument(a)."))
    assert not recognise(Foreign("x", b""))


@given(st.text(alphabet='arg(),.tb% \n"\\', max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        record = read_framework("apx", text).map
    except OtherTool:
        return
    assert [p for p in parse_map(write_map(record)).problems if p.severity == "error"] == []


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    check_cuts("apx", POND)


@pytest.mark.parametrize("path", corpus("iccma/apx/*"))
def test_frameworks_of_others_come_in_with_their_counts_and_go_back(path: Path) -> None:
    data = path.read_bytes()
    imported = FORMATS["apx"].read_again(path.name, keep_lines(Foreign(path.name, data).text))
    assert imported is not None
    assert (len(imported.map.claims), len(imported.map.arguments)) == (
        counted(path)["nodes"],
        counted(path)["edges"],
    )
    assert {loss.why for loss in imported.losses} == {"an argument without words, held by its name"}
    assert [other for other, plug_in in FORMATS.items() if plug_in.recognise(Foreign("x", data))] == ["apx"]
    check_round_trip("apx", data)


def test_a_line_may_have_any_number_of_facts() -> None:
    text = " ".join(f"arg(a{n})." for n in range(20_000))
    assert len(read_framework("apx", text).map.claims) == 20_000
