"""Who has the word in a transcript: turns that open with a name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.draft.cast import CastMember
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.draft.cue_words import CueWords
    from argumap.text import Block, Unit

_LABEL = re.compile(r"^\W*(?P<who>[^\W\d_](?:[^:\n?!“”\"]{0,40}[\w.])?)\W{0,2}:\W*(?=\S|$)")
_FEWEST_TURNS = 3
_FEWEST_PEOPLE = 2
_MOST_WORDS = 5


@dataclass
class Turns:
    """The turns of a transcript; empty where the article is none.

    Whoever only asks, the ``asker``, speaks as the article's author.
    """

    speakers: Mapping[str, CastMember] = field(default_factory=dict)
    cut: Mapping[str, int] = field(default_factory=dict)
    asker: CastMember | None = None

    def speaker_of(self, locator: str) -> CastMember | None:
        """Who has the word in a sentence; None where it is the author's."""
        speaker = self.speakers.get(locator)
        return None if speaker is self.asker else speaker

    def text_of(self, unit: Unit) -> str:
        """The text of a sentence without the name that has the word."""
        return unit.text[self.cut.get(unit.locator, 0) :].strip() or unit.text


def find_turns(blocks: Sequence[Block], words: CueWords) -> Turns:
    """The turns of some blocks, if names and colons open so many of them that it is a transcript."""
    labels = [(block, _label(block)) for block in blocks]
    named = Counter(match["who"].strip() for _, match in labels if match)
    if sum(n for n in named.values() if n > 1) < _FEWEST_TURNS or len(named) < _FEWEST_PEOPLE:
        return Turns()
    people = {who: CastMember(_proper(who), StakeholderType.PERSON) for who in named}
    speakers: dict[str, CastMember] = {}
    cut: dict[str, int] = {}
    current: CastMember | None = None
    for block, match in labels:
        if match:
            current = people[match["who"].strip()]
            cut[block.units[0].locator] = match.end()
        if current is not None:
            speakers |= dict.fromkeys([unit.locator for unit in block.units], current)
    asker = _find_asker(labels, named, words)
    return Turns(speakers, cut, people[asker] if asker else None)


def _find_asker(
    labels: Sequence[tuple[Block, re.Match[str] | None]], named: Counter[str], words: CueWords
) -> str | None:
    """Whoever is called an interviewer, or asks in most of their turns."""
    labelled = next((name for name in named if words.interviewer.match(name)), None)
    asked = Counter(
        match["who"].strip()
        for block, match in labels
        if match and any(unit.text.endswith("?") for unit in block.units)
    )
    who, questions = asked.most_common(1)[0] if asked else ("", 0)
    return labelled or (who if questions * 2 > named[who] else None)


def _label(block: Block) -> re.Match[str] | None:
    if not block.units:
        return None
    match = _LABEL.match(block.units[0].text)
    return match if match and len(match["who"].split()) <= _MOST_WORDS and match["who"][0].isupper() else None


def _proper(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name
