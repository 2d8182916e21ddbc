from __future__ import annotations

from argumap.model import (
    Index,
)
from argumap.query import (
    gaps,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_the_town_lacks_an_answer_a_voice_and_a_cell() -> None:
    found = gaps(INDEX)
    assert [o.argument for o in found.unanswered] == ["other-towns"]
    assert [v.stakeholder.id for v in found.voiceless] == ["children"]
    assert [(c.criterion.id, c.concept.id) for c in found.cells] == [("air", "open-streets")]
    assert found.uncited is None
