"""An evaluated map: status and strength of every claim and argument, and the questions it can answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.errors import CallError, NotFound
from argumap.model import ArgumentMap, Index
from argumap.semantics.base_scores import build_base
from argumap.semantics.compiled_map import CompiledMap, compile_map
from argumap.semantics.conflicts import Conflict, build_conflicts
from argumap.semantics.cruxes import Agreement, Cruxes, find_agreement, find_cruxes
from argumap.semantics.explanation import Explanation, explain
from argumap.semantics.extensions import Extensions, find_accepted, get_semantics
from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.grounded_labelling import IN, OUT, UNDECIDED, Labelling, label_grounded
from argumap.semantics.strength import Solution, solve
from argumap.semantics.what_if import Delta, suppose
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import Argument, Claim

CLAIM_STATUS = {IN: "stands", OUT: "falls", UNDECIDED: "undecided"}
ARGUMENT_STATUS = {IN: "applies", OUT: "blocked", UNDECIDED: "undecided"}


@dataclass(frozen=True)
class Evaluation:
    """What a map comes to, by itself: every figure speaks of this map, never of the truth.

    ``semantics`` names the gradual semantics, ``as_`` the stakeholder whose base scores were used, if any;
    ``aside`` are the nodes that a what-if has set aside.
    """

    index: Index
    semantics: str
    as_: str | None
    equations: CompiledMap = field(repr=False)
    labelling: Labelling = field(repr=False)
    scores: Sequence[float] = field(repr=False)
    solution: Solution = field(repr=False)
    aside: frozenset[int] = frozenset()

    @cached_property
    def status(self) -> Mapping[str, str]:
        """``stands``, ``falls`` or ``undecided`` for a claim; ``applies``, ``blocked`` or ``undecided`` else."""
        return {id: self.status_of(n) for n, id in enumerate(self.equations.ids)}

    @cached_property
    def strength(self) -> Mapping[str, float]:
        """The strength of every claim and argument, in [0, 1]."""
        return dict(zip(self.equations.ids, self.solution.strength, strict=True))

    @cached_property
    def base(self) -> Mapping[str, float]:
        """The base score of every claim and the weight of every argument, as they were used."""
        return dict(zip(self.equations.ids, self.scores, strict=True))

    @cached_property
    def weighed(self) -> bool:
        """Whether the map's author set any base score or weight; without, strength only counts points."""
        return any(c.base is not None for c in self.index.map.claims) or any(
            a.weight is not None for a in self.index.map.arguments
        )

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
        return tuple(tuple(self.equations.ids[n] for n in part) for part in self.solution.unsettled)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The groups of claims that grounded leaves undecided together."""
        return build_conflicts(self.equations, self.labelling)

    def extensions(self, semantics: str = "preferred", limit: int | None = None) -> Extensions:
        """The coherent positions of the map, factored by conflict; iterate to get them as sets of claim ids.

        ``semantics`` is grounded, complete, preferred, stable, semi-stable or ideal; ``limit`` bounds how many
        an iteration multiplies out. Raises `SolverNeeded` for a conflict of over 30 nodes without clingo.
        """
        if limit is not None and limit < 0:
            raise CallError(f"a limit of {limit} makes no sense; give 0 or more, or leave it out")
        name = get_semantics(semantics)
        settled = (n for n in range(self.equations.claims) if self.labelling.label[n] == IN)
        return Extensions(name, frozenset(self.equations.ids[n] for n in settled), self.conflicts, limit)

    def accepted(self, mode: str = "sceptical", semantics: str = "preferred") -> frozenset[str]:
        """The claims in every position (``sceptical``) or in some (``credulous``)."""
        return find_accepted(self.extensions(semantics), mode)

    def explain(self, id: str, depth: int = 4) -> Explanation:
        """Why a claim or argument has its status and its strength; the dispute ``depth`` moves deep."""
        return explain(self, id, depth)

    def what_if(
        self,
        set_aside: Sequence[str] = (),
        doubt: Mapping[str, float] | None = None,
        add: Sequence[Claim | Argument | str] = (),
    ) -> Delta:
        """What would change, with the map left as it is.

        ``set_aside`` removes claims or arguments with all that needs them; ``doubt`` gives claims another base
        score (arguments another weight), which moves strength alone; ``add`` takes records, or words such as
        ``"attacks close-it: Buses run late"``. Raises `NotFound` for an unknown id, `CallError` for a score
        outside [0, 1] or an addition that makes no sense.
        """
        return suppose(self, set_aside, doubt, add)

    def cruxes(self, id: str) -> Cruxes:
        """The smallest removals that flip the status of a claim or argument."""
        return find_cruxes(self, id)

    def cruxes_between(self, one: str, other: str) -> Agreement:
        """What would have to change for the stands of two stakeholders to bring out the same positions."""
        return find_agreement(self, one, other)

    def status_of(self, node: int) -> str:
        """The status of a node by its number."""
        words = CLAIM_STATUS if node < self.equations.claims else ARGUMENT_STATUS
        return words[self.labelling.label[node]]

    def node(self, id: str) -> int:
        """The number of a claim or argument; raises `NotFound` with the nearest id."""
        if id not in self.equations.number:
            hint = suggest(id, self.equations.ids, "; did you mean {}?")
            raise NotFound(f"the map has no claim or argument {id!r}{hint}")
        return self.equations.number[id]


def evaluate(argument_map: ArgumentMap | Index, semantics: str = "qe", as_: str | None = None) -> Evaluation:
    """Evaluate a map: status by the grounded labelling, strength by ``semantics``.

    ``as_`` is the id of a stakeholder whose stances give the base scores. Raises `CallError` for an unknown
    semantics or a score outside [0, 1], `NotFound` for an unknown stakeholder.
    """
    gradual = get_gradual(semantics)
    index = argument_map if isinstance(argument_map, Index) else Index(argument_map)
    equations = compile_map(index.map)
    scores = build_base(equations, index, as_)
    return Evaluation(
        index=index,
        semantics=semantics,
        as_=as_,
        equations=equations,
        labelling=label_grounded(equations),
        scores=scores,
        solution=solve(equations, gradual, scores),
    )
