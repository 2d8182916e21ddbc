"""Base scores: what the map's author gave, or what a stakeholder's own stance suggests."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.errors import NotFound
from argumap.model import Act
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model import Index
    from argumap.semantics.compiled_map import CompiledMap

STANCES: Mapping[Act, float] = MappingProxyType(
    {
        Act.ASSERTS: 0.75,
        Act.ARGUES: 0.75,
        Act.ENDORSES: 0.75,
        Act.CONCEDES: 0.6,
        Act.QUESTIONS: 0.4,
        Act.DISPUTES: 0.25,
    }
)


def build_base(compiled: CompiledMap, index: Index, stakeholder: str | None) -> list[float]:
    """The base score of every claim and the weight of every argument.

    Where ``stakeholder`` took a stance on a claim, its base score is that of the stance (`STANCES`; the mean
    of several); who supposes or presents leaves the map's own. Weights stay: a stance on an argument is about
    its step, which no base score holds. Raises `NotFound` for a stakeholder that the map lacks.
    """
    base = list(compiled.base)
    if stakeholder is None:
        return base
    if stakeholder not in index.stakeholders:
        all_of_them = f"it has {', '.join(index.stakeholders) or 'none'}"
        hint = suggest(stakeholder, index.stakeholders, otherwise=all_of_them)
        raise NotFound(f"the map has no stakeholder {stakeholder!r}; {hint}")
    for claim, score in find_stances(index, stakeholder).items():
        base[compiled.index_of[claim]] = score
    return base


def find_stances(index: Index, stakeholder: str) -> dict[str, float]:
    """The score of every claim that ``stakeholder`` takes a stand on."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for attribution in index.speech[stakeholder]:
        if attribution.act in STANCES and attribution.of in index.claims:
            scores[attribution.of].append(STANCES[attribution.act])
    return {claim: sum(given) / len(given) for claim, given in scores.items()}
