from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError, NotFound
from argumap.semantics import GRADUAL, evaluate
from maps import MAPS
from oracle import even, graph

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def crowd(pros: int, cons: int) -> ArgumentMap:
    names = [f"p{n}" for n in range(pros)] + [f"c{n}" for n in range(cons)]
    return graph(even(" ".join(["t", *names])), " ".join([f"{x}{'+' if x[0] == 'p' else '-'}t" for x in names]))


@pytest.mark.parametrize("semantics", GRADUAL)
def test_balanced_reasons_leave_the_base_score(semantics: str) -> None:
    assert evaluate(crowd(3, 3), semantics).strength["t"] == pytest.approx(0.5)
    assert evaluate(MAPS["one claim"], semantics).strength["only"] == 0.5


@pytest.mark.parametrize(
    ("semantics", "as_", "hint"),
    [
        pytest.param("qee", None, "did you mean qe", id="a misspelt semantics"),
        pytest.param("qe", "editr", "did you mean editor", id="a misspelt stakeholder"),
        pytest.param("qe", "zzz", "it has editor, shops, children", id="nothing near"),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(semantics: str, as_: str | None, hint: str) -> None:
    with pytest.raises((CallError, NotFound), match=hint):
        evaluate(MAPS["town"], semantics, as_)
