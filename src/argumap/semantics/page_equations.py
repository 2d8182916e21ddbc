"""The equations of a map as plain data, for the page: its script ``evaluate.js`` solves them as we do here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import ArgumentMap, Index
from argumap.semantics.base_scores import build_base
from argumap.semantics.compiled_map import compile_map

if TYPE_CHECKING:
    from collections.abc import Sequence


def build_page_equations(argument_map: ArgumentMap | Index, as_: str | None = None) -> dict[str, object]:
    """The compiled form of grounded status and quadratic energy, ready for JSON.

    ``ids`` are claims, then arguments; ``claims`` counts the former; ``base`` holds base scores and weights.
    ``attackers``, ``supporters`` (of claims) and ``premises`` (of arguments) are lists of places in ``ids``,
    given as ``{place: [places]}`` where they are not empty. ``requires`` are the claims that require support,
    ``void`` the arguments that never apply, ``order`` all places by dependence, with cycles as lists, and
    ``standards`` those that the map writes, by place, left out where there are none.
    """
    index = argument_map if isinstance(argument_map, Index) else Index(argument_map)
    e = compile_map(index.map)
    equations: dict[str, object] = {
        "ids": list(e.ids),
        "claims": e.claims,
        "base": build_base(e, index, as_),
        "attackers": _sparse(e.attackers, 0),
        "supporters": _sparse(e.supporters, 0),
        "premises": _sparse(e.premises, e.claims),
        "requires": sorted(e.requires),
        "void": sorted(e.void),
        "order": [part if isinstance(part, int) else list(part) for part in e.order],
    }
    if e.standards:
        equations["standards"] = {str(n): standard.value for n, standard in e.standards.items()}
    return equations


def _sparse(rows: Sequence[Sequence[int]], first: int) -> dict[str, list[int]]:
    return {str(n): list(row) for n, row in enumerate(rows, first) if row}
