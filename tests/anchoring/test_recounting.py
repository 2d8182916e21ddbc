from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring import recount_anchors, recount_places
from argumap.errors import NoText
from argumap.model import ArgumentMap, Claim, Passage, Source
from argumap.text import parse_article

TEXT = """# Der Rat

Der Rat schweigt, z. B. im Mai. Am 5. Mai tagt er nicht. Es regnet.

Das Ende.
"""
CHINESE = "市议会投票。商店老板担心。没有人知道。\n\n第二段在这里。"


def recount(text: str, language: str, *at: str, back: bool = False) -> list[tuple[str | None, str]]:
    """Where anchors stand, and in what state, when a text of the first rules is read by the newest."""
    old, new = parse_article(text, version=1), parse_article(text, language=language)
    if back:
        old, new = new, old
    claim = Claim("c", "A claim.", at=tuple(Passage("text", each) for each in at))
    record = ArgumentMap("Rat", sources=(Source("text", "Rat"),), claims=(claim,))
    return [(state.now, str(state.state)) for state in recount_anchors(record, {"text": old}, {"text": new})]


def test_words_that_are_two_paragraphs_by_the_other_rules_are_ambiguous() -> None:
    text = "Der Rat Der Rat \n 市议会投票。 \n Der Rat Der Rat"
    old, new = parse_article(text, "txt", version=1), parse_article(text, "txt", language="de")
    assert recount_places(old, new, ["s0.p1.s1"]) == {"s0.p1.s1": None}


@pytest.mark.parametrize(
    ("at", "now", "state"),
    [
        pytest.param("s1.p1.s5", "s1.p1.s3", "exact", id="counted otherwise"),
        pytest.param("s1.p1.s1", "s1.p1.s1", "merged", id="the first part of a sentence, at the same number"),
        pytest.param("s1.p1.s2", "s1.p1.s1", "merged", id="its second part"),
        pytest.param("s1.p1.s1-s2", "s1.p1.s1", "exact", id="both parts are one sentence"),
        pytest.param("s1.p1.s2-s4", "s1.p1.s1-s2", "merged", id="a range that begins in a sentence"),
        pytest.param("s1.p1", "s1.p1", "exact", id="a paragraph"),
        pytest.param("s1", "s1", "exact", id="a section"),
        pytest.param("s1.h", "s1.h", "exact", id="a heading"),
        pytest.param("s1.p2.s1", "s1.p2.s1", "exact", id="what is counted as before"),
    ],
)
def test_an_anchor_is_led_to_its_words(at: str, now: str, state: str) -> None:
    assert recount(TEXT, "de", at) == [(now, state)]


@pytest.mark.parametrize(
    ("at", "now"),
    [
        pytest.param("s1.p1.s1", "s1.p1.s1-s2", id="a sentence becomes two"),
        pytest.param("s1.p1.s3", "s1.p1.s5", id="what follows is counted on"),
        pytest.param("s1.p1.s1-s3", "s1.p1.s1-s5", id="a range"),
    ],
)
def test_and_back_by_the_older_rules(at: str, now: str) -> None:
    assert recount(TEXT, "de", at, back=True) == [(now, "exact")]


def test_a_paragraph_of_one_unit_becomes_its_sentences() -> None:
    old = parse_article(CHINESE, version=1)
    first, last = old.units[0].locator, old.units[-1].locator
    assert recount(CHINESE, "zh", first, last) == [("s0.p1.s1-s3", "exact"), ("s0.p2.s1", "exact")]


def test_what_never_named_a_passage_stays_lost() -> None:
    assert recount(TEXT, "de", "s9.p1.s1", "nonsense") == [(None, "lost"), (None, "lost")]


PARTS = [
    "Der Rat",
    "z. B. Autos.",
    "Am 5. Mai",
    "schweigt.",
    "市议会投票。",
    "# Titel",
    "- Punkt",
    "| a | b |",
    "Ja! Nein?",
]
PIECES = st.lists(st.sampled_from([*PARTS, "\n\n", "\n"]), min_size=1, max_size=20)


@given(PIECES, st.sampled_from(["md", "txt"]), st.sampled_from(["de", "zh", "en"]), st.booleans())
def test_every_unit_is_found_again_with_all_its_words(
    pieces: list[str], kind: str, language: str, back: bool
) -> None:
    text = " ".join(pieces)
    try:
        first, newest = parse_article(text, kind, version=1), parse_article(text, kind, language=language)
    except NoText:
        return
    old, new = (newest, first) if back else (first, newest)
    found = recount_places(old, new, [unit.locator for unit in old.units])
    for unit in old.units:
        now = found[unit.locator]
        if now is None:
            blocks = {each.locator.rpartition(".")[0] for each in new.units if unit.start < each.end <= unit.end}
            assert len(blocks) > 1, unit
            continue
        words = "".join(each.text for each in new.covered(now))
        assert "".join(unit.text.split()) in "".join(words.split())
