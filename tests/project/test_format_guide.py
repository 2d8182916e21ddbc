from __future__ import annotations

from argumap.formats import FORMATS
from argumap.project.fidelity import FEATURES, Fidelity
from argumap.project.format_guide import (
    AREAS,
    FormatLine,
    FormatSheet,
    build_format_guide,
    find_misses,
    sum_up_features,
    tell_ways,
)


def test_every_feature_is_in_one_area() -> None:
    assert sorted(feature for inner in AREAS.values() for feature in inner) == sorted(FEATURES)


def test_every_format_has_a_line_and_names_its_tool() -> None:
    lines = [told for lines in build_format_guide().values() for told in lines]
    assert sorted(told.name for told in lines) == sorted(FORMATS)
    assert all(0 < len(told.tool) <= 26 for told in lines)
    assert {told.name: told.ways for told in lines} | {"kialo": "both", "xlsx": "import", "dot": "export"} == {
        told.name: told.ways for told in lines
    }


def test_what_stays_behind_is_told_in_plain_words() -> None:
    assert find_misses(FORMATS["argdown"]) == ()
    assert find_misses(FORMATS["canvas"]) == ("expectations",)
    assert find_misses(FORMATS["kialo"])[:3] == ("who says what", "undercuts", "linked premises")
    assert find_misses(FORMATS["af"]) == ("everything but claims and attacks",)
    assert find_misses(FORMATS["polis"]) == FORMATS["polis"].aside
    assert find_misses(FORMATS["dot"]) == FORMATS["dot"].loses


def test_what_stays_behind_is_cut_between_its_words() -> None:
    told = FormatLine("kialo", "Kialo", "both", ("who says what", "undercuts", "titles"))
    assert told.tell_misses(40) == "who says what, undercuts, titles"
    assert told.tell_misses(30) == "who says what, undercuts, …"
    assert told.tell_misses(17) == "who says what, …"
    assert FormatLine("argdown", "Argdown", "both", ()).tell_misses(30) == "nothing"


def test_features_are_summed_up_only_where_an_area_is_whole() -> None:
    assert sum_up_features(["passages", "quotations", "cues"]) == ["passages", "cues"]
    assert sum_up_features(["questions"]) == ["questions"]


def test_a_sheet_tells_the_calls_the_limits_and_what_comes_back() -> None:
    sheet = FormatSheet("kialo", FORMATS["kialo"])
    assert sheet.tell_calls() == [
        ("import", "argumap import FILE"),
        ("export", "argumap export MAP --to kialo"),
    ]
    assert "no lasting ids" in sheet.tell_limits()[0]
    assert "claims" in sheet.kept[Fidelity.KEPT]
    assert "who says what" in sheet.kept[Fidelity.LOST]
    assert FormatSheet("af", FORMATS["af"]).plainly == ["attacks"]
    notes = FormatSheet("obsidian", FORMATS["obsidian"])
    assert notes.tell_calls() == [("export", "argumap export MAP --to obsidian -o FOLDER")]
    assert notes.kept == {}
    assert "only" in notes.tell_limits()[0]
    assert "--columns" in FormatSheet("xlsx", FORMATS["xlsx"]).tell_limits()[1]
    assert "several files" in FormatSheet("csv", FORMATS["csv"]).tell_limits()[1]


def test_what_each_reads_and_writes_is_told_with_the_calls() -> None:
    assert tell_ways(["xlsx", "csv", "table"]) == [
        "xlsx: read only, .xlsx: argumap import FILE",
        "csv: written only, .nodes.csv, .edges.csv: argumap export MAP --to csv",
        "table: read and written, .csv: argumap import FILE; argumap export MAP --to table",
    ]


def test_what_is_only_written_names_what_is_read_instead() -> None:
    assert FormatSheet("csv", FORMATS["csv"]).tell_limits()[0].endswith("; it can from table and polis.")
    assert FormatSheet("dot", FORMATS["dot"]).tell_limits()[0].endswith(" taken over from it.")
