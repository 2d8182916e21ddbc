"""Sentences that an edit turned are flagged; those that say the same in other words are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.anchoring import SourceLock, build_lock, check_anchors, encode_lock, parse_lock
from argumap.anchoring.drift import Flag, build_flags, is_turned
from argumap.anchoring.fingerprint import Fingerprint, build_fingerprint
from argumap.mapfile import parse_map
from argumap.text import Unit, parse_article

PAIRS = (Path(__file__).parent / "turned_pairs.txt").read_text("utf-8")


def pairs(title: str) -> list[tuple[str, str]]:
    block = PAIRS.partition(f"\n# {title}")[2].partition("\n\n")[0]
    found = [line.split("|") for line in block.splitlines()[1:]]
    return [(before, after) for before, after in found]


def print_of(sentence: str) -> Fingerprint:
    return build_fingerprint(Unit("s0.p1.s1", "sentence", 0, len(sentence), sentence))


def flags(before: str, after: str) -> tuple[Flag, ...]:
    return build_flags(print_of(before), print_of(after))


@pytest.mark.parametrize(("before", "after"), pairs("turned"))
def test_a_turned_sentence_is_flagged_whichever_way_it_turned(before: str, after: str) -> None:
    assert flags(before, after)
    assert flags(after, before)


def test_of_further_turned_sentences_nine_in_ten_are_flagged() -> None:
    further = pairs("further")
    assert len(further) == 75
    assert sum(bool(flags(*pair)) for pair in further) >= 68


@pytest.mark.parametrize(("before", "after"), pairs("same"))
def test_a_sentence_in_other_words_is_not_flagged(before: str, after: str) -> None:
    assert flags(before, after) == ()


def test_opposites_that_changed_places_turn_a_sentence() -> None:
    before = "Rents rose in the valley and fell on the hill."
    assert flags(before, "Rents fell in the valley and rose on the hill.") == (Flag.MEANING,)
    assert flags(before, "Rents rose in the upper valley and fell on the hill.") == ()


def test_a_merged_sentence_is_not_turned_by_what_the_other_says() -> None:
    part, whole = (
        print_of(s).turns for s in ("Rents rose.", "Rents rose, which the mayor denied, and prices fell.")
    )
    assert is_turned(part, whole)
    assert not is_turned(part, whole, of_part=True)
    assert is_turned(print_of("The mayor denied it.").turns, whole[:1] if whole else None, of_part=True)


TEXT = "# Rents\n\nThe council met in May. Rents in the valley rose after the tunnel opened. It rained that day."


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        pytest.param(None, ("meaning",), id="a lock of today"),
        pytest.param("earlier", (), id="a lock of earlier"),
        pytest.param("with the text", ("meaning",), id="a lock of earlier with its text"),
    ],
)
def test_a_lock_of_earlier_tells_turned_words_with_its_text_alone(
    old: str | None, expected: tuple[str, ...]
) -> None:
    article = parse_article(TEXT)
    lock = build_lock({"column": article})
    if old:
        written = encode_lock(lock)
        lines = [line.partition(', "m": "') for line in written.splitlines()]
        earlier = "\n".join(head + tail.partition('"')[2] if sign else head for head, sign, tail in lines)
        lock = parse_lock(earlier)
        assert encode_lock(lock).rstrip() == earlier
        assert isinstance(lock.sources["column"], SourceLock)
    argument_map = parse_map(
        "argumap: 1\nsources: {column: {title: C.}}\nclaims: {a: {text: A., at: column#s1.p1.s2}}"
    ).map
    now = {"column": parse_article(TEXT.replace("rose", "fell"))}
    (state,) = check_anchors(argument_map, lock, now, {"column": article} if old == "with the text" else None)
    assert state.flags == expected
