"""``argumap about``: what a person is told, and what a program gets."""

from __future__ import annotations

import json

import pytest

from argumap.project import load
from argumap.query import about, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("about streets", ["The streets", "Cleaner air", "The author asserts"], id="about"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["about", "streets"], "--json").stdout) == to_json(about(index, "streets"))
