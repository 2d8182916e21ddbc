from __future__ import annotations

import re
from itertools import pairwise

import pytest

from argumap.legend import KINDS, RELATIONS, WORDS
from argumap.page.palette import SERIES, build_colours, build_tokens, mix

NAMES = ["ink", "ink-soft", "accent", *RELATIONS, *WORDS, *KINDS, *(f"series-{n}" for n in range(len(SERIES)))]
TINTS = [f"{name}-tint" for name in (*RELATIONS, *WORDS, "accent", *(f"series-{n}" for n in range(len(SERIES))))]


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", [0, 1], ids=["light", "dark"])
def test_c6_every_word_can_be_read_on_every_ground(ground: int) -> None:
    colours = build_colours(ground)
    faint = {
        (word, base): round(contrast(colours[word], colours[base]), 2)
        for word in NAMES
        for base in ("paper", "surface", "raised")
        if contrast(colours[word], colours[base]) < 4.5
    }
    assert faint == {}


@pytest.mark.parametrize("ground", [0, 1], ids=["light", "dark"])
def test_c6_ink_can_be_read_on_every_card_and_edges_are_seen(ground: int) -> None:
    colours = build_colours(ground)
    assert min(contrast(colours["ink"], colours[tint]) for tint in [*TINTS, "wash", "hit"]) >= 7
    assert min(contrast(colours["ink-soft"], colours[tint]) for tint in [*TINTS, "wash"]) >= 4.5
    assert contrast(colours["issue-ink"], colours["issue-ground"]) >= 7
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert min(contrast(colours["edge"], colours[base]) for base in ("paper", "surface")) >= 3


def test_both_grounds_bind_the_same_names() -> None:
    assert build_colours(0).keys() == build_colours(1).keys()


def test_the_style_sheet_serves_the_system_the_reader_and_paper() -> None:
    tokens = build_tokens()
    wanted = [":root{", "prefers-color-scheme:dark", "[data-theme=dark]", "@media print", "forced-colors:active"]
    places = [tokens.index(piece) for piece in wanted]
    assert all(a < b for a, b in pairwise(places))


def test_where_colours_are_forced_only_the_readers_own_are_left() -> None:
    forced = build_tokens().rpartition("forced-colors:active")[2]
    assert set(re.findall(r":(\w+);", forced)) == {"Canvas", "CanvasText", "Highlight", "HighlightText", "Mark"}
    assert set(re.findall(r"--([\w-]+):", forced)) == build_colours(0).keys()


def test_colours_mix_in_proportion() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", 1) == "#123456"
