"""One stakeholder's case: what they hold, reject and leave open, and the way from there to the questions."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import Act, build_commitments
from argumap.query.answer_records import Speaker, build_speaker
from argumap.query.bearing_on_positions import (
    Side,
    build_bearings,
    build_source_bearings,
    stance_side,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Argument, Index
    from argumap.query.bearing_on_positions import Reach


@dataclass(frozen=True, slots=True)
class TakenSide:
    """The side that a stakeholder takes on an answer; ``added`` where only a step that the map added makes it one."""

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


def build_lenses(index: Index) -> tuple[Lens, ...]:
    """The case of everybody who speaks, in the order of the map."""
    return tuple(build_lens(index, s.id) for s in index.map.stakeholders if index.speech[s.id])


def build_lens(index: Index, stakeholder: str) -> Lens:
    """The case of ``stakeholder``, given by id. One walk up from what they speak to."""
    speech, commitments = index.speech[stakeholder], build_commitments(index, stakeholder)
    spoken: dict[str, list[Act]] = {claim: [Act.ASSERTS] for claim in commitments}
    for attribution in speech:
        if attribution.of in index.claims:
            spoken.setdefault(attribution.of, []).append(attribution.act)
    order = index.debate_order
    claims = sorted((claim for claim in spoken if claim in index.claims), key=order.__getitem__)
    rejects = [claim for claim in claims if Act.DISPUTES in spoken[claim]]
    holds = [claim for claim in claims if claim in commitments]
    taken = [*holds, *rejects]
    walk = _Walk(index)
    walk.up_from(taken)
    path, steps = walk.since(taken)
    walk.up_from(taken, added=True)
    beyond, added = walk.since([*taken, *path], steps)
    return Lens(
        build_speaker(index, stakeholder),
        holds=tuple(holds),
        rejects=tuple(rejects),
        open=tuple(claim for claim in claims if claim not in {*taken}),
        path=path,
        steps=steps,
        beyond=beyond,
        added=tuple(step for step in added if step in index.added),
        sides=tuple(_find_sides(index, spoken)),
        reporters=tuple(
            build_speaker(index, r) for r in dict.fromkeys(r for a in speech for r in a.via if r != stakeholder)
        ),
        direct=any(not a.via for a in speech),
    )


class _Walk:
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
                    target = self._climb(step)
                    if target not in seen and target in self.index.claims:
                        seen.add(target)
                        queue.append(target)

    def _meet(self, claim: str) -> None:
        record = self.index.claims.get(claim)
        self.claims[claim] = None
        self.issues.update((i, None) for i in record.answers if i in self.index.issues) if record else None

    def _climb(self, step: Argument) -> str:
        """The claim that a step bears on in the end: an undercut bears on what the step that it denies leads to."""
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
        """The claims and questions met beside ``known``, and the steps beside ``steps``, in the order of the debate."""
        order, before, taken = self.index.debate_order, set(known), set(steps)
        claims = sorted((c for c in self.claims if c not in before), key=order.__getitem__)
        issues = sorted((i for i in self.issues if i not in before), key=order.__getitem__)
        return (*issues, *claims), tuple(sorted((s for s in self.steps if s not in taken), key=order.__getitem__))


def _find_sides(index: Index, spoken: Mapping[str, Sequence[Act]]) -> Iterable[TakenSide]:
    by_source, by_all = build_source_bearings(index), build_bearings(index)
    for position in index.positions:
        side = _side(spoken, by_source[position.id])
        added = side is None
        side = side or _side(spoken, by_all[position.id])
        if side:
            yield TakenSide(position.id, side, added)


def _side(spoken: Mapping[str, Sequence[Act]], bearing: Mapping[str, Reach]) -> Side | None:
    """Which way somebody speaks on a position by all that they do with the claims that bear on it."""
    taken: Side | None = None
    for claim, acts in spoken.items():
        side = stance_side(acts, bearing[claim].side) if claim in bearing else None
        taken = side.joined(taken) if side else taken
    return taken
