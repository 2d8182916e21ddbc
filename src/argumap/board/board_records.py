"""A debate as it is shown: the answers to one question with what stands for and against each, as frozen records.

What is written here is worked out once; pages, pictures and texts draw it and word it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.model import Bearing, Claim, Issue, Stakeholder, VoiceKind
    from argumap.query import Side, Stance
    from argumap.semantics import Balance, VerdictNote
    from argumap.verdicts import IssueSentences, IssueVerdict, Piece, RankedAnswer

UNHELD = frozenset({Act.DISPUTES, Act.QUESTIONS})
"""What is done with a claim by those who do not bring it up themselves."""


FEW = 4
"""Of so many reasons and objections each tells that nobody says it."""


class EntryState(StrEnum):
    """Whether a reason or an objection counts: ``live``, not decided, or no longer, for something answers it."""

    LIVE = "live"
    UNRESOLVED = "unresolved"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """Where a claim stands in full: in the ``entry`` under ``answer``, or as that answer (no entry)."""

    answer: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Premise:
    """One claim of a reason or an objection.

    ``said`` is who brings it up, one stance a person, the most committing one: first those who only the author of
    the source lets speak, the author last. ``denied`` are those who dispute or question it. ``full`` is where else
    it stands in full; None where that is here. ``also`` is where else it counts, of one that stands here in full.
    ``under`` is what bears on it, reasons first; only to the depth that was asked for, and only in full.
    """

    claim: Claim
    said: tuple[Stance, ...] = ()
    denied: tuple[Stance, ...] = ()
    full: BoardPlace | None = None
    also: tuple[BoardPlace, ...] = ()
    under: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A reason, an objection or an answer to one: a step with its linked premises, under one sign.

    ``id`` is that of the argument, or ``claim~target`` where a claim answers another by contradicting it. It bears
    on ``target``, a claim or, where it undercuts, a step. ``added``: the map made the step, not the source;
    ``unsaid``: nobody says any of it, in a map that knows who speaks. ``said`` is who brings it up, one stance a
    person: on a premise, or on the step, which says all of them; the author of the source last. ``weight`` is what
    the map has it count, ``support`` how many reasons stand for its premises: by these it is placed. ``shares``
    are the premises that the entry before it rests on as well, in a row that is one thought. ``answered`` are the
    live entries that answer it, where it no longer counts; ``lacking`` is the premise that lacks the support it
    needs. ``against`` are the undercuts of its step, to the depth that was asked for. ``beneath`` counts the
    claims that bear on its premises or its step, directly or through others: the same wherever the entry stands.
    It ``carries`` the lead where the answer that leads would not without it, by itself or with the others marked.
    """

    id: str
    target: str
    bearing: Bearing
    state: EntryState
    premises: tuple[Premise, ...]
    said: tuple[Stance, ...] = ()
    added: bool = False
    unsaid: bool = False
    weight: float = 1.0
    support: int = 0
    shares: tuple[str, ...] = ()
    answered: tuple[Entry, ...] = ()
    lacking: str = ""
    against: tuple[Entry, ...] = ()
    beneath: int = 0
    carries: bool = False

    @property
    def live(self) -> bool:
        return self.state is EntryState.LIVE

    @property
    def ghost(self) -> bool:
        """Whether all of it stands in full elsewhere."""
        return all(premise.full for premise in self.premises)


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries in a row that are one thought; most stand alone.

    ``shared`` are the claims that all of them rest on, each with another one: they are told once.
    """

    entries: tuple[Entry, ...]
    shared: tuple[Premise, ...] = ()

    def rest_of(self, entry: Entry) -> tuple[Premise, ...]:
        """The premises of one of its entries that the others do not all rest on."""
        once = {premise.claim.id for premise in self.shared}
        return tuple(premise for premise in entry.premises if premise.claim.id not in once)


def find_foremost(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The live entries that nothing places behind the first: as heavy, as well supported, as much somebody's own.

    Where they are several, only the order of the map tells which comes first, and none is the strongest.
    """
    live = [entry for entry in entries if entry.live]
    ranks = [(entry.added or entry.unsaid, entry.weight, entry.support) for entry in live]
    return tuple(entry for entry, rank in zip(live, ranks, strict=True) if rank == ranks[0])


def group_entries(entries: Iterable[Entry]) -> tuple[EntryGroup, ...]:
    """Entries by what they share with the one before them here, in their order; also of some out of a row."""
    groups: list[list[Entry]] = []
    for entry in entries:
        before = {premise.claim.id for premise in groups[-1][-1].premises} if groups else frozenset()
        if before.isdisjoint(entry.shares):
            groups.append([])
        groups[-1].append(entry)
    return tuple(EntryGroup(tuple(group), tuple(_find_shared(group))) for group in groups)


def _find_shared(group: Sequence[Entry]) -> Sequence[Premise]:
    ids = [{premise.claim.id for premise in entry.premises} for entry in group]
    every = frozenset.intersection(*map(frozenset, ids))
    # One that rests on nothing else would have nothing left to tell.
    if len(group) < 2 or every in ids:
        return ()
    return [premise for premise in group[0].premises if premise.claim.id in every]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would become of ``answer`` if the claims ``aside`` were set aside, all else being as in the map.

    ``reasons`` and ``objections`` are how many are live then, ``place`` is its place, ``leaders`` are the answers
    that lead; ``turns`` tells that others lead than now; ``unresolved`` is how many objections are so then.
    """

    aside: tuple[str, ...]
    answer: str
    reasons: int
    objections: int
    place: int
    leaders: tuple[str, ...]
    turns: bool = False
    unresolved: int = 0


@dataclass(frozen=True, slots=True)
class BoardRival:
    """A claim that cannot hold together with an answer, and whether it stands (``live``), falls or neither."""

    claim: Claim
    state: EntryState


@dataclass(frozen=True, slots=True)
class BoardAnswer:
    """An answer with its place and all that is said directly for it and against it.

    ``place`` counts from 1, equal ones share theirs, and ``told_place`` tells it in a word, of one answer alone
    in none; ``leads`` also where several are ``level``. ``balance`` has what counts, ``note`` the word with its
    grounds. ``reasons`` and
    ``objections`` stand in this order: live ones that somebody says, the heaviest and best supported first, then
    those that the map added or nobody says, then unresolved, then answered ones. ``own`` is its place and counts
    by the source's own steps alone, None where that is the same for the whole question. ``stances`` are those on
    the answer itself. ``what_ifs`` are what would change most for it. ``rivals`` are the claims that contradict
    it, those first that stand: they exclude it, and are no objections. ``beneath`` counts the further claims that
    bear on it, each once.
    """

    claim: Claim
    place: int
    told_place: str
    leads: bool
    level: bool
    balance: Balance
    note: VerdictNote
    reasons: tuple[Entry, ...]
    objections: tuple[Entry, ...]
    own: RankedAnswer | None = None
    stances: tuple[Stance, ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    rivals: tuple[BoardRival, ...] = ()
    beneath: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (*self.reasons, *self.objections)

    @property
    def live_reasons(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.reasons if entry.live)

    @property
    def live_objections(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.objections if entry.live)

    @property
    def foremost_reasons(self) -> tuple[Entry, ...]:
        return find_foremost(self.reasons)

    @property
    def ranks_reasons(self) -> bool:
        """Whether the reasons that count are not all alike, so that their order tells something."""
        return len(self.foremost_reasons) < len(self.live_reasons)

    @property
    def foremost_objections(self) -> tuple[Entry, ...]:
        return find_foremost(self.objections)

    @property
    def unsaid(self) -> bool:
        """Whether nobody gives the answer, and the map makes it explicit."""
        return self.claim.implicit and not self.stances


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands on one answer.

    ``side`` is that of what they say of the ``answer`` itself, else of the reasons and objections of their own
    that the source has them bring up, else of what they say further down. Who ``presents`` the answer lays out the
    case for it and holds no reason and no objection themselves: they take no side. ``stances`` are those on the
    answer, ``entries`` the reasons and objections they hold on that side, as placed; ``used`` are those that the
    map makes of their words, by a step of its own; ``beneath`` counts further claims of theirs that bear on it,
    ``further`` are those of them that speak for their side, ``through_added`` counts those that do so by a step
    of the map's own alone, and take nobody's side.
    ``loosely``: the source only says that they say something like it.
    """

    answer: str
    side: Side | None = None
    stances: tuple[Stance, ...] = ()
    entries: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    beneath: int = 0
    further: tuple[Claim, ...] = ()
    through_added: int = 0
    loosely: bool = False
    presents: bool = False

    @property
    def camp(self) -> str:
        """With whom they are named: ``for`` or ``against`` the answer, on ``both`` sides, or who ``presents`` it.

        Who argues on both sides is named apart and counted for neither; "" is no camp.
        """
        return self.side.value if self.side else "presents" if self.presents else ""

    @property
    def outright(self) -> bool:
        """Whether they speak to the answer itself, in so many words for it or against it."""
        acts = {stance.act for stance in self.stances}
        return any(act.commits for act in acts) or Act.DISPUTES in acts

    @property
    def silent(self) -> bool:
        return not (self.stances or self.entries or self.used or self.beneath or self.through_added)


@dataclass(frozen=True, slots=True)
class BoardPerson:
    """Somebody who speaks on the question: who they are, and where they ``stand`` on each answer, in its order.

    ``belongs`` are the names of what they are affiliated with; ``author`` is the one who wrote the source;
    ``voice`` the kind of voice that binds them most.
    """

    stakeholder: Stakeholder
    stands: tuple[Stand, ...]
    voice: VoiceKind
    belongs: tuple[str, ...] = ()
    author: bool = False

    @property
    def sides(self) -> bool:
        """Whether they take a side on any answer."""
        return any(stand.side for stand in self.stands)


@dataclass(frozen=True, slots=True)
class Upshot:
    """Where a debate stands in a few sentences; one that there is nothing to tell for is empty.

    Where the reasons stand beneath it, it is the ``lead``, who leads and by what, and what would turn that by the
    reasons that are ``marked`` there; ``asides`` are what to keep in mind, in small print. Elsewhere it is the
    ``head``, who leads; the ``reasons`` that count most for that answer; what speaks ``against`` it, or became of
    it; and what would ``turn`` it, all by name. ``what_if`` is what both tell would turn it.
    """

    head: tuple[Piece, ...] = ()
    reasons: tuple[Piece, ...] = ()
    against: tuple[Piece, ...] = ()
    turn: tuple[Piece, ...] = ()
    lead: tuple[Piece, ...] = ()
    marked: tuple[Piece, ...] = ()
    asides: tuple[tuple[Piece, ...], ...] = ()
    what_if: WhatIf | None = None

    @property
    def brief(self) -> tuple[tuple[Piece, ...], ...]:
        """Who leads, and the reasons that count most for it."""
        return tuple(filter(None, (self.head, self.reasons)))


@dataclass(frozen=True, slots=True)
class Board:
    """One question, what the map comes to on it, its answers best first, and the people who speak on it.

    ``told`` is the verdict in sentences, ``upshot`` what of it stands first. ``people`` come in the order of
    the answer they are for, the authors of the source last. ``hinges`` are the claims each of which would
    change who leads, as what-ifs of the answer that would lead; where there is none, ``together`` are reasons
    of the leader, or any two claims, that would do it as a set, where that was found. ``claims`` counts those
    that bear on any answer, the answers included. ``weighed``: the map gives steps a weight. ``authors`` are
    the ids of those who wrote the sources.
    """

    issue: Issue
    verdict: IssueVerdict
    told: IssueSentences
    answers: tuple[BoardAnswer, ...]
    people: tuple[BoardPerson, ...] = ()
    hinges: tuple[WhatIf, ...] = ()
    together: WhatIf | None = None
    claims: int = 0
    weighed: bool = False
    authors: frozenset[str] = frozenset()
    upshot: Upshot = Upshot()

    @property
    def turning(self) -> WhatIf | None:
        """The what-if that the upshot tells: one claim that would change who leads, else a few together."""
        found = (each for each in (*self.hinges, self.together) if each and each.leaders)
        return next(found, None) if len(self.answers) > 1 else None

    @property
    def alike(self) -> tuple[WhatIf, ...]:
        """All that would change who leads as ``turning`` does, itself first."""
        turning = self.turning
        if turning is None or turning not in self.hinges:
            return (turning,) if turning else ()
        return tuple(each for each in self.hinges if {*each.leaders} == {*turning.leaders})

    @property
    def carrying(self) -> tuple[Entry, ...]:
        """The reasons and objections that carry the lead, in the order of the board."""
        return tuple(entry for _, entry in self.walk() if entry.carries)

    def walk(self) -> Iterator[tuple[BoardAnswer, Entry]]:
        """Each direct reason and objection with its answer, in the order of the board."""
        return ((answer, entry) for answer in self.answers for entry in answer.entries)

    @property
    def mostly_unsaid(self) -> bool:
        """Whether more of its reasons and objections are said by nobody than by somebody: then told but once."""
        unsaid = [entry.unsaid for _, entry in self.walk()]
        return 2 * sum(unsaid) > max(len(unsaid), FEW)

    @property
    def shown(self) -> frozenset[str]:
        """The claims that stand on the board: the answers and the premises of what is said directly."""
        direct = {premise.claim.id for _, entry in self.walk() for premise in entry.premises}
        return frozenset(direct | {answer.claim.id for answer in self.answers})
