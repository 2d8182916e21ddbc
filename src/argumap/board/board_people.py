"""The people who speak on a question, and where each stands on its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board.board_records import UNHELD, BoardPerson, Stand
from argumap.board.said_by import find_authors
from argumap.model import Act, Bearing, Stakeholder, StakeholderType, build_conceded, strongest_voice
from argumap.query import Side, build_bearings, build_source_bearings, build_stances, stance_side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from argumap.board.board_records import BoardAnswer, Entry
    from argumap.model import Attribution, Claim, Index
    from argumap.query import Reach

LAYING_OUT = frozenset({Act.PRESENTS, Act.SUPPOSES})


class Speakers:
    """Everybody who speaks, each read once for all questions of a map."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._read: dict[str, _Speaker] = {}

    def get(self, who: str) -> _Speaker:
        if who not in self._read:
            self._read[who] = _Speaker(self.index, who)
        return self._read[who]


def build_people(speakers: Speakers, answers: Sequence[BoardAnswer]) -> tuple[BoardPerson, ...]:
    """Who speaks on the answers: by the first that they are for, else against, the authors of the sources last."""
    index = speakers.index
    authors = find_authors(index)
    bearings, sourced = build_bearings(index), build_source_bearings(index)
    bearing = {node for answer in answers for node in bearings.get(answer.claim.id, {})}
    people = []
    for who in dict.fromkeys([*index.stakeholders, *index.speech]):
        told = [a for a in index.speech[who] if a.of in bearing]
        if not told:
            continue
        person = speakers.get(who)
        people.append(
            BoardPerson(
                index.stakeholders.get(who) or Stakeholder(who, who),
                stands=tuple(
                    person.stand(answer, bearings.get(answer.claim.id, {}), sourced.get(answer.claim.id, {}))
                    for answer in answers
                ),
                voice=strongest_voice(told),
                belongs=tuple(_belongs(index, who)),
                author=who in authors,
            )
        )
    return tuple(sorted(people, key=_order))


def _belongs(index: Index, who: str) -> Iterator[str]:
    known = index.stakeholders.get(who)
    for body in known.affiliation if known else ():
        yield index.stakeholders[body].name if body in index.stakeholders else body


def _order(person: BoardPerson) -> tuple[bool, bool, int, bool, int, int]:
    """The authors last, before them who takes no side; the others by the answer they are for, else against."""
    for_it = (n for n, stand in enumerate(person.stands) if stand.side in {Side.FOR, Side.BOTH})
    against = (n for n, stand in enumerate(person.stands, len(person.stands)) if stand.side is Side.AGAINST)
    unnamed = person.stakeholder.type is StakeholderType.UNSPECIFIED
    direct = sum(len(stand.entries) + len(stand.stances) for stand in person.stands)
    deeper = sum(stand.beneath for stand in person.stands)
    return person.author, not person.sides, next(for_it, next(against, 0)), unnamed, -direct, -deeper


class _Speaker:
    """One person, with what they say of each record."""

    def __init__(self, index: Index, who: str) -> None:
        self.index, self.who = index, who
        self.conceded = build_conceded(index, who)
        self.said: dict[str, list[Attribution]] = {}
        for attribution in index.speech[who]:
            self.said.setdefault(attribution.of, []).append(attribution)

    def stand(self, answer: BoardAnswer, bearing: Mapping[str, Reach], sourced: Mapping[str, Reach]) -> Stand:
        """Where they stand by what is ``sourced``: by a step of the map's own nobody takes a side."""
        stances = tuple(s for s in build_stances(self.index, answer.claim.id) if s.by.id == self.who)
        acts = {stance.act for stance in stances}
        outright = stance_side(acts, Side.FOR)
        brought = self._find_brought(answer)
        deeper = self._find_deeper(answer, sourced)
        side = outright or _joined(brought.values())
        presents = side is None and not LAYING_OUT.isdisjoint(acts)
        if side is None and not presents:
            side = _joined(its for node, its in deeper.items() if node not in self.conceded)
        held = tuple(node for node, its in brought.items() if side in (its, Side.BOTH))
        return Stand(
            answer.claim.id,
            side,
            stances,
            entries=held,
            used=self._find_used(answer),
            beneath=len(deeper),
            further=self._pick_further(deeper, side),
            through_added=len(self._find_deeper(answer, bearing)) - len(deeper),
            loosely=self._is_loose([answer.claim.id] if outright else self._nodes(answer, held) or [*deeper]),
            presents=presents,
        )

    def _pick_further(self, deeper: Mapping[str, Side | None], side: Side | None) -> tuple[Claim, ...]:
        """Those of the claims further down by which they take their side."""
        return tuple(self.index.claims[node] for node, its in deeper.items() if side and its == side)

    def _find_used(self, answer: BoardAnswer) -> tuple[str, ...]:
        """What the map makes of their words by a step of its own."""
        return tuple(entry.id for entry in answer.entries if entry.added and self._speaks_to(entry))

    def _find_brought(self, answer: BoardAnswer) -> Mapping[str, Side]:
        """The reasons and objections that are theirs, and which way they speak by each."""
        return {entry.id: side for entry in answer.entries if (side := self._side_of(entry))}

    def _nodes(self, answer: BoardAnswer, held: Collection[str]) -> list[str]:
        entries = [entry for entry in answer.entries if entry.id in held]
        return [node for entry in entries for node in (entry.id, *(p.claim.id for p in entry.premises))]

    def _side_of(self, entry: Entry) -> Side | None:
        """Which way somebody speaks by a reason or an objection; the map's own step takes nobody's side."""
        if entry.added or entry.id in self.conceded:
            return None
        bearing = Side.FOR if entry.bearing is Bearing.SUPPORTS else Side.AGAINST
        told = (entry.id, *(p.claim.id for p in entry.premises if p.claim.id not in self.conceded))
        return stance_side([act for node in told for act in self._acts(node)], bearing)

    def _speaks_to(self, entry: Entry) -> bool:
        return any(act not in UNHELD for p in entry.premises for act in self._acts(p.claim.id))

    def _find_deeper(self, answer: BoardAnswer, bearing: Mapping[str, Reach]) -> Mapping[str, Side | None]:
        """The claims they speak to further down, and which way they speak by each."""
        told = {answer.claim.id, *(p.claim.id for entry in answer.entries for p in entry.premises)}
        deeper = [n for n in self.said if n in bearing and n not in told and n in self.index.claims]
        return {node: stance_side(self._acts(node), bearing[node].side) for node in deeper}

    def _acts(self, node: str) -> list[Act]:
        return [a.act for a in self.said.get(node, ())]

    def _is_loose(self, nodes: Iterable[str]) -> bool:
        told = [a for node in nodes for a in self.said.get(node, ()) if a.act not in UNHELD]
        return bool(told) and all(a.loosely for a in told)


def _joined(sides: Iterable[Side | None]) -> Side | None:
    joined: Side | None = None
    for side in sides:
        if side is not None:
            joined = side.joined(joined)
    return joined
