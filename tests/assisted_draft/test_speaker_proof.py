"""Nobody is said to say a thing who is not named, not near, or not shown to say it."""

from __future__ import annotations

import pytest

from argumap.assisted_draft.proposals import ClaimProposal, read_claim
from argumap.assisted_draft.quotation_proof import QuotedPassage
from argumap.assisted_draft.sentence_windows import number_sentences
from argumap.assisted_draft.speaker_proof import HeardVoices
from argumap.draft import draft_map, get_cue_words
from argumap.text import normalise, parse_article

ARTICLE = (
    "The mayor, Petra Lunn, opened the pool. “It is too cold,” said Otto Krull, a swimmer. He left at noon.\n\n"
    + "\n\n".join(f"On day {n} the pool stayed open and warm enough for most." for n in range(20))
    + "\n\nThe water is clean, Dr. Hale told us. “Nobody was ill.” Costs rose."
)
TALK = (
    "ANA BROOK: The pool is cold. Otto Krull says that it is warm.\n\nBEN FISK: It is too small.\n\n"
    "ANA BROOK: It costs too much for us.\n\nBEN FISK: I like it much more than before.\n"
)


def voices(text: str) -> HeardVoices:
    article = parse_article(text, "txt")
    return HeardVoices(article, number_sentences(article), draft_map(article).map, get_cue_words("en"))


def judge(text: str, sentence: str, speaker: str, cue: str = "") -> str:
    article = parse_article(text, "txt")
    found = next(s for s in number_sentences(article) if s.unit.text.startswith(sentence))
    passage = QuotedPassage((found,), normalise(found.unit.text))
    proposal = read_claim({"sentences": [1], "claim": "x", "speaker": speaker, "cue": cue})
    assert isinstance(proposal, ClaimProposal)
    fault = voices(text).find_fault(proposal, passage)
    return fault[0] if fault else ""


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "code"),
    [
        pytest.param("“It is too cold", "Otto Krull", "said Otto Krull", "", id="named there"),
        pytest.param("“It is too cold", "Krull", "", "", id="by a shorter name, without a cue"),
        pytest.param("“It is too cold", "Otto Brand", "said Otto Krull", "speaker-not-named", id="invented"),
        pytest.param("“It is too cold", "he", "", "speaker-not-named", id="a pronoun"),
        pytest.param("“It is too cold", "…", "", "speaker-not-named", id="no name at all"),
        pytest.param("Costs rose", "Petra Lunn", "", "speaker-not-near", id="named far away"),
        pytest.param("On day 1 ", "Otto Krull", "", "speaker-not-shown", id="near, and not shown"),
        pytest.param("On day 1 ", "Otto Krull", "the pool stayed open", "speaker-not-shown", id="a cue of nobody"),
        pytest.param(
            "“It is too cold", "Otto Krull", "as Otto Krull told the press", "cue-not-found", id="false cue"
        ),
        pytest.param("“Nobody was ill", "Dr. Hale", "Hale told us", "", id="the sentence before"),
        pytest.param("“Nobody was ill", "Hale", "", "", id="a quotation that goes on"),
        pytest.param("He left at noon", "Otto Krull", "He left", "", id="by a pronoun there"),
        pytest.param("Costs rose", "", "", "", id="the author"),
        pytest.param("Costs rose", "the author", "", "", id="the author, in words"),
        pytest.param("Costs rose", "", "he swore", "cue-not-found", id="the author by words that are not there"),
    ],
)
def test_who_says_it_is_proved(sentence: str, speaker: str, cue: str, code: str) -> None:
    assert judge(ARTICLE, sentence, speaker, cue) == code


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "code"),
    [
        pytest.param("BEN FISK: I like it", "Ben Fisk", "", "", id="whose turn it is"),
        pytest.param("BEN FISK: I like it", "", "", "other-speaker", id="not the author's"),
        pytest.param("Otto Krull says", "Otto Krull", "Otto Krull says", "", id="whom a turn reports"),
    ],
)
def test_in_a_transcript_the_turn_counts(sentence: str, speaker: str, cue: str, code: str) -> None:
    assert judge(TALK, sentence, speaker, cue) == code


def test_where_the_rules_hear_somebody_else_it_is_doubted() -> None:
    heard = voices(ARTICLE)
    cold = next(s for s in number_sentences(parse_article(ARTICLE, "txt")) if "cold" in s.unit.text)
    passage = QuotedPassage((cold,), "")
    assert not heard.is_doubted("Otto Krull", passage)
    assert heard.is_doubted("Petra Lunn", passage)
    assert heard.is_doubted("", passage)


@pytest.mark.parametrize(
    ("name", "known"), [("Krull", "Otto Krull"), ("the Otto Krull", "Otto Krull"), ("Ott", None)]
)
def test_one_person_has_longer_and_shorter_names(name: str, known: str | None) -> None:
    found = voices(ARTICLE).find_person(name)
    assert (found.name if found else None) == known
