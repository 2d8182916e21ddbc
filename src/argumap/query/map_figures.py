"""A map in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import Bearing, build_roles
from argumap.query.answer_records import AnswerNode, Speaker, build_speaker, get_node
from argumap.query.bearing_on_positions import Side, build_bearings
from argumap.query.map_gaps import is_contested, is_unattacked, is_unsupported

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argumap.model import Index

_TOP = 5


@dataclass(frozen=True, slots=True)
class PositionFigures:
    """How many other claims bear on a position and which way (± counts in both), and over how many arguments
    the farthest.
    """

    position: AnswerNode
    speaking_for: int
    speaking_against: int
    depth: int


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """A claim and how many arguments support and attack it."""

    claim: AnswerNode
    supports: int
    attacks: int


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """A stakeholder and to how many claims they speak, how many of them only as reported."""

    by: Speaker
    spoken: int
    reported: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A map in figures. ``anchored`` counts claims with a passage; the lists have the five highest."""

    kinds: Mapping[str, int]
    claim_types: Mapping[str, int]
    roles: Mapping[str, int]
    bearings: Mapping[str, int]
    acts: Mapping[str, int]
    linked_arguments: int
    reported_attributions: int
    anchored: int
    implicit: int
    unsupported: int
    unattacked: int
    contested: int
    positions: tuple[PositionFigures, ...]
    most_contested: tuple[ClaimCount, ...]
    most_spoken: tuple[SpeakerCount, ...]


def stats(index: Index) -> Figures:
    """The figures of the map."""
    record = index.map
    return Figures(
        kinds={
            kind: len(getattr(record, kind))
            for kind in (
                "sources",
                "sections",
                "issues",
                "claims",
                "arguments",
                "stakeholders",
                "attributions",
                "concepts",
            )
        },
        claim_types=_counted(claim.type or "none" for claim in record.claims),
        roles=_counted(build_roles(index).values()),
        bearings=_counted(argument.bearing for argument in record.arguments),
        acts=_counted(attribution.act for attribution in record.attributions),
        linked_arguments=sum(len(argument.premises) > 1 for argument in record.arguments),
        reported_attributions=sum(attribution.reported for attribution in record.attributions),
        anchored=sum(bool(claim.at) for claim in record.claims),
        implicit=sum(claim.implicit for claim in record.claims),
        unsupported=sum(is_unsupported(index, claim) for claim in index.claims),
        unattacked=sum(is_unattacked(index, claim) for claim in index.claims),
        contested=sum(is_contested(index, claim) for claim in index.claims),
        positions=_positions(index),
        most_contested=_most_contested(index),
        most_spoken=_most_spoken(index),
    )


def _counted(words: Iterable[str]) -> Mapping[str, int]:
    """Most frequent first, then by word."""
    counts = Counter(map(str, words))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _positions(index: Index) -> tuple[PositionFigures, ...]:
    figures = []
    for position, bearing in build_bearings(index).items():
        others = [reach for node, reach in bearing.items() if node in index.claims and node != position]
        figures.append(
            PositionFigures(
                get_node(index, position),
                sum(reach.side is not Side.AGAINST for reach in others),
                sum(reach.side is not Side.FOR for reach in others),
                max((reach.distance for reach in bearing.values()), default=0),
            )
        )
    return tuple(figures)


def _most_contested(index: Index) -> tuple[ClaimCount, ...]:
    counts = []
    for claim in index.claims:
        bearings = Counter(argument.bearing for argument in index.on[claim])
        if bearings[Bearing.ATTACKS]:
            counts.append(
                ClaimCount(get_node(index, claim), bearings[Bearing.SUPPORTS], bearings[Bearing.ATTACKS])
            )
    counts.sort(key=lambda c: (-min(c.supports, c.attacks), -c.attacks, -c.supports))
    return tuple(counts[:_TOP])


def _most_spoken(index: Index) -> tuple[SpeakerCount, ...]:
    counts = []
    for stakeholder in index.stakeholders:
        speech = [a for a in index.speech[stakeholder] if a.of in index.claims]
        direct = {a.of for a in speech if not a.reported}
        spoken = {a.of for a in speech}
        if spoken:
            counts.append(SpeakerCount(build_speaker(index, stakeholder), len(spoken), len(spoken - direct)))
    counts.sort(key=lambda c: -c.spoken)
    return tuple(counts[:_TOP])
