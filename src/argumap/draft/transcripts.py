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
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.draft.cast import Cast
    from argumap.draft.cue_words import CueWords
    from argumap.text import Block, Unit

# *VESPER:*, *Mr Stroud (Independent):*, *P.-*
_LABEL = re.compile(
    r"^\W*(?P<who>(?-i:[A-Z])(?=\.\s?[-–—])|(?-i:[QA])(?=\.\s+[A-Z])|[^\W\d_](?:[^:\n?!“”\"]{0,50}[\w.)])?)(?:\.\s?[-–—]|(?<=^[QA])\.\s|\W{0,2}:)\W*(?=\S|$)"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_FEWEST_TURNS = 3
_FEWEST_PEOPLE = 2
_MOST_WORDS = 5
_MOST_INITIALS = 3
_LONGEST_SHORT_FORM = 5
# In what share of their turns an interviewer asks; the others put it as statements.
_ASKER = 1 / 2
_ASKER_OF_TWO = 1 / 3
_ASKS_MORE = 3


@dataclass
class Turns:
    """The turns of a transcript; empty where the article is none.

    Whoever only asks, the ``asker``, speaks as the article's author; ``asked`` is the only one who answers.
    """

    speakers: Mapping[str, CastMember] = field(default_factory=dict)
    cut: Mapping[str, int] = field(default_factory=dict)
    asker: CastMember | None = None
    asked: CastMember | None = None

    def speaker_of(self, locator: str) -> CastMember | None:
        """Who has the word in a sentence; None where it is the author's."""
        speaker = self.speakers.get(locator)
        return None if speaker is self.asker else speaker

    def text_of(self, unit: Unit) -> str:
        """The text of a sentence without the name that has the word."""
        return unit.text[self.cut.get(unit.locator, 0) :].strip() or unit.text

    def label_of(self, unit: Unit) -> int:
        """How many characters of a sentence name who has the word."""
        return self.cut.get(unit.locator, 0)


@dataclass(frozen=True)
class _TurnLine:
    """A sentence, and the label that opens it where it begins a line."""

    unit: Unit
    block: str
    label: re.Match[str] | None

    @property
    def who(self) -> str:
        return _name_of(self.label) if self.label else ""

    @property
    def told(self) -> str:
        """What stands behind the label."""
        return self.unit.text[self.label.end() :] if self.label else self.unit.text


def find_turns(
    blocks: Sequence[Block], cast: Cast, *, text: str = "", captions: bool = False, titles: str = ""
) -> Turns:
    """The turns of some blocks of a ``text``, if names and colons open so many that it is a transcript.

    Of ``captions`` that is known, so that in them a single name tells who speaks. The ``titles`` above may name
    somebody in full.
    """
    lines = list(_read_lines(blocks, text))
    named = Counter(line.who for line in lines if line.label)
    full = _find_full(named)
    if not named or not (captions or _is_talk(named, full, cast.words)):
        return Turns()
    before = "\n".join(line.unit.text for line in takewhile(lambda line: not line.label, lines))
    introduced = full_names(f"{titles}\n{before}", cast)
    people = {who: _find_person(who, introduced, cast) for who in named}
    people |= _find_hosts(lines, cast)
    people |= {who: people[whole] for who, whole in full.items()}
    speakers, cut = _find_speakers(lines, people)
    asker = _find_asker(lines, named, people, cast.words)
    return Turns(speakers, cut, people[asker], _find_asked(people, asker)) if asker else Turns(speakers, cut)


def _is_talk(named: Mapping[str, int], full: Mapping[str, str], words: CueWords) -> bool:
    """Whether labels are so many and of so many people, or say who asks and who answers."""
    turns: Counter[str] = Counter()
    for who, times in named.items():
        turns[full.get(who, who)] += times
    asked = any(map(words.interviewer.match, named)) and any(map(words.answerer.match, named))
    many = sum(times for times in turns.values() if times > 1) >= _FEWEST_TURNS
    return (asked or many) and len(turns) >= _FEWEST_PEOPLE


def _read_lines(blocks: Sequence[Block], text: str) -> Iterator[_TurnLine]:
    for block in blocks:
        for n, unit in enumerate(block.units):
            begins = n == 0 or (bool(text) and _begins_line(unit, text))
            yield _TurnLine(unit, block.locator, _label(unit) if begins else None)


def _begins_line(unit: Unit, text: str) -> bool:
    """Whether nothing but a short form stands before a sentence in its line: *Abg. Dr. Miriam Ochs*."""
    before = text[text.rfind("\n", 0, unit.start) + 1 : unit.start].strip()
    return len(before) <= _LONGEST_SHORT_FORM and before[-1:] in {"", "."}


def _find_speakers(
    lines: Sequence[_TurnLine], people: Mapping[str, CastMember]
) -> tuple[dict[str, CastMember], dict[str, int]]:
    """Who has the word in each sentence, and where in it the label ends, both by locator."""
    speakers: dict[str, CastMember] = {}
    cut: dict[str, int] = {}
    current: CastMember | None = None
    for line in lines:
        if line.label:
            current = people[line.who]
            cut[line.unit.locator] = line.label.end()
        if current is not None:
            speakers[line.unit.locator] = current
    return speakers, cut


def find_interjections(blocks: Sequence[Block], cast: Cast, *, text: str = "") -> Turns:
    """The lines in a report that give the words of somebody behind their name in full or by title.

    *Mr Renn: I think so.* is his up to the end of its paragraph.
    """
    speakers: dict[str, CastMember] = {}
    cut: dict[str, int] = {}
    current, block = None, ""
    for line in _read_lines(blocks, text):
        current = current if line.block == block else None
        block = line.block
        if line.label and (called := cast.phrases.find_called(line.who)) and _is_spoken(line.told, cast.words):
            current = cast.roster.named(called, person=True)
            cut[line.unit.locator] = line.label.end()
        if current is not None:
            speakers[line.unit.locator] = current
    return Turns(speakers, cut)


def _is_spoken(told: str, words: CueWords) -> bool:
    """Whether what stands behind a name and a colon is said, and no office or figure: *Ana Brook: 214 votes.*."""
    said = words.finite | words.own_words | words.addressees
    bare = {word.casefold().strip(".,;:!?") for word in told.replace("’", " ").split()}
    return told.endswith(("!", "?")) or (told[-1:] in {".", "…", "”", '"'} and not said.isdisjoint(bare))


def _find_person(label: str, names: Sequence[tuple[str, ...]], cast: Cast) -> CastMember:
    """Whom a label means: a surname, initials of a name, or *A*, whoever the introduction ``names`` most."""
    if cast.words.outcomes.match(label):
        return cast.roster.meeting
    if cast.words.answerer.match(label):
        told = Counter(names).most_common(1)
        return cast.roster.named(told[0][0], person=True) if told else cast.roster.interviewee
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


def _find_full(named: Iterable[str]) -> dict[str, str]:
    """The label that has the name in full of which another is the surname: *EDVIN MARSH:*, then *MARSH:*."""
    found: dict[str, list[str]] = {}
    for full in named:
        _, _, surname = full.rpartition(" ")
        found.setdefault(surname.casefold(), []).append(full)
    several = {
        who: [full for full in found[who.casefold()] if full != who] for who in named if who.casefold() in found
    }
    return {who: others[0] for who, others in several.items() if len(others) == 1 and " " not in who}


@dataclass
class _Share:
    """How much somebody has of a talk: turns, those of them that ask, and words."""

    turns: int = 0
    asked: int = 0
    words: int = 0

    def asks(self, others: Sequence[_Share]) -> bool:
        """Whether it is an interviewer's: they ask in most turns.

        Of two people it is theirs who asks in a third of them, far more often than the other, and says less.
        """
        share = _ASKER
        if len(others) == 1 and self.asked > _ASKS_MORE * others[0].asked and self.words < others[0].words:
            share = _ASKER_OF_TWO
        return self.asked > self.turns * share


def _find_asker(
    lines: Sequence[_TurnLine], named: Counter[str], people: Mapping[str, CastMember], words: CueWords
) -> str | None:
    """Whoever is called an interviewer, or has an interviewer's share of the talk."""
    labelled = next((name for name in named if words.interviewer.match(name)), None)
    shares = _find_shares(lines, people)
    who = max(shares, key=lambda each: shares[each].asked, default=0)
    if labelled or not shares:
        return labelled
    asks = shares[who].asks([share for other, share in shares.items() if other != who])
    return next(name for name in named if id(people[name]) == who) if asks else None


def _find_shares(lines: Sequence[_TurnLine], people: Mapping[str, CastMember]) -> dict[int, _Share]:
    """How much of a talk each of its people has, by their identity."""
    shares: dict[int, _Share] = {}
    current, asks = _Share(), False
    for line in lines:
        if line.label:
            current, asks = shares.setdefault(id(people[line.who]), _Share()), False
            current.turns += 1
        if not asks and line.unit.text.endswith("?"):
            current.asked += 1
            asks = True
        current.words += len(line.told.split())
    return shares


def _find_hosts(lines: Sequence[_TurnLine], cast: Cast) -> dict[str, CastMember]:
    """Who asks, by a label that says so and whose name it has: *Moderator (Ines Holt):*."""
    labels = [line.label for line in lines if line.label and cast.words.interviewer.match(line.who)]
    found = {_name_of(label): full_names(label["who"], cast) for label in labels}
    return {who: cast.roster.named(runs[0], person=True) for who, runs in found.items() if runs}


def _find_asked(people: Mapping[str, CastMember], asker: str) -> CastMember | None:
    """Whoever alone answers."""
    others = {id(person): person for who, person in people.items() if who != asker}
    return next(iter(others.values())) if len(others) == 1 else None


def _label(unit: Unit) -> re.Match[str] | None:
    match = _LABEL.match(unit.text)
    return match if match and len(_name_of(match).split()) <= _MOST_WORDS and match["who"][0].isupper() else None


def _name_of(label: re.Match[str]) -> str:
    """The name alone: *Mr Stroud* of *Mr Stroud (Independent):*."""
    name = _IN_BRACKETS.sub("", label["who"]).strip()
    return name.partition(",")[0] if name.isupper() else name  # TOVE SMIT, HOST


def _proper(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name
