"""Tables that compare."""

from __future__ import annotations

from argumap.draft.tables import read_tables
from argumap.text import Slugs, get_language, parse_article

TABLE = "# T\n\n| | Dike | Land |\n|---|---|---|\n| Cost | 190 | 145 |\n| Upkeep | 3 | – |\n"


def test_a_row_asks_and_its_cells_answer() -> None:
    found = read_tables(parse_article(TABLE), "article", Slugs(get_language("en")))
    assert [issue.question for issue in found.issues] == ["Cost?", "Upkeep?"]
    assert [concept.label for concept in found.concepts] == ["Dike", "Land"]
    assert [claim.text for claim in found.claims] == ["Dike, Cost: 190.", "Land, Cost: 145.", "Dike, Upkeep: 3."]


def test_a_table_of_one_column_compares_nothing() -> None:
    found = read_tables(
        parse_article("# T\n\n| | A |\n|---|---|\n| x | 1 |\n"), "article", Slugs(get_language("en"))
    )
    assert not found.issues
