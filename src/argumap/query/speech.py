"""What a stakeholder says, under the positions it bears on, and who else stands where on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model import Act, build_commitments, find_arguing_from, quoted
from argumap.query.answer_records import (
    AnswerNode,
    Speaker,
    Stance,
    build_speaker,
    build_stance,
    get_node,
)
from argumap.query.answer_words import (
    SIGNS,
    STYLES,
    WordedAnswer,
    call_speaker,
    in_number,
    name_node,
    tell_voice,
)
from argumap.query.bearing_on_positions import Side, acts_of, build_reach, count_sides, stance_side
from argumap.query.lookup import get_id
from argumap.told_lines import heading, line, padded
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from argumap.model import Attribution, Index
    from argumap.query.answer_words import Telling
    from argumap.told_lines import Line, Part


class Accord(StrEnum):
    """How somebody else stands to what a stakeholder says."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    MIXED = "mixed"
    OPEN = "open"
    UNCOMPARED = "uncompared"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else on the same claim. ``open`` takes no side; ``reports`` only passes on what is said.

    ``uncompared`` takes a side where the stakeholder takes none, so that there is nothing to agree with.
    """

    by: Speaker
    verdict: Accord
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One claim or argument that a stakeholder speaks to.

    ``bearing`` is how it bears on the position it is told under, ``side`` which way the stakeholder speaks
    by it (the other way where they dispute it, neither where they commit to nothing); both are None where
    it bears on no position. ``because`` are the arguments that commit the stakeholder to a claim that no
    stance of their own commits them to; ``stances`` is empty where they do not speak to the claim itself.
    """

    node: AnswerNode
    bearing: Side | None
    distance: int | None
    side: Side | None
    stances: tuple[Stance, ...]
    because: tuple[str, ...]
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class SpeechGroup:
    """What a stakeholder says that bears on one position; None gathers what bears on no position.

    ``speaks_for`` and ``speaks_against`` count claims (not arguments) that are spoken to, by side; ± counts in
    both. What somebody is only committed to, because they argue from it, is no speech.
    """

    position: AnswerNode | None
    speaks_for: int
    speaks_against: int
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Fellow:
    """Somebody the stakeholder agrees or disagrees with, and on which claims and arguments."""

    by: Speaker
    agrees: tuple[str, ...]
    disagrees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speech(WordedAnswer):
    """What a stakeholder says. A claim that bears on several positions is told under each of them.

    ``claims`` counts the claims told that they speak to. ``unreadable`` is what they may speak to as well: what
    the map's file says of its speakers cannot be read.
    """

    stakeholder: Speaker
    groups: tuple[SpeechGroup, ...]
    concedes: tuple[AnswerNode, ...]
    disputes: tuple[AnswerNode, ...]
    fellows: tuple[Fellow, ...]
    unreadable: tuple[AnswerNode, ...] = ()
    claims: int = 0
    whole: bool = field(default=True, repr=False)

    def _tell(self, telling: Telling) -> Iterator[Line]:
        yield line((call_speaker(self.stakeholder), "bold"), (f" [{self.stakeholder.id}]", "dim"))
        if not self.groups and not self.unreadable:
            yield line("Says nothing on that in this map.")
        if self.groups and self.whole:
            yield line(f"Speaks to {counted(self.claims, 'claim')}.")
        for group in self.groups:
            yield line("")
            yield from _tell_group(telling, group)
        yield from _tell_nodes("Concedes", self.concedes)
        yield from _tell_nodes("Disputes", self.disputes)
        yield from self._tell_fellows(telling)
        yield from _tell_nodes("May speak to, for it cannot be read who does", self.unreadable)

    def _tell_fellows(self, telling: Telling) -> Iterator[Line]:
        agreeing = [(fellow.by, fellow.agrees) for fellow in self.fellows if fellow.agrees]
        disagreeing = [(fellow.by, fellow.disagrees) for fellow in self.fellows if fellow.disagrees]
        for word, fellows in (("Agrees with", agreeing), ("Disagrees with", disagreeing)):
            if fellows:
                yield line("")
                yield heading(word)
            for by, nodes in fellows:
                labels = "; ".join(telling.label(node) for node in nodes)
                on = f"on {counted(len(nodes), 'point')}: {labels}"
                yield padded(line((f"{call_speaker(by)} ", "bold"), on), 2)


def _tell_group(telling: Telling, group: SpeechGroup) -> Iterator[Line]:
    """What bears on one position; the steps stand apart, for the head counts points alone."""
    yield _group_heading(group)
    steps = [said for said in group.said if said.node.kind == "argument"]
    for said in group.said:
        if said.node.kind != "argument":
            yield from _tell_said(telling, said)
    if steps:
        besides = "Besides, on" if len(steps) < len(group.said) else "On"
        yield padded(line(f"{besides} {'a step' if len(steps) == 1 else counted(len(steps), 'step')}:"), 2)
    for said in steps:
        yield from _tell_said(telling, said)


# What somebody says of the position itself is told in words, for it is no point for it or against it.
_OUTRIGHT: Mapping[Side, str] = {
    Side.FOR: "says so outright",
    Side.AGAINST: "rejects it outright",
    Side.BOTH: "says so and rejects it",
}


def _group_heading(group: SpeechGroup) -> Line:
    if group.position is None:
        return heading("On no position")
    itself = next((said.side for said in group.said if said.node.id == group.position.id and said.stances), None)
    parts: list[Part] = [(f"On {quoted(group.position.label)}: ", "bold")]
    told = [(_OUTRIGHT[itself], STYLES[itself])] if itself else []
    for side, n in (("for", group.speaks_for), ("against", group.speaks_against)):
        points = n - (itself in {side, Side.BOTH})
        if points:
            told.append((f"{counted(points, 'point')} {side}", STYLES[side]))
    for n, part in enumerate(told):
        parts += [", ", part] if n else [part]
    if not told:
        parts.append("no point, but steps" if any(said.side for said in group.said) else "takes no side")
    return line(*parts)


def _tell_said(telling: Telling, said: Said) -> Iterator[Line]:
    sign = (f"{SIGNS[said.side]} ", STYLES[said.side]) if said.side else ("· ", "dim")
    yield padded(line(sign, *name_node(said.node)), 2)
    for stance in said.stances:
        yield padded(telling.stance(stance, who=False), 6)
    if said.because:
        steps = " and ".join(telling.label(argument) for argument in said.because)
        yield padded(line(f"is committed to it by {steps}", (f"  {telling.places(said.node.at)}", "cyan")), 6)
    if any(other.verdict == "uncompared" for other in said.others):
        yield padded(line(("takes no side itself", "dim")), 6)
    places = dict.fromkeys(place for stance in said.stances for place in stance.at)
    yield from telling.quotes(places or said.node.at, 6)
    for other in said.others:
        yield padded(_other(telling, other), 6)


_ACCORDS = {
    "agrees": "agrees",
    "disagrees": "disagrees",
    "mixed": "agrees in part and disagrees in part",
    "open": "takes no side",
    "uncompared": "",
    "reports": "only reports it",
}


def _other(telling: Telling, other: Other) -> Line:
    accord = in_number(_ACCORDS[other.verdict], other.by)
    parts: list[Part] = [(f"{call_speaker(other.by)} ", "bold"), accord]
    if other.stances:
        parts.append(f"{': ' if accord else ''}{'; '.join(tell_voice(stance) for stance in other.stances)}")
        at = list(dict.fromkeys(place for stance in other.stances for place in stance.at))
        parts.append((f"  {telling.places(at)}", "cyan"))
    return line(*parts)


def _tell_nodes(word: str, nodes: Sequence[AnswerNode]) -> Iterator[Line]:
    if nodes:
        yield line("")
        yield heading(word)
    for node in nodes:
        yield padded(line(*name_node(node)), 2)


def says(index: Index, stakeholder: str, *, on: str | None = None, via: bool = False) -> Speech:
    """What ``stakeholder`` says, grouped by position with the sign of its bearing.

    ``on`` keeps what bears on one position, ``via`` what is reported by others. Both names are as `get_id`
    understands them.
    """
    node_id = get_id(index, stakeholder, "stakeholder")
    positions = {position.id: None for position in index.positions}
    # What bears on no position is told last.
    places: list[str | None] = [*positions, None]
    wanted = set(places) if on is None else {get_id(index, on, "claim", among=positions)}
    by_node = _by_node(a for a in index.speech[node_id] if a.reported or not via)
    groups: dict[str | None, list[Said]] = {}
    for node, attributions, because in _said_nodes(index, node_id, by_node):
        said = _said(index, node_id, node, attributions, because)
        for place, told_there in _by_place(index, said, acts_of(attributions, argues=bool(because)), positions):
            if place in wanted:
                groups.setdefault(place, []).append(told_there)
    told = dict.fromkeys(said.node.id for group in groups.values() for said in group)
    return Speech(
        build_speaker(index, node_id),
        tuple(_group(index, place, groups[place]) for place in places if place in groups),
        concedes=_doing(index, by_node, told, Act.CONCEDES),
        disputes=_doing(index, by_node, told, Act.DISPUTES),
        fellows=_fellows(groups.values()),
        unreadable=tuple(get_node(index, node) for node in index.unreadable),
        claims=len(index.claims.keys() & by_node.keys() & told.keys()),
        whole=on is None and not via,
        index=index,
    )


def _by_place(
    index: Index, said: Said, acts: Sequence[Act], positions: Collection[str]
) -> Iterator[tuple[str | None, Said]]:
    """What is said, under each position that it bears on; under None where it bears on none."""
    reached = [(p, reach) for p, reach in build_reach(index, said.node.id).items() if p in positions]
    if not reached:
        yield None, said
    for position, reach in reached:
        side = stance_side(acts, reach.side)
        yield position, replace(said, bearing=reach.side, distance=reach.distance, side=side)


def _by_node(attributions: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    by_node: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        by_node.setdefault(attribution.of, []).append(attribution)
    return by_node


def _said_nodes(
    index: Index, stakeholder: str, by_node: Mapping[str, list[Attribution]]
) -> Iterable[tuple[str, list[Attribution], tuple[str, ...]]]:
    """All that is spoken to, then the claims that only an argument commits to."""
    because = {
        claim: tuple(argument for argument in arguments if argument in by_node)
        for claim, arguments in build_commitments(index, stakeholder).items()
    }
    for node, attributions in by_node.items():
        yield node, attributions, because.get(node, ())
    for claim, arguments in because.items():
        if arguments and claim not in by_node:
            yield claim, [], arguments


def _said(
    index: Index, stakeholder: str, node: str, attributions: list[Attribution], because: tuple[str, ...]
) -> Said:
    return Said(
        node=get_node(index, node),
        bearing=None,
        distance=None,
        side=None,
        stances=tuple(build_stance(index, attribution) for attribution in attributions),
        because=because,
        others=_others(index, stakeholder, node),
    )


def _group(index: Index, position: str | None, said: list[Said]) -> SpeechGroup:
    speaks_for, against, _ = count_sides(s.side for s in said if s.node.kind == "claim" and s.stances)
    return SpeechGroup(None if position is None else get_node(index, position), speaks_for, against, tuple(said))


def _doing(
    index: Index, by_node: Mapping[str, list[Attribution]], told: Iterable[str], act: Act
) -> tuple[AnswerNode, ...]:
    return tuple(get_node(index, node) for node in told if any(a.act is act for a in by_node.get(node, ())))


def _others(index: Index, stakeholder: str, node: str) -> tuple[Other, ...]:
    """Everyone else on the node, then the reporters who take no stance of their own on it."""
    voices = index.voices[node]
    arguing = {a.by for a in find_arguing_from(index, node)}
    own = _sides((a for a in voices if a.by == stakeholder), arguing=stakeholder in arguing)
    by: dict[str, list[Attribution]] = {}
    for attribution in voices:
        if attribution.by != stakeholder:
            by.setdefault(attribution.by, []).append(attribution)
    reporters = dict.fromkeys(r for a in voices if a.by == stakeholder for r in a.via)
    others = [
        Other(
            build_speaker(index, other),
            _accord(own, _sides(attributions, arguing=other in arguing)),
            tuple(build_stance(index, a) for a in attributions),
        )
        for other, attributions in by.items()
    ]
    silent = [r for r in reporters if r not in by and r != stakeholder]
    return (*others, *(Other(build_speaker(index, r), Accord.REPORTS) for r in silent))


def _sides(attributions: Iterable[Attribution], *, arguing: bool) -> set[Side]:
    """The sides that somebody takes on a claim, by speaking to it or by arguing from it."""
    side = stance_side(acts_of(attributions, argues=arguing), Side.FOR)
    if side is None:
        return set()
    return {Side.FOR, Side.AGAINST} if side is Side.BOTH else {side}


def _accord(own: set[Side], theirs: set[Side]) -> Accord:
    if not theirs:
        return Accord.OPEN
    if not own:
        return Accord.UNCOMPARED
    if len(own | theirs) == 1:
        return Accord.AGREES
    return Accord.MIXED if own & theirs else Accord.DISAGREES


def _fellows(groups: Iterable[list[Said]]) -> tuple[Fellow, ...]:
    agrees: dict[Speaker, dict[str, None]] = {}
    disagrees: dict[Speaker, dict[str, None]] = {}
    for said in (said for group in groups for said in group):
        for other in said.others:
            if other.verdict in {Accord.AGREES, Accord.MIXED}:
                agrees.setdefault(other.by, {})[said.node.id] = None
            if other.verdict in {Accord.DISAGREES, Accord.MIXED}:
                disagrees.setdefault(other.by, {})[said.node.id] = None
    return tuple(
        Fellow(by, tuple(agrees.get(by, ())), tuple(disagrees.get(by, ()))) for by in {**agrees, **disagrees}
    )
