"""Turns that open with a name and a colon."""

from __future__ import annotations

from argumap.draft.cue_words import get_cue_words
from argumap.draft.transcripts import Turns, find_turns
from argumap.text import Article, parse_article

TALK = "Question: Why so early?\n\nVESPER: I sleep badly. So do we all.\n\nQuestion: And now?\n\nVESPER: Better."


def turns(text: str) -> tuple[Article, Turns]:
    article = parse_article(text, "txt")
    return article, find_turns([b for s in article.sections for b in s.blocks], get_cue_words("en"))


def test_each_sentence_of_a_turn_is_its_speakers() -> None:
    article, found = turns(TALK)
    speakers = [found.speaker_of(unit.locator) for unit in article.units]
    assert [speaker.name if speaker else None for speaker in speakers] == [
        None,
        "Vesper",
        "Vesper",
        None,
        "Vesper",
    ]
    assert found.asker is not None


def test_the_label_is_no_part_of_what_is_said() -> None:
    article, found = turns(TALK)
    assert [found.text_of(unit) for unit in article.units][1] == "I sleep badly."


def test_a_colon_alone_makes_no_transcript() -> None:
    _, found = turns("Costs: high.\n\nBenefits: few.\n\nThat is all.")
    assert not found.speakers
