from __future__ import annotations

import pytest

from argumap.legend import KINDS, RELATIONS, WORDS, Glyph

MARKS = [(name, mark) for table in (RELATIONS, WORDS, KINDS) for name, mark in table.items()]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("name", "mark"), MARKS)
def test_every_colour_is_legible_on_its_ground(name: str, mark: Glyph) -> None:
    assert contrast(mark.light, "#ffffff") >= 4.5, name
    assert contrast(mark.dark, "#0f1419") >= 4.5, name


def test_for_and_against_are_told_apart_without_colour() -> None:
    told = [
        (m.word, m.sign, m.dash) for m in (RELATIONS["supports"], RELATIONS["attacks"], RELATIONS["undercuts"])
    ]
    assert all(len({mark[i] for mark in told}) == 3 for i in range(3))
