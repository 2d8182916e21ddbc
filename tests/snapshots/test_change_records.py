from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import CallError
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
)
from argumap.snapshots import compare, parse_change, weigh
from changed_maps import (
    TABLE,
    changed,
)
from maps import TOWN


@pytest.mark.parametrize(
    "written", [{}, {"change": "vanished"}, {"change": "added", "record": {"kind": "x"}}, {"change": "field"}]
)
def test_what_is_no_change_is_refused(written: dict[str, object]) -> None:
    with pytest.raises(CallError, match="no change"):
        parse_change(written)


@pytest.mark.parametrize(
    ("new", "weight"),
    [
        pytest.param(TABLE["claim removed"][0], "breaking", id="a claim is gone"),
        pytest.param(TABLE["polarity flipped"][0], "breaking", id="for is now against"),
        pytest.param(TABLE["claim reworded"][0], "notable", id="other words"),
        pytest.param(
            changed("claims", "close-it", text="The old town should be closed, to private cars!"),
            "cosmetic",
            id="other punctuation",
        ),
        pytest.param(TABLE["claim has another title"][0], "cosmetic", id="a title"),
        pytest.param(TABLE["attribution has a cue"][0], "cosmetic", id="a cue"),
        pytest.param(
            replace(
                TOWN,
                attributions=(
                    *TOWN.attributions[:1],
                    Attribution("editor", Act.DISPUTES, "clean-air"),
                    *TOWN.attributions[2:],
                ),
            ),
            "breaking",
            id="who committed no longer does",
        ),
    ],
)
def test_a_change_weighs(new: ArgumentMap, weight: str) -> None:
    (change,) = compare(TOWN, new)
    assert weigh(change) == weight
