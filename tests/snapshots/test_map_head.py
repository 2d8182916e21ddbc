from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from argumap.errors import DamagedFile
from argumap.model import Acceptance, ArgumentMap, Origin, Standard, Stop
from argumap.snapshots import Snapshot, apply, build_snapshot, compare
from argumap.snapshots.change_records import HeadChanged, Renamed
from argumap.snapshots.map_head import DEFAULTS
from argumap.snapshots.renames import Renames, follow_place
from maps import TAKEN_OVER, TOWN


def header(argument_map: ArgumentMap) -> dict[str, object]:
    written: dict[str, object] = json.loads(build_snapshot(argument_map).content.partition(b"\n")[0])
    return written


def test_a_map_that_says_nothing_of_itself_has_the_header_that_it_always_had() -> None:
    assert list(header(TOWN)) == ["format", "kind", "records", "title"]
    assert list(header(ArgumentMap())) == ["format", "kind", "records"]


def test_the_keys_of_a_header_are_sorted() -> None:
    assert list(header(TAKEN_OVER)) == sorted(header(TAKEN_OVER))
    assert header(TAKEN_OVER).keys() > DEFAULTS.keys()


def test_what_is_accepted_has_no_order_and_a_tour_has_one() -> None:
    turned = replace(TAKEN_OVER, accepted=TAKEN_OVER.accepted[::-1])
    assert build_snapshot(turned) == build_snapshot(TAKEN_OVER)
    assert build_snapshot(replace(TAKEN_OVER, tour=TAKEN_OVER.tour[::-1])) != build_snapshot(TAKEN_OVER)


@pytest.mark.parametrize(
    "field",
    [
        '"language":5',
        '"standard":"sure"',
        '"origin":["argdown"]',
        '"origin":{"from":"argdown"}',
        '"tour":[{"of":"a"}]',
        '"tour":7',
        '"accepted":[{"code":"AM312"}]',
        '"accepted":[{"code":"AM312","reason":"So.","who":"me"}]',
        '"unseen":null',
    ],
)
def test_a_header_that_says_nonsense_is_damage(field: str) -> None:
    with pytest.raises(DamagedFile, match="header"):
        _ = Snapshot(f'{{{field},"format":1,"kind":"snapshot","records":0}}\n'.encode()).map


CHANGES: dict[str, Any] = {
    "language": "de",
    "standard": Standard.CLEAR,
    "origin": Origin(id="7"),
    "tour": (Stop("close-it", "Here."),),
    "accepted": (Acceptance("AM312", "shops", "So."),),
    "unseen": "an importer",
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_of_the_map_as_a_whole_is_one_change(field: str) -> None:
    other = replace(TOWN, **{field: CHANGES[field]})
    assert compare(TOWN, other) == (HeadChanged(field, DEFAULTS[field], CHANGES[field]),)
    assert compare(other, TOWN) == (HeadChanged(field, CHANGES[field], DEFAULTS[field]),)


def renamed(argument_map: ArgumentMap, old: str, new: str) -> ArgumentMap:
    """The map with one claim under another name wherever it is named."""
    from argumap.snapshots import follow

    renames = Renames({old: new, f"{old}/open-it": f"{new}/open-it"})
    return replace(
        argument_map,
        claims=tuple(follow(c, renames) for c in argument_map.claims),
        arguments=tuple(follow(a, renames) for a in argument_map.arguments),
        attributions=tuple(follow(a, renames) for a in argument_map.attributions),
        tour=tuple(replace(stop, of=renames.of(stop.of)) for stop in argument_map.tour),
    )


def test_a_tour_that_only_follows_a_renaming_is_no_change_of_its_own() -> None:
    other = renamed(TAKEN_OVER, "free-day", "only-day")
    changes = compare(TAKEN_OVER, other)
    assert Renamed("claim", "free-day", "only-day") in changes
    assert not [change for change in changes if isinstance(change, HeadChanged)]
    assert build_snapshot(apply(TAKEN_OVER, changes)) == build_snapshot(other)


def test_a_tour_that_changes_beside_a_renaming_tells_that_alone() -> None:
    other = renamed(TAKEN_OVER, "free-day", "only-day")
    other = replace(other, tour=(*other.tour, Stop("open-it", "The answer.")))
    (change,) = [change for change in compare(TAKEN_OVER, other) if isinstance(change, HeadChanged)]
    assert (len(change.old), len(change.new)) == (2, 3)
    assert build_snapshot(apply(TAKEN_OVER, compare(TAKEN_OVER, other))) == build_snapshot(other)


@pytest.mark.parametrize(
    ("at", "now"),
    [
        ("", ""),
        ("price", "cost"),
        ("price/shelf", "cost/rack"),
        ("a/b", "c"),
        ("letter", "note"),
        ("letter#s4.t1", "note#s4.t1"),
        ("other#s4.t1", "other#s4.t1"),
    ],
)
def test_the_place_of_an_accepted_problem_follows_what_is_renamed(at: str, now: str) -> None:
    renames = Renames({"price": "cost", "shelf": "rack", "a/b": "c"}, {"letter": "note"})
    assert follow_place(at, renames) == now
