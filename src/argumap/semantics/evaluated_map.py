"""An evaluated map to ask: why a claim stands, what would change if it did not, what the map could come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from argumap.gc_pause import gc_paused
from argumap.model import Index
from argumap.semantics.base_scores import build_base
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.cruxes import Cruxes, find_cruxes
from argumap.semantics.evaluation import Evaluation
from argumap.semantics.explanation import Explanation, explain
from argumap.semantics.extensions import Extensions, build_extensions, find_accepted
from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.stakeholder_agreement import Agreement, find_agreement
from argumap.semantics.standards import label_grounded
from argumap.semantics.strength import solve
from argumap.semantics.what_if import Addition, Delta, suppose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import ArgumentMap


@dataclass(frozen=True)
class EvaluatedMap(Evaluation):
    """An `Evaluation` that answers questions about itself.

    Claims, arguments and stakeholders are named by their whole ids.

    >>> evaluated = argumap.load("graph/old-town-cars").evaluate()

    The other examples go on from here.
    """

    def extensions(self, semantics: str = "preferred", limit: int | None = None) -> Extensions:
        """The coherent positions of the map, factored by conflict; iterate to get them as sets of claim ids.

        ``semantics`` is grounded, complete, preferred, stable, semi-stable or ideal; ``limit`` bounds how many
        an iteration multiplies out. Raises `NotFound` for another semantics, `SolverNeeded` for a conflict of
        over 30 nodes without clingo.

        >>> [len(claims) for claims in evaluated.extensions()]
        [24]
        """
        return build_extensions(self, semantics, limit)

    def accepted(self, mode: str = "sceptical", semantics: str = "preferred") -> frozenset[str]:
        """The claims in every coherent position or in some.

        ``mode`` is sceptical for every, credulous for some; ``semantics`` and what it raises are as in
        `extensions`. Raises `CallError` for another mode.

        >>> "trade-falls" in evaluated.accepted(mode="credulous")
        False
        """
        return find_accepted(self.extensions(semantics), mode)

    def explain(self, id: str, depth: int = 4) -> Explanation:
        """Why a claim or argument has its status and its strength.

        ``id`` names it; the dispute is told ``depth`` moves deep. Raises `NotFound` for an unknown id.

        >>> print(evaluated.explain("lanes-full").text().splitlines()[0])
        “The lanes are full” stands unchallenged in this map.
        """
        return explain(self, id, depth)

    def what_if(
        self,
        set_aside: Sequence[str] = (),
        doubt: Mapping[str, float] | None = None,
        add: Addition | Sequence[Addition] = (),
    ) -> Delta[Self]:
        """What would change, with the map left as it is.

        ``set_aside`` removes claims or arguments with all that needs them; ``doubt`` gives claims another base
        score, which moves strength alone (arguments another weight; 0 sets them aside); ``add`` takes records, or
        words such as ``"attacks close-it: Buses run late"``; one alone needs no list. Who would lead,
        ``Map.what_if`` tells besides. Raises `NotFound` for an unknown id, `CallError` for
        a score outside [0, 1] or an addition that makes no sense.

        >>> supposed = evaluated.what_if(set_aside=["people-arrive", "takings-recovered"])
        >>> [(change.id, change.before, change.after) for change in supposed.status if change.id == "close-it"]
        [('close-it', 'stands', 'falls')]
        """
        return suppose(self, set_aside, doubt, add)

    def cruxes(self, id: str) -> Cruxes:
        """The smallest sets of claims without which a claim or argument would have another status.

        ``id`` names it. Raises `NotFound` for an unknown one.

        >>> [crux.claims for crux in evaluated.cruxes("trade-falls").found]
        [('people-arrive', 'takings-recovered'), ('walkers-spend', 'takings-recovered')]
        """
        return find_cruxes(self, id)

    def cruxes_between(self, one: str, other: str) -> Agreement:
        """What would have to change for the stands of two stakeholders to bring out the same positions.

        ``one`` and ``other`` are their ids. Raises `NotFound` for an unknown one, `CallError` for one twice.

        >>> evaluated.cruxes_between("guild", "varga").issues[0].strongest
        ('close-it', 'close-it')
        """
        return find_agreement(self, one, other)


@gc_paused()
def evaluate(argument_map: ArgumentMap | Index, semantics: str = "qe", as_: str | None = None) -> EvaluatedMap:
    """Evaluate a map: status by the grounded labelling, strength by ``semantics``.

    ``as_`` is the id of a stakeholder whose stances give the base scores. Raises `NotFound` for an unknown
    semantics or stakeholder, `CallError` for a score outside [0, 1].
    """
    gradual = get_gradual(semantics)
    index = argument_map if isinstance(argument_map, Index) else Index(argument_map)
    compiled = compile_map(index.map)
    scores = build_base(compiled, index, as_)
    aside = compiled.muted(scores)
    labelling = label_grounded(compiled, aside)
    return EvaluatedMap(
        index=index,
        semantics=semantics,
        as_=as_,
        compiled=compiled,
        labelling=labelling,
        scores=scores,
        solution=solve(compiled, gradual, scores, labelling.label, aside),
        aside=aside,
    )
