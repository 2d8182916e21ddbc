"""What became of the answers to each issue from one state to another, and by which reasons and objections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from argumap.model import Act
from argumap.verdicts import find_answers_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.model import Index
    from argumap.news.judged_states import JudgedState, StatePair
    from argumap.semantics import Balance
    from argumap.verdicts import Ranking

CountSide: TypeAlias = Literal["reason", "objection"]
How: TypeAlias = Literal["new", "elsewhere", "again", "gone", "answered", "unresolved"]
LeadPlace: TypeAlias = Literal["leads", "level", ""]
LeadMove: TypeAlias = Literal["taken", "level", "kept", "clearer", "closer", "asked", "alone", "unanswered"]


@dataclass(frozen=True, slots=True)
class NamedClaim:
    """A claim and its words; ``there`` tells that the newer state has it."""

    id: str
    label: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class MoveSpeaker:
    """Somebody by ``name``; ``loosely`` tells that all they say of the matter is said in a loose way."""

    name: str
    loosely: bool


@dataclass(frozen=True, slots=True)
class CountMove:
    """A reason or an objection that counts now and did not before (``came``), or the other way round.

    It came because it is ``new``, bore ``elsewhere`` or counts ``again``; it went because it is ``gone``, bears
    ``elsewhere``, is ``answered`` (``by`` what) or ``unresolved``. ``what`` are the claims that it rests on,
    ``who`` says any of them; nobody does where it is empty and the map tells of speakers at all (``unsaid``).
    """

    side: CountSide
    came: bool
    how: How
    what: tuple[NamedClaim, ...]
    who: tuple[MoveSpeaker, ...] = ()
    by: tuple[NamedClaim, ...] = ()
    unsaid: bool = False

    @property
    def remark(self) -> str:
        """The key of the phrase for what became of it."""
        return f"changes.{self.side}.{'came' if self.came else 'went'}-{self.how}"

    @property
    def helps(self) -> bool:
        """Whether it is to the good of the answer."""
        return self.came == (self.side == "reason")


@dataclass(frozen=True, slots=True)
class AnswerTally:
    """How an answer fares in one state: its word, what counts for it and against it, and its place at the head."""

    word: str
    bare: bool
    reasons: int
    objections: int
    place: LeadPlace


@dataclass(frozen=True, slots=True)
class AnswerMove:
    """An answer before and after; None where a state does not have it."""

    answer: NamedClaim
    before: AnswerTally | None
    after: AnswerTally | None
    moves: tuple[CountMove, ...]

    @property
    def moved(self) -> bool:
        return self.before != self.after or bool(self.moves)


@dataclass(frozen=True, slots=True)
class IssueMove:
    """An issue with its answers, best first; ``lead`` tells what became of who leads.

    ``margin`` and ``margin_before`` are by how much those at the head are ahead of the next.
    """

    issue: str
    question: str
    lead: LeadMove
    led: tuple[NamedClaim, ...]
    leads: tuple[NamedClaim, ...]
    answers: tuple[AnswerMove, ...]
    margin: float = 0
    margin_before: float = 0

    @property
    def turned(self) -> bool:
        """Whether others lead than before."""
        return {claim.id for claim in self.led} != {claim.id for claim in self.leads}

    @property
    def moved(self) -> bool:
        return self.turned or any(answer.moved for answer in self.answers)

    @property
    def weight(self) -> tuple[bool, int, bool]:
        """What makes the issue the first to be told: that anything moved, then how much is said on it."""
        tallies = [answer.after for answer in self.answers if answer.after]
        return self.moved, sum(tally.reasons + tally.objections for tally in tallies), self.turned


def find_issue_moves(pair: StatePair) -> tuple[IssueMove, ...]:
    """The debated issues of the newer state: first those on which something moved, then those with most to say."""
    was = {pair.renames.of(issue): ranking for issue, ranking in pair.old.rankings.items()}
    moves = [
        _find_issue_move(pair, issue.id, was.get(issue.id), pair.new.rankings.get(issue.id))
        for issue in pair.new.index.debates
    ]
    return tuple(sorted(moves, key=lambda move: move.weight, reverse=True))


def _find_issue_move(pair: StatePair, issue: str, was: Ranking | None, now: Ranking | None) -> IssueMove:
    old_ids = {pair.renames.of(a.claim): a.claim for a in was.answers} if was else {}
    new_ids = [a.claim for a in now.answers] if now else []
    led = {pair.renames.of(claim) for claim in was.leaders} if was else set()
    leads = {*now.leaders} if now else set()
    teller = _MoveTeller(pair, led, leads)
    answers = tuple(
        teller.tell(claim, old_ids.get(claim, ""), asked=claim in new_ids)
        for claim in dict.fromkeys([*new_ids, *old_ids])
    )
    return IssueMove(
        issue,
        pair.call(issue),
        _find_lead_move(was, now, led, leads),
        tuple(answer.answer for answer in answers if answer.answer.id in led),
        tuple(answer.answer for answer in answers if answer.answer.id in leads),
        answers,
        margin=_tidy(now.margin) if now else 0,
        margin_before=_tidy(was.margin) if was else 0,
    )


def _tidy(margin: float) -> float:
    """A whole number without its decimals."""
    return int(margin) if margin == int(margin) else margin


def _find_lead_move(was: Ranking | None, now: Ranking | None, led: set[str], leads: set[str]) -> LeadMove:
    if now is None or not now.answers:
        return "unanswered"
    if len(now.answers) == 1 and (was is None or len(was.answers) <= 1):
        return "alone"
    if was is None:
        return "asked"
    if led != leads:
        return "taken" if len(leads) == 1 else "level"
    if len(leads) > 1 or now.margin == was.margin:
        return "kept"
    return "clearer" if now.margin > was.margin else "closer"


class _MoveTeller:
    """Finds what moved an answer; ``led`` and ``leads`` are those at the head before and after."""

    def __init__(self, pair: StatePair, led: set[str], leads: set[str]) -> None:
        self.pair, self.led, self.leads = pair, led, leads
        self.back = {new: old for old, new in pair.renames.ids.items()}

    def tell(self, claim: str, old_id: str, *, asked: bool) -> AnswerMove:
        before = self.pair.old.weigh(old_id) if old_id else None
        after = self.pair.new.weigh(claim) if asked else None
        return AnswerMove(
            self.name(claim),
            None if before is None else _tally(before, _place(claim, self.led)),
            None if after is None else _tally(after, _place(claim, self.leads)),
            tuple(self._find_moves(claim, before, after)) if after else (),
        )

    def name(self, claim: str) -> NamedClaim:
        return NamedClaim(claim, self.pair.call(claim), claim in self.pair.new.index.claims)

    def _find_moves(self, claim: str, before: Balance | None, after: Balance) -> Iterator[CountMove]:
        sides: tuple[tuple[CountSide, Sequence[str], Sequence[str]], ...] = (
            ("reason", before.pros if before else (), after.pros),
            ("objection", before.cons if before else (), after.cons),
        )
        for side, had, has in sides:
            old = {self.pair.renames.of(node): node for node in had}
            yield from (self._came(node, claim, side) for node in has if node not in old)
            yield from (self._went(node, old[node], claim, side) for node in old if node not in has)

    def _came(self, node: str, claim: str, side: CountSide) -> CountMove:
        new, old = self.pair.new, self.pair.old
        earlier = self.back.get(node, node)
        how: How = "new"
        by: tuple[NamedClaim, ...] = ()
        if _bears(old, earlier, self.back.get(claim, claim), side):
            how = "again"
            by = tuple(map(self.name, self.pair.renames.of_all(find_answers_to(old.evaluation, earlier).by)))
        elif earlier in old.index.arguments:
            how = "elsewhere"
        return self._move(side, how, new, node, by, came=True)

    def _went(self, node: str, earlier: str, claim: str, side: CountSide) -> CountMove:
        new, old = self.pair.new, self.pair.old
        how: How = "gone"
        by: tuple[NamedClaim, ...] = ()
        if _bears(new, node, claim, side):
            by = tuple(map(self.name, find_answers_to(new.evaluation, node).by))
            how = "answered" if by else "unresolved"
        elif node in new.index.arguments:
            how = "elsewhere"
        return self._move(side, how, old, earlier, by, came=False)

    def _move(
        self,
        side: CountSide,
        how: How,
        state: JudgedState,
        node: str,
        by: tuple[NamedClaim, ...],
        *,
        came: bool,
    ) -> CountMove:
        step = state.index.arguments.get(node)
        premises = step.premises if step else (node,)
        who = _find_speakers(state.index, [*premises, node])
        return CountMove(
            side,
            came=came,
            how=how,
            what=tuple(map(self.name, self.pair.renames.of_all(premises))),
            who=who,
            by=by,
            unsaid=not who and bool(state.map.attributions),
        )


def _find_speakers(index: Index, nodes: Sequence[str]) -> tuple[MoveSpeaker, ...]:
    """Who says a claim or takes a step; the author of the source is named where nobody else is."""
    said = [a for node in nodes for a in index.voices[node] if a.act not in {Act.DISPUTES, Act.QUESTIONS}]
    authors = {source.author for source in index.map.sources}
    named = dict.fromkeys(a.by for a in said if a.by not in authors) or dict.fromkeys(a.by for a in said)
    return tuple(
        MoveSpeaker(
            index.stakeholders[who].name if who in index.stakeholders else who,
            loosely=all(a.loosely for a in said if a.by == who),
        )
        for who in named
    )


def _bears(state: JudgedState, node: str, claim: str, side: CountSide) -> bool:
    """Whether a step bears so on the claim in that state, or a claim contradicts it there."""
    step = state.index.arguments.get(node)
    if step is None:
        return side == "objection" and node in state.index.contradicting[claim]
    return step.target == claim and (step.bearing == "supports") == (side == "reason")


def _tally(balance: Balance, place: LeadPlace) -> AnswerTally:
    return AnswerTally(balance.word.value, balance.bare, len(balance.pros), len(balance.cons), place)


def _place(claim: str, leaders: set[str]) -> LeadPlace:
    if claim not in leaders:
        return ""
    return "leads" if len(leaders) == 1 else "level"


def find_told(moves: Iterable[IssueMove]) -> set[str]:
    """The claims that the moves tell of."""
    told = [move for issue in moves for answer in issue.answers for move in answer.moves]
    return {claim.id for move in told for claim in (*move.what, *move.by)}


def find_turned(moves: Sequence[IssueMove]) -> tuple[list[IssueMove], list[IssueMove]]:
    """The issues on which something moved, and the others; the first of all counts as moved."""
    moved = [move for move in moves if move.moved] or list(moves[:1])
    return moved, [move for move in moves if move not in moved]
