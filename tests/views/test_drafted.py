"""What nobody has looked at has a double edge on every page that is read, and the page says so."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from argumap.semantics import evaluate
from argumap.views import VIEWS
from maps import TOWN
from pages import given

PAGES = ("map", "matrix", "outline", "sections")
MADE = "draft, by statement"
POSITION = next(claim.id for claim in TOWN.claims if claim.answers)
DRAFTED = replace(TOWN, claims=tuple(replace(c, unseen=MADE) if c.id == POSITION else c for c in TOWN.claims))


def page(name: str, argument_map: object = DRAFTED) -> str:
    view = given(argument_map)  # type: ignore[arg-type]
    return VIEWS[name].build(replace(view, evaluation=evaluate(view.index)))


@pytest.mark.parametrize("name", PAGES)
def test_what_nobody_has_looked_at_is_marked_and_told(name: str) -> None:
    drawn = page(name)
    marked = re.findall(r"<[a-z]+[^<>]* data-drafted>", drawn)
    assert len(marked) > 1, "the item and the sign of the legend"
    assert "nobody has looked at it yet (1 item in this map)" in drawn


@pytest.mark.parametrize("name", PAGES)
def test_a_map_that_was_looked_at_has_no_such_mark(name: str) -> None:
    drawn = page(name, TOWN)
    assert " data-drafted>" not in drawn
    assert "nobody has looked at it yet (" not in drawn


@pytest.mark.parametrize("name", [*PAGES, "index"])
def test_each_page_begins_with_how_much_nobody_has_looked_at(name: str) -> None:
    told = '<p class="unlooked">Nobody has looked at 1 item of this map yet: '
    assert told in page(name).partition("<main")[0]
    assert 'class="unlooked"' not in page(name, TOWN)


def test_a_claim_whose_speaker_was_drafted_is_marked_as_well() -> None:
    said = tuple(replace(a, unseen=MADE) if a.of == POSITION else a for a in TOWN.attributions)
    assert given(replace(TOWN, attributions=said)).unseen == {POSITION}


def test_the_network_is_told_of_it() -> None:
    assert re.search(rf'"drafted":true[^{{}}]*?"id":"{POSITION}"', page("map"))
