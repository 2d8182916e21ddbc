from __future__ import annotations

import pytest

from argumap.errors import CallError, NotFound
from argumap.formats import FORMATS, Family
from argumap.project.format_choice import find_formats, get_reader, get_writer, order_formats


def test_formats_stand_in_their_families_what_most_come_with_first() -> None:
    ordered = order_formats(FORMATS)
    assert sorted(ordered) == sorted(FORMATS)
    assert ordered[0] == "kialo"
    assert list(dict.fromkeys(FORMATS[name].family for name in ordered)) == list(Family)


@pytest.mark.parametrize(
    ("word", "names"),
    [
        pytest.param("kialo", ["kialo"], id="a format"),
        pytest.param("Kialo", ["kialo"], id="in any letters"),
        pytest.param("Excel", ["table", "xlsx"], id="a tool"),
        pytest.param("gephi", ["graphml"], id="one tool of several"),
        pytest.param("obsidian", ["obsidian", "canvas"], id="a format before others of the tool"),
        pytest.param("csv", ["csv", "table", "polis", "neo4j"], id="a format before others with such files"),
        pytest.param(".mup", ["mindmup"], id="a suffix"),
        pytest.param("ova", ["aif", "xaif"], id="several"),
    ],
)
def test_a_format_is_found_by_its_name_or_a_tools(word: str, names: list[str]) -> None:
    assert find_formats(word) == names


def test_a_word_that_means_no_format_is_told_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"called 'argdwn'; did you mean argdown\?$"):
        find_formats("argdwn")
    with pytest.raises(NotFound, match=r"called 'quux'; argumap formats lists them$"):
        find_formats("quux")
    with pytest.raises(NotFound):
        find_formats(" ")


def test_what_cannot_be_written_is_told_with_the_nearest_and_where_all_are_listed() -> None:
    with pytest.raises(NotFound, match=r"called 'nope'\. `argumap formats` lists those that are written\.$"):
        get_writer("nope")
    with pytest.raises(NotFound, match=r"called 'argdwn'\. Did you mean argdown\? `argumap formats` lists"):
        get_writer("argdwn")
    with pytest.raises(NotFound, match=r"called 'Gephi'\. Did you mean graphml\? `argumap formats` lists"):
        get_writer("Gephi")
    with pytest.raises(CallError, match=r"xlsx \(.*Excel.*\) is only read\. `argumap formats` lists"):
        get_writer("xlsx")


def test_what_cannot_be_read_is_told_with_the_nearest_and_where_all_are_listed() -> None:
    with pytest.raises(NotFound, match=r"called 'nope'\. `argumap formats` lists those that are read\.$"):
        get_reader("nope")
    with pytest.raises(NotFound, match=r"called 'Excel'\. Did you mean table or xlsx\? `argumap formats` lists"):
        get_reader("Excel")
    with pytest.raises(CallError, match=r"graphml \(GraphML\) is only written\. `argumap formats` lists"):
        get_reader("graphml")
