from __future__ import annotations

from dataclasses import replace

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Index,
)
from argumap.query import (
    case_against,
    compare,
    gaps,
    path,
    stats,
    who,
)
from argumap.query.answer_records import get_node
from maps import HOSTILE, TOWN, argument, at


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
    assert gaps(index).unattacked
    assert stats(index).contested == 1


def test_an_argument_without_passages_stands_where_its_premises_do() -> None:
    index = Index(TOWN)
    assert [place.at for place in get_node(index, "other-towns").at] == ["s2.p2.s1", "s2.p2.s2"]
    own = replace(TOWN, arguments=(replace(TOWN.arguments[3], at=at("s2.p4.s1")),))
    assert [place.at for place in get_node(Index(own), "other-towns").at] == ["s2.p4.s1"]


def test_a_stance_on_an_argument_stands_where_it_is_taken_else_where_the_premises_do() -> None:
    spoken = (
        Attribution("editor", Act.ARGUES, "other-towns"),
        Attribution("shops", Act.DISPUTES, "other-towns", at=at("s2.p5.s1")),
    )
    stances = who(Index(replace(TOWN, attributions=spoken)), "other-towns").stances
    assert [[place.at for place in stance.at] for stance in stances] == [["s2.p2.s1", "s2.p2.s2"], ["s2.p5.s1"]]


def test_a_step_that_the_map_added_is_said_to_be_the_maps() -> None:
    added = replace(TOWN, arguments=tuple(replace(a, inferred=True) for a in TOWN.arguments))
    index = Index(added)
    node = get_node(index, "trade-falls/close-it")
    assert (node.label.endswith("“Close the old town” (a step added by the map)"), node.inferred) == (True, True)
    assert not get_node(Index(TOWN), "trade-falls/close-it").inferred
    assert all(o.inferred for o in gaps(index).unattacked)
    assert [clash.inferred for clash in compare(index, "shops", "editor").attacks] == [True]
    assert path(index, "trade-falls", "close-it").sentences == (
        "“Shops lose custom” objects to “Close the old town” (a step added by the map)",
    )
    assert path(index, "close-it", "trade-falls").sentences == (
        "“Close the old town” is objected to by “Shops lose custom” (a step added by the map)",
    )
