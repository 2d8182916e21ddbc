from __future__ import annotations

from argumap.formats._foreign_ids import FreeIds, call_foreign, find_foreign_id
from argumap.model import ArgumentMap, Claim, Origin


def test_a_free_id_is_one_that_nothing_has() -> None:
    free = FreeIds(["a2", "a1x", "b"])
    assert [free.number("a"), free.number("a"), free.number("c")] == ["a3", "a4", "c1"]
    assert [free.name("d"), free.name("b"), free.name("b")] == ["d", "b-1", "b-2"]


def test_a_record_is_called_as_it_came_from_this_format_and_no_other() -> None:
    claims = (
        Claim("one", "One.", origin=Origin(id="a7")),
        Claim("two", "Two.", origin=Origin(format="aif", id="a8")),
        Claim("same", "Same.", origin=Origin(id="a7")),
        Claim("own", "Own."),
    )
    whole = ArgumentMap(claims=claims, origin=Origin(format="arggraph"))
    assert [find_foreign_id(claim, whole, ("arggraph",)) for claim in claims] == ["a7", "", "a7", ""]
    called = call_foreign(whole, ("arggraph",), lambda _, free: free.number("a"), ["a9"])
    assert called == {"one": "a7", "two": "a10", "same": "a11", "own": "a12"}
