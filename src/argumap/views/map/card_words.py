"""A reason or an objection as it is read on its card, for the room that its words take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import EntryState
from argumap.model import Act, Bearing, VoiceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argumap.board import BoardPlace, Entry
    from argumap.model import Claim
    from argumap.phrases import Phrases
    from argumap.query import Stance
    from argumap.views._points_beneath import PointBeneath, PointsBeneath

SPEAKERS, PLACES = 3, 2
"""So many who say a thing are named, and so many of the answers that it bears on as well."""


def tells_more(claim: Claim) -> bool:
    """Whether the sentence of a claim says more than its title."""
    return claim.text.rstrip(".") != claim.label.rstrip(".")


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card: a title and a sentence a claim, who says it, what answers it, what lies beneath.

    A sentence is empty where it says no more than the title, or stands elsewhere; the first ``always`` stand there
    with the title, for that is but a catchword. ``near`` are the points beneath in a line each.
    """

    titles: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    byline: str = ""
    reply: str = ""
    near: tuple[str, ...] = ()
    always: int = 0


@dataclass(frozen=True, slots=True)
class CardReader:
    """Reads the entries of one board; ``place_words`` tells where else a claim of one counts."""

    phrases: Phrases
    authors: frozenset[str]
    points: PointsBeneath
    place_words: Callable[[Entry, BoardPlace], str]

    def read(self, entry: Entry, *, opened: bool = False) -> CardWords:
        """What stands on the card of an entry; of one that is ``opened`` the best that lies beneath it as well."""
        points = self.points.find(entry)[:1] if opened else ()
        told = [premise.claim for premise in entry.premises if not premise.full or entry.ghost]
        return CardWords(
            self._titles(entry),
            tuple(claim.text for claim in told if tells_more(claim)),
            " ".join(filter(None, self._byline(entry, points))),
            " ".join([*self._reply(entry)]),
            tuple(f"{self._near(point)} {self.tell_fold(entry, points)}" for point in points),
            always=sum(bool(claim.sentence) for claim in told) if not entry.ghost else 0,
        )

    def tell_fold(self, entry: Entry, shown: Sequence[PointBeneath] = ()) -> str:
        """What unfolds beneath an entry, beyond the points that are ``shown`` there; nothing where that is all."""
        if entry.ghost or not entry.beneath:
            return ""
        against, say = self.points.count_against(entry), self.phrases.say
        if entry.answered:
            more = entry.support + against - 1
            rest = entry.beneath - len(entry.answered[0].premises)
            return self._tell_more(more, rest)
        if shown:
            more = entry.support + against - len(shown)
            return self._tell_more(
                more, entry.beneath - len({claim.id for each in shown for claim in each.claims})
            )
        if entry.support:
            told = say("debate.behind", n=entry.support)
            return told + say("debate.and-against", n=against) if against else told
        return say("debate.against", n=against) if against else say("debate.beneath", n=entry.beneath)

    def _tell_more(self, direct: int, rest: int) -> str:
        """How many more bear on it directly; where none does, how many lie beneath what is shown."""
        if direct > 0:
            return self.phrases.say("debate.more", n=direct)
        return self.phrases.say("debate.more-beneath", n=rest) if rest > 0 else ""

    def _titles(self, entry: Entry) -> tuple[str, ...]:
        """The titles, the last with what stands beside it."""
        marks = {
            "upshot.carries": entry.carries,
            "debate.made": entry.added,
            "debate.state.unresolved": entry.state is EntryState.UNRESOLVED,
        }
        beside = [self.phrases.say(key) for key, is_told in marks.items() if is_told]
        first, *others = (premise.claim.label for premise in entry.premises)
        *titles, last = (first, *(f"{self.phrases.say('debate.and')} {title}" for title in others))
        return *titles, " ".join([last, *beside])

    def _byline(self, entry: Entry, points: Sequence[PointBeneath]) -> Iterator[str]:
        yield "; ".join(self._call(stance) for stance in entry.said[:SPEAKERS])
        places = [p.full for p in entry.premises if p.full] + [a for p in entry.premises for a in p.also]
        yield from (self.place_words(entry, place) for place in places[:PLACES])
        if not points and not entry.answered:
            yield self.tell_fold(entry)

    def _call(self, stance: Stance) -> str:
        if self.authors != {stance.by.id}:
            return stance.by.name
        key = "overview.author-grants" if stance.act is Act.CONCEDES else "overview.author"
        return self.phrases.say("debate.author-aloof" if stance.voice is VoiceKind.PRESENTED else key)

    def _reply(self, entry: Entry) -> Iterator[str]:
        for by in entry.answered[:1]:
            yield self.phrases.say("debate.even-if-so" if by.bearing is Bearing.UNDERCUTS else "debate.not-so")
            yield from (self.phrases.quote(premise.claim.label) for premise in by.premises)
            yield "; ".join(self._call(stance) for stance in by.said)
            yield self.tell_fold(entry)

    def _near(self, point: PointBeneath) -> str:
        names = "; ".join(self._call(stance) for stance in point.said[:SPEAKERS])
        return " ".join(
            [
                self.phrases.say("debate.because"),
                *(self.phrases.quote(claim.label) for claim in point.claims),
                names,
            ]
        )
