from __future__ import annotations

import re
import unicodedata

from argumap.text.unicode_terminators import ANYWHERE, BEYOND, SPACED

ALL = [
    chr(c)
    for c in range(0x110000)
    if not 0xD800 <= c <= 0xDFFF and re.match(f"[{SPACED}{ANYWHERE}{BEYOND}]", chr(c))
]


def test_they_are_as_many_as_unicode_has_but_one() -> None:
    assert len(ALL) == 169
    assert "\u2024" not in ALL


def test_every_one_is_a_mark_or_newer_than_this_python() -> None:
    assert {unicodedata.category(mark) for mark in ALL} <= {"Po", "Lo", "Cn"}


def test_those_beyond_the_basic_plane_stand_for_themselves() -> None:
    assert not re.search("[\U00010000-\U0010ffff]", ANYWHERE)
    assert not re.search("[\u0000-\uffff]", BEYOND.replace("-", ""))
