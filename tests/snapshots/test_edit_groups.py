from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import Act, ArgumentMap, Attribution, Bearing, Claim, Passage, Source, Stakeholder
from argumap.snapshots import compare
from argumap.snapshots.change_records import Reanchored
from argumap.snapshots.change_wording import tell_edit
from argumap.snapshots.edit_groups import build_edits
from maps import TOWN


@pytest.mark.parametrize(
    ("new", "count"),
    [
        pytest.param(
            replace(
                TOWN,
                arguments=tuple(
                    replace(a, bearing=Bearing.SUPPORTS) if a.id == "trade-falls/close-it" else a
                    for a in TOWN.arguments
                ),
            ),
            1,
            id="flipped",
        ),
        pytest.param(
            replace(
                TOWN,
                claims=TOWN.claims[:-1],
                arguments=TOWN.arguments[:-1],
                attributions=TOWN.attributions[:-1],
            ),
            1,
            id="a claim went with its argument and its speaker",
        ),
    ],
)
def test_what_belongs_together_is_one_edit(new: ArgumentMap, count: int) -> None:
    changes = compare(TOWN, new)
    edits = build_edits(changes)
    assert len(edits) == count
    assert sorted(map(id, changes)) == sorted(id(change) for edit in edits for change in edit.changes)


def in_source(source: str, *said: Attribution) -> ArgumentMap:
    return ArgumentMap(
        sources=(Source("column", "A column", author="ann"), Source("letter", "A letter", author="bob")),
        stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob"), Stakeholder("cal", "Cal")),
        claims=(Claim("c", "C.", at=(Passage(source, "s1.p1.s1"),)),),
        attributions=said,
    )


def test_an_anchor_in_the_source_of_another_author_is_one_edit() -> None:
    old = in_source("column", Attribution("ann", Act.ASSERTS, "c"))
    new = in_source("letter", Attribution("bob", Act.ASSERTS, "c"))
    (edit,) = build_edits(compare(old, new))
    assert isinstance(edit.change, Reanchored)
    assert tell_edit(edit).endswith("(no longer ann, bob asserts)")


def test_who_reports_it_follows_the_anchor() -> None:
    old = in_source("column", Attribution("cal", Act.ASSERTS, "c", via=("ann",)))
    new = in_source("letter", Attribution("cal", Act.ASSERTS, "c", via=("bob",)))
    assert len(build_edits(compare(old, new))) == 1


def test_another_speaker_at_the_same_place_is_an_edit_of_its_own() -> None:
    old = in_source("column", Attribution("ann", Act.ASSERTS, "c"))
    disputed = in_source("letter", Attribution("bob", Act.DISPUTES, "c"))
    assert len(build_edits(compare(old, disputed))) == 3
    assert len(build_edits(compare(old, in_source("column", Attribution("bob", Act.ASSERTS, "c"))))) == 2
