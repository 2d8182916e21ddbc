from __future__ import annotations

from argumap.mapfile.map_parser import parse_files
from places import MAP

SHARED = ("shared.yaml", b"concepts: {toll: {label: A toll}}\n")


def test_files_are_read_as_one_map_with_what_they_share() -> None:
    record, locations, problems = parse_files(
        {"map.yaml": MAP, "more.yaml": "issues: {i: {question: So?}}"}, SHARED
    )
    assert [issue.id for issue in record.issues] == ["bridge", "i"]
    assert not [problem for problem in problems if problem.code != "AM125"]
    place = locations.of("i")
    assert place is not None
    assert place.file == "more.yaml"
