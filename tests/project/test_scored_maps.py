from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import NotFound
from argumap.project import score_maps
from argumap.scoring import ManyScores, MapScores
from places import write_map

if TYPE_CHECKING:
    from pathlib import Path


def test_one_map_is_scored_by_one(tmp_path: Path) -> None:
    bridge = str(write_map(tmp_path / "bridge"))
    scores = score_maps(bridge, bridge)
    assert isinstance(scores, MapScores)
    assert scores.scores["claims"].f1 == 1.0


def test_the_maps_of_folders_go_by_their_names(tmp_path: Path) -> None:
    for half in ("drafts", "gold"):
        for name in ("bridge", "ferry"):
            write_map(tmp_path / half / name)
    scores = score_maps(str(tmp_path / "drafts"), str(tmp_path / "gold"))
    assert isinstance(scores, ManyScores)
    assert list(scores.maps) == ["bridge", "ferry"]


def test_a_map_without_its_gold_is_told(tmp_path: Path) -> None:
    for name in ("drafts/bridge", "drafts/ferry", "gold/bridge", "gold/tunnel"):
        write_map(tmp_path / name)
    drafts, gold = str(tmp_path / "drafts"), str(tmp_path / "gold")
    with pytest.raises(NotFound, match="gold has no map ferry"):
        score_maps(drafts, gold)
    with pytest.raises(NotFound, match="drafts has no map tunnel"):
        score_maps(gold, drafts)
