"""What a claim may not say, and what it may: figures, negations, names, pronouns and copied words."""

from __future__ import annotations

import pytest

from argumap.assisted_draft.proposals import ClaimProposal, read_claim
from argumap.assisted_draft.quotation_proof import QuotedPassage
from argumap.assisted_draft.sentence_windows import number_sentences
from argumap.assisted_draft.wording_proof import ClaimWording, find_strange
from argumap.draft import get_cue_words
from argumap.text import normalise, parse_article

SENTENCE = "The guild of bakers does not want 12 new stalls, and Ana Brook calls the plan of the town risky."


def fault(claim: str, sentence: str = SENTENCE, language: str = "en", **more: str) -> str:
    article = parse_article(sentence, language=language)
    wording = ClaimWording(article, get_cue_words(language))
    passage = QuotedPassage((number_sentences(article)[0],), normalise(sentence))
    proposal = read_claim({"sentences": [1], "quote": sentence, "claim": claim, **more})
    assert isinstance(proposal, ClaimProposal)
    found = wording.find_fault(proposal, passage)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        pytest.param("Bakers do not want a dozen further stalls.", "", id="the same in other words"),
        pytest.param("Bakers want 12 further stalls.", "negation-differs", id="without its not"),
        pytest.param("Nobody among bakers does not want 12 stalls.", "negation-differs", id="with one more"),
        pytest.param("Bakers do not want 21 further stalls.", "figures-differ", id="another figure"),
        pytest.param("Bakers do not want 12 stalls in 2031.", "figures-differ", id="a figure of its own"),
        pytest.param("They do not want 12 further stalls.", "not-standing-alone", id="they"),
        pytest.param("Bakers do not want our 12 stalls, as we say.", "not-standing-alone", id="we"),
        pytest.param("It is not what bakers want.", "", id="an it that means nobody"),
        pytest.param("The guild of bakers does not want 12 new stalls.", "not-own-words", id="copied whole"),
        pytest.param(
            "Of the plan Brook says that the guild of bakers does not want new.", "not-own-words", id="run"
        ),
        pytest.param("Bakers like Otto Krull do not want 12 stalls.", "name-not-in-article", id="a name invented"),
        pytest.param("Brook's bakers do not want 12 stalls.", "", id="a name of the article"),
        pytest.param("Do bakers not want 12 stalls?", "not-a-sentence", id="a question"),
        pytest.param("Not wanted.", "not-a-sentence", id="no sentence"),
        pytest.param(f"Bakers do not want {'many ' * 90}stalls.", "not-a-sentence", id="without an end"),
        pytest.param("Bakers do n\u043et want 12 stalls.", "strange-characters", id="a Cyrillic o"),
        pytest.param("Bakers do not \u202ewant 12 stalls.", "strange-characters", id="turned round"),
        pytest.param("Bakers do not\x00 want 12 stalls.", "strange-characters", id="a zero byte"),
        pytest.param("Bakers do not \ud800want 12 stalls.", "strange-characters", id="half a character"),
        pytest.param("", "not-a-sentence", id="nothing"),
    ],
)
def test_a_claim_says_what_its_passage_says(claim: str, code: str) -> None:
    assert fault(claim) == code


@pytest.mark.parametrize(
    ("claim", "sentence", "act", "code"),
    [
        pytest.param("The dam leaks.", "Lunn denied that the dam leaks.", "disputes", "", id="disputed"),
        pytest.param(
            "The dam leaks.", "Lunn denied that the dam leaks.", "asserts", "negation-differs", id="not said"
        ),
        pytest.param(
            "The dam has a leak.", "Lunn said the dam leaks.", "disputes", "negation-differs", id="not denied"
        ),
        pytest.param("The dam has a leak.", "Whether the dam leaks is unclear.", "questions", "", id="left open"),
        pytest.param(
            "Rents in town fell.", "Rents rose in all the town.", "asserts", "negation-differs", id="turned"
        ),
        pytest.param(
            "Parking is banned here.", "Parking is not allowed here.", "asserts", "", id="turned and denied"
        ),
    ],
)
def test_what_is_disputed_is_denied_by_the_passage(claim: str, sentence: str, act: str, code: str) -> None:
    assert fault(claim, sentence, act=act) == code


def test_german_claims_have_nouns_with_capitals() -> None:
    sentence = "Die Bäckerei verliert seit dem Umbau zwei von zehn Kunden."
    assert fault("Seit der Baustelle fehlt dem Laden ein Fünftel der Kundschaft.", sentence, "de") == ""
    assert fault("Sie verliert ein Fünftel der Kundschaft.", sentence, "de") == "not-standing-alone"
    assert fault("Dem Laden fehlt kein Fünftel der Kundschaft.", sentence, "de") == "negation-differs"


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("plain — “quoted”, naïve, 12 %", ""),
        ("нет и не будет", ""),
        ("می\u200cخواهم", ""),
        ("pаrk", "letters of two alphabets in one word"),
        ("a\u200bb", "U+200B"),
        ("a\ue000b", "U+E000"),
    ],
)
def test_characters_that_no_honest_sentence_has(text: str, strange: str) -> None:
    assert find_strange(text) == strange
