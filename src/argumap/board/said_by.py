"""Who brings a claim up and who turns it down, one stance a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board.board_records import UNHELD
from argumap.model import VoiceKind
from argumap.query import build_stances

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.model import Index
    from argumap.query import Stance

_BINDING = list(VoiceKind)


def find_authors(index: Index) -> frozenset[str]:
    """The stakeholders who wrote the sources."""
    return frozenset(source.author for source in index.map.sources if source.author)


def build_said(index: Index, node_id: str) -> tuple[tuple[Stance, ...], tuple[Stance, ...]]:
    """Who brings up a claim or a step, and who disputes or questions it; the authors of the sources come last."""
    stances = build_stances(index, node_id)
    authors = find_authors(index) if stances else frozenset()
    told = (_one_each(s for s in stances if (s.act in UNHELD) is denied) for denied in (False, True))
    said, denied = (tuple(sorted(each, key=lambda s: s.by.id in authors)) for each in told)
    return said, denied


def _one_each(stances: Iterable[Stance]) -> Iterable[Stance]:
    """Of each person the stance that binds them most, the first of several."""
    kept: dict[str, Stance] = {}
    for stance in stances:
        before = kept.get(stance.by.id)
        if before is None or _rank(stance) < _rank(before):
            kept[stance.by.id] = stance
    return kept.values()


def _rank(stance: Stance) -> tuple[int, bool, bool]:
    return _BINDING.index(stance.voice), not stance.act.commits, stance.loosely
