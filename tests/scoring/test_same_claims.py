from __future__ import annotations

import pytest

from scored import same_claims


@pytest.mark.parametrize(
    ("draft", "gold", "alike"),
    [
        pytest.param("s1.p1.s1", "s1.p1.s1", True, id="one sentence"),
        pytest.param("s1.p1.s1", "s1.p1.s2", False, id="the next"),
        pytest.param("s1.p1.s1", "s1.p1.s1-s3", True, id="one of three"),
        pytest.param("s1.p2.s1", "s1.p2.s1-s4", False, id="one of four"),
        pytest.param("s1", "s1.p1.s1", False, id="the whole article"),
        pytest.param("s1.p1.s1", "[s1.p2.s1, s1.p2.s3, s1.p2.s5, s1.p1.s1]", True, id="one of four passages"),
    ],
)
def test_claims_are_the_same_that_share_a_third_of_a_passage(draft: str, gold: str, alike: bool) -> None:
    same = same_claims(f'd: {{text: "A.", at: {draft}}}', f'g: {{text: "B.", at: {gold}}}')
    assert (set(same.of_draft["d"]), set(same.of_gold["g"])) == (({"g"}, {"d"}) if alike else (set(), set()))
    assert dict(same.pairs) == ({"d": "g"} if alike else {})


TWO = """
one: {text: "The mayor is old.", at: s1.p2.s2, said: mayor}
other: {text: "The nurse is young.", at: s1.p2.s2, said: nurse}
"""


def test_of_two_claims_in_one_sentence_speakers_tell_and_then_words() -> None:
    assert same_claims('d: {text: "So.", at: s1.p2.s2, said: nurse}', TWO).pairs == {"d": "other"}
    assert same_claims('d: {text: "The nurse is so.", at: s1.p2.s2, said: reporter}', TWO).pairs == {"d": "other"}
    assert same_claims('d: {text: "So.", at: s1.p2.s2, said: nurse}', TWO).of_draft["d"] == {"one", "other"}


def test_more_common_sentences_come_before_speakers() -> None:
    draft = 'd: {text: "So.", at: s1.p2.s1-s2, said: nurse}'
    gold = 'a: {text: "A.", at: s1.p2.s1-s2, said: mayor}\nb: {text: "B.", at: s1.p2.s2, said: nurse}'
    assert same_claims(draft, gold).pairs == {"d": "a"}


def test_common_sentences_come_before_common_speakers_and_words_together() -> None:
    five = "s1.p1.s1, s1.p1.s2, s1.p1.s3, s1.p2.s1, s1.p2.s2"
    draft = f'd: {{text: "The mayor is old.", at: [{five}, s1.p2.s3], said: nurse}}'
    gold = f"""
    six: {{text: "X.", at: [{five}, s1.p2.s3], said: mayor}}
    five: {{text: "The mayor is old.", at: [{five}], said: nurse}}
    """
    assert same_claims(draft, gold).pairs == {"d": "six"}
