from __future__ import annotations

import pytest

from argumap.errors import NoText
from argumap.formats._spans import SpanCiter, accept_quoted, find_spans
from argumap.model import Act, Attribution, Claim, Passage, Quote

TEXT = "The pond\n\nThe dam leaks, and the dam is old. Ünder the dam  the\ncellars flood.\n\nCarp would die.\n"


def anchors(passages: tuple[Passage, ...]) -> list[dict[str, object]]:
    citer = SpanCiter(TEXT, "a")
    held = {p.at: citer.article.covered(p.at) for p in passages}
    return [{"source": "a", "at": at, "start": units[0].start, "end": units[-1].end} for at, units in held.items()]


def spans_of(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "nth"),
    [
        ("The dam leaks, and the dam is old.", 0),
        ("the dam", 0),
        ("the dam", 1),
        ("dam", 1),
        ("leaks, and the dam", 0),
        ("is old. Ünder the dam  the\ncellars", 0),
        ("the\ncellars flood", 0),
        ("flood.\n\nCarp would die.", 0),
        ("Carp would die.", 0),
    ],
)
def test_a_stretch_is_cited_and_found_again_to_the_character(words: str, nth: int) -> None:
    passages = SpanCiter(TEXT, "a").cite(*spans_of(words, nth))
    assert passages
    assert find_spans(passages, "a", TEXT, anchors(passages)) == [spans_of(words, nth)]


def test_words_that_stand_twice_in_a_sentence_have_those_before_them() -> None:
    assert SpanCiter(TEXT, "a").cite(*spans_of("dam", 1)) == (
        Passage("a", "s1.p1.s1", Quote("dam", "The dam leaks, and the")),
    )


def test_a_stretch_that_cuts_a_word_is_its_sentence() -> None:
    start, end = spans_of("leaks")
    assert SpanCiter(TEXT, "a").cite(start + 1, end) == (Passage("a", "s1.p1.s1"),)


def test_what_is_in_no_sentence_is_no_passage_and_no_text_cites_nothing() -> None:
    assert SpanCiter(TEXT, "a").cite(900, 910) == ()
    assert find_spans((Passage("b", "s1"), Passage("a", "s1")), "a", TEXT, ()) == []
    with pytest.raises(NoText):
        SpanCiter(" \n", "a")


def test_claims_that_are_stretches_of_their_text_are_accepted() -> None:
    words = "the dam of the old pond leaks again"
    whole, part = (Passage("a", "s0.p1.s1"),), (Passage("a", "s0.p1.s1", Quote("the dam leaks")),)
    assert [each.code for each in accept_quoted([Claim("c", words, at=whole)], ())] == ["AM230", "AM307"]
    assert [each.code for each in accept_quoted([Claim("c", words, at=part)], ())] == ["AM307"]
    said = [Attribution("ann", Act.ASSERTS, "c")]
    assert accept_quoted([Claim("c", "It leaks.", at=whole)], said) == ()
    assert accept_quoted([Claim("c", words)], ()) == ()
