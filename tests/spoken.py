"""Whom one sentence says to say what, as the draft reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.draft.cue_words import get_cue_words
from argumap.draft.quotations import find_quotations
from argumap.draft.speech import find_frames
from argumap.text import parse_article

if TYPE_CHECKING:
    from argumap.draft.frames import Frame


def find_spoken(text: str, language: str = "en") -> list[Frame]:
    article = parse_article(text, "txt", language=language)
    quotations = find_quotations([block for section in article.sections for block in section.blocks])
    (unit,) = article.units
    return find_frames(unit.text, quotations[unit.locator], get_cue_words(language))


def frames(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Subject, cue and what is said of each frame."""
    return [(frame.subject, frame.cue, frame.content) for frame in find_spoken(text, language)]
