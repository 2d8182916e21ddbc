from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.model import find_unseen
from argumap.project import load
from places import MAP, write_map
from reviewed import DRAFTED, write_drafted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_drafted(tmp_path / "bridge")


def test_people_come_first_then_the_claims_in_the_order_of_the_text(folder: Path) -> None:
    found = [(item.id, item.kind, item.rule) for item in find_unseen(load(folder).record)]
    assert found == [
        ("union", "stakeholder", "speaker"),
        ("slower-trade", "claim", "reporting-verb"),
        ("ring-road", "claim", "statement"),
    ]


def test_a_claim_of_which_only_the_speaker_is_unseen_is_still_unseen(tmp_path: Path) -> None:
    text = DRAFTED.replace('    unseen: "draft, by reporting-verb"\n', "")
    items = find_unseen(load(write_map(tmp_path / "bridge", text)).record)
    assert "slower-trade" in [item.id for item in items]


def test_a_map_made_by_hand_has_nothing_unseen(tmp_path: Path) -> None:
    assert find_unseen(load(write_map(tmp_path / "bridge", MAP)).record) == []
