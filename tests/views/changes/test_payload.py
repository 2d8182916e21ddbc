from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError
from argumap.news import judged_states
from argumap.snapshots import build_snapshot, canonical_form
from argumap.views import MapState
from argumap.views.changes.payload import SHOWN, build_comparison, build_page, find_pairs
from town_states import FIRST, SECOND, THIRD, input_of, pair_of, states_of

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_map_in_one_state_has_nothing_to_compare() -> None:
    with pytest.raises(CallError, match="town is known in one state only; keep another with"):
        build_page(input_of(states_of((FIRST,))))


def test_of_a_few_states_all_pairs_are_compared_and_of_many_those_that_lead_to_all() -> None:
    assert find_pairs(3) == [(0, 1), (0, 2), (1, 2)]
    assert set(find_pairs(20)) == {(n, n + 1) for n in range(19)} | {(n, 19) for n in range(19)}


def test_two_readings_of_one_text_are_told_as_that() -> None:
    assert not build_comparison(pair_of(), 0, 1).same_text
    page = build_page(input_of([replace(state, text="ab12") for state in states_of()]))
    assert "what changed is how the map reads it" in page
    assert "changed their mind" not in page
    assert "read otherwise now" in page


def test_the_page_tells_who_leads_because_of_what_and_whom_and_no_id() -> None:
    page = build_page(input_of())
    first = page[page.index('id="upshot"') : page.index("<template")]
    assert "“Charge a toll” leads now. “Close the old town” led before." in first
    assert "Petra Lunn" in first
    assert "changed their mind" in first
    assert ">17 April 2027<" in first
    assert all(f">{each}<" not in first for each in ("close-it", "toll", "pays-bus", "close-it/toll"))


def test_the_page_speaks_the_language_of_the_map() -> None:
    dated = ((FIRST, "2027-04-17"), (THIRD, "2027-05"))
    page = build_page(input_of([MapState(build_snapshot(replace(m, language="de")), date) for m, date in dated]))
    assert "„Charge a toll“ führt jetzt. Vorher führte „Close the old town“." in page
    assert ">17. April 2027<" in page
    assert ">Mai 2027<" in page


def test_many_states_show_the_newest_and_count_the_others() -> None:
    maps = [replace(each, title=str(n)) for n, each in enumerate([FIRST, SECOND] * SHOWN)]
    page = build_page(input_of([MapState(build_snapshot(each)) for each in maps]))
    assert page.count('data-state="') == SHOWN
    assert f"{SHOWN} earlier states are not shown" in page


def test_a_page_that_stands_alone_leads_nowhere() -> None:
    given = replace(input_of(), alone=True)
    assert given.pages == ()
    assert "map.html" not in build_page(given)


def test_the_same_states_give_the_same_page() -> None:
    assert build_page(input_of()) == build_page(input_of())


def test_each_state_is_worded_and_its_records_told_apart_once_however_many_compare_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()

    def count(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object) -> object:
            calls[name] += 1
            return function(*arguments)

        return counted

    for module, name in ((judged_states, "find_words"), (canonical_form, "_find_key")):
        monkeypatch.setattr(module, name, count(name, getattr(module, name)))
    states = states_of((FIRST, SECOND, THIRD, SECOND))
    build_page(input_of(states))
    records = sum(len(state.snapshot.keys[kind]) for state in states for kind in state.snapshot.keys)
    assert calls == {"find_words": len(states), "_find_key": records}
