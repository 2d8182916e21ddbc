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
    Family.MAPS,
    ("aif", "kialo", "xaif"),
    [("claims", ("●", "●", "◐")), ("tags", ("○", "–", "○"))],
    {"●": ("attacks",), "○": ("passages", "quotations", "cues")},
)


def test_every_format_that_comes_back_is_in_one_table_with_all_features() -> None:
    tables = build_fidelity_tables()
    shown = [name for table in tables for name in table.formats]
    assert sorted(shown) == sorted(name for name, plug_in in FORMATS.items() if plug_in.read and plug_in.write)
    for table in tables:
        alike = [feature for features in table.alike.values() for feature in features]
        assert sorted([*alike, *(feature for feature, _ in table.rows)]) == sorted(FEATURES)
        assert all(len(set(marks)) > 1 for _, marks in table.rows)


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
        "| argument tools | `aif` | `kialo` | `xaif` |\n"
        "|:--|:-:|:-:|:-:|\n"
        "| claims | ● | ● | ◐ |\n"
        "| tags | ○ | – | ○ |\n"
        "\n● in all of these: attacks.\n"
        "\n○ in all of these: passages, cues."
    )


def test_what_is_alike_is_told_beneath_the_last_part_and_of_one_format_simply() -> None:
    assert [part.tell_alike() for part in TABLE.split(20)] == [
        [],
        ["● attacks", "○ passages, cues"],
    ]


def test_what_most_come_with_stands_first() -> None:
    assert build_fidelity_tables()[0].formats[:3] == ("kialo", "argdown", "aif")


def test_the_page_shows_what_is_measured() -> None:
    page = Path(__file__).parents[2].joinpath("docs/exchange.md").read_text(encoding="utf-8")
    shown = write_fidelity_tables(build_fidelity_tables())
    assert shown in page, "run tools/fidelity_page.py"
