from __future__ import annotations

import pytest

from argumap.model import Act, Attribution, VoiceKind, mention, quoted, strongest_voice, tell_chain


@pytest.mark.parametrize(
    ("name", "within"),
    [
        pytest.param("The guild", "the guild", id="an article at its beginning"),
        pytest.param("Theodora", "Theodora", id="a name that begins so"),
        pytest.param("Residents' Circle", "Residents' Circle", id="any other name"),
    ],
)
def test_a_name_within_a_sentence(name: str, within: str) -> None:
    assert mention(name) == within


def test_of_several_reporters_each_has_it_from_the_next() -> None:
    assert tell_chain(["Ann"]) == "as Ann reports"
    assert tell_chain(["drivers", "Bob", "Cal"], many=True) == (
        "as drivers report, who has it from Bob, who has it from Cal"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("Shops lose trade", "“Shops lose trade”", id="plain words"),
        pytest.param("“Open” is a word", "“‘Open’ is a word”", id="marks of their own"),
    ],
)
def test_words_between_quotation_marks(words: str, told: str) -> None:
    assert quoted(words) == told


@pytest.mark.parametrize(
    ("attribution", "kind"),
    [
        (Attribution("a", Act.ASSERTS, "c"), "own"),
        (Attribution("a", Act.ASSERTS, "c", via=("b",)), "reported"),
        (Attribution("a", Act.PRESENTS, "c"), "presented"),
        (Attribution("a", Act.SUPPOSES, "c", via=("b",)), "presented"),
        (Attribution("a", Act.QUESTIONS, "c"), "own"),
    ],
)
def test_a_voice_is_own_reported_or_only_presented(attribution: Attribution, kind: str) -> None:
    assert attribution.voice == kind


def test_of_several_voices_the_one_that_binds_most_counts() -> None:
    presented = Attribution("a", Act.PRESENTS, "c")
    reported = Attribution("a", Act.ASSERTS, "c", via=("b",))
    own = Attribution("a", Act.ASSERTS, "c")
    assert strongest_voice([presented, reported]) is VoiceKind.REPORTED
    assert strongest_voice([presented, own, reported]) is VoiceKind.OWN
    assert strongest_voice([]) is VoiceKind.OWN
