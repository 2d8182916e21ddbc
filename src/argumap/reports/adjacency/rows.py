"""The adjacency report as data: one row a claim, in the order of the debate, and the map in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.gc_pause import gc_paused
from argumap.graph import find_beside_claims, find_beside_concepts, find_beside_stakeholders
from argumap.model import Bearing, Index, Role, build_roles
from argumap.query import is_unattacked_objection

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.graph import BesideClaim, BesideConcept, BesideStakeholder
    from argumap.reports import ReportInput, UnitsBySection


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with its neighbours. ``unattacked``: it objects, and nothing here attacks that objection.

    ``live`` are how many reasons for it stand and how many objections to it are unanswered.
    """

    beside: BesideClaim
    role: Role
    anchors: tuple[Mapping[str, object], ...]
    unsupported: bool
    unattacked: bool
    status: str | None = None
    strength: float | None = None
    word: str | None = None
    live: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class PositionTally:
    """How many arguments bear directly on a position."""

    position: str
    supporting: int
    attacking: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The map in numbers. An objection is an argument that attacks or undercuts.

    Unattacked are the objections that `argumap.query.map_gaps` names; a claim is unsupported when no argument
    supports it. ``coverage`` counts the units of the text.
    """

    claims: int
    roles: Mapping[str, int]
    arguments: int
    stakeholders: int
    concepts: int
    unsupported: int
    objections: int
    unattacked: int
    positions: tuple[PositionTally, ...]
    coverage: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The whole report as data: rows in the order of the debate, then the other nodes in the map's order."""

    index: Index
    figures: Tally
    rows: tuple[ClaimRow, ...]
    stakeholders: tuple[BesideStakeholder, ...]
    concepts: tuple[BesideConcept, ...]


def build_adjacency(given: ReportInput) -> Adjacency:
    """The adjacency of the map, with status and strength where it has been evaluated; worked out once."""
    kept = given.kept.get("adjacency")
    if not isinstance(kept, Adjacency):
        kept = given.kept["adjacency"] = _build(given)
    return kept


def _build(given: ReportInput) -> Adjacency:
    index = Index(given.map)
    with gc_paused():
        unattacked = {argument.id for argument in index.map.arguments if is_unattacked_objection(index, argument)}
        rows = tuple(_rows(index, given, unattacked))
    return Adjacency(
        index,
        _figures(index, rows, len(unattacked), given.coverage),
        rows,
        tuple(find_beside_stakeholders(index)),
        tuple(find_beside_concepts(index)),
    )


def _rows(index: Index, given: ReportInput, unattacked: set[str]) -> Iterator[ClaimRow]:
    roles = build_roles(index)
    for beside in find_beside_claims(index):
        claim = beside.claim
        found = given.evaluation.get(claim.id, {})
        status, strength = found.get("status"), found.get("strength")
        yield ClaimRow(
            beside,
            role=roles[claim.id],
            anchors=tuple(given.anchors.get(claim.id) or [{"source": p.source, "at": p.at} for p in claim.at]),
            unsupported=not beside.supported_by,
            unattacked=not unattacked.isdisjoint([step.argument.id for step in beside.bears_on]),
            status=None if status is None else str(status),
            strength=float(strength) if isinstance(strength, (int, float)) else None,
            word=str(found["word"]) if "word" in found else None,
            live=(_count(found.get("for")), _count(found.get("against"))),
        )


def _count(found: object) -> int:
    return found if isinstance(found, int) else 0


def _figures(index: Index, rows: Sequence[ClaimRow], unattacked: int, coverage: UnitsBySection | None) -> Tally:
    arguments, roles = index.map.arguments, Counter(row.role for row in rows)
    return Tally(
        claims=len(rows),
        roles={role.value: n for role in Role if (n := roles[role])},
        arguments=len(arguments),
        stakeholders=len(index.map.stakeholders),
        concepts=len(index.map.concepts),
        unsupported=sum(row.unsupported for row in rows),
        objections=sum(argument.bearing is not Bearing.SUPPORTS for argument in arguments),
        unattacked=unattacked,
        positions=tuple(
            PositionTally(position.id, len(index.supporting(position.id)), len(index.attacking(position.id)))
            for position in index.positions
        ),
        coverage=None if coverage is None else _covered(coverage),
    )


def _covered(coverage: UnitsBySection) -> Mapping[str, int]:
    states = ("cited", "skipped", "open")
    return {state: sum(len(units.get(state, ())) for units in coverage.values()) for state in states}
