"""What a map comes to, as data: status and strength of every claim and argument, and what they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.errors import NotFound
from argumap.semantics.grounded_labelling import IN, OUT, UNDECIDED, Labelling, label_without_standards
from argumap.semantics.open_conflicts import build_conflicts
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import Index, Standard
    from argumap.semantics.compiled_map import CompiledMap
    from argumap.semantics.open_conflicts import Conflict
    from argumap.semantics.strength import Solution

CLAIM_STATUS = {IN: "stands", OUT: "falls", UNDECIDED: "undecided"}
ARGUMENT_STATUS = {IN: "applies", OUT: "blocked", UNDECIDED: "undecided"}


@dataclass(frozen=True)
class Evaluation:
    """What a map comes to, by itself: every figure speaks of this map, never of the truth.

    ``semantics`` names the gradual semantics, ``as_`` the stakeholder whose base scores were used, if any;
    ``aside`` are the nodes that a what-if has set aside, and the arguments whose weight is 0.
    """

    index: Index
    semantics: str
    as_: str | None
    compiled: CompiledMap = field(repr=False)
    labelling: Labelling = field(repr=False)
    scores: Sequence[float] = field(repr=False)
    solution: Solution = field(repr=False)
    aside: frozenset[int] = frozenset()

    @cached_property
    def status(self) -> Mapping[str, str]:
        """What became of every claim and argument, by its id.

        A claim ``stands``, ``falls`` or is ``undecided``; an argument ``applies``, is ``blocked`` or the same.

        >>> evaluated.status["trade-falls"], evaluated.status["people-arrive/close-it"]
        ('falls', 'applies')
        """
        return {node_id: self.status_of(n) for n, node_id in enumerate(self.compiled.ids)}

    @cached_property
    def strength(self) -> Mapping[str, float]:
        """The strength of every claim and argument, in [0, 1]."""
        return dict(zip(self.compiled.ids, self.solution.strength, strict=True))

    @cached_property
    def base(self) -> Mapping[str, float]:
        """The base score of every claim and the weight of every argument, as they were used."""
        return dict(zip(self.compiled.ids, self.scores, strict=True))

    @property
    def weighed(self) -> bool:
        """Whether the map's author set any base score or weight; without, strength only counts points."""
        return self.index.map.weighed

    @property
    def converged(self) -> bool:
        """Whether all strengths came to rest."""
        return not self.solution.unsettled

    @property
    def residual(self) -> float:
        """The largest change that one more step would make to any strength."""
        return self.solution.residual

    @property
    def method(self) -> str:
        """The hardest method needed: direct, iteration, damped iteration, RK4, or unsettled."""
        return self.solution.method

    @property
    def unsettled(self) -> tuple[tuple[str, ...], ...]:
        """The groups of claims and arguments whose strengths did not come to rest."""
        return tuple(tuple(self.compiled.ids[n] for n in part) for part in self.solution.unsettled)

    @cached_property
    def grounded(self) -> Labelling:
        """The grounded labelling, which knows no standards: that of the map, where it writes none."""
        if not self.compiled.standards:
            return self.labelling
        return label_without_standards(self.compiled, self.aside)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The groups of claims that grounded leaves undecided together."""
        return build_conflicts(self.compiled, self.grounded)

    def status_of(self, node: int) -> str:
        """The status of a claim or argument by its index, ``node``.

        >>> evaluated.status_of(evaluated.node("trade-falls"))
        'falls'
        """
        return self.status_word(node, self.labelling.label[node])

    def written_standard(self, claim: str) -> Standard | None:
        """The standard that the map writes for ``claim``: its own, its issue's, or the map's.

        None where it writes none, so that the claim stands only while no objection is left unanswered.

        >>> evaluated.written_standard("trade-falls")
        """
        return self.compiled.standards.get(self.node(claim))

    def status_word(self, node: int, label: int) -> str:
        """The status that ``label`` is for a claim or argument by its index, ``node``.

        >>> evaluated.status_word(evaluated.node("trade-falls"), 0)
        'undecided'
        """
        words = CLAIM_STATUS if node < self.compiled.claims else ARGUMENT_STATUS
        return words[label]

    def node(self, node_id: str) -> int:
        """The index of a claim or argument within this evaluation, from 0.

        Raises `NotFound` with the nearest id where nothing has ``node_id``.

        >>> evaluated.node("lanes-full")
        0
        """
        if node_id not in self.compiled.index_of:
            hint = suggest(node_id, self.compiled.ids, "; did you mean {}?")
            raise NotFound(f"the map has no claim or argument {node_id!r}{hint}")
        return self.compiled.index_of[node_id]
