"""Who says what new from one state to another, and who says it otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.model import Act
from argumap.news.judged_states import find_last_names
from argumap.query import Side, build_bearings, stance_side
from argumap.snapshots import Attributed, Reattributed, Unattributed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.model import Attribution, Index
    from argumap.news.judged_states import JudgedState, StatePair


@dataclass(frozen=True, slots=True)
class StanceMove:
    """What somebody does with a claim, before and now; "" where they did or do nothing.

    ``side`` is the side that they take by it on the answer ``on``, the nearest that the claim bears on; None where
    they take none. ``reported`` tells that others say it of them, ``since`` is the number of the state that first
    has it so, None where that cannot be told.
    """

    of: str
    what: str
    before: str
    now: str
    side: Side | None = None
    on: str = ""
    reported: bool = False
    since: int | None = None

    @property
    def turned(self) -> bool:
        """Whether they commit to what they did not commit to, or no longer do, though they still speak of it."""
        return bool(self.before and self.now) and Act(self.before).commits is not Act(self.now).commits


@dataclass(frozen=True, slots=True)
class PersonNews:
    """All that somebody says new or otherwise, what turned first; a ``fresh`` voice was not heard before."""

    id: str
    name: str
    role: str
    fresh: bool
    author: bool
    stances: tuple[StanceMove, ...]

    @property
    def turned(self) -> bool:
        return any(stance.turned for stance in self.stances)

    @property
    def since(self) -> int | None:
        """The state that first has all of it, where they said it at once."""
        numbers = {stance.since for stance in self.stances}
        return numbers.pop() if len(numbers) == 1 else None


def find_people_news(pair: StatePair, steps: Sequence[StatePair] = (), first: int = 0) -> tuple[PersonNews, ...]:
    """The people of whom something new is told: those who turned first, the authors of the sources last.

    ``steps`` lead from the older state to the newer over those between; the first ends in that numbered ``first``.
    """
    news: dict[str, dict[str, StanceMove]] = {}
    for given, before, now in _find_moves(pair):
        known = news.setdefault(given.by, {})
        move = known.get(given.of) or _place(pair, given)
        known[given.of] = replace(move, before=before or move.before, now=now or move.now)
    if len(steps) > 1:
        course = _Course(steps, first)
        for who, moves in news.items():
            news[who] = {of: replace(m, since=course.find_since(who, m)) for of, m in moves.items()}
    told = [_tell(pair, who, moves) for who, moves in news.items()]
    return tuple(sorted(told, key=lambda person: (person.author, not person.turned, -len(person.stances))))


class _Course:
    """The states between an older and a newer one, with what each calls somebody and something."""

    def __init__(self, steps: Sequence[StatePair], first: int) -> None:
        self._first = first
        self._names = find_last_names(steps)
        self._acts = [_find_acts(step.new, names) for step, names in zip(steps, self._names[1:], strict=True)]

    def find_since(self, who: str, move: StanceMove) -> int | None:
        """The number of the first state from which on they stand as they do in the last."""
        # What is gone from the last state goes by the id that it had last.
        known = self._names[0]
        pairs = {(known.get(who, who), known.get(move.of, move.of)), (who, move.of)}
        since = None
        for n, acts in enumerate(self._acts, self._first):
            said = set[str]().union(*(acts.get(pair, ()) for pair in pairs))
            there = move.now in said if move.now else move.before not in said
            since = (n if since is None else since) if there else None
        return since


def _find_acts(state: JudgedState, names: Mapping[str, str]) -> Mapping[tuple[str, str], set[str]]:
    """How each stands to each thing that they speak of, under the ids of the last state."""
    acts: dict[tuple[str, str], set[str]] = {}
    for said in state.map.attributions:
        acts.setdefault((names.get(said.by, said.by), names.get(said.of, said.of)), set()).add(said.act)
    return acts


def _find_moves(pair: StatePair) -> Iterator[tuple[Attribution, str, str]]:
    for change in pair.difference.changes:
        match change:
            case Attributed(given):
                yield given, "", given.act
            case Unattributed(given):
                yield given, given.act, ""
            case Reattributed(old, new) if old.act != new.act:
                yield new, old.act, new.act
            case _:
                pass


def _place(pair: StatePair, given: Attribution) -> StanceMove:
    index = pair.new.index if pair.new.index.kind(given.of) else pair.old.index
    bearing = _find_nearest(index, given.of)
    side = stance_side([given.act], bearing[1]) if bearing else None
    on = pair.call(bearing[0]) if bearing and bearing[0] != given.of else ""
    return StanceMove(given.of, pair.call(given.of), "", "", side=side, on=on, reported=bool(given.via))


def _find_nearest(index: Index, node: str) -> tuple[str, Side] | None:
    """The answer that a claim or a step bears on over the fewest steps, and which way."""
    reached = [(answer, reach[node]) for answer, reach in build_bearings(index).items() if node in reach]
    if not reached:
        return None
    answer, nearest = min(reached, key=lambda found: found[1].distance)
    return answer, nearest.side


def _tell(pair: StatePair, who: str, moves: Mapping[str, StanceMove]) -> PersonNews:
    index = pair.new.index if who in pair.new.index.stakeholders else pair.old.index
    known = index.stakeholders.get(who)
    stances = [move for move in moves.values() if move.before != move.now]
    return PersonNews(
        who,
        name=known.name if known else who,
        role=(known.role or "") if known else "",
        fresh=who not in {pair.renames.of(stakeholder) for stakeholder in pair.old.index.stakeholders},
        author=any(source.author == who for source in index.map.sources),
        stances=tuple(sorted(stances, key=lambda s: (not s.turned, not s.now, s.side is None))),
    )
