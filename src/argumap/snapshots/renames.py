"""What has another id: pairs what went with what came, by passage and by words, and lets references follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from typing import TYPE_CHECKING, Any, Final, TypeVar

from argumap.model import (
    Argument,
    ArgumentMap,
    Attribution,
    Claim,
    Concept,
    Concern,
    Issue,
    Passage,
    Section,
    Source,
    Stakeholder,
)
from argumap.snapshots.map_head import DEFAULTS, read_head
from argumap.snapshots.word_diff import find_words, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from argumap.snapshots.canonical_form import Record

    Named = Source | Issue | Claim | Stakeholder | Concept

R = TypeVar("R", bound="Record")
# The share that git, too, takes for a file that was renamed and edited.
_ALIKE: Final = 0.5
# Of the records that share words with one that went, so many are compared word by word.
_CANDIDATES: Final = 8


@dataclass(slots=True)
class Renames:
    """Old id → new id; sources have a space of their own."""

    ids: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.ids or self.sources)

    def of(self, record_id: str) -> str:
        return self.ids.get(record_id, record_id)

    def of_all(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple([self.ids.get(record_id, record_id) for record_id in ids])

    def of_places(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        return tuple([replace(p, source=self.sources.get(p.source, p.source)) for p in passages])


@dataclass(frozen=True, slots=True)
class Rename:
    """``old`` has the id ``new``; ``guess`` is as in `Renamed`."""

    old: str
    new: str
    guess: str | None = None


def find_renames(went: Sequence[Named], came: Sequence[Named]) -> list[Rename]:
    """The records (of one kind) that are the same in all but their id, the likest pairs first.

    They stand at the same passage, or half of their words agree in order. As in git, only what went altogether is
    paired with what is altogether new. No guess are those that agree in both, or in every word.
    """
    came_words = {record.id: find_words(_words_of(record)) for record in came}
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    by_place: defaultdict[frozenset[Passage], list[str]] = defaultdict(list)
    for record in came:
        for word in set(came_words[record.id]):
            by_word[word].append(record.id)
        if place := _place_of(record):
            by_place[place].append(record.id)
    pairs: list[tuple[float, str, str, str | None]] = []
    for old in went:
        words = find_words(_words_of(old))
        same_place = set(by_place.get(_place_of(old), ()))
        shared = Counter(record_id for word in set(words) for record_id in by_word.get(word, ()))
        near = nsmallest(_CANDIDATES, ((-count / len(came_words[new]), new) for new, count in shared.items()))
        for new in sorted(same_place.union(new for _, new in near)):
            alike = likeness(words, came_words[new])
            if new in same_place or alike >= _ALIKE:
                guess = _basis(alike, same_place=new in same_place)
                pairs.append((-alike - (new in same_place), old.id, new, guess))
    return _best(pairs)


def is_alike(old: Named, new: Named) -> bool:
    """Whether half of the words of two records agree in order."""
    return likeness(find_words(_words_of(old)), find_words(_words_of(new))) >= _ALIKE


def find_moved_arguments(
    went: Sequence[Argument], came: Sequence[Argument], renames: Renames, *, guessing: bool = True
) -> list[Rename]:
    """The arguments that say the same, or (``guessing``) the same about another target or the other way.

    ``renames`` has what is known of claims. Undercuts are paired once the step they are aimed at is.
    """
    known = Renames(dict(renames.ids), renames.sources)
    found: dict[str, Rename] = {}
    keys: tuple[Callable[[Argument], Hashable], ...] = (
        lambda a: (a.premises, a.target, a.bearing),
        lambda a: (a.premises, a.target),
        lambda a: (a.premises, a.bearing),
    )
    progress = True
    while progress:
        progress = False
        for key in keys if guessing else keys[:1]:
            left = [a for a in went if a.id not in found]
            free = {rename.new for rename in found.values()}
            new = _paired(left, [a for a in came if a.id not in free], key, known)
            if new:
                guess = None if key is keys[0] else "premises"
                found |= {old: Rename(old, became, guess) for old, became in new.items()}
                known.ids |= new
                progress = True
                break
    return list(found.values())


def follow(record: R, renames: Renames) -> R:
    """``record`` with every id that it names renamed, its own too."""
    # Any: which fields there are to follow depends on the class, and a type variable stands for them all.
    plain: Any = record
    followed: R = replace(plain, **_followed_fields(record, renames))
    return followed


def _followed_fields(record: Record, renames: Renames) -> dict[str, object]:
    one, many = renames.of, renames.of_all
    match record:
        case Source():
            return {
                "id": renames.sources.get(record.id, record.id),
                "author": None if record.author is None else one(record.author),
            }
        case Section():
            return {"source": renames.sources.get(record.source, record.source)}
        case Issue():
            return {"id": one(record.id), "compares": many(record.compares), "at": renames.of_places(record.at)}
        case Claim():
            expect = record.expect
            return {
                "id": one(record.id),
                "answers": many(record.answers),
                "about": many(record.about),
                "concerns": tuple([Concern(one(c.stakeholder), c.effect) for c in record.concerns]),
                "contradicts": many(record.contradicts),
                "rephrases": many(record.rephrases),
                "expect": expect and replace(expect, said_by=many(expect.said_by)),
                "at": renames.of_places(record.at),
            }
        case Argument():
            names = {"id": one(record.id), "premises": many(record.premises), "target": one(record.target)}
            return {**names, "at": renames.of_places(record.at)}
        case Stakeholder():
            return {"id": one(record.id), "affiliation": many(record.affiliation)}
        case Attribution():
            names = {"by": one(record.by), "of": one(record.of), "via": many(record.via)}
            return {**names, "at": renames.of_places(record.at)}
        case Concept():
            return {"id": one(record.id), "broader": many(record.broader), "at": renames.of_places(record.at)}


def follow_map(argument_map: ArgumentMap, renames: Renames) -> ArgumentMap:
    """The map with every id renamed wherever it is named; a contradiction stands on what sorts first then."""
    m = argument_map
    claims = [follow(claim, renames) for claim in m.claims]
    pairs = {tuple(sorted((claim.id, other))) for claim in claims for other in claim.contradicts}
    opposed: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in sorted(pairs):
        opposed[first].append(second)
    followed = replace(
        m,
        sources=tuple([follow(record, renames) for record in m.sources]),
        sections=tuple([follow(record, renames) for record in m.sections]),
        issues=tuple([follow(record, renames) for record in m.issues]),
        claims=tuple([replace(claim, contradicts=tuple(opposed[claim.id])) for claim in claims]),
        arguments=tuple([follow(record, renames) for record in m.arguments]),
        stakeholders=tuple([follow(record, renames) for record in m.stakeholders]),
        attributions=tuple([follow(record, renames) for record in m.attributions]),
        concepts=tuple([follow(record, renames) for record in m.concepts]),
    )
    return replace(followed, **follow_head(read_head(m), renames))


def follow_head(head: Mapping[str, Any], renames: Renames) -> dict[str, Any]:
    """``head`` with every id that it names renamed, in the order of the canonical form."""
    tour = tuple([replace(stop, of=renames.of(stop.of)) for stop in head.get("tour", ())])
    accepted = {replace(entry, at=follow_place(entry.at, renames)) for entry in head.get("accepted", ())}
    ordered = tuple(sorted(accepted, key=lambda entry: (entry.code, entry.at, entry.reason)))
    return {**DEFAULTS, **head, "tour": tour, "accepted": ordered}


def follow_place(at: str, renames: Renames) -> str:
    """The place of an accepted problem (an id, ``issue/concept``, ``source#locator``) under the new names."""
    if at in renames.ids:
        return renames.ids[at]
    source, sign, locator = at.partition("#")
    if source in renames.sources:
        return f"{renames.sources[source]}{sign}{locator}"
    issue, slash, concept = at.partition("/")
    return f"{renames.of(issue)}/{renames.of(concept)}" if slash else at


def named_in(record: Record, renames: Renames) -> Renames:
    """The part of ``renames`` that ``record`` names."""
    ids = {
        record_id: renames.ids[record_id] for record_id in sorted(set(_ids_in(record))) if record_id in renames.ids
    }
    sources = {
        record_id: renames.sources[record_id]
        for record_id in sorted(set(_sources_in(record)))
        if record_id in renames.sources
    }
    return Renames(ids, sources)


def is_sugar(argument: Argument) -> bool:
    """Whether the id is the one that ``supports:`` and its like give, made of premise and target."""
    return len(argument.premises) == 1 and argument.id == f"{argument.premises[0]}/{argument.target}"


def _ids_in(record: Record) -> Iterator[str]:
    match record:
        case Claim():
            yield record.id
            yield from (*record.answers, *record.about, *record.contradicts, *record.rephrases)
            yield from (concern.stakeholder for concern in record.concerns)
            yield from record.expect.said_by if record.expect else ()
        case Argument():
            yield from (record.id, record.target, *record.premises)
        case Attribution():
            yield from (record.by, record.of, *record.via)
        case Issue():
            yield from (record.id, *record.compares)
        case Stakeholder():
            yield from (record.id, *record.affiliation)
        case Concept():
            yield from (record.id, *record.broader)
        case Source():
            yield from (record.author,) if record.author else ()
        case Section():
            return


def _sources_in(record: Record) -> Iterator[str]:
    match record:
        case Source():
            yield record.id
        case Section():
            yield record.source
        case Stakeholder():
            return
        case _:
            yield from (passage.source for passage in record.at)


def _words_of(record: Named) -> str:
    match record:
        case Claim():
            return record.text
        case Issue():
            return record.question
        case Stakeholder():
            return record.name
        case Concept():
            return record.label
        case Source():
            return record.title


def _place_of(record: Named) -> frozenset[Passage]:
    return frozenset() if isinstance(record, Source | Stakeholder) else frozenset(record.at)


def _basis(alike: float, *, same_place: bool) -> str | None:
    if alike == 1 or (alike >= _ALIKE and same_place):
        return None
    return "passage" if same_place else "words"


def _best(pairs: Iterable[tuple[float, str, str, str | None]]) -> list[Rename]:
    best: dict[str, Rename] = {}
    taken: set[str] = set()
    for _, old, new, guess in sorted(pairs, key=lambda pair: pair[:3]):
        if old not in best and new not in taken:
            best[old] = Rename(old, new, guess)
            taken.add(new)
    return list(best.values())


def _paired(
    went: Iterable[Argument], came: Iterable[Argument], key: Callable[[Argument], Hashable], renames: Renames
) -> Mapping[str, str]:
    """One to one where both sides have exactly one argument with a key; what could be either is left alone."""
    old: defaultdict[Hashable, list[str]] = defaultdict(list)
    new: defaultdict[Hashable, list[str]] = defaultdict(list)
    for argument in went:
        followed = follow(argument, renames)
        old[key(replace(followed, premises=tuple(sorted(followed.premises))))].append(argument.id)
    for argument in came:
        new[key(argument)].append(argument.id)
    return {ids[0]: new[k][0] for k, ids in old.items() if len(ids) == 1 and len(new.get(k, ())) == 1}
