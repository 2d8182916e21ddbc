"""Who brings a claim up and who turns it down, one stance a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board.board_records import UNHELD
from argumap.model import VoiceKind
from argumap.query import build_stances

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argumap.model import Index
    from argumap.query import Stance

_BINDING = list(VoiceKind)


def find_authors(index: Index) -> frozenset[str]:
    """The stakeholders who wrote the sources."""
    return frozenset(source.author for source in index.map.sources if source.author)


def build_said(index: Index, node_id: str) -> tuple[tuple[Stance, ...], tuple[Stance, ...]]:
    """Who brings up a claim or a step, and who disputes or questions it; the authors of the sources come last."""
    stances = build_stances(index, node_id)
    said, denied = (_sort(index, (s for s in stances if (s.act in UNHELD) is unheld)) for unheld in (False, True))
    return said, denied


def build_entry_said(index: Index, nodes: Iterable[str]) -> tuple[Stance, ...]:
    """Who brings up any of ``nodes``, a step and its premises."""
    stances = (s for node in nodes for s in build_stances(index, node))
    return _sort(index, (s for s in stances if s.act not in UNHELD))


def _sort(index: Index, stances: Iterable[Stance]) -> tuple[Stance, ...]:
    kept = _one_each(stances)
    authors = find_authors(index) if kept else frozenset()
    return tuple(sorted(kept, key=lambda s: s.by.id in authors))


def _one_each(stances: Iterable[Stance]) -> Collection[Stance]:
    """Of each person the stance that binds them most, the first of several."""
    kept: dict[str, Stance] = {}
    for stance in stances:
        before = kept.get(stance.by.id)
        if before is None or _rank(stance) < _rank(before):
            kept[stance.by.id] = stance
    return kept.values()


def _rank(stance: Stance) -> tuple[int, bool, bool]:
    return _BINDING.index(stance.voice), not stance.act.commits, stance.loosely
