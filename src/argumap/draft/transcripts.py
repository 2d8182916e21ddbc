"""Who has the word in a transcript: turns that open with a name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from argumap.draft.cast_members import CastMember
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.draft.cast import Cast
    from argumap.draft.cue_words import CueWords
    from argumap.text import Block, Unit

_LABEL = re.compile(r"^\W*(?P<who>[^\W\d_](?:[^:\n?!“”\"]{0,40}[\w.])?)\W{0,2}:\W*(?=\S|$)")
_FEWEST_TURNS = 3
_FEWEST_PEOPLE = 2
_MOST_WORDS = 5
_MOST_INITIALS = 3


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


def find_turns(blocks: Sequence[Block], cast: Cast, *, captions: bool = False, titles: str = "") -> Turns:
    """The turns of some blocks, if names and colons open so many of them that it is a transcript.

    Of ``captions`` that is known, so that in them a single name tells who speaks. The ``titles`` above may name
    somebody in full.
    """
    labels = [(block, _label(block)) for block in blocks]
    named = Counter(match["who"].strip() for _, match in labels if match)
    few = sum(n for n in named.values() if n > 1) < _FEWEST_TURNS or len(named) < _FEWEST_PEOPLE
    if not named or (few and not captions):
        return Turns()
    before = "\n".join(
        unit.text for block, _ in takewhile(lambda pair: not pair[1], labels) for unit in block.units
    )
    people = {who: _find_person(who, f"{titles}\n{before}", cast) for who in named}
    speakers, cut = _find_speakers(labels, people)
    asker = _find_asker(labels, named, cast.words)
    return Turns(speakers, cut, people[asker] if asker else None)


def _find_speakers(
    labels: Sequence[tuple[Block, re.Match[str] | None]], people: Mapping[str, CastMember]
) -> tuple[dict[str, CastMember], dict[str, int]]:
    """Who has the word in each sentence, and where in it the label ends, both by locator."""
    speakers: dict[str, CastMember] = {}
    cut: dict[str, int] = {}
    current: CastMember | None = None
    for block, match in labels:
        if match:
            current = people[match["who"].strip()]
            cut[block.units[0].locator] = match.end()
        if current is not None:
            speakers |= dict.fromkeys([unit.locator for unit in block.units], current)
    return speakers, cut


def _find_person(label: str, before: str, cast: Cast) -> CastMember:
    """Whom a label means: a surname, initials of a name, or *A*, whoever the introduction is about."""
    names = full_names(before, cast)
    if cast.words.answerer.match(label) and names:
        return cast.roster.named(Counter(names).most_common(1)[0][0], person=True)
    letters = label.replace(".", "").replace(" ", "")
    initials = letters.isupper() and len(letters) <= _MOST_INITIALS
    name = label if initials else _proper(label)
    meant = [run for run in names if (_initials(run) == letters if initials else run[-1] == name)]
    if meant and (initials or len(set(meant)) == 1):
        return cast.roster.named(meant[0], person=True)
    runs = [] if initials else cast.names.find(f"x {name}")
    return (
        cast.roster.named(cast.names.full(runs[0][2]), person=True)
        if len(runs) == 1
        else CastMember(name, StakeholderType.PERSON)
    )


def full_names(text: str, cast: Cast) -> list[tuple[str, ...]]:
    """The names of several words in a text that are no organisation's."""
    return [run for _, _, run in cast.names.find(text) if len(run) > 1 and not cast.names.is_body(run)]


def _initials(run: Sequence[str]) -> str:
    return "".join(word[0] for word in run)


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
