"""What is said, as a sentence of its own."""

from __future__ import annotations

import pytest

from argumap.draft.frames import tidy


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the dams are old", "The dams are old."),
        ("“the dams  are old,”", "The dams are old."),
        ("are the dams old?", "Are the dams old?"),
        ("", ""),
    ],
)
def test_what_is_said_has_a_capital_and_its_stop(said: str, told: str) -> None:
    assert tidy(said) == told
