"""A map flattened to an abstract argumentation framework (Dung 1995) with readable names.

The framework holds every claim and every argument that status depends on: those that attack, those that
support a claim which requires support, and those that undercut one of these. Two kinds of node are added:
``not:p`` attacks the arguments that need premise ``p`` and is attacked by ``p``; ``unsupported:c`` attacks a
claim that requires support and is attacked by the arguments for it. Other supports change no status and are
left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import ArgumentMap, Index
from argumap.semantics.compiled_map import CompiledMap, compile_map

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Framework:
    """``arguments`` by name and ``attacks`` as pairs (attacker, attacked), both in a fixed order."""

    arguments: tuple[str, ...]
    attacks: tuple[tuple[str, str], ...]


def build_framework(argument_map: ArgumentMap | Index | CompiledMap) -> Framework:
    """The framework of a map; its grounded labels are the map's statuses without standards."""
    e = argument_map if isinstance(argument_map, CompiledMap) else _equations(argument_map)
    telling = find_telling(e)
    nodes: dict[str, None] = dict.fromkeys(e.ids[: e.claims])
    nodes.update((e.ids[a], None) for a in sorted(telling))
    attacks: dict[tuple[str, str], None] = {}
    for attack in _attacks(e, telling):
        attacks[attack] = None
        nodes.update(dict.fromkeys(attack))
    return Framework(tuple(nodes), tuple(attacks))


def find_telling(compiled: CompiledMap) -> frozenset[int]:
    """The arguments that status depends on."""
    e = compiled
    silent = e.void | e.muted(e.base)
    walk = [
        a
        for a, (target, sign) in enumerate(zip(e.target, e.sign, strict=True), e.claims)
        if a not in silent and 0 <= target < e.claims and (sign < 0 or target in e.requires)
    ]
    seen = set(walk)
    for a in walk:
        fresh = [u for u in e.attackers[a] if u not in seen and u not in silent]
        seen.update(fresh)
        walk.extend(fresh)
    return frozenset(seen)


def _equations(argument_map: ArgumentMap | Index) -> CompiledMap:
    return compile_map(argument_map.map if isinstance(argument_map, Index) else argument_map)


def _attacks(e: CompiledMap, telling: frozenset[int]) -> Iterator[tuple[str, str]]:
    for claim in range(e.claims):
        for attacker in e.attackers[claim]:
            if attacker < e.claims or attacker in telling:
                yield e.ids[attacker], e.ids[claim]
        if claim in e.requires:
            lack = f"unsupported:{e.ids[claim]}"
            yield lack, e.ids[claim]
            for supporter in e.supporters[claim]:
                if supporter in telling:
                    yield e.ids[supporter], lack
    for argument in sorted(telling):
        for premise in e.premises[argument - e.claims]:
            lack = f"not:{e.ids[premise]}"
            yield e.ids[premise], lack
            yield lack, e.ids[argument]
        for undercutter in e.attackers[argument]:
            if undercutter in telling:
                yield e.ids[undercutter], e.ids[argument]
