"""Who stands where is a table of people by answers, where they are few enough to be read so."""

from __future__ import annotations

from dataclasses import replace

from argumap.board import build_boards
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from argumap.views.index.people_table import MOST, PeopleRow, build_rows
from debates import debate, written


def rows_of(*speech: str, **belongs: str) -> tuple[PeopleRow, ...]:
    drawn = written(debate("a supports x; b supports y; c attacks x", "x y"), *speech)
    people = (
        replace(each, affiliation=(belongs[each.id],)) if each.id in belongs else each
        for each in drawn.stakeholders
    )
    (board,) = build_boards(evaluate(replace(drawn, stakeholders=tuple(people))))
    return build_rows(board, ENGLISH)


def test_each_has_a_row_with_the_side_they_take_before_how() -> None:
    row = next(row for row in rows_of("ann argues a", "author presents b") if row.person.stakeholder.id == "ann")
    assert [(cell.word, cell.how) for cell in row.cells] == [
        ("says nothing on it", ""),
        ("for it", "with the one reason"),
    ]


def test_who_belongs_to_somebody_who_speaks_stands_right_after_them() -> None:
    rows = rows_of("ann argues a", "guild argues c", "bob argues b", bob="guild")
    order = [(row.person.stakeholder.id, row.inside) for row in rows]
    assert order.index(("bob", True)) == order.index(("guild", False)) + 1
    both = rows_of("ann argues a", "bob argues b", ann="bob", bob="ann")
    assert len(both) == 2


def test_of_too_many_there_is_no_table_nor_a_row_for_who_takes_no_side() -> None:
    assert rows_of(*(f"voice{n} argues a" for n in range(MOST + 1))) == ()
    assert len(rows_of("ann argues a", "bob supposes c")) == 1


def test_a_long_name_leaves_no_room_for_who_somebody_is() -> None:
    row = rows_of("ann argues a")[0]
    assert not row.long
    assert replace(row, about="chair of the guild of shopkeepers").long
