from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import accept, accept_rule
from argumap.errors import CallError, NotFound
from argumap.model import find_unseen
from argumap.project import load
from reviewed import DRAFTED, write_drafted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_drafted(tmp_path / "bridge")


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
