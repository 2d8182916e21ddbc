from __future__ import annotations

from argumap.model import (
    Index,
)
from argumap.query import (
    gaps,
    stats,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_gaps_and_stats_of_the_town() -> None:
    found = gaps(INDEX)
    assert [o.argument for o in found.unanswered] == ["other-towns"]
    assert [v.stakeholder.id for v in found.voiceless] == ["children"]
    assert [(c.criterion.id, c.concept.id) for c in found.cells] == [("air", "open-streets")]
    assert found.uncited is None
    figures = stats(INDEX)
    assert (figures.kinds["claims"], figures.linked_arguments, figures.reported_attributions) == (6, 1, 2)
