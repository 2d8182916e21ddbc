from __future__ import annotations

import json

import pytest

from argumap.mapfile import parse_map


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "a/../../b.md",
        "../a/../b.md",
        "..",
        "~/a.md",
        "C:/a.md",
        "a\\b.md",
        "https://example.org/a",
        "file:///a",
        "\0",
        "a\0b",
        "../a\nb",
        "a\x1bb",
    ],
)
def test_paths_that_are_not_plain_ones_from_the_folder_are_refused(file: str) -> None:
    reading = parse_map(f"argumap: 1\nsources: {{a: {{title: A, file: {json.dumps(file)}}}}}\n")
    assert [problem.code for problem in reading.problems] == ["AM118"]
    assert reading.map.sources[0].file is None


@pytest.mark.parametrize(
    "file", ["a.md", "texts/a.md", "a..b.md", "./a.md", "a/b c.md", "../a.md", "../../texts/a.md"]
)
def test_paths_from_the_folder_are_fine(file: str) -> None:
    assert parse_map(f"argumap: 1\nsources: {{a: {{title: A, file: '{file}'}}}}\n").problems == ()


@pytest.mark.parametrize(
    ("date", "right"),
    [
        ("2025", True),
        ("2025-01", True),
        ("2025-01-31", True),
        ("2025-01~", True),
        ("2024/2025", True),
        ("2024-05/..", True),
        ("../2024", True),
        ("199X", True),
        ("2024-23", True),
        ("2025-13", False),
        ("2025-1", False),
        ("31.1.2025", False),
        ("January", False),
        ("２０２５", False),
    ],
)
def test_dates(date: str, right: bool) -> None:
    reading = parse_map(f"argumap: 1\nclaims: {{a: {{text: A., date: '{date}'}}}}\n")
    assert [problem.code for problem in reading.problems] == ([] if right else ["AM109"])
