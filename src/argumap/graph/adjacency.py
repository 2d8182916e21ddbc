"""What stands beside a node: what bears on a claim and what it bears on, who speaks and of what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.model import Argument, Attribution, Claim, Concern, Index

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArgumentStep:
    """One argument with who takes the step and the arguments that undercut it."""

    argument: Argument
    voices: tuple[Attribution, ...] = ()
    undercut_by: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class BesideClaim:
    """The neighbours of a claim. ``contradicts`` holds both directions, as the relation has none."""

    claim: Claim
    voices: tuple[Attribution, ...]
    supported_by: tuple[ArgumentStep, ...]
    attacked_by: tuple[ArgumentStep, ...]
    bears_on: tuple[ArgumentStep, ...]
    contradicts: tuple[str, ...]
    rephrased_by: tuple[str, ...]

    @property
    def undercut_by(self) -> tuple[Argument, ...]:
        """The arguments that deny a step which this claim is a premise of."""
        return tuple(argument for step in self.bears_on for argument in step.undercut_by)


@dataclass(frozen=True, slots=True)
class BesideStakeholder:
    """What a stakeholder says, whom they report, and what touches their interest."""

    stakeholder: str
    says: tuple[Attribution, ...]
    reports: tuple[Attribution, ...]
    touched_by: tuple[tuple[str, Concern], ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BesideConcept:
    """The claims about a concept, the criteria that compare it, and the narrower concepts."""

    concept: str
    claims: tuple[str, ...]
    compared_by: tuple[str, ...]
    narrower: tuple[str, ...]


def find_beside_claims(index: Index) -> Iterator[BesideClaim]:
    """The neighbours of every claim, in the order of the debate."""
    rephrased_by = _grouped((general, c.id) for c in index.map.claims for general in c.rephrases)
    on, voices, order = index.on, index.voices, index.debate_order
    steps = {a.id: ArgumentStep(a, voices.get(a.id, ()), on.get(a.id, ())) for a in index.map.arguments}
    for claim in sorted(index.map.claims, key=lambda claim: order[claim.id]):
        bearing = on[claim.id]
        yield BesideClaim(
            claim,
            voices=voices[claim.id],
            supported_by=tuple([steps[a.id] for a in bearing if a.bearing is Bearing.SUPPORTS]),
            attacked_by=tuple([steps[a.id] for a in bearing if a.bearing is Bearing.ATTACKS]),
            bears_on=tuple([steps[a.id] for a in index.with_premise[claim.id]]),
            contradicts=index.contradicting[claim.id],
            rephrased_by=tuple(rephrased_by.get(claim.id, ())),
        )


def find_beside_stakeholders(index: Index) -> Iterator[BesideStakeholder]:
    """The neighbours of every stakeholder, in the order of the map."""
    reports = _grouped((reporter, a) for a in index.map.attributions for reporter in dict.fromkeys(a.via))
    touched = _grouped((concern.stakeholder, (c.id, concern)) for c in index.map.claims for concern in c.concerns)
    members = _grouped((other, s.id) for s in index.map.stakeholders for other in s.affiliation)
    for stakeholder in index.map.stakeholders:
        node_id = stakeholder.id
        yield BesideStakeholder(
            node_id,
            index.speech[node_id],
            tuple(reports.get(node_id, ())),
            tuple(touched.get(node_id, ())),
            tuple(members.get(node_id, ())),
        )


def find_beside_concepts(index: Index) -> Iterator[BesideConcept]:
    """The neighbours of every concept, in the order of the map."""
    compared = _grouped((concept, issue.id) for issue in index.criteria for concept in issue.compares)
    narrower = _grouped((wider, concept.id) for concept in index.map.concepts for wider in concept.broader)
    for concept in index.map.concepts:
        node_id = concept.id
        about = tuple(claim.id for claim in index.about[node_id])
        yield BesideConcept(node_id, about, tuple(compared.get(node_id, ())), tuple(narrower.get(node_id, ())))


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
