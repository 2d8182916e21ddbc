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
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Issue,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.snapshots import Snapshot, apply, build_snapshot, compare, parse_change, write_change
from argumap.snapshots.change_records import (
    Added,
    Attributed,
    FieldChanged,
    Flipped,
    Followed,
    Moved,
    PremisesChanged,
    Reanchored,
    Reattributed,
    Removed,
    Renamed,
    Reordered,
    Retyped,
    Reworded,
    TitleChanged,
    Unattributed,
)
from maps import MAPS, TOWN, argument, at, random_maps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.snapshots.change_records import Change


def changed(kind: str, record_id: str, /, **values: object) -> ArgumentMap:
    """The town with other values in one record."""
    return with_all(kind, [replace(r, **values) if r.id == record_id else r for r in getattr(TOWN, kind)])


def without(kind: str, record_id: str) -> ArgumentMap:
    return with_all(kind, [r for r in getattr(TOWN, kind) if r.id != record_id])


def with_(kind: str, *records: object) -> ArgumentMap:
    return with_all(kind, [*getattr(TOWN, kind), *records])


def with_all(kind: str, records: Sequence[object]) -> ArgumentMap:
    parts: dict[str, Any] = {kind: tuple(records)}
    return replace(TOWN, **parts)


def renamed(old: str, new: str) -> ArgumentMap:
    """The town in which a claim has another id wherever it is named."""

    def other(record_id: str) -> str:
        return "/".join(new if part == old else part for part in record_id.split("/"))

    return replace(
        TOWN,
        claims=tuple(replace(c, id=other(c.id)) for c in TOWN.claims),
        arguments=tuple(
            replace(a, id=other(a.id), premises=tuple(map(other, a.premises)), target=other(a.target))
            for a in TOWN.arguments
        ),
        attributions=tuple(replace(a, of=other(a.of)) for a in TOWN.attributions),
    )


CLAIMS = {claim.id: claim for claim in TOWN.claims}
BUSES = Claim("buses", "A bus line can bring the customers.", at=at("s2.p4.s1"))
SAID = {(a.by, a.of, a.act): a for a in TOWN.attributions}
CONCEDED = SAID["editor", "trade-falls", Act.CONCEDES]
PRESENTED = SAID["editor", "rents-rose", Act.PRESENTS]
DISPUTED = replace(PRESENTED, act=Act.DISPUTES)
LATER = Claim("later", "All this can wait.")

TABLE = {
    "nothing": (TOWN, ()),
    "claim added": (with_("claims", BUSES), (Added(BUSES, "rents-rose"),)),
    "claim removed": (without("claims", "rents-rose"), (Removed(CLAIMS["rents-rose"]),)),
    "claim reworded": (
        changed("claims", "close-it", text="The old town must be closed to private cars."),
        (
            Reworded(
                "claim",
                "close-it",
                "text",
                CLAIMS["close-it"].text,
                "The old town must be closed to private cars.",
            ),
        ),
    ),
    "claim has another title": (
        changed("claims", "close-it", title=None),
        (Reworded("claim", "close-it", "title", "Close the old town", None),),
    ),
    "claim retyped": (
        changed("claims", "trade-falls", type=ClaimType.FACT),
        (Retyped("claim", "trade-falls", "prediction", "fact"),),
    ),
    "claim re-anchored": (
        changed("claims", "rents-rose", at=at("s2.p2.s3")),
        (Reanchored("claim", "rents-rose", at("s2.p2.s2"), at("s2.p2.s3"), "footfall-rose"),),
    ),
    "claim renamed": (
        renamed("clean-air", "pure-air"),
        (
            Followed(TOWN.arguments[0], (("clean-air", "pure-air"), ("clean-air/close-it", "pure-air/close-it"))),
            Followed(SAID["editor", "clean-air", Act.ASSERTS], (("clean-air", "pure-air"),)),
            Renamed("claim", "clean-air", "pure-air"),
        ),
    ),
    "claim has a base score": (
        changed("claims", "rents-rose", base=0.25),
        (FieldChanged("claim", "rents-rose", "base", None, 0.25),),
    ),
    "claim answers nothing": (
        changed("claims", "keep-open", answers=()),
        (FieldChanged("claim", "keep-open", "answers", ("cars",), ()),),
    ),
    "claim needs support": (
        changed("claims", "keep-open", requires_support=True),
        (FieldChanged("claim", "keep-open", "requires_support", False, True),),
    ),
    "claim lost its passage": (
        changed("claims", "rents-rose", at=()),
        (Reanchored("claim", "rents-rose", at("s2.p2.s2"), (), "footfall-rose"),),
    ),
    "tags in another order": (
        replace(TOWN, claims=tuple(replace(c, tags=("b", "a")) for c in TOWN.claims[-1:])),
        None,
    ),
    "argument added": (
        with_("arguments", argument("rents-rose/close-it", "rents-rose", "supports", "close-it")),
        (Added(argument("rents-rose/close-it", "rents-rose", "supports", "close-it")),),
    ),
    "argument aimed at another claim": (
        replace(
            TOWN,
            arguments=(argument("clean-air/keep-open", "clean-air", "supports", "keep-open"), *TOWN.arguments[1:]),
        ),
        (
            Followed(TOWN.arguments[0], (("clean-air/close-it", "clean-air/keep-open"),)),
            Moved("clean-air/keep-open", "close-it", "keep-open"),
        ),
    ),
    "argument with a name aimed at another step": (
        changed("arguments", "other-towns", target="trade-falls/keep-open"),
        (Moved("other-towns", "trade-falls/close-it", "trade-falls/keep-open"),),
    ),
    "polarity flipped": (
        changed("arguments", "clean-air/close-it", bearing=Bearing.ATTACKS),
        (Flipped("clean-air/close-it", Bearing.SUPPORTS, Bearing.ATTACKS),),
    ),
    "premises changed": (
        changed("arguments", "other-towns", premises=("rents-rose", "clean-air")),
        (PremisesChanged("other-towns", ("footfall-rose", "rents-rose"), ("clean-air", "rents-rose")),),
    ),
    "argument with a name renamed": (
        changed("arguments", "other-towns", id="elsewhere"),
        (Renamed("argument", "other-towns", "elsewhere"),),
    ),
    "argument has a weight": (
        changed("arguments", "other-towns", weight=0.5),
        (FieldChanged("argument", "other-towns", "weight", None, 0.5),),
    ),
    "warrant reworded": (
        changed("arguments", "other-towns", warrant="Towns are alike."),
        (Reworded("argument", "other-towns", "warrant", None, "Towns are alike."),),
    ),
    "attribution added": (
        with_("attributions", Attribution("children", Act.ENDORSES, "close-it")),
        (Attributed(Attribution("children", Act.ENDORSES, "close-it")),),
    ),
    "attribution dropped": (
        replace(TOWN, attributions=tuple(a for a in TOWN.attributions if a is not CONCEDED)),
        (Unattributed(CONCEDED),),
    ),
    "stance changed": (
        replace(TOWN, attributions=tuple(DISPUTED if a is PRESENTED else a for a in TOWN.attributions)),
        (Reattributed(PRESENTED, DISPUTED),),
    ),
    "attribution has a cue": (
        replace(
            TOWN, attributions=tuple(replace(a, cue="admits") if a is CONCEDED else a for a in TOWN.attributions)
        ),
        (Reattributed(CONCEDED, replace(CONCEDED, cue="admits")),),
    ),
    "stakeholder added": (
        with_("stakeholders", Stakeholder("mayor", "The mayor")),
        (Added(Stakeholder("mayor", "The mayor")),),
    ),
    "stakeholder retyped": (
        changed("stakeholders", "shops", type=StakeholderType.GROUP),
        (Retyped("stakeholder", "shops", "organisation", "group"),),
    ),
    "stakeholder has another name": (
        changed("stakeholders", "shops", name="Guild of shops"),
        (FieldChanged("stakeholder", "shops", "name", "Shopkeepers' guild", "Guild of shops"),),
    ),
    "concept removed": (
        without("concepts", "open-streets"),
        (Removed(Concept("open-streets", "Streets open to cars")),),
    ),
    "concept has another label": (
        changed("concepts", "open-streets", label="Open streets"),
        (FieldChanged("concept", "open-streets", "label", "Streets open to cars", "Open streets"),),
    ),
    "issue reworded": (
        changed("issues", "air", question="How good is the air?"),
        (Reworded("issue", "air", "question", "How clean is the air?", "How good is the air?"),),
    ),
    "columns of a comparison swapped": (
        changed("issues", "air", compares=("closed-streets", "open-streets")),
        (
            FieldChanged(
                "issue", "air", "compares", ("open-streets", "closed-streets"), ("closed-streets", "open-streets")
            ),
        ),
    ),
    "issue added": (
        with_("issues", Issue("trade", "Does trade suffer?")),
        (Added(Issue("trade", "Does trade suffer?"), "air"),),
    ),
    "source has another file": (
        changed("sources", "column", file="square.md"),
        (FieldChanged("source", "column", "file", "column.md", "square.md"),),
    ),
    "source added": (with_("sources", Source("reply", "A reply")), (Added(Source("reply", "A reply"), "column"),)),
    "section has another voice": (
        replace(TOWN, sections=(replace(TOWN.sections[0], voice=Act.PRESENTS), TOWN.sections[1])),
        (FieldChanged("section", "column#s1", "voice", None, Act.PRESENTS),),
    ),
    "section added": (
        with_("sections", Section("column", "s3", "And now")),
        (Added(Section("column", "s3", "And now")),),
    ),
    "map has another title": (replace(TOWN, title="Cars"), (TitleChanged(TOWN.title, "Cars"),)),
    "debates in another order": (
        replace(
            with_("issues", Issue("trade", "Does trade suffer?")),
            issues=(TOWN.issues[0], Issue("trade", "Does trade suffer?"), TOWN.issues[1]),
        ),
        (Added(Issue("trade", "Does trade suffer?"), "cars"),),
    ),
}


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
