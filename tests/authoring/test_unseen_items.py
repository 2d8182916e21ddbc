from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import accept, accept_rule, find_unseen
from argumap.errors import CallError, NotFound
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


def test_accepting_takes_the_mark_off_the_claim_and_its_speakers(folder: Path) -> None:
    accept(load(folder), "slower-trade")
    text = DRAFTED.replace('    unseen: "draft, by reporting-verb"\n', "")
    expected = text.replace(', unseen: "draft, by reporting-verb"', "")
    assert (folder / "map.yaml").read_text(encoding="utf-8") == expected


def test_a_rule_is_accepted_as_a_whole(folder: Path) -> None:
    assert accept_rule(load(folder), "reporting-verb") == "accepted 2 marks of the rule reporting-verb"
    assert [item.id for item in find_unseen(load(folder).record)] == ["union", "ring-road"]


def test_a_rule_that_proposed_nothing_names_those_that_did(folder: Path) -> None:
    with pytest.raises(CallError, match="there is reporting-verb, speaker, statement"):
        accept_rule(load(folder), "reporting")


def test_what_has_been_seen_cannot_be_accepted_again(folder: Path) -> None:
    with pytest.raises(CallError, match="nothing changes"):
        accept(load(folder), "close-it")
    with pytest.raises(NotFound):
        accept(load(folder), "close")


def test_a_map_made_by_hand_has_nothing_unseen(tmp_path: Path) -> None:
    assert find_unseen(load(write_map(tmp_path / "bridge", MAP)).record) == []
