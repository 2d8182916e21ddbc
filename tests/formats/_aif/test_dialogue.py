from __future__ import annotations

from aif_files import aif, foreign
from argumap.formats._aif.dialogue import order_claims
from argumap.formats._aif.document import read_document


def order(nodes: str, edges: str) -> list[str]:
    return [node.id for node in order_claims(read_document(foreign(aif(nodes, edges))))]


SPOKEN = "1 I A\n2 I B\n3 I C\n4 L a : a\n5 L b : b\n6 YA x\n7 YA x"


def test_what_was_said_first_comes_first_and_the_unsaid_stays_in_its_place() -> None:
    assert order(f"{SPOKEN}\n8 TA x", "4>6>1 5>7>3 5>8>4") == ["3", "2", "1"]


def test_without_transitions_the_file_tells_the_order() -> None:
    assert order(SPOKEN, "4>6>1 5>7>3") == ["1", "2", "3"]


def test_a_circle_of_transitions_begins_where_the_file_does() -> None:
    assert order(f"{SPOKEN}\n8 TA x\n9 TA x", "4>6>1 5>7>3 5>8>4 4>9>5") == ["1", "2", "3"]
