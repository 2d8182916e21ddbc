"""What is read of an article: its sentences with who says what in them, and what is made of that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.model import Act, Bearing

if TYPE_CHECKING:
    from argumap.draft.cast_members import CastMember
    from argumap.draft.frames import Frame
    from argumap.draft.quotations import Quoted
    from argumap.text import Unit


@dataclass(eq=False)
class HeardSentence:
    """A sentence of the article with what the rules see in it.

    ``turn`` is who has the word there, ``speaker`` whose quotation or report goes on in it; with ``open`` somebody
    speaks and the text does not show surely who. ``idle`` says why it states nothing; ``opens`` that it is
    the first of several in its paragraph, ``alone`` that it is the only one. A ``label`` of so many characters
    tells who has the word.
    """

    unit: Unit
    block: str
    section: str
    quoted: Quoted
    frames: list[tuple[Frame, CastMember]] = field(default_factory=list)
    witnesses: list[tuple[Frame, CastMember]] = field(default_factory=list)
    speaker: CastMember | None = None
    turn: CastMember | None = None
    claims: list[DraftClaim] = field(default_factory=list)
    open: bool = False
    idle: str = ""
    opens: bool = False
    alone: bool = False
    label: int = 0

    @property
    def told(self) -> str:
        """The sentence without the label of who has the word."""
        return self.unit.text[self.label :].strip() or self.unit.text

    @property
    def reports(self) -> bool:
        """Whether somebody else than the author speaks in it, or may."""
        return bool(self.frames or self.speaker or self.open)

    def mask(self, text: str) -> str:
        """The sentence, or its end behind a label, with what is quoted made unreadable."""
        return self.quoted.mask(self.unit.text)[-len(text) :] if self.unit.text.endswith(text) else text


@dataclass(eq=False)
class DraftClaim:
    """A claim as it is proposed: the words it has in the article, who says it by which cue, and the rule.

    ``others`` say it in the same breath (*Brook and Marsh felt that …*),
    ``answers`` is the question that it answers with yes or no, ``again`` the sentences that state it once more.
    """

    sentence: HeardSentence
    text: str
    rule: str
    speaker: CastMember | None = None
    act: Act = Act.ASSERTS
    cue: str | None = None
    id: str = ""
    answers: HeardSentence | None = None
    again: list[HeardSentence] = field(default_factory=list)
    others: list[CastMember] = field(default_factory=list)


@dataclass(frozen=True)
class DraftStep:
    """A step as it is proposed: what it rests on, what it bears on, and the rule."""

    premise: DraftClaim
    bearing: Bearing
    target: DraftClaim | str
    rule: str


@dataclass(frozen=True)
class StandTaken:
    """That somebody stands by or against a claim that another sentence states: *seconded by Cllr Teague*.

    What was ``moved`` is a motion of a meeting.
    """

    speaker: CastMember
    act: Act
    claim: DraftClaim
    sentence: HeardSentence
    cue: str
    moved: bool = False
