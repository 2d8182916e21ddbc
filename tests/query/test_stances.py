from __future__ import annotations

from dataclasses import replace

from argumap.model import (
    Act,
    Attribution,
    Index,
    build_commitments,
)
from argumap.query import (
    who,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_who_tells_each_voice_and_where_it_speaks() -> None:
    shops, editor = who(INDEX, "trade-falls").stances
    assert (shops.by.id, shops.act, [r.id for r in shops.via]) == ("shops", Act.ARGUES, ["editor"])
    assert [(p.source, p.at) for p in shops.at] == [("column", "s2.p1.s2")]
    assert (editor.by.id, editor.act, editor.reported) == ("editor", Act.CONCEDES, False)
    assert [p.at for p in editor.at] == ["s2.p3.s1"]


def test_whoever_argues_from_a_claim_is_committed_to_it() -> None:
    spoken = replace(TOWN, attributions=(Attribution("shops", Act.ENDORSES, "other-towns"),))
    standing = who(Index(spoken), "rents-rose")
    assert not standing.stances
    assert [(s.by.id, s.of) for s in standing.arguing_from] == [("shops", "other-towns")]
    assert build_commitments(Index(spoken), "shops") == {
        "footfall-rose": ("other-towns",),
        "rents-rose": ("other-towns",),
    }
