"""One stakeholder's case: what they hold, and the way from there to the questions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given as drawn
from hypothesis import settings

from argumap.model import Act, ArgumentMap, Attribution, Index, Stakeholder, build_commitments
from argumap.query import Side, build_lens, build_lenses, says, stance_side
from draws import draws
from maps import MAPS, TOWN, random_maps

if TYPE_CHECKING:
    from collections.abc import Iterable

INDEX = Index(TOWN)


def spoken(*attributions: Attribution) -> Index:
    return Index(replace(TOWN, attributions=attributions))


def with_added(*steps: str) -> Index:
    """The town where the map only added some of its steps."""
    return Index(
        replace(TOWN, arguments=tuple(replace(a, inferred=a.inferred or a.id in steps) for a in TOWN.arguments))
    )


def test_the_way_leads_from_what_they_hold_to_the_question() -> None:
    lens = build_lens(INDEX, "shops")
    assert "trade-falls" in lens.holds
    assert {"close-it", "cars"} <= {*lens.path}
    assert "trade-falls/close-it" in lens.steps


def test_sides_are_told_by_answer_and_silence_is_none() -> None:
    assert {(s.answer, s.side) for s in build_lens(INDEX, "shops").sides} >= {("close-it", Side.AGAINST)}
    assert build_lens(spoken(Attribution("shops", Act.PRESENTS, "trade-falls")), "shops").sides == ()


def test_what_only_the_map_makes_of_their_words_is_kept_apart() -> None:
    index = with_added(*(a.id for a in TOWN.arguments if "trade-falls" in a.premises))
    lens = build_lens(index, "shops")
    assert "trade-falls" in lens.holds
    assert "close-it" not in lens.path
    assert "close-it" in lens.beyond
    assert "trade-falls/close-it" in lens.added
    assert all(side.added for side in lens.sides if side.answer == "close-it")


def test_what_they_dispute_is_rejected_and_what_they_present_left_open() -> None:
    index = spoken(
        Attribution("shops", Act.DISPUTES, "clean-air"), Attribution("shops", Act.PRESENTS, "trade-falls")
    )
    lens = build_lens(index, "shops")
    assert (lens.holds, lens.rejects, lens.open) == ((), ("clean-air",), ("trade-falls",))


def test_what_a_persons_sides_cost_is_what_they_say_however_many_answers_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Counter[str]()

    def count(acts: Iterable[Act], bearing: Side) -> Side | None:
        asked["side"] += 1
        return stance_side(acts, bearing)

    monkeypatch.setattr("argumap.query.lens.stance_side", count)
    lens = build_lens(INDEX, "shops")
    assert len(INDEX.positions) > 1
    assert asked["side"] <= len(lens.own)


def test_whose_report_it_is_and_whether_any_is_their_own_voice() -> None:
    lens = build_lens(INDEX, "shops")
    assert [r.id for r in lens.reporters] == ["editor"]
    assert not lens.direct
    assert build_lens(INDEX, "editor").direct


def test_only_those_who_speak_have_a_case() -> None:
    silent = Index(replace(TOWN, stakeholders=(*TOWN.stakeholders, Stakeholder("mute", "A mute"))))
    assert "mute" not in {lens.by.id for lens in build_lenses(silent, 100)}


def test_an_undercut_leads_to_what_the_denied_step_leads_to() -> None:
    index = spoken(Attribution("shops", Act.ASSERTS, "footfall-rose"))
    lens = build_lens(index, "shops")
    assert {"other-towns", "trade-falls/close-it"} <= {*lens.steps}
    assert {"close-it", "cars"} <= {*lens.path}


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_every_case_is_whole(argument_map: ArgumentMap) -> None:
    check(argument_map)


@settings(max_examples=draws(30), deadline=None)
@drawn(random_maps())
def test_every_case_is_whole_whatever_the_map(argument_map: ArgumentMap) -> None:
    check(argument_map)


def check(argument_map: ArgumentMap) -> None:
    index = Index(argument_map)
    for lens in build_lenses(index, 10_000):
        assert {*lens.holds} == build_commitments(index, lens.by.id).keys() & index.claims.keys()
        assert {*lens.path}.isdisjoint({*lens.holds, *lens.rejects, *lens.beyond})
        assert {*lens.steps}.isdisjoint(index.added)
        assert {*lens.added} <= index.added
        told = {
            group.position.id
            for group in says(index, lens.by.id).groups
            if group.position and any(said.side and said.node.kind == "claim" for said in group.said)
        }
        assert {side.answer for side in lens.sides} == told
