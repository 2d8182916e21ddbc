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
from argumap.snapshots.canonical_form import SHAPES
from argumap.snapshots.change_records import FieldChanged, HeadChanged
from argumap.snapshots.edit_groups import affects_figures
from argumap.snapshots.map_head import HEAD
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


_FIELDS = [
    *(FieldChanged(kind, "x", field, None, None) for kind, shape in SHAPES.items() for field in shape.defaults),
    *(HeadChanged(field, None, None) for field in HEAD),
]


@pytest.mark.parametrize("change", _FIELDS, ids=lambda change: f"{getattr(change, 'kind', 'map')} {change.field}")
def test_what_can_move_a_figure_is_never_cosmetic(change: FieldChanged | HeadChanged) -> None:
    assert not affects_figures(change) or weigh(change) == "notable"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            FieldChanged("issue", "i", "exclusive", old=False, new=True), id="answers exclude each other"
        ),
        pytest.param(FieldChanged("argument", "a", "inferred", old=False, new=True), id="whose step it is"),
        pytest.param(FieldChanged("claim", "c", "implicit", old=False, new=True), id="whether the source says it"),
        pytest.param(FieldChanged("stakeholder", "s", "same_as", None, "t"), id="who is one person"),
        pytest.param(FieldChanged("source", "s", "author", None, "t"), id="who speaks where nobody is named"),
        pytest.param(FieldChanged("issue", "i", "compares", (), ("c",)), id="what is compared"),
        pytest.param(HeadChanged("language", None, "de"), id="in which language a text is read"),
    ],
)
def test_what_can_move_an_answer_is_notable(change: FieldChanged | HeadChanged) -> None:
    assert weigh(change) == "notable"


def test_tags_origin_and_order_change_no_meaning() -> None:
    assert weigh(FieldChanged("claim", "c", "tags", (), ("x",))) == "cosmetic"
    assert weigh(HeadChanged("origin", None, None)) == "cosmetic"
