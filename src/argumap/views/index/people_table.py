"""Who stands where, as a table of people by answers, where they are few enough to be read so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.views._stand_words import tell_stand
from argumap.views.index.camps import tell_briefly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board import Board, BoardPerson
    from argumap.phrases import Phrases
    from argumap.views._stand_words import StandWords

MOST = 9
"""So many people stand in rows; of more, the card of each answer names those who are on its sides."""


LETTERS = 27
"""So many letters of a name and who that is stand on a line."""


@dataclass(frozen=True, slots=True)
class PeopleCell:
    """Where somebody stands on an answer: in a ``word``, ``how`` they come to stand there, and its signs."""

    stand: StandWords
    word: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """Somebody with who they are in a few words, and where they stand on each answer.

    ``inside``: they belong to whom the row before them, or the one before that, is about.
    """

    person: BoardPerson
    about: str
    cells: tuple[PeopleCell, ...]
    inside: bool = False

    @property
    def long(self) -> bool:
        """Whether who they are has no room beside their name."""
        return len(self.person.stakeholder.name) + len(self.about) + 2 * self.inside > LETTERS


def build_rows(board: Board, phrases: Phrases) -> tuple[PeopleRow, ...]:
    """A row for each who takes a side on any answer or sets out a case; none where they are too many."""
    people = [person for person in board.people if any(stand.camp for stand in person.stands)]
    if not people or len(people) > MOST:
        return ()
    return tuple(
        PeopleRow(
            person,
            tell_briefly(person),
            tuple(
                _build_cell(tell_stand(stand, answer, phrases), phrases)
                for stand, answer in zip(person.stands, board.answers, strict=True)
            ),
            inside,
        )
        for person, inside in _gather(people)
    )


def _build_cell(stand: StandWords, phrases: Phrases) -> PeopleCell:
    """The side that somebody takes before how they do, where the words begin with it."""
    word = phrases.say(f"stand.{stand.side}") if stand.side in {"for", "against"} else ""
    if not word or not stand.brief.startswith(word):
        return PeopleCell(stand, stand.brief)
    return PeopleCell(stand, word, stand.brief.removeprefix(word).lstrip(", "))


def _gather(people: Sequence[BoardPerson]) -> list[tuple[BoardPerson, bool]]:
    """Those who belong to somebody who speaks as well right after them."""
    speaking = {person.stakeholder.id for person in people}
    bodies = [next((body for body in p.stakeholder.affiliation if body in speaking), "") for p in people]
    gathered: dict[str, tuple[BoardPerson, bool]] = {}

    def add(person: BoardPerson, inside: bool) -> None:
        if person.stakeholder.id in gathered:
            return
        gathered[person.stakeholder.id] = person, inside
        for member, body in zip(people, bodies, strict=True):
            if body == person.stakeholder.id:
                add(member, inside=True)

    for person, body in zip(people, bodies, strict=True):
        if not body:
            add(person, inside=False)
    for person in people:
        # Two that belong to each other have no first.
        add(person, inside=False)
    return [*gathered.values()]
