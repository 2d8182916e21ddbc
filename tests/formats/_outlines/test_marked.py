from __future__ import annotations

import pytest

from argumap.formats._outlines.marked import parse_outline, rewrite, tell_rest


def shape(text: str) -> list[tuple[int, str]]:
    outline = parse_outline(text)
    found = []
    open_ = [(0, root) for root in reversed(outline.roots)]
    while open_:
        depth, here = open_.pop()
        found.append((depth, here.words.text))
        open_ += [(depth + 1, each) for each in reversed(here.beneath)]
    return found


def test_headings_are_over_lists_and_deeper_points_beneath() -> None:
    text = "# T\n## A\n* a\n   * b\n\t\t1. c\n* d\n## B\ntext\n- e\n"
    assert shape(text) == [(0, "A"), (1, "a"), (2, "b"), (3, "c"), (1, "d"), (0, "B"), (1, "e")]
    assert parse_outline(text).title == "T"


def test_a_point_goes_on_in_lines_that_follow_it() -> None:
    outline = parse_outline("- a\n  b\nc\n\n  d\n- e\n***\n")
    assert [(point.written, point.first, point.last) for point in outline.points] == [("a b c", 0, 2), ("e", 5, 5)]
    assert [*tell_rest(outline)] == ["line 5", "line 7"]


def test_a_side_alone_in_a_line_is_over_the_list_beneath_it() -> None:
    assert shape("# A.\nPros:\n- b\n\nDagegen\n- c\nSome text\n") == [
        *((0, "A."), (1, ""), (2, "b")),
        *((1, ""), (2, "c Some text")),
    ]


def test_a_box_to_tick_is_no_part_of_the_words() -> None:
    assert shape("# A.\n- [x] Pro: b\n- [ ] Con: c\n") == [(0, "A."), (1, "b"), (1, "c")]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("# A.\n+ b\n- c\n", 2),
        ("- a\n  + b\n    - c\n", 2),
        ("# A.\n- a\n  - b\n- c\n  + d\n# B.\n+ e\n- f\n", 4),
        ("* a\n  + b\n  - c\n", 2),
        ("* a\n  + b\n    - c\n* d\n", 0),
        ("- a\n- b\n", 0),
    ],
)
def test_bullets_are_sides_where_a_list_has_both_or_there_are_no_others(text: str, sides: int) -> None:
    points = parse_outline(text).points
    assert sum(point.words is not None and point.words.side is not None for point in points) == sides


def test_code_quotes_and_front_matter_are_no_points() -> None:
    outline = parse_outline("---\nx: 1\n---\n- a\n````\n- b\n```\n````\n> - c\n| - d |\n")
    assert [point.written for point in outline.points] == ["a"]
    assert [*tell_rest(outline)] == ["line 1", "line 5"]


def test_text_at_the_margin_ends_a_list() -> None:
    assert shape("- a\n\ntext\n\n  - b\n") == [(0, "a"), (0, "b")]


def test_a_point_is_rewritten_where_its_words_stand() -> None:
    points = parse_outline("## Pro: It leaks. ##\n  3. **Con:** It holds. — *Ann*\nYes\n===\n").points
    assert [rewrite(point, "New.") for point in points] == [
        "## Pro: New. ##",
        "  3. **Con:** New. — *Ann*",
        "New.\n===",
    ]
