from __future__ import annotations

from argumap.mapfile import parse_map
from argumap.mapfile.starter_text import build_starter


def test_a_starter_is_a_map_that_reads_without_a_problem() -> None:
    reading = parse_map(build_starter("The bridge", "bridge", "map.schema.json"))
    assert reading.problems == ()
    assert reading.map.title == "The bridge"
    assert reading.map.claims
    assert reading.map.issues


def test_a_starter_of_an_article_lists_its_sections_and_stands_in_it() -> None:
    sections = {"s1": "Why: a “case”", "s2": "# How"}
    text = build_starter("The bridge", "bridge", "map.schema.json", sections, ("s1.p1.s1", "s2.p1.s1"))
    reading = parse_map(text)
    assert reading.problems == ()
    assert [(section.at, section.title) for section in reading.map.sections] == list(sections.items())
    assert [source.id for source in reading.map.sources] == ["article"]
    cited = {passage.at for claim in reading.map.claims for passage in claim.at}
    assert cited == {"s1.p1.s1", "s2.p1.s1"}


def test_a_starter_names_its_schema_for_editors_and_its_place_for_people() -> None:
    lines = build_starter("The bridge", "graph/bridge", "../map.schema.json").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../map.schema.json"
    assert any("`argumap check graph/bridge`" in line for line in lines)


def test_a_title_on_several_lines_stays_a_title() -> None:
    reading = parse_map(build_starter('Two\nlines: "and" # signs', "bridge", "s.json"))
    assert reading.map.title == 'Two lines: "and" # signs'
