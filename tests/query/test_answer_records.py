from __future__ import annotations

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Index,
)
from argumap.query import (
    case_against,
    gaps,
    path,
    stats,
    who,
)
from maps import HOSTILE, argument


def test_hostile_texts_and_dangling_ids_are_answered() -> None:
    assert who(Index(HOSTILE), "valueof").stances
    dangling = ArgumentMap(
        claims=(Claim("p", "P."),),
        arguments=(argument("r", "nobody", "attacks", "p"), argument("u", "p", "undercuts", "nothing")),
        attributions=(Attribution("ghost", Act.ARGUES, "p", via=("shade",)),),
    )
    index = Index(dangling)
    assert who(index, "p").stances[0].by.name == "ghost"
    assert case_against(index, "p").reasons[0].premises[0].claim.kind == "unknown"
    assert path(index, "p", "u").links
    assert gaps(index).unanswered
    assert stats(index).contested == 1
