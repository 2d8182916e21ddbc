"""One stakeholder's case: what they hold, reject and leave open, and the way from there to the questions."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.model import Act, build_commitments
from argumap.query.answer_records import Speaker, build_speaker
from argumap.query.bearing_on_positions import (
    Side,
    build_sides,
    stance_side,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Argument, Index
    from argumap.query.bearing_on_positions import BorneSide


@dataclass(frozen=True, slots=True)
class TakenSide:
    """The side somebody takes on an answer; ``added`` where only a step that the map added makes it one."""

    answer: str
    side: Side
    added: bool


@dataclass(frozen=True, slots=True)
class Lens:
    """The map as one stakeholder's case shows it, by ids.

    ``holds`` are the claims that they are committed to, ``rejects`` those that they dispute, ``open`` those that
    they speak to without taking a side. ``path`` are the claims and questions that these lead to by ``steps`` of
    the source; ``beyond`` those that they reach only with a step that the map added, by ``added``. ``sides`` are
    those they take on answers; on all other answers they are silent. ``reporters`` are those by whose report they
    are heard, ``direct`` tells whether any of it is said in their own voice. In the order of the debate.
    """

    by: Speaker
    holds: tuple[str, ...]
    rejects: tuple[str, ...]
    open: tuple[str, ...]
    path: tuple[str, ...]
    steps: tuple[str, ...]
    beyond: tuple[str, ...]
    added: tuple[str, ...]
    sides: tuple[TakenSide, ...]
    reporters: tuple[Speaker, ...]
    direct: bool

    @property
    def own(self) -> tuple[str, ...]:
        """The claims that are theirs, whatever they do with them."""
        return (*self.holds, *self.rejects, *self.open)


def build_lenses(index: Index, most: int) -> tuple[Lens, ...]:
    """The case of everybody who speaks, in the order of the map.

    Where the ways to the questions come to more than ``most`` claims and steps, they are left out for all: in a
    large debate each leads through most of it.
    """
    speaking = [s.id for s in index.map.stakeholders if index.speech[s.id]]
    lenses: list[Lens] = []
    for stakeholder in speaking:
        lens = build_lens(index, stakeholder, ways=most >= 0)
        most -= len(lens.path) + len(lens.steps) + len(lens.beyond)
        lenses.append(lens)
    return tuple(
        lenses if most >= 0 else (replace(lens, path=(), steps=(), beyond=(), added=()) for lens in lenses)
    )


def build_lens(index: Index, stakeholder: str, *, ways: bool = True) -> Lens:
    """The case of ``stakeholder``, given by id. One walk up from what they speak to, none without ``ways``."""
    acts = _gather_acts(index, stakeholder)
    held = build_commitments(index, stakeholder)
    claims = sorted(acts, key=index.debate_order.__getitem__)
    taken = [claim for claim in claims if claim in held or Act.DISPUTES in acts[claim]]
    settled = frozenset(taken)
    climb = _Climb(index)
    climb.up_from(taken if ways else ())
    path, steps = climb.since(taken)
    climb.up_from(taken if ways else (), added=True)
    beyond, further = climb.since([*taken, *path], steps)
    return Lens(
        build_speaker(index, stakeholder),
        holds=tuple(claim for claim in claims if claim in held),
        rejects=tuple(claim for claim in claims if Act.DISPUTES in acts[claim]),
        open=tuple(claim for claim in claims if claim not in settled),
        path=path,
        steps=steps,
        beyond=beyond,
        added=tuple(step for step in further if step in index.added),
        sides=tuple(_find_sides(index, acts)),
        reporters=_find_reporters(index, stakeholder),
        direct=any(not a.via for a in index.speech[stakeholder]),
    )


def _find_reporters(index: Index, stakeholder: str) -> tuple[Speaker, ...]:
    reporters = dict.fromkeys(reporter for a in index.speech[stakeholder] for reporter in a.via)
    return tuple(build_speaker(index, reporter) for reporter in reporters if reporter != stakeholder)


def _gather_acts(index: Index, stakeholder: str) -> Mapping[str, Sequence[Act]]:
    """What somebody does with each claim; who is committed to one by arguing from it asserts it so."""
    acts = {c: [Act.ASSERTS] for c in build_commitments(index, stakeholder) if c in index.claims}
    for attribution in index.speech[stakeholder]:
        if attribution.of in index.claims:
            acts.setdefault(attribution.of, []).append(attribution.act)
    return acts


class _Climb:
    """The claims, questions and steps met on the way up from some claims, by the source's steps first."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.claims: dict[str, None] = {}
        self.steps: dict[str, Argument] = {}
        self.issues: dict[str, None] = {}

    def up_from(self, claims: Iterable[str], *, added: bool = False) -> None:
        """Go on from ``claims`` to the top, also by steps that the map ``added`` where that is asked for."""
        queue = deque(dict.fromkeys(claims))
        seen = set(queue)
        while queue:
            claim = queue.popleft()
            self._meet(claim)
            for step in self.index.with_premise[claim]:
                if added or step.id not in self.index.added:
                    target = self._follow(step)
                    if target not in seen and target in self.index.claims:
                        seen.add(target)
                        queue.append(target)

    def _meet(self, claim: str) -> None:
        record = self.index.claims.get(claim)
        self.claims[claim] = None
        self.issues.update((i, None) for i in record.answers if i in self.index.issues) if record else None

    def _follow(self, step: Argument) -> str:
        """The claim that a step bears on in the end; an undercut goes where the step that it denies does."""
        met: set[str] = set()
        while step.id not in met:
            met.add(step.id)
            self.steps[step.id] = step
            denied = self.index.arguments.get(step.target)
            if denied is None:
                return step.target
            step = denied
        return ""

    def since(self, known: Iterable[str], steps: Iterable[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was met beside ``known`` and ``steps``, in the order of the debate: claims and questions, steps."""
        order, before, taken = self.index.debate_order, set(known), set(steps)
        claims = sorted((c for c in self.claims if c not in before), key=order.__getitem__)
        issues = sorted((i for i in self.issues if i not in before), key=order.__getitem__)
        return (*issues, *claims), tuple(sorted((s for s in self.steps if s not in taken), key=order.__getitem__))


def _find_sides(index: Index, acts: Mapping[str, Sequence[Act]]) -> Iterable[TakenSide]:
    source_sides, all_sides = build_sides(index)
    by_all = _gather_sides(acts, all_sides)
    by_source = by_all if source_sides is all_sides else _gather_sides(acts, source_sides)
    for position in index.positions:
        side = by_source.get(position.id)
        added = side is None
        side = side or by_all.get(position.id)
        if side:
            yield TakenSide(position.id, side, added)


def _gather_sides(
    acts: Mapping[str, Sequence[Act]], sides: Mapping[str, Sequence[BorneSide]]
) -> Mapping[str, Side]:
    """Which way somebody speaks on each position by all that they do with the claims that bear on it."""
    taken: dict[str, Side] = {}
    for claim, done in acts.items():
        own = stance_side(done, Side.FOR)
        for position, side in sides.get(claim, ()) if own else ():
            spoken = side if own is Side.FOR else side.turned if own is Side.AGAINST else Side.BOTH
            taken[position] = spoken.joined(taken.get(position))
    return taken
