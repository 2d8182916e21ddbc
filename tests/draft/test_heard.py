"""What is read of an article, as plain records."""

from __future__ import annotations

from argumap.draft.heard import DraftClaim, HeardSentence
from argumap.draft.quotations import Quoted
from argumap.model import Act
from argumap.text import parse_article


def test_a_claim_is_asserted_until_its_sentence_says_otherwise() -> None:
    (unit,) = parse_article("It rains.", "txt").units
    sentence = HeardSentence(unit, "s0.p1", "s0", Quoted(()))
    assert DraftClaim(sentence, "It rains.", "statement").act is Act.ASSERTS
    assert not sentence.idle
