"""Drafts scored by gold maps: one by one map, or folders of maps by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import NotFound
from argumap.project.opening import is_one_map, load, load_all
from argumap.wording import joined

if TYPE_CHECKING:
    from argumap.scoring import ManyScores, MapScores


def score_maps(draft: str, gold: str) -> MapScores | ManyScores:
    """The scores of a map by another, or of the maps of a folder each by that of the same name in another.

    Raises `NotFound` where a folder lacks a map that the other has, and as `load` and `Map.score_by` do.
    """
    if is_one_map([draft]) and is_one_map([gold]):
        return load(draft).score_by(load(gold))
    from argumap.scoring import ManyScores

    drafts, golds = load_all([draft]), load_all([gold])
    for here, there, where in ((drafts, golds, gold), (golds, drafts, draft)):
        if lacking := sorted(set(here) - set(there)):
            raise NotFound(f"{where} has no map {joined(lacking)}; each map is scored by that of its name")
    return ManyScores({name: drafts[name].score_by(golds[name]) for name in sorted(golds)})
