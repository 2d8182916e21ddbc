"""Who was named in the sentences just read, and whom a pronoun means by that; nobody where it may be several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.draft.cast_members import CastMember
    from argumap.draft.roster import Roster

# Whoever was named longer ago than in the paragraph before is meant by no pronoun.
_REMEMBERED = 2


class Mentions:
    """Who was named in the paragraphs just read, who of them spoke last, and whom the last sentence is about.

    Those who spoke last ``together`` are meant by *they*, else the ``group`` that the last sentence opens with.

    With ``other`` somebody else came up in this paragraph, with ``stranger`` somebody who is not known, with
    ``paper`` the last sentence named a document, ``by_paper`` is who spoke in one; with a ``crowd``
    the last sentence opened with several; somebody whose words were ``missed`` may be *they*.
    No *she* means the author.
    """

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.nouns = roster.nouns
        self.words = roster.words
        self.named: list[list[CastMember]] = [[]]
        self.speaker: CastMember | None = None
        self.topic: CastMember | None = None
        self.together: list[CastMember] = []
        self._since_together = 0
        self.group: CastMember | None = None
        self.other = False
        self.stranger = False
        self.paper = False
        self.by_paper: CastMember | None = None
        self.missed = False
        self.crowd = False

    def open_paragraph(self) -> None:
        """Remember that those named so far stand a paragraph back."""
        self.other = self.stranger = self.paper = self.missed = False
        self._since_together += 1
        if self._since_together == _REMEMBERED:
            self.together = []
        if self.named[-1]:
            self.named = [*self.named[1 - _REMEMBERED :], []]

    def speak_together(self, members: list[CastMember]) -> None:
        """Remember that some have just spoken as one."""
        self.together, self._since_together = members, 0

    def add(self, member: CastMember) -> None:
        """Remember that somebody is named."""
        if member in self.named[-1]:
            self.named[-1].remove(member)
        self.named[-1].append(member)
        self.stranger &= member.type is not StakeholderType.PERSON

    def find(self, *kinds: StakeholderType) -> list[CastMember]:
        """Those of some kinds in this paragraph; else in the one before, if nobody ``other`` came up since."""
        for paragraph in reversed(self.named[-1:] if self.other else self.named):
            found = [member for member in paragraph if member.type in kinds]
            if found:
                return found
        return []

    def find_person(self, pronoun: str) -> CastMember | None:
        """Whom *he* or *she* means: who goes on speaking, the only one it can be, or who of them spoke last."""
        gender = self.nouns.get_gender([pronoun])
        person = self.speaker
        if person is None or not self._goes_on_speaking(person, gender):
            person = self._find_among(gender)
        if person is not None and gender:
            person.gender, person.by_name = gender, False
        return person

    def _find_among(self, gender: str) -> CastMember | None:
        """Who of those named last fits a pronoun; surely, where somebody came up who is not known."""
        others = [person for person in self.find(StakeholderType.PERSON) if person is not self.roster.author]
        sure = [person for person in others if gender and person.gender == gender]
        if self.stranger:
            return self._prefer([person for person in sure if not person.by_name])
        fitting = [person for person in others if not gender or person.gender in {"", gender}]
        return self._prefer(sure) or self._prefer(fitting)

    def _goes_on_speaking(self, last: CastMember, gender: str) -> bool:
        """Whether whoever spoke last is meant, whomever they named: nobody else has come up since to be meant."""
        if last is self.roster.author or last.type is not StakeholderType.PERSON or self.other:
            return False
        here = [member for member in self.named[-1] if member.type is StakeholderType.PERSON]
        remembered = last in here or (not here and any(last in paragraph for paragraph in self.named))
        return remembered and self._may_be(last, gender)

    def _may_be(self, last: CastMember, gender: str) -> bool:
        """Whether a pronoun fits somebody; of whom nothing tells that, only where they have a name."""
        if gender and last.gender == gender and not last.by_name:
            return True
        named = bool(last.gender) or not self.words.is_role(last.name.rpartition(" ")[2])
        return named and last.gender in {"", gender} and not self.stranger

    def _prefer(self, pool: Sequence[CastMember]) -> CastMember | None:
        """The only one of some people; of several whoever spoke last, or the sentence before is about."""
        if len(pool) > 1:
            return next((m for m in (self.speaker, self.topic) if m in pool), None)
        return pool[0] if pool else None

    def _is_of_crowd(self) -> bool:
        """Whether *they* may be those with whom the last sentence opened, and they are not known."""
        spoke = self.speaker is not None and self.speaker.type in {
            StakeholderType.GROUP,
            StakeholderType.UNSPECIFIED,
        }
        return self.crowd and self.group is None and not spoke

    def find_surname(self, surname: str) -> CastMember | None:
        """Whom a surname means that several have: the only one of them in the paragraph, or who spoke."""
        people = [m for m in self.named[-1] if m.name.rpartition(" ")[2] == surname]
        return self.speaker if self.speaker in people else people[-1] if len(people) == 1 else None

    def find_group(self, pronoun: str) -> CastMember | None:
        """Whom *they* or *it* means."""
        several = pronoun in self.words.many
        if several and (self.missed or self._is_of_crowd()):
            return None
        crowds = {StakeholderType.UNSPECIFIED} if several else set()
        groups = [
            group
            for group in self.find(StakeholderType.ORGANISATION, StakeholderType.GROUP, *crowds)
            if group.type is not StakeholderType.UNSPECIFIED or self.nouns.are_people(group.name)
        ]
        if len(groups) > 1 and self.speaker in groups:
            return self.speaker
        if len(groups) > 1 and several and self.group in groups:
            return self.group
        return groups[0] if len(groups) == 1 else None

    def last_body(self) -> CastMember | None:
        """The organisation named last."""
        return next(reversed(self.find(StakeholderType.ORGANISATION)), None)
