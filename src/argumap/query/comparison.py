"""Two stakeholders, or two positions, side by side: where they agree, differ, clash and pass each other by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.errors import NotFound
from argumap.model import Bearing, build_commitments, build_conceded, build_made, mention, quoted
from argumap.query.answer_records import AnswerNode, get_node
from argumap.query.answer_words import WordedAnswer, name_node, tell_opposing
from argumap.query.bearing_on_positions import Side, acts_of, build_bearing, build_reach, stance_side
from argumap.query.lookup import get_id
from argumap.told_lines import Grid, heading, line, padded
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.model import Attribution, Index
    from argumap.query.answer_words import Telling
    from argumap.semantics import Evaluation
    from argumap.told_lines import Line, Told


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim that both take a side on: which (for a stakeholder: holds or disputes it).

    ``committed`` names those of "a" and "b" who do not speak to it and only argue from it, which commits them.
    """

    claim: AnswerNode
    a: Side
    b: Side
    committed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that A holds, and one that B holds and that contradicts it."""

    a: AnswerNode
    b: AnswerNode


@dataclass(frozen=True, slots=True)
class OpposingArgument:
    """An argument from what one side holds against a claim or a step of the other. ``by`` is "a" or "b".

    ``inferred`` where the map added the step: it is then nobody's but the map's.
    """

    by: str
    argument: str
    bearing: Bearing
    premises: tuple[AnswerNode, ...]
    target: AnswerNode
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Leaning:
    """How many claims that each speaks to are for and against a position; ``opposed`` where they lean apart."""

    position: AnswerNode
    a_for: int
    a_against: int
    b_for: int
    b_against: int
    opposed: bool


@dataclass(frozen=True, slots=True)
class Comparison(WordedAnswer):
    """A and B side by side. ``positions`` is empty where A and B are positions themselves."""

    a: AnswerNode
    b: AnswerNode
    positions: tuple[Leaning, ...]
    agreed: tuple[Shared, ...]
    disputed: tuple[Shared, ...]
    contradictions: tuple[Contradiction, ...]
    attacks: tuple[OpposingArgument, ...]
    only_a: tuple[AnswerNode, ...]
    only_b: tuple[AnswerNode, ...]
    scores: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    """The word and the score of each claim they differ on, where the map was evaluated."""

    def _tell(self, telling: Telling) -> Iterator[Told]:
        a, b = self.a.label, self.b.label
        yield heading(f"{a} and {mention(b)}")
        opposed = [quoted(p.position.label) for p in self.positions if p.opposed]
        apart = not self.agreed and not self.disputed
        if opposed and apart:
            yield line(
                f"They oppose each other on {' and '.join(opposed)}, and never take a side on the same claim."
            )
        yield from self._tell_leanings()
        yield from self._tell_shared(telling, "They agree on", self.agreed)
        yield from self._tell_shared(telling, "They differ on", self.disputed)
        if apart and not opposed:
            yield from _section("There is no claim that both take a side on")
        if self.contradictions:
            yield from _section("They hold claims that contradict each other")
        for pair in self.contradictions:
            yield padded(line(f"{a}: {quoted(pair.a.label)} ≠ {b}: {quoted(pair.b.label)}"), 2)
        yield from self._tell_attacks(telling)
        yield from _tell_only(telling, a, self.only_a)
        yield from _tell_only(telling, b, self.only_b)

    def _tell_leanings(self) -> Iterator[Told]:
        opposed = [leaning for leaning in self.positions if leaning.opposed]
        other = [leaning for leaning in self.positions if not leaning.opposed]
        for title, leanings in (
            ("They speak for opposite sides of", opposed),
            ("Other positions they speak to", other),
        ):
            if leanings:
                yield from _section(title)
                yield _grid(self.a.label, self.b.label, leanings, self.scores)
        if self.positions:
            yield line(("  + points for, − points against", "dim"))

    def _tell_shared(self, telling: Telling, title: str, shared: Sequence[Shared]) -> Iterator[Line]:
        if shared:
            yield from _section(title)
        for one in shared:
            stands = (("a", self.a, one.a), ("b", self.b, one.b))
            sides = ", ".join(
                f"{mention(who.label)} {'committed to it' if name in one.committed else _SIDES[side]}"
                for name, who, side in stands
            )
            sides = f": {sides}"
            score = f" {self.scores[one.claim.id]}" if one.claim.id in self.scores else ""
            yield padded(line(*name_node(one.claim), score, sides, _where(telling, one.claim)), 2)
            yield from telling.quotes(one.claim.at, 4)

    def _tell_attacks(self, telling: Telling) -> Iterator[Line]:
        a, b = mention(self.a.label), mention(self.b.label)
        for by, attacker, attacked in (("a", a, b), ("b", b, a)):
            clashes = [clash for clash in self.attacks if clash.by == by]
            if clashes:
                yield from _section(f"Points of {attacker} against points of {attacked}")
            for clash in clashes:
                yield from tell_opposing(telling, clash, 2)


_SIDES = {"for": "for", "against": "against", "both": "for and against"}


def _section(title: str) -> Iterator[Line]:
    yield line("")
    yield heading(title)


def _grid(a: str, b: str, leanings: Iterable[Leaning], scores: Mapping[str, str]) -> Grid:
    """``scores`` has what stands beside the positions on which they are opposed."""
    rows = [
        (
            (
                f"  {leaning.position.label}",
                (f" [{leaning.position.id}]", "dim"),
                f"  {scores[leaning.position.id]}" if leaning.position.id in scores else "",
            ),
            (_counts(leaning.a_for, leaning.a_against),),
            (_counts(leaning.b_for, leaning.b_against),),
        )
        for leaning in leanings
    ]
    return Grid(("", a, b), tuple(rows))


def _counts(speaking_for: int, against: int) -> str:
    return " ".join(f"{sign}{n}" for sign, n in (("+", speaking_for), ("−", against)) if n) or "–"


def _where(telling: Telling, node: AnswerNode) -> tuple[str, str]:
    return (f"  {telling.places(node.at)}" if node.at else "", "cyan")


def _tell_only(telling: Telling, name: str, nodes: Sequence[AnswerNode]) -> Iterator[Line]:
    if nodes:
        yield from _section(f"Only {mention(name)} speaks to {counted(len(nodes), 'claim')}")
    for node in nodes:
        yield padded(line(*name_node(node), _where(telling, node)), 2)
        yield from telling.quotes(node.at, 4)


@dataclass(frozen=True, slots=True)
class _Camp:
    """The side taken on each claim (None: no side), the claims spoken to, and the arguments made.

    What somebody is only committed to, because they argue from it, has a side and is not spoken to. What they
    hold and only concede is no point of theirs against anybody.
    """

    sides: Mapping[str, Side | None]
    spoken: frozenset[str]
    made: frozenset[str]
    conceded: frozenset[str] = frozenset()

    def holds(self, claim: str) -> bool:
        return self.sides.get(claim) in {Side.FOR, Side.BOTH}


def compare(index: Index, a: str, b: str, evaluation: Evaluation | None = None) -> Comparison:
    """Two stakeholders, or two claims (positions), by name as `get_id` understands it.

    A stakeholder holds what they commit to (by arguing from it too); a position holds the claims that bear
    for it. ``agreed`` and ``disputed`` are claims both take the same or different sides on; a claim
    on which one is of two minds may be both. ``attacks`` are arguments with a premise that one holds, and does
    not only concede, against a claim that the other holds, or undercutting an argument that the other makes.
    With an ``evaluation`` each claim they differ on is told with its word and score.
    """
    first, second = _compared(index, a), _compared(index, b)
    if first == second:
        raise _same(a, b)
    speaking = first in index.stakeholders
    if speaking is not (second in index.stakeholders):
        raise _unlike(a, b)
    ours, theirs = _camp(index, first), _camp(index, second)
    shared = _find_shared(index, ours, theirs)
    positions = _leanings(index, ours, theirs) if speaking else ()
    disputed = tuple(s for s in shared if s.a is not s.b or s.a is Side.BOTH)
    apart = [*(s.claim.id for s in disputed), *(p.position.id for p in positions if p.opposed)]
    return Comparison(
        get_node(index, first),
        get_node(index, second),
        positions=positions,
        agreed=tuple(s for s in shared if s.a is s.b or Side.BOTH in {s.a, s.b}),
        disputed=disputed,
        contradictions=_contradictions(index, ours, theirs),
        attacks=(*_clashes(index, "a", ours, theirs), *_clashes(index, "b", theirs, ours)),
        only_a=_find_lone(index, ours, theirs),
        only_b=_find_lone(index, theirs, ours),
        scores=_score(evaluation, apart) if evaluation else {},
        index=index,
    )


def _score(evaluation: Evaluation, claims: Iterable[str]) -> Mapping[str, str]:
    """The word and the score of each claim."""
    from argumap.semantics import weigh
    from argumap.verdicts import tell_score

    return {claim: tell_score(weigh(evaluation, claim)) for claim in claims}


def _find_shared(index: Index, ours: _Camp, theirs: _Camp) -> list[Shared]:
    """The claims that both take a side on."""
    return [
        Shared(
            get_node(index, claim),
            side,
            other,
            tuple(name for name, camp in (("a", ours), ("b", theirs)) if claim not in camp.spoken),
        )
        for claim, side in ours.sides.items()
        if side is not None and (other := theirs.sides.get(claim)) is not None
    ]


def _find_lone(index: Index, ours: _Camp, theirs: _Camp) -> tuple[AnswerNode, ...]:
    """The claims that only one of them speaks to."""
    return tuple(
        get_node(index, claim) for claim in ours.sides if claim in ours.spoken and claim not in theirs.sides
    )


def _compared(index: Index, name: str) -> str:
    """A stakeholder or a position comes first; any other claim may be named as well."""
    if name in index.claims:
        return name
    positions = [position.id for position in index.positions]
    try:
        return get_id(index, name, "stakeholder", "claim", among={*index.stakeholders, *positions})
    except NotFound:
        return get_id(index, name, "stakeholder", "claim")


def _unlike(a: str, b: str) -> Exception:
    from argumap.errors import CallError

    return CallError(f"{a!r} and {b!r} are of two kinds; compare two stakeholders or two positions")


def _same(a: str, b: str) -> Exception:
    from argumap.errors import CallError

    both = f"{a!r} and {b!r} are the same" if a != b else f"{a!r} is named twice"
    return CallError(f"{both}; name two different stakeholders or positions")


def _camp(index: Index, node_id: str) -> _Camp:
    if node_id in index.stakeholders:
        spoken = frozenset(a.of for a in index.speech[node_id])
        made, conceded = build_made(index, node_id), build_conceded(index, node_id)
        return _Camp(_stances(index, node_id), spoken, made, conceded)
    bearing = build_bearing(index, node_id)
    return _Camp(
        {node: reach.side for node, reach in bearing.items() if node in index.claims},
        frozenset(bearing),
        frozenset(n for n, r in bearing.items() if n in index.arguments and r.side is not Side.AGAINST),
    )


def _stances(index: Index, stakeholder: str) -> dict[str, Side | None]:
    spoken: dict[str, list[Attribution]] = {}
    for attribution in index.speech[stakeholder]:
        if attribution.of in index.claims:
            spoken.setdefault(attribution.of, []).append(attribution)
    argued = build_commitments(index, stakeholder)
    return {
        claim: stance_side(acts_of(spoken.get(claim, ()), argues=claim in argued), Side.FOR)
        for claim in dict.fromkeys((*spoken, *argued))
    }


def _leanings(index: Index, ours: _Camp, theirs: _Camp) -> tuple[Leaning, ...]:
    a, b = _tally(index, ours), _tally(index, theirs)
    return tuple(
        Leaning(
            get_node(index, position.id),
            a[position.id, Side.FOR],
            a[position.id, Side.AGAINST],
            b[position.id, Side.FOR],
            b[position.id, Side.AGAINST],
            _lean(a, position.id) * _lean(b, position.id) < 0,
        )
        for position in index.positions
        if _speaks_to(a, position.id) or _speaks_to(b, position.id)
    )


def _tally(index: Index, camp: _Camp) -> Counter[tuple[str, Side]]:
    """How many claims spoken to speak which way on what they reach; ± counts on both sides."""
    tally: Counter[tuple[str, Side]] = Counter()
    for claim, side in camp.sides.items():
        if side is not None and claim in camp.spoken:
            for node, reach in build_reach(index, claim).items():
                tally.update((node, single) for single in _single(_times(side, reach.side)))
    return tally


def _speaks_to(tally: Counter[tuple[str, Side]], position: str) -> bool:
    return (position, Side.FOR) in tally or (position, Side.AGAINST) in tally


def _lean(tally: Counter[tuple[str, Side]], position: str) -> int:
    return tally[position, Side.FOR] - tally[position, Side.AGAINST]


def _times(side: Side, bearing: Side) -> Side:
    """Which way one speaks who takes ``side`` on a claim that bears ``bearing``."""
    if Side.BOTH in {side, bearing}:
        return Side.BOTH
    return bearing if side is Side.FOR else bearing.turned


def _single(side: Side) -> tuple[Side, ...]:
    return (Side.FOR, Side.AGAINST) if side is Side.BOTH else (side,)


def _contradictions(index: Index, ours: _Camp, theirs: _Camp) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(get_node(index, claim), get_node(index, other))
        for claim in ours.sides
        if ours.holds(claim)
        for other in index.contradicting[claim]
        if theirs.holds(other)
    )


def _clashes(index: Index, by: str, ours: _Camp, theirs: _Camp) -> Iterable[OpposingArgument]:
    """Each argument once, though several of its premises may be held."""
    seen: set[str] = set()
    for claim in ours.sides:
        if not ours.holds(claim) or claim in ours.conceded:
            continue
        for argument in index.with_premise[claim]:
            if argument.id in seen:
                continue
            seen.add(argument.id)
            attacks = argument.bearing is Bearing.ATTACKS and theirs.holds(argument.target)
            undercuts = argument.bearing is Bearing.UNDERCUTS and argument.target in theirs.made
            if attacks or undercuts:
                premises = tuple(get_node(index, premise) for premise in argument.premises)
                target = get_node(index, argument.target)
                added = argument.id in index.added
                yield OpposingArgument(by, argument.id, argument.bearing, premises, target, added)
