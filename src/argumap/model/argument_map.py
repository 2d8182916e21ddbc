"""The argument map: its records in the order of the file, and an index that finds what bears on what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations
from typing import TYPE_CHECKING, Generic, TypeVar

from argumap.model.debate_order import in_debate_order
from argumap.model.records import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.model.records import (
        Acceptance,
        Argument,
        Attribution,
        Claim,
        Concept,
        Issue,
        Origin,
        Section,
        Source,
        Stakeholder,
        Standard,
        Stop,
        UnreadableSpeech,
    )

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArgumentMap:
    """All records of one map. Ids are unique over issues, claims, arguments, stakeholders and concepts.

    ``language`` is a BCP 47 tag, ``tour`` a guided reading in its order, ``accepted`` are the problems that the
    author stands by. ``origin`` and ``unseen`` are those of the map as a whole. ``unreadable`` is speech that the
    map's file gives to nobody that can be told: a map with any is in error.
    """

    title: str = ""
    sources: tuple[Source, ...] = ()
    sections: tuple[Section, ...] = ()
    issues: tuple[Issue, ...] = ()
    claims: tuple[Claim, ...] = ()
    arguments: tuple[Argument, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    concepts: tuple[Concept, ...] = ()
    language: str | None = None
    standard: Standard | None = None
    origin: Origin | None = None
    tour: tuple[Stop, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    unseen: str | None = None
    unreadable: tuple[UnreadableSpeech, ...] = ()

    @property
    def weighed(self) -> bool:
        """Whether the author set any base score or weight; without, strength only counts points."""
        return any(c.base is not None for c in self.claims) or any(a.weight is not None for a in self.arguments)

    @property
    def drawn_from(self) -> tuple[Source, ...]:
        """The sources that the map is drawn from: not those of a foreign file that no passage cites.

        Another tool's link to some evidence is such a source, and a debate is not drawn from it.
        """
        citing: Iterator[Issue | Claim | Argument | Attribution] = chain(
            self.issues, self.claims, self.arguments, self.attributions
        )
        cited = {place.source for record in citing for place in record.at}
        return tuple(source for source in self.sources if source.origin is None or source.id in cited)

    def contradictions(self) -> Iterator[tuple[str, str]]:
        """The claims that cannot hold together, each pair once: as stored, then answers to an exclusive issue."""
        yield from dict.fromkeys(_in_order(c.id, other) for c in self.claims for other in c.contradicts)
        yield from self.exclusions()

    def exclusions(self) -> Iterator[tuple[str, str]]:
        """Answers to an exclusive issue that no stored contradiction names, each pair once.

        An answer that another only rephrases is no other answer.
        """
        pairs = dict.fromkeys(self._exclusive_pairs())
        if pairs:
            for claim in self.claims:
                for other in (*claim.contradicts, *claim.rephrases):
                    pairs.pop(_in_order(claim.id, other), None)
        yield from pairs

    def _exclusive_pairs(self) -> Iterator[tuple[str, str]]:
        answering: dict[str, list[str]] = {issue.id: [] for issue in self.issues if issue.exclusive}
        if answering:
            for claim in self.claims:
                for issue in dict.fromkeys(claim.answers):
                    if issue in answering:
                        answering[issue].append(claim.id)
        for answers in answering.values():
            yield from (_in_order(*pair) for pair in combinations(answers, 2))


@dataclass(frozen=True)
class Index:
    """An argument map by id and by relation. Build it once and pass it on: each view costs one pass.

    ``on[target]`` are the arguments that bear on a claim or an argument, ``with_premise[claim]`` those that
    a claim is a premise of, ``answering[issue]`` the claims that answer it, ``voices[id]`` the attributions
    of a claim or an argument, ``speech[stakeholder]`` the attributions by a stakeholder. All keep the order
    of the map; a key without entries gives an empty tuple.
    """

    map: ArgumentMap
    issues: Mapping[str, Issue] = field(init=False)
    claims: Mapping[str, Claim] = field(init=False)
    arguments: Mapping[str, Argument] = field(init=False)
    stakeholders: Mapping[str, Stakeholder] = field(init=False)
    concepts: Mapping[str, Concept] = field(init=False)
    sources: Mapping[str, Source] = field(init=False)

    def __post_init__(self) -> None:
        for kind in ("issues", "claims", "arguments", "stakeholders", "concepts", "sources"):
            object.__setattr__(self, kind, {record.id: record for record in getattr(self.map, kind)})

    @cached_property
    def on(self) -> Mapping[str, tuple[Argument, ...]]:
        return _grouped((a.target, a) for a in self.map.arguments)

    @cached_property
    def with_premise(self) -> Mapping[str, tuple[Argument, ...]]:
        return _grouped((premise, a) for a in self.map.arguments for premise in a.premises)

    @cached_property
    def answering(self) -> Mapping[str, tuple[Claim, ...]]:
        return _grouped((issue, c) for c in self.map.claims for issue in c.answers)

    @cached_property
    def about(self) -> Mapping[str, tuple[Claim, ...]]:
        return _grouped((concept, c) for c in self.map.claims for concept in c.about)

    @cached_property
    def voices(self) -> Mapping[str, tuple[Attribution, ...]]:
        return _grouped((a.of, a) for a in self.map.attributions)

    @cached_property
    def unreadable(self) -> Mapping[str, tuple[UnreadableSpeech, ...]]:
        """What the map's file says on who speaks to a claim or an argument and what cannot be read."""
        return _grouped((u.of, u) for u in self.map.unreadable)

    @cached_property
    def added(self) -> frozenset[str]:
        """The steps that are the map's own, for the source does not take them.

        Those marked as ``inferred``, and those from nothing but implicit claims that nobody says: none of their
        premises stands in a source or in anybody's mouth, and neither do they.
        """
        unsaid = {c.id for c in self.map.claims if c.implicit and not c.at and self._is_unsaid(c)}
        unsaid -= {p for p in unsaid for step in self.with_premise[p] if not self._is_unsaid(step)}
        return frozenset(
            step.id
            for step in self.map.arguments
            if step.inferred or (step.premises and not step.at and unsaid.issuperset(step.premises))
        )

    def _is_unsaid(self, record: Claim | Argument) -> bool:
        return not (self.voices[record.id] or self.unreadable[record.id])

    @cached_property
    def speech(self) -> Mapping[str, tuple[Attribution, ...]]:
        return _grouped((a.by, a) for a in self.map.attributions)

    @cached_property
    def debates(self) -> tuple[Issue, ...]:
        """The issues that are debated, not the criteria of a comparison."""
        return tuple(issue for issue in self.map.issues if not issue.compares)

    @cached_property
    def criteria(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.map.issues if issue.compares)

    @cached_property
    def positions(self) -> tuple[Claim, ...]:
        """The claims that answer a debated issue, in the order of the map."""
        debated = {issue.id for issue in self.debates}
        return tuple(claim for claim in self.map.claims if not debated.isdisjoint(claim.answers))

    @cached_property
    def contradicting(self) -> Mapping[str, tuple[str, ...]]:
        """The claims that cannot hold together with a claim, as ``ArgumentMap.contradictions`` has them."""
        pairs = list(self.map.contradictions())
        return _grouped([*pairs, *((b, a) for a, b in pairs)])

    @cached_property
    def rephrased_by(self) -> Mapping[str, tuple[str, ...]]:
        """The more specific claims of a general one."""
        return _grouped((general, c.id) for c in self.map.claims for general in c.rephrases)

    @cached_property
    def concerning(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that touch a stakeholder's interest."""
        return _grouped((concern.stakeholder, c) for c in self.map.claims for concern in c.concerns)

    def supporting(self, target: str) -> tuple[Argument, ...]:
        return tuple(a for a in self.on[target] if a.bearing is Bearing.SUPPORTS)

    def attacking(self, target: str) -> tuple[Argument, ...]:
        return tuple(a for a in self.on[target] if a.bearing is Bearing.ATTACKS)

    def undercutting(self, argument: str) -> tuple[Argument, ...]:
        return tuple(a for a in self.on[argument] if a.bearing is Bearing.UNDERCUTS)

    def kind(self, record_id: str) -> str | None:
        """``issue``, ``claim``, ``argument``, ``stakeholder`` or ``concept``; None where nothing has the id."""
        for kind in ("issue", "claim", "argument", "stakeholder", "concept"):
            if record_id in getattr(self, f"{kind}s"):
                return kind
        return None

    @cached_property
    def debate_order(self) -> Mapping[str, int]:
        """The number of every claim, argument and issue in the debate, each kind counted from 0."""
        sources = {source.id: n for n, source in enumerate(self.map.sources)}
        kinds: tuple[Sequence[Issue | Claim | Argument], ...] = (
            self.map.issues,
            self.map.claims,
            self.map.arguments,
        )
        return {
            record.id: number
            for records in kinds
            for number, record in enumerate(in_debate_order(records, sources))
        }


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


class _Groups(dict[str, tuple[T, ...]], Generic[T]):
    def __missing__(self, key: str) -> tuple[T, ...]:
        return ()


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return _Groups({key: tuple(values) for key, values in groups.items()})
