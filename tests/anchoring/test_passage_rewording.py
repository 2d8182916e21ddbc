from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring import build_lock, compare_words
from argumap.anchoring.drift import State, build_drift
from argumap.anchoring.passage_rewording import sharpen
from argumap.text import parse_article

OLD = "Rain fell. The council of Ambrel votes in May on the old gates. Snow fell on Friday. It melted soon."
NEW = "Rain fell. In May the council of Ambrel will vote on old gates. Snow fell on Friday. It melted soon."


def sharpened(old: str, new: str) -> list[str]:
    before, after = parse_article(old), parse_article(new)
    locked, now = (build_lock({"s": article}).sources["s"] for article in (before, after))
    return [str(fate.state) for fate in sharpen(build_drift(locked.units, now.units), locked, before, after).fates]


def test_a_word_diff_tells_what_went_and_what_came() -> None:
    assert [(change.kind, change.text) for change in compare_words("the old town gate", "the new gate stays")] == [
        ("same", "the"),
        ("removed", "old town"),
        ("added", "new"),
        ("same", "gate"),
        ("added", "stays"),
    ]


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_a_word_diff_holds_both_texts(old: list[str], new: list[str]) -> None:
    changes = compare_words(" ".join(old), " ".join(new))
    words = {kind: [c for c in changes if c.kind in {"same", kind}] for kind in ("removed", "added")}
    assert " ".join(c.text for c in words["removed"]).split() == old
    assert " ".join(c.text for c in words["added"]).split() == new


@pytest.mark.parametrize("installed", [True, False], ids=["with rapidfuzz", "with difflib"])
def test_the_extra_is_not_needed(installed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not installed:
        monkeypatch.setitem(sys.modules, "rapidfuzz.fuzz", None)
    assert sharpened(OLD, NEW)[1] in {State.EDITED, State.REWORDED}
    assert sharpened(OLD, OLD) == ["exact"] * 4


def test_what_only_shares_a_phrase_is_a_replacement_by_its_words() -> None:
    old = "Rain fell. The council of Ambrel votes in May. Snow fell on Friday. It melted soon."
    new = "Rain fell. The council of elders closed every gate for good. Snow fell on Friday. It melted soon."
    before, after = parse_article(old), parse_article(new)
    locked, now = (build_lock({"s": article}).sources["s"] for article in (before, after))
    assert build_drift(locked.units, now.units).fates[1].state is State.REWORDED
    assert sharpened(old, new)[1] == "replaced?"


def test_a_lost_passage_is_found_again_by_its_words() -> None:
    moved = OLD.replace("Snow fell on Friday. ", "") + " New here. A snow fell on Fridays."
    assert sharpened(OLD, moved)[2] == "edited"
