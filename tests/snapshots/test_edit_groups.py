from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import ArgumentMap, Bearing
from argumap.snapshots import compare
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
