"""A map in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.model import Bearing, build_roles, find_unseen
from argumap.query.answer_records import AnswerNode, Speaker, build_speaker, get_node
from argumap.query.answer_words import WordedAnswer, name_node
from argumap.query.bearing_on_positions import Side, build_bearings
from argumap.query.map_gaps import is_contested, is_unattacked, is_unsupported
from argumap.told_lines import heading, line, padded
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.model import Index
    from argumap.query.answer_words import Telling
    from argumap.semantics import Evaluation
    from argumap.told_lines import Line, Told
    from argumap.verdicts import IssueTable

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
class Figures(WordedAnswer):
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
    unseen: int
    issues: IssueTable | None = field(default=None, repr=False, compare=False)
    """Who leads on each issue, where the map was evaluated and debates any."""

    def _tell(self, telling: Telling) -> Iterator[Told]:
        yield heading(telling.index.map.title or "Figures")
        yield _listed("", {kind if n != 1 else kind.removesuffix("s"): n for kind, n in self.kinds.items()})
        yield _listed("Claims by type: ", self.claim_types)
        yield _listed("Claims by role: ", self.roles)
        linked = f", of which {self.linked_arguments} with linked premises" if self.linked_arguments else ""
        yield padded(line("Arguments: ", _words(self.bearings), linked), 2)
        reported = f", of which {self.reported_attributions} reported" if self.reported_attributions else ""
        yield padded(line("Stances: ", _words(self.acts), reported), 2)
        counts = (
            f"Claims: {self.anchored} with a passage, {self.implicit} implicit, {self.unsupported} "
            f"unsupported, {self.unattacked} unattacked, {self.contested} contested"
        )
        yield padded(line(counts), 2)
        if self.unseen:
            yield padded(line(f"Not seen by anybody yet: {counted(self.unseen, 'item')}"), 2)
        yield from self._tell_highest()

    def _tell_highest(self) -> Iterator[Told]:
        if self.positions:
            yield line("")
            yield heading("What bears on the positions")
        for p in self.positions:
            counts = (
                f": {counted(p.speaking_for, 'claim')} for, {p.speaking_against} against, up to "
                f"{counted(p.depth, 'step')} away"
            )
            yield padded(line(*name_node(p.position), counts), 2)
        if self.issues is not None:
            yield line("")
            yield heading("Who leads on each issue")
            yield from self.issues.lines()
        elif self.most_contested:
            yield line("")
            yield heading("Most argued over")
        for c in self.most_contested if self.issues is None else ():
            sides = f": {counted(c.supports, 'argument')} for, {c.attacks} against"
            yield padded(line(*name_node(c.claim), sides), 2)
        if self.most_spoken:
            yield line("")
            yield heading("Who speaks most")
        for s in self.most_spoken:
            only = f", {s.reported} only as reported" if s.reported else ""
            yield padded(line((s.by.name, "bold"), f": {s.spoken}{only}"), 2)


def _listed(before: str, counts: Mapping[str, int]) -> Line:
    return padded(line(before, _words(counts)), 2)


def _words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {word}" for word, n in counts.items() if n) or "none"


def stats(index: Index, evaluation: Evaluation | None = None) -> Figures:
    """The figures of the map; with an ``evaluation`` they are told with who leads on each issue."""
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
        unseen=len(find_unseen(record)),
        issues=_find_leaders(evaluation) if evaluation and index.debates else None,
        index=index,
    )


def _find_leaders(evaluation: Evaluation) -> IssueTable:
    from argumap.verdicts import build_issue_table

    return build_issue_table(evaluation)


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
