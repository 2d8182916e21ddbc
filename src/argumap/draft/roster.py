"""The people and bodies of an article, each once: by name, by what they are, and by what they wrote."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.draft.cast_members import CastMember
from argumap.draft.cue_words import either
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.draft.subject_phrases import SubjectPhrases

_LONGEST_NAME = 200
_MARKS = re.compile("[\"“”„«»]|''")


class Roster:
    """Who may speak in an article, as they come up; ``bodies`` and ``roles`` lead to them by a word of theirs."""

    def __init__(self, texts: Sequence[str], phrases: SubjectPhrases) -> None:
        self.words = phrases.words
        self.names = phrases.names
        self.nouns = phrases.nouns
        self.phrases = phrases
        self.speakers: dict[object, CastMember] = {}
        self.author: CastMember | None = None
        self.bodies: dict[str, CastMember] = {}
        self.roles: dict[str, CastMember] = {}
        self._met: tuple[str, ...] | None = None
        self._alike: dict[str, frozenset[CastMember]] = {}
        self._genders = self._find_genders(texts)
        self.authors_of_papers = self._find_paper_authors(texts)

    @property
    def unnamed(self) -> CastMember:
        """Whoever says what *is said*."""
        return self.somebody(self.words.nobody, StakeholderType.UNSPECIFIED)

    @property
    def interviewee(self) -> CastMember:
        """Whoever answers in an interview that does not surely name them."""
        return self.somebody(self.words.interviewee, StakeholderType.UNSPECIFIED)

    @property
    def meeting(self) -> CastMember:
        """Whoever decides what *is resolved*: the body that its minutes name last, where they begin."""
        return self.met or self.somebody(self.words.meeting, StakeholderType.GROUP)

    @property
    def met(self) -> CastMember | None:
        """The body that the minutes of its meeting name, if they do."""
        return None if self._met is None else self.named(self._met)

    def meet(self, texts: Iterable[str]) -> None:
        """Learn from the opening of minutes who meets."""
        runs = [self.names.full(run) for text in texts for _, _, run in self.names.find(f"x {text}")]
        bodies = [run for run in runs if not self.words.bodies.isdisjoint(word.casefold() for word in run)]
        if bodies:
            named = bodies[-1]
            opens = self.words.minutes.search(named[0])  # Minutes of the Harbour Committee
            self._met = (
                named[next(n for n, word in enumerate(named) if n and word[0].isupper()) :] if opens else named
            )

    def know_author(self, author: CastMember) -> None:
        """Take a name in the article for its author's."""
        self.author = self.speakers.setdefault(tuple(author.name.split()), author)
        first, _, rest = author.name.partition(" ")
        if rest and first.casefold() in self.words.articles:  # The Echo
            self.speakers.setdefault(tuple(rest.split()), author)

    def may_speak(self, run: tuple[str, ...], *, placed: bool, ends: str) -> bool:
        """Whether a name is somebody's that a pronoun may mean: an organisation's, or a person's full one."""
        if self.names.is_body(run):
            return not placed
        full = len(run) in {2, 3} and run[0].casefold() not in self.names.common
        if self.words.noun_capitals:  # am Vormittag Ruhe: two nouns are no name
            full = full and bool(self.names.runs[run[-1:]] or self.names.runs[run] > 1)
        return run in self.names.people or (full and not placed and ends != "’")

    def learn_gender(self, speaker: CastMember, before: str) -> None:
        """Learn from the words before a name which pronoun somebody has."""
        told = self.nouns.get_gender(before.split()[-1:]) if speaker.type is StakeholderType.PERSON else ""
        if told and (speaker.by_name or not speaker.gender):
            speaker.gender, speaker.by_name = told, False

    def resolve(
        self, run: tuple[str, ...], *, person: bool = False, body: bool = False, with_the: bool = False
    ) -> CastMember:
        """Whom a name means, in full, without the title it may open with."""
        gender = self.nouns.get_gender(run[:1])
        while len(run) > 1 and (run[0].casefold().rstrip(".") in self.words.titles or self.words.is_role(run[0])):
            run, person = run[1:], True
        full = self.names.full(run)
        if body or (with_the and not person):
            self.names.bodies.add(full)
        speaker = self.named(full, person=person)
        speaker.gender = speaker.gender or gender
        return speaker

    def named(self, run: tuple[str, ...], *, person: bool = False) -> CastMember:
        """Whoever has a name; with ``person`` that is surely somebody."""
        if person:
            self.names.people.add(run)
        gender = self._genders.get(run) or (self.nouns.get_gender(run[:1]) if len(run) > 1 else "")
        called = "" if gender else self._gender_by_name(run)
        while len(run) > 1 and self._is_called(run):
            run = run[1:]
        speaker = self.speakers.get(run)
        if speaker is None:
            body = self.names.is_body(run)
            kind = StakeholderType.ORGANISATION if body else StakeholderType.PERSON
            speaker = self.speakers[run] = CastMember(" ".join(run), kind)
            self._know_body(speaker)
        elif person:
            speaker.type = StakeholderType.PERSON
        if called and not speaker.gender:
            speaker.gender, speaker.by_name = called, True
        speaker.gender, speaker.by_name = speaker.gender or gender, speaker.by_name and not gender
        return speaker

    def _gender_by_name(self, run: tuple[str, ...]) -> str:
        """Which pronoun somebody's given name tells: *Rosa* of *Cllr Rosa Venn*."""
        first = next((word.casefold() for word in run[:-1] if not self._is_called((word, *run[-1:]))), "")
        if self.names.is_body(run) or not first:
            return ""
        return "male" if first in self.words.male_names else "female" if first in self.words.female_names else ""

    def _is_called(self, run: tuple[str, ...]) -> bool:
        """Whether a name opens with a title, or with what somebody is: *Clockmaker Thea Brandlow*."""
        first = run[0].casefold().rstrip(".")
        return first in self.words.titles or (
            len(run) > 2 and run[1][0].isupper() and self.words.is_role(first) and not self.names.is_body(run)
        )

    def by_role(self, noun: str) -> CastMember | None:
        """Whom *the chair* means: the one that the article calls so."""
        told = set(self.names.roles.get(noun, ()))
        if self.words.noun_capitals:  # die Dezernentin is the Baudezernentin
            told |= {run for role, runs in self.names.roles.items() if role.endswith(noun) for run in runs}
        if len(told) == 1:
            return self.named(self.names.full(next(iter(told))), person=True)
        return self.roles.get(noun)

    def alike(self, noun: str) -> frozenset[CastMember]:
        """Those whose role or title says the same as a noun: *the officer* may be a sergeant."""
        if noun not in self._alike:
            words = {noun, *(word for group in self._same_roles if noun in group for word in group)}
            runs = {self.names.full(run) for word in words for run in self.names.roles.get(word, ())}
            self._alike[noun] = frozenset(self.named(run, person=True) for run in sorted(runs))
        return self._alike[noun]

    @cached_property
    def _same_roles(self) -> list[list[str]]:
        return [group.split("/") for group in sorted(self.words.same_roles)]

    def somebody(self, phrase: str, kind: StakeholderType) -> CastMember:
        """Whoever has no name but what a phrase says they are."""
        phrase = self.nouns.strip_left_out(phrase)
        key = phrase.casefold()
        if key not in self.speakers:
            core = self.nouns.from_place.split(phrase, maxsplit=1)[0].split()
            gender = self.nouns.get_gender(core) if kind is StakeholderType.PERSON else ""
            self.speakers[key] = CastMember(phrase[:1].upper() + phrase[1:], kind, gender=gender)
            self._know_body(self.speakers[key])
        return self.speakers[key]

    def _know_body(self, speaker: CastMember) -> None:
        if speaker.type is StakeholderType.ORGANISATION:
            self.bodies |= dict.fromkeys(speaker.name.casefold().split(), speaker)

    def _find_genders(self, texts: Sequence[str]) -> dict[tuple[str, ...], str]:
        """Which pronoun people have by the sentence behind one that they open, and are alone named in."""
        found: dict[tuple[str, ...], set[str]] = {}
        for text in texts:
            self._learn_within(text, found)
        for text, following in pairwise(texts):
            first = following.partition(" ")[0].casefold()
            runs = {self.names.full(run): (start, end) for start, end, run in self.names.find(text)}
            if (
                first not in self.words.pronouns | self.words.of_one
                or len(runs) != 1
                or self.nouns.speaks_of_stranger(text)
            ):
                continue
            ((run, (start, end)),) = runs.items()
            if not self.names.is_body(run) and self.phrases.is_topic(text[:start], text[end:]):
                found.setdefault(run, set()).add(self.nouns.get_gender([first]))
        told = {run: genders.pop() for run, genders in found.items() if len(genders) == 1}
        return {run: gender for run, gender in told.items() if self._gender_by_name(run) in {"", gender}}

    def _learn_within(self, text: str, found: dict[tuple[str, ...], set[str]]) -> None:
        """Learn from a sentence that opens with somebody and names nobody else: *Brook left as she fell*."""
        runs = {self.names.full(run): (start, end) for start, end, run in self.names.find(text)}
        people = [run for run in runs if not self.names.is_body(run)]
        if len(people) != 1 or _MARKS.search(text) or self.nouns.speaks_of_stranger(text):
            return
        start, end = runs[people[0]]
        told = {word.strip(".,;:") for word in text[end:].casefold().split()}
        genders = {self.nouns.get_gender([word]) for word in told & (self.words.pronouns | self.words.of_one)}
        if len(genders - {""}) == 1 and self.phrases.is_topic(text[:start], text[end:]):
            found.setdefault(people[0], set()).update(genders - {""})

    def _find_paper_authors(self, texts: Iterable[str]) -> dict[str, CastMember]:
        """Who wrote a document that the article quotes, as in *the report, written by the Institute*."""
        found: dict[str, CastMember] = {}
        whole = "\n".join(texts)
        for paper, at in self._find_papers(whole):
            text = whole[at : at + _LONGEST_NAME].partition("\n")[0]
            runs = self.names.find(f"x {text}")
            if runs and runs[0][0] == len("x "):
                full = self.names.full(runs[0][2])
                if self._is_somebodys_paper(full, whole[:at]):
                    self.names.people.add(full)
                elif full not in self.names.people:
                    self.names.bodies.add(full)
                found.setdefault(paper, self.named(full))
        return found

    def _is_somebodys_paper(self, run: tuple[str, ...], before: str) -> bool:
        """Whether a document by a name in full is a person's: *a statement signed by Ama Boateng Mensah*."""
        known = run in self.names.bodies or self.names.is_body(run) or not self.words.signed.search(before[-40:])
        return len(run) > 1 and not known

    def _find_papers(self, whole: str) -> Iterator[tuple[str, int]]:
        """Documents and where it stands whose they are, best where the article says who wrote them."""
        papers, articles = either(self.words.papers), either(self.words.articles)
        by = rf",?\s+(?:[\w-]+\s+){{0,4}}?(?:{either(self.words.by)})\s+"
        ran = rf"\s+(?:{either(self.words.relative)})\s+"
        for link in (by, ran):
            pattern = rf"\b(?P<paper>{papers})\b{link}(?:(?:{articles})\s+)?"
            for match in re.finditer(pattern, whole, re.IGNORECASE):
                yield match["paper"].casefold(), match.end()
