"""Letters of other scripts in those of English."""

from __future__ import annotations

import pytest

from argumap.text.romanisation import romanise


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Мост", "most"),
        ("Київ", "kiyiv"),
        ("Щука", "shchuka"),
        ("Αθήνα", "athina"),
        ("جسر", "jsr"),
        ("גשר", "gshr"),
        ("さくら", "sakura"),
        ("서울", "seoul"),
        ("Øst", "ost"),
        ("plain, Text!", "plain, Text!"),
        ("水", "水"),
    ],
)
def test_letters_are_written_as_they_sound(text: str, written: str) -> None:
    assert romanise(text) == written
