"""The table of who argues what: marks are what people say, brackets the sides that the board has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.board import build_boards
from argumap.model import Act, ArgumentMap, Attribution
from argumap.phrases import get_phrases
from argumap.semantics import evaluate
from argumap.views.matrix import who_table
from argumap.views.matrix.who_table import build_table
from debates import debate, said
from maps import MAPS, TOWN

if TYPE_CHECKING:
    from argumap.views.matrix.who_table import Mark, WhoTable

ENGLISH = get_phrases("en")


def table(argument_map: ArgumentMap = TOWN) -> WhoTable:
    return build_table(build_boards(evaluate(argument_map))[0], ENGLISH)


def mark(found: WhoTable, claim: str, who: str) -> Mark:
    rows = (row for answer in found.answers for row in answer.rows if row.premise.claim.id == claim)
    return next(row.marks[who] for row in rows if who in row.marks)


def spoken(*attributions: Attribution) -> ArgumentMap:
    return replace(TOWN, attributions=attributions)


@pytest.mark.parametrize(
    ("act", "via", "kind", "side", "sign"),
    [
        pytest.param(Act.ASSERTS, (), "own", "against", "−", id="own voice"),
        pytest.param(Act.ARGUES, ("editor",), "reported", "against", "−", id="reported"),
        pytest.param(Act.PRESENTS, (), "presented", "none", "−", id="laid out takes no side"),
        pytest.param(Act.CONCEDES, (), "own", "none", "−", id="conceded takes no side"),
        pytest.param(Act.DISPUTES, (), "disputed", "for", "≠", id="disputed speaks the other way"),
        pytest.param(Act.QUESTIONS, (), "questioned", "none", "?", id="questioned"),
    ],
)
def test_a_mark_tells_voice_and_side(act: Act, via: tuple[str, ...], kind: str, side: str, sign: str) -> None:
    found = mark(table(spoken(Attribution("shops", act, "trade-falls", via=via))), "trade-falls", "shops")
    assert (found.kind, found.side, found.sign) == (kind, side, sign)


def test_who_argues_from_a_claim_without_saying_it_is_marked_apart() -> None:
    found = table(spoken(Attribution("shops", Act.ARGUES, "trade-falls/close-it")))
    assert mark(found, "trade-falls", "shops").kind == "from"
    assert "argues from it" in mark(found, "trade-falls", "shops").words


def test_people_stand_in_brackets_by_the_side_that_the_board_has() -> None:
    found = table()
    for n, rows in enumerate(found.answers):
        for person in found.people:
            stand = person.stands[n]
            side = stand.side.value if stand.side else "none"
            assert not (stand.side and stand.presents)
            assert person.stakeholder.id in rows.brackets[side]


def test_the_strongest_on_each_side_are_always_in_sight() -> None:
    for rows in table().answers:
        best = {row.entry.id for row in rows.rows if row.best}
        assert best == {each[0].id for each in (rows.answer.reasons, rows.answer.objections) if each}
        assert rows.more == len({row.entry.id for row in rows.rows}) - len(best)


def test_a_table_that_is_too_large_keeps_the_strongest_and_counts_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(who_table, "CELLS", 1)
    for rows in table().answers:
        shown = {row.entry.id for row in rows.rows}
        assert rows.left == len(rows.answer.entries) - len(shown)


def test_the_first_sentence_joins_the_upshot_and_the_people() -> None:
    found = table()
    assert "leads" in found.upshot or "level" in found.upshot


def test_who_argues_on_both_sides_of_an_answer_is_no_voice_for_it() -> None:
    drawn = debate("a supports x; b attacks x; c supports x; d attacks y", "x y")
    torn = ("ann asserts a", "ann asserts b")
    heard = table(said(drawn, *torn, "bob asserts c")).upshot
    assert heard.startswith("“Claim x.” leads, and 1 of the 2 voices")
    assert table(said(drawn, *torn)).upshot == (
        "“Claim x.” leads, and whoever speaks for an answer here speaks against it as well."
    )


def test_an_answer_without_rivals_does_not_lead() -> None:
    alone = replace(TOWN, claims=tuple(c if c.id == "close-it" else replace(c, answers=()) for c in TOWN.claims))
    found = table(alone)
    assert len(found.answers) == 1
    assert "is the only answer" in found.upshot
    assert "leads" not in found.upshot + found.because


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_every_map_has_its_tables(argument_map: ArgumentMap) -> None:
    for board in build_boards(evaluate(argument_map)):
        found = build_table(board, get_phrases("de"))
        assert not found.answers or found.opened in {rows.answer.claim.id for rows in found.answers}
