"""A map without the steps that it added to its source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.semantics import label_grounded

if TYPE_CHECKING:
    from argumap.semantics import Evaluation


def leave_out_added(evaluation: Evaluation) -> Evaluation:
    """What the map comes to by the source's own steps: those that the map added are set aside, labels are anew.

    Strengths stay those of the whole map.
    """
    index_of = evaluation.compiled.index_of
    added = {index_of[step] for step in evaluation.index.added}
    if added <= evaluation.aside:
        return evaluation
    aside = evaluation.aside | added
    return replace(evaluation, labelling=label_grounded(evaluation.compiled, aside), aside=aside)
