"""Coherent positions of a map, factored: what grounded decides, and per open conflict its alternatives.

The positions of a map are every choice of one alternative per conflict; their number is the product, and
nothing is multiplied out unless it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from argumap.errors import CallError, NotFound
from argumap.model import quoted
from argumap.semantics.grounded_labelling import IN
from argumap.suggestions import suggest
from argumap.told_lines import ShownInWords
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.open_conflicts import Conflict

SEMANTICS = ("grounded", "complete", "preferred", "stable", "semi-stable", "ideal")
_HELD = ("in all", "in some", "in none")
MODES = ("credulous", "sceptical")


@dataclass(frozen=True)
class Extensions(ShownInWords):
    """The positions of a map under one semantics; iterating multiplies them out, at most ``limit``.

    ``settled`` are the claims that grounded decides to stand, part of every position; ``conflicts`` the open
    components and ``alternatives`` the choices each leaves. ``without_standards`` tells that the map writes
    standards: no position knows of them.
    """

    semantics: str
    settled: frozenset[str]
    conflicts: tuple[Conflict, ...]
    limit: int | None = None
    titles: Mapping[str, str] = field(default_factory=dict, compare=False)
    without_standards: bool = False
    answers: tuple[tuple[str, Sequence[str]], ...] = field(default=(), compare=False)
    """Each debated question in its words, with its answers."""

    @cached_property
    def alternatives(self) -> tuple[tuple[frozenset[str], ...], ...]:
        return tuple(conflict.alternatives(self.semantics) for conflict in self.conflicts)

    @property
    def count(self) -> int:
        """How many positions there are, whatever the limit."""
        return prod(len(choices) for choices in self.alternatives)

    @property
    def exist(self) -> bool:
        """False only where some conflict has no stable way out: then no stable position exists."""
        return self.count > 0

    def about(self, claim: str) -> Extensions:
        """The same, with only the conflict that ``claim`` is part of."""
        return replace(self, conflicts=tuple(c for c in self.conflicts if claim in c.claims), answers=())

    def __iter__(self) -> Iterator[frozenset[str]]:
        every = (self.settled.union(*choice) for choice in product(*self.alternatives))
        return islice(every, self.limit)

    def __len__(self) -> int:
        return self.count if self.limit is None else min(self.count, self.limit)

    def text(self) -> str:
        """The positions in words, conflict by conflict."""
        if not self.exist:
            return f"No {self.semantics} position exists."
        positions = counted(self.count, f"{self.semantics} position")
        lines = [f"{positions}.", *self._tell_answers(), *self._told("In all of them", self.settled)]
        if self.without_standards:
            lines.insert(1, "They are those of the map without the standards that it writes: positions know none.")
        for conflict, choices in zip(self.conflicts, self.alternatives, strict=True):
            lines += self._told("Open between", conflict.claims)
            for choice in choices:
                lines += [f"  {row}" for row in self._told("either", choice)]
        return "\n".join(lines)

    def _tell_answers(self) -> Iterator[str]:
        """Which answers to each question the positions hold: all of them, some, or none."""
        within = set().union(*(choice for choices in self.alternatives for choice in choices))
        every = {c for choices in self.alternatives if choices for c in frozenset.intersection(*choices)}
        for question, answers in self.answers:
            held = {claim: self._held(claim, every, within) for claim in answers}
            told = [
                f"{how} {joined([quoted(self.titles[c]) for c in answers if held[c] == how])}"
                for how in _HELD
                if how in held.values()
            ]
            yield f"On {quoted(question)}: {'; '.join(told)}."

    def _held(self, claim: str, every: Collection[str], within: Collection[str]) -> str:
        always, some, never = _HELD
        return always if claim in self.settled or claim in every else some if claim in within else never

    def _told(self, words: str, claims: Iterable[str]) -> list[str]:
        listed = sorted(claims)
        if not listed:
            return [f"{words}: none of the claims"]
        return [f"{words}:", *(f"  {title} [{c}]" if (title := self.titles.get(c)) else f"  {c}" for c in listed)]

    def to_dict(self) -> dict[str, object]:
        """The factored form; the positions themselves only under a limit."""
        factored: dict[str, object] = {
            "semantics": self.semantics,
            "count": self.count,
            "settled": sorted(self.settled),
            "conflicts": [
                {"claims": list(conflict.claims), "alternatives": [sorted(choice) for choice in choices]}
                for conflict, choices in zip(self.conflicts, self.alternatives, strict=True)
            ],
        }
        if self.without_standards:
            factored["without_standards"] = True
        if self.limit is not None:
            factored["positions"] = [sorted(position) for position in self]
        return factored


def build_extensions(evaluation: Evaluation, semantics: str, limit: int | None = None) -> Extensions:
    """Positions of an evaluated map. Raises `NotFound` for an unknown name, `CallError` for a limit below 0."""
    if limit is not None and limit < 0:
        raise CallError(f"a limit of {limit} makes no sense; give 0 or more, or leave it out")
    name = get_semantics(semantics)
    e = evaluation.compiled
    settled = (n for n in range(e.claims) if evaluation.grounded.label[n] == IN)
    titles = {claim.id: claim.label for claim in evaluation.index.map.claims}
    ids = frozenset(e.ids[n] for n in settled)
    index = evaluation.index
    answers = [(i.question, [c.id for c in index.answering[i.id]]) for i in index.debates if index.answering[i.id]]
    return Extensions(
        name,
        ids,
        evaluation.conflicts,
        limit,
        titles,
        without_standards=bool(e.standards),
        answers=tuple(answers),
    )


def get_semantics(name: str) -> str:
    """The name as it is written here; raises `NotFound` with the nearest where there is none."""
    known = name.replace("_", "-")
    if known in SEMANTICS:
        return known
    hint = suggest(known, SEMANTICS, "did you mean {}? ")
    raise NotFound(f"there is no semantics {name!r}; {hint}positions know {', '.join(SEMANTICS)}")


def find_accepted(extensions: Extensions, mode: str) -> frozenset[str]:
    """The claims in some position (credulous) or in every one (sceptical).

    Where no stable position exists, nothing is accepted in either mode: "every claim stands in all of no
    positions" would mislead. Raises `CallError` for an unknown mode.
    """
    if mode not in MODES:
        raise CallError(f"there is no mode {mode!r}; acceptance is credulous or sceptical")
    accepted = extensions.settled
    for conflict in extensions.conflicts:
        find = conflict.in_some if mode == "credulous" else conflict.in_all
        here = find(extensions.semantics)
        if here is None:
            return frozenset()
        accepted |= here
    return accepted
