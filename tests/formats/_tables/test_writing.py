from __future__ import annotations

from dataclasses import replace

from argumap.formats import Foreign
from argumap.formats._tables.grid import parse_grid
from argumap.formats._tables.reading import TableReading, read_grids
from argumap.formats._tables.writing import write_row, write_table
from argumap.model import Act, Argument, ArgumentMap, Attribution, Bearing, Claim, Issue, Stakeholder
from maps import TOWN

TABLE = "id,text,parent,side\na,Yes.,,\nb,No.,a,con\nc,Maybe.,a,pro\n"


def read(text: str) -> TableReading:
    return read_grids([parse_grid(text, "f")], Foreign("f", b""), {})


def test_a_row_is_quoted_where_it_must_be_and_never_a_formula() -> None:
    assert write_row(["a", "b, c", 'say "so"', "=1", " two\n lines "]) == 'a,"b, c","say ""so""",\'=1,two lines'


def test_a_map_is_written_with_the_columns_that_it_uses() -> None:
    lines = write_table(TOWN).splitlines()
    assert lines[0] == "id,text,relation,parent,step,who,act,question,title,type,tags"
    assert lines[1].startswith(
        "close-it,The old town should be closed to private cars.,,,,The column's author,,Sh"
    )
    assert {line.split(",")[0] for line in lines if "other-towns" in line} == {"footfall-rose", "rents-rose"}


def test_a_step_that_bears_otherwise_now_is_written_in_its_row() -> None:
    before = read(TABLE)
    other, kept = before.map.arguments
    turned = replace(other, bearing=Bearing.SUPPORTS, target=before.map.claims[2].id)
    record = replace(before.map, arguments=(turned, kept))
    assert write_table(record, before) == "id,text,parent,side\na,Yes.,,\nb,No.,c,supports\nc,Maybe.,a,pro\n"


def test_a_step_that_is_gone_leaves_its_claim() -> None:
    before = read(TABLE)
    record = replace(before.map, arguments=before.map.arguments[1:])
    assert write_table(record, before) == "id,text,parent,side\na,Yes.,,\nb,No.,,\nc,Maybe.,a,pro\n"


def test_what_is_new_stands_beneath_in_columns_of_its_own() -> None:
    before = read(TABLE)
    a, b, c = before.map.claims
    record = replace(
        before.map,
        issues=(Issue("q", "Which?"),),
        claims=(a, replace(b, answers=("q",), contradicts=(c.id,)), c, Claim("new", "New.", tags=("t",))),
        arguments=(*before.map.arguments, Argument("joint", ("new", c.id), Bearing.ATTACKS, b.id)),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.ASSERTS, a.id), Attribution("ann", Act.DISPUTES, "new")),
    )
    once = write_table(record, before)
    assert once.splitlines()[:4] == [
        "id,text,parent,side,question,who,step,tags,act",
        "a,Yes.,,",
        "b,No.,a,con,Which?",
        "c,Maybe.,a,pro",
    ]
    again = read(once)
    assert {claim.text for claim in again.map.claims} == {"Yes.", "No.", "Maybe.", "New."}
    assert write_table(again.map, again) == once
    assert len(again.map.arguments) == 3
    texts = {claim.id: claim.text for claim in again.map.claims}
    said = {(voice.act, texts[voice.of]) for voice in again.map.attributions}
    assert said == {("asserts", "Yes."), ("disputes", "New.")}


def test_tables_of_several_sheets_are_written_anew() -> None:
    record = ArgumentMap(claims=(Claim("one", "One."),))
    assert write_table(record, TableReading()) == "id,text\none,One.\n"
