"""How a phrase is made that may name a speaker: what leads up to it, its name, and what stands beside that."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.draft.names import Names
    from argumap.draft.nouns import Nouns

_COMMA = re.compile(r",(?!\d)")
_LONGEST_GROUP = 9
_LONGEST_ROLE = 3
_LONGEST_PLAIN = 5
_LONGEST_BEHIND = 4
# How nouns end that are of somebody, more often than not.
_PEOPLE = ("er", "ist", "ian", "eer")


class SubjectPhrases:
    """The phrases of an article, by the names in it and the nouns of its language."""

    def __init__(self, names: Names, nouns: Nouns) -> None:
        self.words = names.words
        self.names = names
        self.nouns = nouns

    def opens_phrase(self, part: str) -> bool:
        """Whether a part of a list can be a subject of its own."""
        return part[:1].isupper() or part.partition(" ")[0].casefold() in self.words.determiners

    def is_plain_subject(self, head: str, core: str, words: Sequence[str]) -> bool:
        """Whether a phrase is an article and a noun of somebody, and no pronoun, thing or document."""
        if not 1 < len(words) <= _LONGEST_PLAIN or "," in head or len(head.split()) > _LONGEST_GROUP:
            return False
        first, last, w = words[0], words[-1], self.words
        opened = first in w.determiners or bool(self.nouns.split_owner(core)[0])
        no_people = w.things | w.papers | w.pronouns | w.by | w.speech.keys()
        no_openers = w.negative | w.of_one | w.belonging
        no_nouns = w.group_pronouns | w.first_person | w.crowds
        told = no_people.isdisjoint(words) and first not in no_openers and last not in no_nouns
        return opened and told and not self.names.find(last)

    def is_full_name(self, text: str) -> bool:
        """Whether a text is a person's name in full and nothing else."""
        runs = self.names.find(text)
        if len(runs) != 1 or runs[0][:2] != (0, len(text)):
            return False
        return len(runs[0][2]) in {2, 3} and not self.names.is_body(runs[0][2])

    def find_called(self, text: str) -> tuple[str, ...] | None:
        """The name that somebody is called by: one with a title, or a full one, and nothing else."""
        run = self.whole_name(text)
        if run is not None and run[-1].casefold() in self.words.papers:
            return None  # President's Report
        titled = run is not None and len(text.split()) > len(run)
        full = None if run is None else self.names.full(run)
        return full if full and (titled or len(full) > 1) else None

    def may_open(self, phrase: str, following: str) -> bool:
        """Whether a phrase is a whole subject: no verb in it, and no part of it behind it."""
        bare = set(phrase.casefold().split())
        w = self.words
        no_end = w.finite | w.auxiliaries | w.articles | w.as_words | w.joiners | w.conditions | w.infinitive
        ends = phrase.rpartition(" ")[2].casefold() in no_end
        return not ends and bare.isdisjoint(w.passive) and following.casefold() not in w.places

    def opens_with_crowd(self, told: Sequence[str]) -> bool:
        """Whether a sentence opens with several of a kind: *Cattle ranchers in the hills*, *Scientists found*."""
        if self.words.noun_capitals or self.words.verb_first:
            return False
        for n in range(min(_LONGEST_ROLE, len(told) - 1)):
            word, behind = told[n].casefold(), told[n + 1]
            one = word.removesuffix("s")
            several = word.endswith("s") and (self.words.is_role(one) or one.endswith(_PEOPLE))
            if several and behind.islower() and not self.words.is_role(behind):
                return True
        return False

    def goes_on(self, word: str) -> bool:
        """Whether a word behind what somebody is may be a noun that it belongs to: *the expert consensus*."""
        ends_verb = word.endswith(("ed", "ly")) or (word.endswith("s") and not word.endswith(("us", "ss", "is")))
        known = self.words.helpers | self.words.relative | self.words.shared
        small = word.isalpha() and word.islower() and not self.words.noun_capitals and not self.words.verb_first
        return small and not (ends_verb or self.is_verb(word) or word in known)

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb by its form, or one of those in the past."""
        known = self.words.finite | self.words.auxiliaries | self.words.speech.keys() | self.words.pasts
        return word.islower() and word in known - self.words.noun_forms

    def end_at_verb(self, text: str, whole: str) -> str:
        """The subject that goes on behind the phrase a text opens with; it alone where no verb surely ends it."""
        told = text.split()
        first = len(whole.split())
        verbs = self.words.finite | self.words.auxiliaries | self.words.speech.keys() | self.words.pasts
        parts = self.words.joiners | self.words.relative | self.words.clauses
        behind = told[first + 1 : first + _LONGEST_BEHIND + 2]
        for n, word in enumerate(behind):
            folded = word.casefold()
            if n and folded in verbs:
                return " ".join(told[: first + 1 + n])
            if folded in parts - self.words.determiners or word[-1] in ",.;:":
                break
        return whole

    def opens_with_role(self, text: str) -> bool:
        """Whether a sentence opens with somebody by what they are: *The commissioner …*."""
        first, _, rest = text.partition(" ")
        noun = rest.partition(" ")[0]
        return first.casefold() in self.words.definite and self.words.is_role(noun)

    def is_topic(self, before: str, behind: str) -> bool:
        """Whether a name opens its sentence, but for what they are: *Consumer expert Dana Roe advised owners*."""
        owns = bool(self.words.owner.search(behind.partition(" ")[0].rstrip(",.")))
        return len(before.split()) < _LONGEST_ROLE and not before.rstrip().endswith(",") and not owns

    @cached_property
    def role_at_start(self) -> re.Pattern[str]:
        """Somebody by what they are: *The harbour master presented …*, *My niece works …*."""
        opening = either(self.words.definite & self.words.articles | self.words.possessives)
        roles, places = either(self.words.roles), either(self.words.places)
        return re.compile(
            rf"\W*(?P<who>(?:{opening})\s+(?:[\w-]+\s+)?(?:{roles}))\b(?!\s+(?:{places})\b|[\w’'-])", re.IGNORECASE
        )

    def strip_openers(self, phrase: str) -> str:
        """The phrase without what leads up to the subject: *But*, *In Harl, a village of 410,*, *On Thursday,*."""
        phrase = self._skip_clause(phrase.strip())
        parts = [part.strip() for part in _COMMA.split(self._day.sub("", self._joiner.sub("", phrase)))]
        while len(parts) > 1 and self._leads_up(parts[0]):
            opening = parts.pop(0)
            # At a fair in Harl, Ohio, the mayor
            if len(parts) > 1 and self._ends_in_place(opening) and self._is_region(parts[0]):
                parts.pop(0)
            # In Harl, a village of 410 people, some anglers
            if len(parts) > 1 and parts[0].partition(" ")[0].casefold() in self.words.indefinite:
                parts.pop(0)
        return self.nouns.emphasis.sub("", ", ".join(filter(None, parts)))

    def _skip_clause(self, phrase: str) -> str:
        """A phrase without the clause that leads up to it: *While results are late, some groups*."""
        clause, comma, rest = phrase.partition(", ")
        first = clause.partition(" ")[0].casefold()
        opens = first in (self.words.openers & self.words.joiners) | self.words.supposing
        return rest if comma and opens and len(clause.split()) > _LONGEST_ROLE else phrase

    def _ends_in_place(self, opening: str) -> bool:
        return bool(re.search(rf"\b(?:{either(self.words.places)})\s+(?:[A-Z][\w.’'-]*\s*)+$", opening))

    def _is_region(self, part: str) -> bool:
        return part.casefold().replace(".", "") in self.words.regions

    def strip_presenting(self, phrase: str) -> str:
        """A phrase without what only presents somebody: *a nice man called Dev*, *officials we spoke to*."""
        phrase = self._letters.sub("", self.words.we_met.sub("", phrase.strip()))
        return self._member.sub(r"\1, \2", self._presenting.sub("", phrase))

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=\w),?\s+(?:{either(self.words.letters_behind)})\b(?!\s+\w)")

    @cached_property
    def _member(self) -> re.Pattern[str]:
        """Somebody who sits for a place, and their name: *Labour MP for Tarnfield Stef Yelland*."""
        return re.compile(
            rf"^((?:[\w’'-]+\s+){{0,3}}?(?:{either(self.words.letters_behind)})\s+(?:{either(self.words.for_words)})\s+"
            r"(?:[A-Z][\w’'-]*\s+(?:and\s+|of\s+)?)*?[A-Z][\w’'-]*)\s+([A-Z][\w’'-]*\s+[A-Z][\w’'-]*)(?=$|,)"
        )

    @cached_property
    def _presenting(self) -> re.Pattern[str]:
        articles, called = either(self.words.articles | self.words.indefinite), either(self.words.called)
        return re.compile(
            rf"\b(?:{articles})\s+(?:[\w’'-]+\s+){{1,5}}?(?:{called})\s+(?=(?-i:[A-ZÀ-Þ]))", re.IGNORECASE
        )

    @cached_property
    def handle(self) -> re.Pattern[str]:
        """The name that somebody has on a website: *hinge_of_fate*, *Reader wormcast42*."""
        return re.compile(r"^(?:[\w-]+\s+)?@?(?P<who>(?=[a-z])(?=\w*[_\d])[\w.]*\w)$")

    def _leads_up(self, part: str) -> bool:
        """*On Thursday*, *opening the debate*."""
        first, _, rest = part.casefold().partition(" ")
        alone = not rest and first.isalpha() and not self.names.find(part) and not self.words.is_role(first)
        known = self.words.pronouns | self.words.group_pronouns | self.words.crowds | self.words.first_person
        alone = alone and first not in known and not self.nouns.is_plural(first)
        issued = (
            part[:1].islower() and first.endswith("ed") and not self.names.find(part)
        )  # In a statement, issued on Thursday, Marden
        return first in self.words.openers or alone or issued or bool(self.words.participles.match(part))

    @cached_property
    def _joiner(self) -> re.Pattern[str]:
        joiners = self.words.joiners - self.words.conditions
        return re.compile(rf"^(?:(?:{either(joiners)})\b,?\s+)+", re.IGNORECASE)

    @cached_property
    def _day(self) -> re.Pattern[str]:
        """A day or month before a name without a comma: *On Tuesday Prosser*."""
        return re.compile(
            rf"^(?:{either(self.words.places)})\s+(?:{either(self.words.calendar)})\s+(?=(?-i:[A-ZÀ-Þ]))",
            re.IGNORECASE,
        )

    @cached_property
    def place_before(self) -> re.Pattern[str]:
        """The end of a text behind which a place is named: *in*, *from the*."""
        articles = either(self.words.articles)
        return re.compile(rf"\b(?:{either(self.words.places)})\s+(?:(?:{articles})\s+)?$", re.IGNORECASE)

    def follows_place(self, before: str) -> bool:
        """Whether a name behind a text is a place by it."""
        return bool(self.place_before.search(before[-30:]))

    def is_beside_name(self, head: str, name: str) -> bool:
        """Whether a phrase tells what somebody is whose name follows.

        So do *Lockwell's head of privacy* and *the man next door* before a full name: a noun ends them.
        """
        if self.nouns.names_role(head) or self.nouns.is_plain_noun(head):
            return True
        first = head.partition(" ")[0].casefold()
        opened = first in self.words.determiners or bool(self.nouns.split_owner(head)[0])
        return opened and head.split()[-1].islower() and len(name.split()) > 1

    def is_apposition(self, segments: Sequence[str]) -> bool:
        """Whether what follows a comma tells who somebody is."""
        first = segments[0].split()[0].casefold() if segments[0].split() else ""
        return (
            first in self.words.determiners | self.words.relative | self.words.pronouns
            or self.words.is_role(first)
            or first.isdigit()
            or self.nouns.names_role(segments[0])
            or self.whole_name(segments[0]) is not None
        )

    def whole_name(self, phrase: str) -> tuple[str, ...] | None:
        """The name that a phrase is, but for titles; None where it is more or less than one."""
        text = f"x {phrase}"
        runs = self.names.find(text)
        if len(runs) != 1:
            return None
        start, end, run = runs[0]
        before = text[1:start].casefold().split()
        alone = all(
            word.rstrip(".") in self.words.titles or self.words.is_role(word) for word in before
        ) and not text[end:].strip(" .")
        return run if alone else None

    def name_beside(self, phrase: str) -> tuple[str, ...] | None:
        """The name that a phrase between commas is, also an organisation's with its article: *the Air Council*."""
        first, _, rest = phrase.partition(" ")
        definite = first.casefold() in self.words.definite & self.words.articles
        run = self.whole_name(rest if definite else phrase)
        return None if run is not None and definite and not self.names.is_body(run) else run

    @cached_property
    def paper_by(self) -> re.Pattern[str]:
        openers, papers = either(self.words.determiners), either(self.words.papers)
        return re.compile(
            rf"(?:(?:{openers})\s+)?(?:[\w-]+\s+){{0,3}}?(?:{papers})(?:\s+(?:{either(self.words.places)})\s+[^;]{{3,50}}?)?"
            rf"(?:,?\s+(?:{either(self.words.made)}))?\s+(?:{either(self.words.by)})\s+(?P<who>.+)$",
            re.IGNORECASE,
        )
