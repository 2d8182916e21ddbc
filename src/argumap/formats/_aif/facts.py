"""What a map says, told by the nodes of AIF that say it, so that it can be compared with what a file says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argumap.model import Act, Argument, ArgumentMap, Attribution, Bearing

StepFact: TypeAlias = "tuple[Bearing, frozenset[str], str, str]"
"""How a step bears on a node, from which nodes, and its scheme."""
VoiceFact: TypeAlias = "tuple[str, Act, str, tuple[str, ...]]"
"""Who does what with a node, and through whom it is heard, by name."""


@dataclass(frozen=True, slots=True)
class MapFacts:
    """The texts of a map's claims, its steps, what is said, and what rephrases what, all by nodes."""

    texts: Mapping[str, str]
    steps: Mapping[str, frozenset[StepFact]]
    voices: frozenset[VoiceFact]
    pairs: frozenset[tuple[str, str]]


def find_facts_by_node(record: ArgumentMap, node_of: Mapping[str, str], names: Mapping[str, str]) -> MapFacts:
    """The facts of a map whose records are told by ``node_of`` and whose people have ``names``."""
    return MapFacts(
        {node_of[claim.id]: claim.text for claim in record.claims},
        group_steps(record.arguments, node_of),
        frozenset(tell_voice(said, node_of, names) for said in record.attributions),
        frozenset((node_of[c.id], node_of[general]) for c in record.claims for general in c.rephrases),
    )


def group_steps(steps: Iterable[Argument], node_of: Mapping[str, str]) -> dict[str, frozenset[StepFact]]:
    """What each S-node says: steps that came from one node are one again."""
    grouped: dict[str, set[StepFact]] = {}
    for step in steps:
        fact = (
            step.bearing,
            frozenset(node_of[p] for p in step.premises),
            node_of[step.target],
            step.scheme or "",
        )
        grouped.setdefault(node_of[step.id], set()).add(fact)
    return {node: frozenset(facts) for node, facts in grouped.items()}


def tell_voice(said: Attribution, node_of: Mapping[str, str], names: Mapping[str, str]) -> VoiceFact:
    via = tuple(names.get(reporter, reporter) for reporter in said.via)
    return names.get(said.by, said.by), said.act, node_of[said.of], via
