from __future__ import annotations

import pytest

from argumap.mapfile import Location, parse_map
from argumap.mapfile.locations import Locations

TEXT = """\
argumap: 1
stakeholders:
  ann: {name: "Ann"}
claims:
  a:
    text: "A."
    supports: [b, c]
    said: {by: ann, act: argues}
  b:
    text: "B."
    undercuts: a/c
    attacks: c
  c: {text: "C."}
arguments:
  r:
    premises: [b]
    supports: a
"""
LOCATIONS = parse_map(TEXT).locations


@pytest.mark.parametrize(
    ("record_id", "line", "column"),
    [
        pytest.param("a", 5, 3, id="a claim at its key"),
        pytest.param("ann", 3, 3, id="a stakeholder"),
        pytest.param("r", 15, 3, id="an argument of its own"),
        pytest.param("a/c", 7, 19, id="an argument folded from a list"),
        pytest.param("b/c", 12, 14, id="an argument folded from one word"),
        pytest.param("b/a/c", 11, 16, id="an undercut folded from one word"),
    ],
)
def test_a_record_is_found_by_its_id(record_id: str, line: int, column: int) -> None:
    assert LOCATIONS.of(record_id) == Location("map.yaml", line, column)


def test_an_unknown_id_stands_nowhere() -> None:
    assert LOCATIONS.of("z") is None
    assert LOCATIONS.of("a/z") is None
    assert Locations().of("a") is None


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        pytest.param(("claims", "a", "said", 0, "act"), 8, 26, id="one value for a list of one"),
        pytest.param(("claims", "a", "said", 0, "cue"), 8, 11, id="a key that is left out"),
        pytest.param(("claims", "a", "type"), 5, 3, id="a record at its key"),
        pytest.param(("claims", "a", "text"), 6, 11, id="a value"),
        pytest.param(("claims",), 4, 1, id="a section at its key"),
        pytest.param(("argumap",), 1, 10, id="a word of the head"),
    ],
)
def test_what_is_wrong_is_shown_at_the_nearest_value(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert LOCATIONS.nearest(path) == Location("map.yaml", line, column)


def test_a_record_that_is_not_written_is_shown_nowhere() -> None:
    assert LOCATIONS.nearest(("claims", "z", "text")) is None


def test_keys_values_and_words_are_found_by_path() -> None:
    assert LOCATIONS.key(("claims", "c", "text")) == Location("map.yaml", 13, 7)
    assert LOCATIONS.value(("claims", "c", "text")) == Location("map.yaml", 13, 13)
    assert LOCATIONS.text(("claims", "a", "supports", 1)) == "c"
    assert LOCATIONS.text(("claims", "a", "supports")) is None
    assert LOCATIONS.steps(("claims", "a", "supports")) == (0, 1)
