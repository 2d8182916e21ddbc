"""Who is for an answer, who against it, and who sets out the case for it, as the answer's card names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import StakeholderType
from argumap.views._stand_words import tell_stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.board import Board, BoardAnswer, BoardPerson, Stand
    from argumap.phrases import Phrases

IN_SIGHT = 6
"""So many of a camp stand in sight."""

ROLE = 28
"""A role of so many letters stands beside a name; a longer one shows when it is pointed at."""


@dataclass(frozen=True, slots=True)
class CampMember:
    """Somebody with who they are in a few words, and in a ``hint`` how they come to stand where they do."""

    person: BoardPerson
    about: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Camp:
    """Those who stand alike on an answer: ``for`` or ``against`` it, on ``both`` sides, or who ``presents`` it.

    ``nobody`` tells that others are named who speak on the question, and none of them for this answer.
    """

    key: str
    members: tuple[CampMember, ...] = ()
    nobody: bool = False

    @property
    def shown(self) -> tuple[CampMember, ...]:
        """Those in sight; one alone is no rest."""
        return self.members if len(self.members) <= IN_SIGHT + 1 else self.members[:IN_SIGHT]

    @property
    def rest(self) -> tuple[CampMember, ...]:
        return self.members[len(self.shown) :]


def build_camps(board: Board, phrases: Phrases) -> Mapping[str, tuple[Camp, ...]]:
    """The camps of every answer by its id, those first that are for it."""
    return {
        answer.claim.id: tuple(_gather(board, place, answer, phrases))
        for place, answer in enumerate(board.answers)
    }


def find_sideless(board: Board) -> tuple[CampMember, ...]:
    """Those who speak on the question, and stand in no camp of any answer."""
    return tuple(
        CampMember(person, tell_briefly(person))
        for person in board.people
        if not any(stand.camp for stand in person.stands)
    )


def _gather(board: Board, place: int, answer: BoardAnswer, phrases: Phrases) -> Iterator[Camp]:
    camps: dict[str, list[CampMember]] = {"for": [], "against": [], "both": [], "presents": []}
    for person in board.people:
        stand = person.stands[place]
        if stand.camp:
            camps[stand.camp].append(CampMember(person, tell_briefly(person), _tell_hint(stand, answer, phrases)))
    others = [person for person in board.people if not person.author]
    backed = [*camps["both"], *(member for member in camps["for"] if not member.person.author)]
    if others and answer.leads and answer.entries and not backed:
        yield Camp("for", tuple(camps.pop("for")), nobody=True)
    yield from (Camp(key, tuple(members)) for key, members in camps.items() if members)


def _tell_hint(stand: Stand, answer: BoardAnswer, phrases: Phrases) -> str:
    words = tell_stand(stand, answer, phrases)
    return phrases.say("grammar.comma").join(filter(None, (words.words, words.hint)))


def tell_briefly(person: BoardPerson) -> str:
    """Their role where it is short, else what a person belongs to; the name of a group tells that itself."""
    role = person.stakeholder.role or ""
    if role and len(role) <= ROLE:
        return role
    many = person.stakeholder.type in {StakeholderType.GROUP, StakeholderType.ORGANISATION}
    return "" if many else ", ".join(person.belongs)
