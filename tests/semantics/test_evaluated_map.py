"""An evaluated map answers, and so does what a what-if makes of it."""

from __future__ import annotations

import pytest

from argumap.errors import NotFound
from argumap.semantics import EvaluatedMap, evaluate
from maps import MAPS

TOWN = MAPS["town"]


def test_the_map_of_a_what_if_answers_as_a_map_written_so_would() -> None:
    supposed = evaluate(TOWN).what_if(set_aside=["rents-rose"]).evaluation
    assert isinstance(supposed, EvaluatedMap)
    assert supposed.explain("rents-rose").status == "falls"
    assert supposed.cruxes("close-it").status == supposed.status["close-it"]


def test_the_eyes_of_a_stakeholder_that_the_map_lacks_are_refused() -> None:
    with pytest.raises(NotFound, match="nobody"):
        evaluate(TOWN, as_="nobody")
