from __future__ import annotations

from pathlib import Path

from argumap.formats import FORMATS, Family
from argumap.project.fidelity import FEATURES
from argumap.project.fidelity_tables import (
    LEGEND,
    FidelityTable,
    build_fidelity_tables,
    write_fidelity_tables,
)

TABLE = FidelityTable(
    Family.MAPS, ("aif", "kialo", "xaif"), [("claims", ("●", "●", "◐")), ("tags", ("○", "–", "○"))]
)


def test_every_format_that_comes_back_is_in_one_table_with_all_features() -> None:
    tables = build_fidelity_tables()
    shown = [name for table in tables for name in table.formats]
    assert sorted(shown) == sorted(name for name, plug_in in FORMATS.items() if plug_in.read and plug_in.write)
    assert all([feature for feature, _ in table.rows] == list(FEATURES) for table in tables)


def test_a_table_too_wide_for_its_place_becomes_several() -> None:
    assert [part.formats for part in TABLE.split(80)] == [("aif", "kialo", "xaif")]
    assert [part.formats for part in TABLE.split(20)] == [("aif", "kialo"), ("xaif",)]
    assert [part.formats for part in TABLE.split(1)] == [("aif",), ("kialo",), ("xaif",)]
    assert [part.rows for part in TABLE.split(20)] == [
        [("claims", ("●", "●")), ("tags", ("○", "–"))],
        [("claims", ("◐",)), ("tags", ("○",))],
    ]


def test_the_signs_are_told_before_the_tables() -> None:
    assert LEGEND == "● kept   ◐ in part   ○ lost"
    assert write_fidelity_tables([TABLE]) == (
        f"{LEGEND}\n\n"
        "| argument maps | `aif` | `kialo` | `xaif` |\n"
        "|:--|:-:|:-:|:-:|\n"
        "| claims | ● | ● | ◐ |\n"
        "| tags | ○ | – | ○ |"
    )


def test_the_page_shows_what_is_measured() -> None:
    page = Path(__file__).parents[2].joinpath("docs/exchange.md").read_text(encoding="utf-8")
    shown = write_fidelity_tables(build_fidelity_tables())
    assert shown in page, "run tools/fidelity_page.py"
