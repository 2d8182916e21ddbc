from __future__ import annotations

from argumap.formats import Export
from argumap.formats.edges import write
from argumap.model import Argument, ArgumentMap, Bearing, Claim


def test_each_premise_of_a_linked_argument_has_its_line() -> None:
    claims = (Claim("a", "A."), Claim("b", "B."), Claim("c", "C."))
    linked = ArgumentMap(claims=claims, arguments=(Argument("x", ("a", "b"), Bearing.SUPPORTS, "c"),))
    assert write(Export(linked)).splitlines()[1:] == ["a\tsupports\tc", "b\tsupports\tc"]
