"""What became of every unit of a source: told by its spine first, by position and likeness after that.

1 what stands unchanged and in order, 2 what stands unchanged elsewhere, 3 what is alike, inside the gap
between unchanged neighbours first and then anywhere, 4 what went into a unit that another one became or goes
on in two, 5 what only its position suggests, and the rest is lost. Where less of a document survives than
`SURVIVING`, it is another document and everything is lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from argumap.anchoring.fingerprint import SIDE_BITS, containment, jaccard, shared, similarity
from argumap.anchoring.spine_alignment import align

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.anchoring.fingerprint import Fingerprint

    _Hash: TypeAlias = Callable[[Fingerprint], int]

# Of all other sentences of a document, the one most like a given one has a likeness of .02 at the median, .12 at
# the 95th and .40 at the 99th percentile, where true repeats begin. So .40 tells by itself that a passage is the
# same; .12 is safe only between unchanged neighbours. `benchmarks/drift.py` measures what comes of both.
EDITED = 0.40
REWORDED = 0.12
# Half of a sketch: a unit whose greater part stands in another one went into it.
MERGED = 0.5
# Below it the text is another document. Else most of an unrelated text would count as replaced, by position alone.
SURVIVING = 0.2

# How many hashes of their sketches two units must share, so that one chance hit of 16 bits makes no match.
_LEAST_IN_NARROW_GAP = 1
_LEAST_SHARED = 2
_LEAST_ANYWHERE = 3

# The lengths, in words, by which a unit is known to have been joined or split; both leave room for a few words
# that were cut or put in at the seam.
_LENGTH_OF_BOTH = 0.8
_LENGTH_OF_WHOLE = 0.9
_LENGTH_OF_PARTS = 1.25
_WORDS_AT_SEAM = 2
# The part that goes on must be clearly of the old unit; its sketch is short, so less than half has to fit.
_PART_WITHIN = 0.3

# These bound the time: pairs of a gap that are all compared, units that may share a hash, and pairs of equal
# units that are told apart by their neighbours. Beyond them an index is asked, or the answer is "ambiguous".
_WIDE_GAP = 64
_COMMON = 200
_CROWD = 10_000
_SURROUNDINGS = 64
_EXACT_HASH: _Hash = attrgetter("exact_hash")
_TOKEN_HASH: _Hash = attrgetter("token_hash")


class State(StrEnum):
    """What became of an anchor's passage, from untouched to gone."""

    EXACT = "exact"
    COSMETIC = "cosmetic"
    MOVED = "moved"
    EDITED = "edited"
    REWORDED = "reworded"
    MERGED = "merged"
    AMBIGUOUS = "ambiguous"
    REPLACED = "replaced?"
    LOST = "lost"


class Flag(StrEnum):
    """What a reader must look at again: a negation came or went, a number changed, a word turned."""

    NEGATION = "negation"
    NUMBER = "number"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one old unit. ``now`` are indices of new units: none, one, or two that it was split into."""

    state: State
    now: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """The fates of the old units in their order; ``different`` says that it is another document."""

    fates: tuple[Fate, ...]
    different: bool = False


def build_drift(old: Sequence[Fingerprint], new: Sequence[Fingerprint]) -> Drift:
    """Compare a source as it was locked with a source as it is. Time grows in proportion to their units."""
    search = _Search(old, new)
    search.align_spines()
    search.match_same()
    search.match_in_gaps()
    search.match_anywhere()
    if search.surviving() < SURVIVING * len(old):
        return Drift((Fate(State.LOST),) * len(old), different=bool(old))
    search.find_merged()
    search.find_split()
    search.fill_gaps()
    return Drift(tuple(search.fate(i) for i in range(len(old))))


class _Search:
    """The fates that were found so far, and by which old unit each new one is ``taken``.

    ``gaps`` are the stretches between units that stand unchanged and in order, as old and new indices.
    """

    def __init__(self, old: Sequence[Fingerprint], new: Sequence[Fingerprint]) -> None:
        self.old = old
        self.new = new
        self.fates: dict[int, Fate] = {}
        self.taken: dict[int, int] = {}
        self.gaps: list[tuple[list[int], list[int]]] = []

    def align_spines(self) -> None:
        pairs = align([unit.exact_hash for unit in self.old], [unit.exact_hash for unit in self.new])
        known = frozenset(pairs)
        for i, j in self._proved(pairs):
            self.take(i, j, State.EXACT)
        for olds, news in self._same(_EXACT_HASH):
            self._match_by_neighbours(olds, news, lambda i, j: State.EXACT if (i, j) in known else State.MOVED)
        self.gaps = list(self._gaps())

    def _proved(self, pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The pairs but for twins: of those the order alone does not tell which became which."""
        olds, news = (Counter(unit.exact_hash for unit in units) for units in (self.old, self.new))
        known = {(-1, -1), *pairs, (len(self.old), len(self.new))}
        for i, j in pairs:
            value = self.old[i].exact_hash
            single = olds[value] == news[value] == 1 or not self.old[i].tokens
            if single or ((i - 1, j - 1) in known and (i + 1, j + 1) in known):
                yield i, j

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        edges = [*((i, fate.now[0]) for i, fate in sorted(self.fates.items())), (len(self.old), len(self.new))]
        a = c = 0
        for i, j in edges:
            if i > a:
                yield list(range(a, i)), list(range(c, j))
            a, c = i + 1, j + 1

    def match_same(self) -> None:
        """Pair what has the same tokens in its gap, then what stands unchanged or nearly so elsewhere."""
        for olds, news in self.gaps:
            free = _by_hash(self.new, (j for j in news if j not in self.taken), _TOKEN_HASH)
            left = _by_hash(self.old, (i for i in olds if i not in self.fates), _TOKEN_HASH)
            for value, same in left.items():
                if self.old[same[0]].tokens and len(same) == len(free.get(value, ())):
                    for i, j in zip(same, free[value], strict=True):
                        exact = self.old[i].exact_hash == self.new[j].exact_hash
                        self.take(i, j, State.EXACT if exact else State.COSMETIC)
        self._match_elsewhere(_EXACT_HASH, State.MOVED)
        self._match_elsewhere(_TOKEN_HASH, State.MOVED)

    def _match_elsewhere(self, get_hash: _Hash, state: State) -> None:
        for olds, news in self._same(get_hash):
            if self._match_by_neighbours(olds, news, lambda _i, _j: state):
                self.fates |= dict.fromkeys((i for i in olds if i not in self.fates), Fate(State.AMBIGUOUS))

    def _same(self, get_hash: _Hash) -> Iterator[tuple[list[int], list[int]]]:
        """Old units without a fate and free new ones that are the same by a hash of theirs."""
        free = _by_hash(self.new, self.free(), get_hash)
        for value, olds in _by_hash(self.old, self.waiting(), get_hash).items():
            if value in free and self.old[olds[0]].tokens:
                yield olds, free[value]

    def _match_by_neighbours(
        self, olds: Sequence[int], news: Sequence[int], get_state: Callable[[int, int], State]
    ) -> bool:
        """Settle twins by what stands around them, what tells most first; True where new ones are left."""
        if len(olds) == len(news) == 1:
            self.take(olds[0], news[0], get_state(olds[0], news[0]))
            return False
        few = len(olds) * len(news) <= _CROWD
        scores = {(i, j): score for i in olds for j in news if (score := self._count_around(i, j))} if few else {}
        while sure := _sure_of(scores):
            for i, j in sure:
                self.take(i, j, get_state(i, j))
            scores = {
                (i, j): score for (i, j), score in scores.items() if i not in self.fates and j not in self.taken
            }
        return any(j not in self.taken for j in news)

    def _count_around(self, i: int, j: int) -> int:
        """How far the units around an old and a new one are the same, or the first of them alike."""
        return sum(self._count_towards(i, j, step) for step in (-1, 1))

    def _count_towards(self, i: int, j: int, step: int) -> int:
        for count in range(_SURROUNDINGS):
            a, b = i + step * (count + 1), j + step * (count + 1)
            if not (0 <= a < len(self.old) and 0 <= b < len(self.new)):
                return count
            old, new = self.old[a], self.new[b]
            if old.token_hash != new.token_hash:
                return count or int(similarity(old.sketch, new.sketch) >= EDITED)
        return _SURROUNDINGS

    def match_in_gaps(self) -> None:
        for olds, news in self.gaps:
            left = [i for i in olds if i not in self.fates]
            free = [j for j in news if j not in self.taken]
            if not left or not free:
                continue
            if len(left) * len(free) <= _WIDE_GAP:
                self._take_best([(i, j) for i in left for j in free], REWORDED, _LEAST_IN_NARROW_GAP)
            else:
                self._take_best(self._alike(left, free), REWORDED, _LEAST_SHARED)

    def match_anywhere(self) -> None:
        """Outside its gap a unit is only known again by a clear likeness, and by one alone."""
        pairs = self._alike(self.waiting(), self.free())
        for i in self._undecidable(pairs):
            self.fates[i] = Fate(State.AMBIGUOUS)
        self._take_best(pairs, EDITED, _LEAST_ANYWHERE)

    def _undecidable(self, pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The old units that are equally like two new ones, and clearly so."""
        scores: defaultdict[int, list[float]] = defaultdict(list)
        for i, j in pairs:
            scores[i].append(similarity(self.old[i].sketch, self.new[j].sketch))
        for i, found in scores.items():
            best, *others = sorted(found, reverse=True)
            if best >= EDITED and others and others[0] == best:
                yield i

    def _alike(self, olds: Iterable[int], news: Iterable[int]) -> list[tuple[int, int]]:
        """Pairs that share at least two hashes of their sketches, found by an inverted index."""
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for j in news:
            for value in self.new[j].sketch:
                holders[value].append(j)
        pairs = []
        for i in olds:
            counts: defaultdict[int, int] = defaultdict(int)
            for value in self.old[i].sketch:
                # A hash that a crowd shares tells nobody apart and would cost a quadratic search.
                if len(holders[value]) <= _COMMON:
                    for j in holders[value]:
                        counts[j] += 1
            pairs += [(i, j) for j, count in counts.items() if count >= _LEAST_SHARED]
        return pairs

    def _take_best(self, pairs: Iterable[tuple[int, int]], threshold: float, least: int) -> None:
        scored = []
        for i, j in pairs:
            a, b = self.old[i], self.new[j]
            if _kind(a) == _kind(b) and shared(a.sketch, b.sketch) >= min(least, len(a.sketch)):
                score = similarity(a.sketch, b.sketch)
                if score >= threshold:
                    scored.append((-score, -jaccard(a.sketch, b.sketch), abs(i - j), i, j))
        for score, _, _, i, j in sorted(scored):
            if i not in self.fates and j not in self.taken:
                self.take(i, j, State.EDITED if -score >= EDITED else State.REWORDED)

    def surviving(self) -> int:
        kept = {State.EXACT, State.COSMETIC, State.MOVED, State.EDITED}
        return sum(fate.state in kept for fate in self.fates.values())

    def find_merged(self) -> None:
        """What is lost as a unit may stand inside a unit of its neighbourhood that another one became."""
        for olds, news in self.gaps:
            left = [i for i in olds if i not in self.fates]
            grown = [j for j in news if j in self.taken]
            few = len(left) * len(grown) <= _WIDE_GAP
            pairs = [(i, j) for i in left for j in grown] if few else self._alike(left, grown)
            inside: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
            for i, j in pairs:
                if self._may_hold(j, i):
                    inside[i].append((containment(self.old[i].sketch, self.new[j].sketch), j))
            for i, found in sorted(inside.items()):
                share, j = min(found, key=lambda held: (-held[0], held[1]))
                if share >= MERGED:
                    self._merge(i, j)

    def _may_hold(self, j: int, i: int) -> bool:
        other = self.fates[self.taken[j]]
        return (
            other.state in {State.EDITED, State.REWORDED, State.MERGED}
            and self.new[j].tokens >= self.old[i].tokens
        )

    def _merge(self, i: int, j: int) -> None:
        first = self.taken[j]
        self.fates[i] = Fate(State.MERGED, (j,), self._flags_of_part(i, j))
        if self.new[j].tokens >= _LENGTH_OF_BOTH * (self.old[first].tokens + self.old[i].tokens):
            self.fates[first] = Fate(State.MERGED, (j,), self._flags_of_part(first, j))

    def _flags_of_part(self, i: int, j: int) -> tuple[Flag, ...]:
        """The flags of a unit that went into a greater one: what only came in with the other part is no change."""
        old, new = self.old[i], self.new[j]
        return _flags(
            negation=new.negators < old.negators,
            number=not set(old.number_hashes) <= set(new.number_hashes),
            meaning=is_turned(old.turns, new.turns, of_part=True),
        )

    def find_split(self) -> None:
        """A unit that became shorter may go on in the free unit beside it."""
        for i, fate in list(self.fates.items()):
            if fate.state not in {State.EDITED, State.REWORDED} or not fate.now:
                continue
            j = fate.now[0]
            if self.new[j].tokens >= _LENGTH_OF_WHOLE * self.old[i].tokens:
                continue
            for beside in (j + 1, j - 1):
                if 0 <= beside < len(self.new) and beside not in self.taken and self._goes_on(i, j, beside):
                    self.taken[beside] = i
                    self.fates[i] = self._split_fate(i, tuple(sorted((j, beside))))
                    break

    def _goes_on(self, i: int, j: int, beside: int) -> bool:
        part = self.new[beside]
        fits = self.new[j].tokens + part.tokens <= _LENGTH_OF_PARTS * self.old[i].tokens + _WORDS_AT_SEAM
        return (
            fits
            and shared(part.sketch, self.old[i].sketch) >= _LEAST_SHARED
            and containment(part.sketch, self.old[i].sketch) >= _PART_WITHIN
        )

    def _split_fate(self, i: int, parts: tuple[int, ...]) -> Fate:
        old = self.old[i]
        flags = _flags(
            negation=old.negators != sum(self.new[j].negators for j in parts),
            number=old.number_hashes != tuple(value for j in parts for value in self.new[j].number_hashes),
            meaning=is_turned(old.turns, tuple(code for j in parts for code in self.new[j].turns or ())),
        )
        return Fate(State.EDITED, parts, flags)

    def fill_gaps(self) -> None:
        """Where a gap has as many free units as it misses, position suggests what replaced what.

        A unit that may be one of several twins replaced nothing: it stood there before.
        """
        twins = {self.old[i].token_hash for i, fate in self.fates.items() if fate.state is State.AMBIGUOUS}
        for olds, news in self.gaps:
            left = [i for i in olds if i not in self.fates]
            free = [j for j in news if j not in self.taken and self.new[j].token_hash not in twins]
            if len(left) == len(free):
                for i, j in zip(left, free, strict=True):
                    if _kind(self.old[i]) == _kind(self.new[j]):
                        self.take(i, j, State.REPLACED)

    def take(self, i: int, j: int, state: State) -> None:
        self.taken[j] = i
        changed = state in {State.EDITED, State.REWORDED, State.REPLACED}
        self.fates[i] = Fate(state, (j,), build_flags(self.old[i], self.new[j]) if changed else ())

    def waiting(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.fates]

    def free(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.taken]

    def fate(self, i: int) -> Fate:
        return self.fates.get(i, Fate(State.LOST))


def _clear_top(scores: list[int]) -> int:
    """The highest score where it is at least twice any other, else 0."""
    top, *others = sorted(scores, reverse=True)
    return top if not others or top >= 2 * others[0] else 0


def _sure_of(scores: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The pairs that score higher than any other pair of the same old or the same new unit."""
    best: dict[tuple[str, int], list[int]] = defaultdict(list)
    for (i, j), score in scores.items():
        best["old", i].append(score)
        best["new", j].append(score)
    tops = {unit: _clear_top(found) for unit, found in best.items()}
    return [(i, j) for (i, j), score in scores.items() if tops["old", i] == tops["new", j] == score]


def build_flags(old: Fingerprint, new: Fingerprint) -> tuple[Flag, ...]:
    """What a reader must look at again where ``new`` stands for ``old``."""
    return _flags(
        negation=old.negators != new.negators,
        number=old.number_hashes != new.number_hashes,
        meaning=is_turned(old.turns, new.turns),
    )


def is_turned(old: Sequence[int] | None, new: Sequence[int] | None, *, of_part: bool = False) -> bool:
    """Whether a word gave way to one of its opposites, or a word that denies came or went.

    In a sentence that went into a greater one (``of_part``), a denial that came in is the other part's. A lock of
    earlier has no turning words (None), and nothing is known of them.
    """
    if old is None or new is None or old == new:
        return False
    denials = old.count(0), new.count(0)
    if denials[1] < denials[0] or (denials[1] > denials[0] and not of_part):
        return True
    gone, come = Counter(old), Counter(new)
    gone, come = gone - come, come - gone
    gave_way = {code >> SIDE_BITS for code in gone} & {code >> SIDE_BITS for code in come}
    return bool(gave_way) or _are_exchanged(old, new)


def _are_exchanged(old: Sequence[int], new: Sequence[int]) -> bool:
    """Whether opposites that both stay changed places."""
    return any(
        Counter(mine) == Counter(theirs) and mine != theirs
        for name in {code >> SIDE_BITS for code in old}
        for mine, theirs in [([c for c in codes if c >> SIDE_BITS == name] for codes in (old, new))]
    )


def _flags(*, negation: bool, number: bool, meaning: bool) -> tuple[Flag, ...]:
    changed = ((Flag.NEGATION, negation), (Flag.NUMBER, number), (Flag.MEANING, meaning))
    return tuple(flag for flag, is_set in changed if is_set)


def _kind(unit: Fingerprint) -> str:
    """Headings, cells and sentences are never taken for one another."""
    steps = unit.at.split(".")
    return "h" if steps[-1] == "h" else "c" if steps[-1].startswith("c") else "s"


def _by_hash(units: Sequence[Fingerprint], indices: Iterable[int], get_hash: _Hash) -> Mapping[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i in indices:
        found[get_hash(units[i])].append(i)
    return found
