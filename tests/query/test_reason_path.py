from __future__ import annotations

import pytest

from argumap.errors import NotFound
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Index,
    Stakeholder,
)
from argumap.query import (
    path,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_a_chain_is_told_in_words() -> None:
    chain = path(INDEX, "rents-rose", "close-it")
    assert chain.direction == "bears on"
    assert chain.sentences == (
        "“Rents rose” undercuts the step from “Shops lose custom” against “Close the old town” "
        "(together with “More walkers elsewhere”)",
        "That step objects to “Close the old town”",
    )
    assert path(INDEX, "close-it", "clean-air").sentences == (
        "“Close the old town” is supported by “Cleaner air”",
    )


def test_a_chain_turns_only_where_it_must() -> None:
    chain = path(INDEX, "trade-falls", "clean-air")
    assert (chain.direction, len(chain.links)) == ("linked", 4)
    assert path(INDEX, "shops", "close-it").direction == "bears on"


def test_a_common_speaker_is_no_reason() -> None:
    apart = ArgumentMap(
        claims=(Claim("p", "P."), Claim("q", "Q.")),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.ASSERTS, "p"), Attribution("ann", Act.ASSERTS, "q")),
    )
    with pytest.raises(NotFound, match="no chain of reasons connects p and q"):
        path(Index(apart), "p", "q")


def test_a_node_is_no_step_from_itself() -> None:
    assert path(INDEX, "close-it", "close-it").links == ()
