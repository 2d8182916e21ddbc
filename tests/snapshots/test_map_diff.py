"""What changed between two maps, told as typed records that turn the one into the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import CallError, DamagedFile, DoesNotFit
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Source,
)
from argumap.snapshots import Snapshot, apply, build_snapshot, compare, parse_change, write_change
from argumap.snapshots.change_records import (
    Added,
    FieldChanged,
    Reanchored,
    Removed,
    Renamed,
    Reordered,
)
from changed_maps import (
    LATER,
    TABLE,
    with_,
    without,
)
from maps import MAPS, TOWN, at, random_maps

if TYPE_CHECKING:
    from argumap.snapshots.change_records import Change


@pytest.mark.parametrize(("new", "expected"), TABLE.values(), ids=TABLE)
def test_every_kind_of_change_is_told_once(new: ArgumentMap, expected: tuple[Change, ...] | None) -> None:
    changes = compare(TOWN, new)
    if expected is not None:
        assert changes == expected
    assert build_snapshot(apply(TOWN, changes)) == build_snapshot(new)
    assert tuple(parse_change(write_change(change)) for change in changes) == changes


@st.composite
def edited(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap]:
    """A map, and what is left of it and of another after somebody took from both."""
    old, other = draw(random_maps()), draw(random_maps())

    def mixed(name: str, key: str) -> tuple[Any, ...]:
        pool = {getattr(r, key): r for r in (*getattr(old, name), *getattr(other, name))}
        kept = draw(st.permutations(sorted(pool)))[: draw(st.integers(0, len(pool)))]
        return tuple(
            replace(pool[record_id], **({"id": f"{record_id}-new"} if draw(st.integers(0, 4)) == 0 else {}))
            for record_id in kept
        )

    claims = tuple(
        replace(c, at=draw(st.sampled_from([c.at, (), at("s9.p1.s1", source="text")])))
        for c in mixed("claims", "id")
    )
    said = draw(
        st.lists(st.sampled_from((*old.attributions, *other.attributions, Attribution("ann", Act.ASSERTS, "c0"))))
    )
    new = ArgumentMap(
        title=draw(st.sampled_from(["Drawn", "Other"])),
        sources=draw(
            st.sampled_from([old.sources, (Source("text", "B"), Source("b", "A text")), (Source("b", "A text"),)])
        ),
        issues=tuple(draw(st.permutations(old.issues))),
        claims=claims,
        arguments=mixed("arguments", "id"),
        stakeholders=mixed("stakeholders", "id"),
        attributions=tuple(said),
        concepts=mixed("concepts", "id"),
    )
    if draw(st.booleans()):
        old = replace(old, claims=tuple(replace(c, at=()) if draw(st.booleans()) else c for c in old.claims))
    return old, new


@settings(deadline=None)
@given(edited())
def test_the_changes_alone_turn_the_old_map_into_the_new(maps: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = maps
    written = [write_change(change) for change in compare(old, new)]
    assert build_snapshot(apply(old, map(parse_change, written))) == build_snapshot(new)


@settings(deadline=None)
@given(random_maps())
def test_a_map_does_not_differ_from_itself(drawn: ArgumentMap) -> None:
    assert compare(drawn, drawn) == ()


@pytest.mark.parametrize("old", MAPS.values(), ids=MAPS)
@pytest.mark.parametrize("new", MAPS.values(), ids=MAPS)
def test_any_map_can_become_any_other(old: ArgumentMap, new: ArgumentMap) -> None:
    assert build_snapshot(apply(old, compare(old, new))) == build_snapshot(new)


def test_claims_without_a_passage_keep_the_order_of_the_file() -> None:
    old = with_("claims", LATER, replace(LATER, id="sooner"))
    new = with_("claims", replace(LATER, id="sooner"), LATER)
    (change,) = compare(old, new)
    assert change == Reordered("claim", (("later", "sooner"),)) or change == Reordered(
        "claim", (("sooner", "rents-rose"),)
    )
    assert build_snapshot(apply(old, (change,))) == build_snapshot(new)


def test_a_claim_without_a_passage_goes_with_the_claim_before_it() -> None:
    claims = (*TOWN.claims[:1], LATER, *TOWN.claims[1:])
    old = replace(TOWN, claims=claims)
    new = replace(TOWN, claims=(replace(claims[0], at=at("s9.p1.s1")), *claims[1:]))
    assert compare(old, new) == (Reanchored("claim", "close-it", at("s1.p1.s1"), at("s9.p1.s1"), "rents-rose"),)


def test_a_claim_with_other_words_and_another_place_is_another_claim() -> None:
    other = Claim("rents-rose-2", "Landlords were asked nothing at all.", at=at("s8.p1.s1"))
    new = replace(TOWN, claims=(*TOWN.claims[:-1], other))
    assert {type(change) for change in compare(TOWN, new)} == {Removed, Added}


def test_changes_of_another_map_do_not_fit() -> None:
    with pytest.raises(DoesNotFit, match="do not fit"):
        apply(MAPS["one claim"], compare(TOWN, without("claims", "rents-rose")))


def with_line(content: bytes, line: bytes) -> Snapshot:
    header, rest = content.split(b"\n", 1)
    records = b'"records":%d' % (content.count(b"\n") - 1)
    more = b'"records":%d' % content.count(b"\n")
    return Snapshot(b"%b\n%b\n%b" % (header.replace(records, more), line, rest), "x.jsonl")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b'{"id":"close-it","kind":"claim","text":"Another."}', id="a claim"),
        pytest.param(b'{"id":"close-it","kind":"stakeholder","name":"Another"}', id="of another kind"),
        pytest.param(
            b'{"origin":{"id":"b"},"id":"close-it","kind":"claim","text":"Another."}', id="keys in disorder"
        ),
        pytest.param(next(line for line in build_snapshot(TOWN).lines if b'"claim"' in line), id="the same line"),
    ],
)
def test_a_snapshot_with_an_id_twice_is_damaged_whichever_of_the_two_it_is(line: bytes) -> None:
    whole = build_snapshot(TOWN)
    twice = with_line(whole.content, line)
    for pair in ((whole, twice), (twice, whole)):
        with pytest.raises(DamagedFile, match=r"x\.jsonl is damaged: the id '[a-z-]+' is given twice"):
            compare(*pair)


DAMAGE: tuple[object, ...] = (
    None,
    True,
    7,
    "",
    "nobody",
    "claim",
    [],
    {},
    [[]],
    ["a", "b"],
    [["a", "b"]],
    {"a": 1},
)


def damaged_changes() -> list[dict[str, Any]]:
    """Every change of the table as JSON, with a wrong value in each of its places."""
    whole = [write_change(c) for new, _ in TABLE.values() for c in compare(TOWN, new)]
    damaged = [
        {**change, key: value}
        for change in whole
        for key in (*change, "kind", "field", "after")
        for value in DAMAGE
    ]
    return [
        *damaged,
        *(
            {**c, "record": {**c["record"], k: v}}
            for c in whole
            if "record" in c
            for k in c["record"]
            for v in DAMAGE
        ),
    ]


def test_damaged_changes_are_refused_by_ours_alone() -> None:
    refused = 0
    for written in damaged_changes():
        try:
            changed_map = apply(TOWN, [parse_change(written)])
        except (CallError, DoesNotFit, DamagedFile):
            refused += 1
        else:
            assert build_snapshot(changed_map).map == changed_map
    assert refused > 1000


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([Added(TOWN.claims[0], TOWN.claims[0].id)], id="what is there is added behind itself"),
        pytest.param([Renamed("claim", TOWN.claims[0].id, TOWN.claims[1].id)], id="a name that is taken"),
        pytest.param([Reordered("claim", (("nobody", ""),))], id="what is not there moves"),
        pytest.param([Reordered("claim", ((TOWN.claims[0].id, ""),) * 2)], id="it moves twice"),
    ],
)
def test_changes_that_would_lose_a_record_or_its_place_do_not_fit(changes: list[Change]) -> None:
    with pytest.raises(DoesNotFit, match="do not fit the map"):
        apply(TOWN, changes)


@pytest.mark.parametrize("new_id", ["z", "aa"])
@pytest.mark.parametrize("others", [("b",), ("b", "c"), ()])
def test_a_renamed_claim_brings_its_contradictions_along(new_id: str, others: tuple[str, ...]) -> None:
    """That they are stored on the claim whose id sorts first, and this is the other one now, is no edit."""
    words = "Cars keep out of the old town from spring on."
    rest = (Claim("b", "Trams would do.", contradicts=()), Claim("c", "Let people walk."))
    old = ArgumentMap(claims=(Claim("a", words, contradicts=("b", "c")), *rest))
    now = {"a": new_id}
    pairs = [sorted((new_id, other)) for other in others]
    new = ArgumentMap(
        claims=tuple(
            replace(c, id=now.get(c.id, c.id), contradicts=tuple(y for x, y in pairs if x == now.get(c.id, c.id)))
            for c in old.claims
        )
    )
    for one, other in ((old, new), (new, old)):
        changes = compare(one, other)
        assert build_snapshot(apply(one, changes)) == build_snapshot(other)
        edited = [c for c in changes if isinstance(c, FieldChanged)]
        assert bool(edited) == (len(others) < 2)
        assert all(c.field == "contradicts" for c in edited)


def test_maps_that_have_nothing_in_common_are_not_compared_by_likeness() -> None:
    words = [
        "bees",
        "sleep",
        "in",
        "winter",
        "and",
        "wake",
        "in",
        "march",
        "when",
        "willows",
        "bloom",
        "by",
        "water",
    ]
    near = [Claim(f"a-{n}", f"The {word} is one of many") for n, word in enumerate(words)]
    far = [Claim(f"b-{n}", f"The {word}s are one of many") for n, word in enumerate(words)]
    strangers = ArgumentMap(claims=tuple(near)), ArgumentMap(claims=tuple(far))
    assert not any(isinstance(change, Renamed) for change in compare(*strangers))
    kin = tuple(replace(old, claims=(*old.claims, *TOWN.claims)) for old in strangers)
    assert {change.guess for change in compare(*kin) if isinstance(change, Renamed)} == {"words"}
    assert apply(strangers[0], compare(*strangers)) == build_snapshot(strangers[1]).map
