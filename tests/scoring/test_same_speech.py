from __future__ import annotations

import pytest

from argumap.scoring import Miss
from argumap.scoring.same_speakers import find_same_speakers
from argumap.scoring.same_speech import SameSpeech
from scored import HEAD, placed

GOLD = """
close: {text: "Close it.", at: s1.p1.s1, said: [{by: reporter}, {by: mayor, act: disputes, at: s1.p2.s1}]}
bad: {text: "The water is bad.", at: s1.p1.s2, said: {by: nurse, at: s1.p1.s2-s3}}
best: {text: "The water is good.", at: s1.p2.s2, said: mayor}
never: {text: "The mayor drinks none.", at: s1.p2.s3, said: critics}
unknown: {text: "Nobody knows.", at: s1.p2.s4}
"""


def speech(draft: str, head: str = HEAD) -> SameSpeech:
    ours, theirs = placed(draft, GOLD, head=head)
    return SameSpeech(ours, theirs, find_same_speakers(ours, theirs))


def figures(draft: str, *, own: bool) -> tuple[int, int, int]:
    score = speech(draft).score_attributions(own=own)
    return score.right, score.drafted, score.expected


@pytest.mark.parametrize(
    ("draft", "others", "own"),
    [
        pytest.param(GOLD, (5, 5, 5), (2, 2, 2), id="the same"),
        pytest.param('c: {text: "C.", at: s1.p2.s2, said: mayor}', (1, 1, 5), (0, 0, 2), id="one of five"),
        pytest.param(
            'c: {text: "C.", at: s1.p2.s2, said: {by: mayor, via: []}}', (0, 1, 5), (0, 0, 2), id="voice"
        ),
        pytest.param('c: {text: "C.", at: s1.p2.s2, said: nurse}', (0, 1, 5), (0, 0, 2), id="another speaker"),
        pytest.param('c: {text: "C.", at: s1.p2.s2}', (0, 0, 5), (0, 1, 2), id="left to the author"),
        pytest.param(
            'c: {text: "C.", at: s1.p1.s1, said: {by: mayor, at: s1.p2.s1}}',
            (1, 1, 5),
            (0, 0, 2),
            id="its passage",
        ),
        pytest.param(
            'c: {text: "C.", at: s1.p2.s2, said: mayor}\nd: {text: "D.", at: s1.p2.s2, said: mayor}',
            (1, 1, 5),
            (0, 0, 2),
            id="two claims of a sentence are one attribution",
        ),
    ],
)
def test_a_sentence_a_speaker_and_a_voice(
    draft: str, others: tuple[int, int, int], own: tuple[int, int, int]
) -> None:
    assert figures(draft, own=False) == others
    assert figures(draft, own=True) == own


def test_differences_are_told_sentence_by_sentence() -> None:
    score = speech('c: {text: "C.", at: s1.p2.s2-s3, said: nurse}').score_attributions(own=False)
    assert score.misses[-2:] == (
        Miss("s1.p2.s2", "The mayor (reported)", "A nurse (reported)"),
        Miss("s1.p2.s3", "Critics (reported)", "A nurse (reported)"),
    )


def test_speakers_are_counted_without_authors() -> None:
    score = speech('c: {text: "C.", at: s1.p2.s2, said: [{by: mayor}, {by: reporter}]}').score_speakers()
    assert (score.right, score.drafted, score.expected) == (1, 1, 3)
    assert [(miss.at, miss.expected) for miss in score.misses] == [
        ("s1.p2.s3", "Critics"),
        ("s1.p1.s2", "A nurse"),
    ]


@pytest.mark.parametrize(
    ("act", "right"),
    [("asserts", 1), ("argues", 1), ("concedes", 1), ("disputes", 0), ("questions", 0), ("presents", 0)],
)
def test_who_is_heard_in_both_maps_holds_the_claim_or_not(act: str, right: int) -> None:
    score = speech(f'c: {{text: "C.", at: s1.p2.s2, said: {{by: mayor, act: {act}}}}}').score_commitments()
    assert (score.right, score.drafted) == (right, 1)
    assert len(score.misses) == 1 - right


@pytest.mark.parametrize(
    ("said", "at", "of_others", "of_author"),
    [
        pytest.param("mayor", "s1.p2.s2", (0, 1), (0, 0), id="said so"),
        pytest.param("{by: mayor, act: disputes}", "s1.p2.s2", (0, 1), (0, 0), id="speaks there"),
        pytest.param("nurse", "s1.p2.s2", (1, 1), (0, 0), id="does not speak there"),
        pytest.param("nurse", "s1.p2.s2-s3", (1, 1), (0, 0), id="in none of several sentences"),
        pytest.param("mayor", "s1.p2.s2-s3", (0, 1), (0, 0), id="in one of several sentences"),
        pytest.param("nurse", "s1.p2.s5", (1, 1), (0, 0), id="nobody does"),
        pytest.param("{by: nurse, act: presents}", "s1.p2.s2", (0, 0), (0, 0), id="is committed to nothing"),
        pytest.param("reporter", "s1.p1.s1", (0, 0), (0, 1), id="the author does"),
        pytest.param("reporter", "s1.p2.s2", (0, 0), (1, 1), id="the author does not"),
        pytest.param("reporter", "s1.p2.s5", (0, 0), (0, 1), id="nobody does but the author writes"),
    ],
)
def test_nothing_is_given_to_who_does_not_say_it(
    said: str, at: str, of_others: tuple[int, int], of_author: tuple[int, int]
) -> None:
    heard = speech(f'c: {{text: "C.", at: {at}, said: {said}}}')
    for own, wanted in ((False, of_others), (True, of_author)):
        fault = heard.find_false_attributions(own=own)
        assert (fault.count, fault.of) == wanted


def test_the_words_of_a_spokesperson_are_not_falsely_those_of_the_organisation() -> None:
    head = HEAD.replace(
        "type: person}\n  critics", "type: person, affiliation: town}\n  town: {name: Town}\n  critics"
    )
    ours, _ = placed('c: {text: "C.", at: s1.p2.s2, said: town}', GOLD, head=head)
    theirs, _ = placed(GOLD, GOLD, head=head)
    heard = SameSpeech(ours, theirs, find_same_speakers(ours, theirs))
    assert heard.find_false_attributions(own=False).count == 0
    assert heard.score_attributions(own=False).right == 0
