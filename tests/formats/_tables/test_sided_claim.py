from __future__ import annotations

import pytest

from argumap.formats._tables import parse_grid
from argumap.formats._tables.sheets import find_sheet
from argumap.formats._tables.sided_claim import SidedClaim, find_sided_claim


def find(table: str, file: str = "my_pond.csv") -> SidedClaim | None:
    sheet = find_sheet(parse_grid(table, file), {}, file)
    assert sheet is not None
    return find_sided_claim(sheet, file)


@pytest.mark.parametrize(
    ("table", "file", "claim", "question"),
    [
        ("Pro;Con\na;b\n", "my_pond.csv", "My pond", "My pond?"),
        ("Pro;Con\na;b\n", "Tempo 30.2-neu.csv", "Tempo 30.2-neu", "Tempo 30.2-neu?"),
        ("The pond should go.\nPro;Con\na;b\n", "x.csv", "The pond should go.", ""),
        (
            "¿Se va el estanque?\nPro;Contra\nLa presa no es segura para nadie.;b\n",
            "x",
            "Sí: ¿Se va el estanque?",
            "¿Se va el estanque?",
        ),
        ("Argument,Side\na,pro\nb,con\n", "pond.csv", "Pond", "Pond?"),
    ],
)
def test_what_a_list_is_about(table: str, file: str, claim: str, question: str) -> None:
    found = find(table, file)
    assert found is not None
    assert (found.text, found.question) == (claim, question)


@pytest.mark.parametrize(
    "table",
    ["Claim;Pro;Con\nx;a;b\n", "id,text,relation\n1,a,pro\n", "text,relation,parent\na,pro,b\n", "text\na\n"],
)
def test_other_tables_say_it_themselves(table: str) -> None:
    assert find(table) is None


def test_a_name_of_signs_is_no_claim() -> None:
    assert find("Pro;Con\na;b\n", "_.csv") is None
