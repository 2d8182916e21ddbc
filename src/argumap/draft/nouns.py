"""What a noun tells of whoever it stands for: one or many, he or she, what they are, and whose."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.draft.cue_words import CueWords

_LONGEST_ROLE = 3


class Nouns:
    """The nouns of a language, by its cue words."""

    def __init__(self, words: CueWords) -> None:
        self.words = words

    def tell_kind(self, first: str, noun: str) -> StakeholderType | None:
        """Of which kind a noun's bearer is; *the prosecution* may be one or many, *the box* is nobody."""
        if self.is_plural(noun):
            return StakeholderType.GROUP
        if self.words.person_endings and not self._may_be_somebody(noun):
            return None
        one = first in self.words.indefinite | self.words.possessives or self._is_person_noun(noun)
        return StakeholderType.PERSON if one else StakeholderType.UNSPECIFIED

    def _may_be_somebody(self, noun: str) -> bool:
        last = noun.rpartition("-")[2]
        known = self._is_person_noun(noun) or last in self.words.collectives | self.words.bodies
        return known or any(last.endswith(ending) for ending in self.words.person_endings)

    def speaks_of_stranger(self, text: str) -> bool:
        """Whether a sentence tells of somebody without a name, whom a pronoun may mean: *the old man*.

        What stands beside a name tells of whoever has it; what somebody is said to be is themselves.
        """
        return any(
            self._is_person_noun(match["noun"]) and not self._name_before(text[: match.start()])
            for opening in self._opening.finditer(text)
            if opening.start() < 1 or opening[0].split()[0].casefold() not in self.words.of_one
            for match in [self._person_noun.match(text, opening.start())]
            if match
        )

    def _name_before(self, before: str) -> bool:
        """Whether a name and a comma stand right before: *Per Anselm, a …*."""
        told = before.rstrip()
        return told.endswith(",") and bool(re.search(r"[^\W\d_a-z][\w’'-]*\s*,$", told))

    def _is_person_noun(self, noun: str) -> bool:
        folded = noun.casefold()
        return folded not in self.words.pronouns | self.words.of_one and (
            self.words.is_role(folded) or folded in self.words.male | self.words.female
        )

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        """What opens a noun that does not only say what somebody is: not *is a man*."""
        openers = either(self.words.articles | self.words.possessives | self.words.of_one)
        return re.compile(rf"(?<!\bis\s)(?<!\bwas\s)\b(?:{openers})\s", re.IGNORECASE)

    @cached_property
    def _person_noun(self) -> re.Pattern[str]:
        """A noun of somebody behind its article that no name follows: *the old man*."""
        openers = either(self.words.articles | self.words.possessives | self.words.of_one)
        nouns = either(self.words.roles | self.words.male | self.words.female)
        endings, called = either(self.words.role_endings), either(self.words.called)
        return re.compile(
            rf"(?:{openers})\s+(?:[a-zà-ÿ’'-]+\s+){{0,2}}?(?P<noun>(?:[a-zà-ÿ-]+-)?(?:{nouns})|[a-zà-ÿ]+(?:{endings}))\b(?!\s+(?:(?:{called})\s+)?(?-i:[A-ZÀ-Þ])|(?:\s+[\w’'-]+){{0,6}}?,\s+(?-i:[A-ZÀ-Þ])|[’'-])",
            re.IGNORECASE,
        )

    def get_gender(self, words: Iterable[str]) -> str:
        """Whether some words tell of a man or a woman; "" where they tell of neither."""
        for word in words:
            folded = word.casefold().strip(".,")
            if folded in self.words.male:
                return "male"
            ends = any(folded.endswith(ending) for ending in self.words.female_endings)
            if folded in self.words.female or (ends and self.words.is_role(folded)):
                return "female"
        return ""

    @cached_property
    def elision(self) -> re.Pattern[str]:
        """An article tied to its noun: *l'association*."""
        tied = either(word for word in self.words.articles if word.endswith("'"))
        return re.compile(rf"^({tied})(?=\w)", re.IGNORECASE)

    @cached_property
    def emphasis(self) -> re.Pattern[str]:
        """*Herself* behind a name."""
        return re.compile(rf"\s+(?:{either(self.words.emphatic)})$", re.IGNORECASE)

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """What is told of somebody behind their noun: *, who runs the pens*."""
        of = "".join(rf"(?<!\b{re.escape(word)})" for word in sorted(self.words.places))
        comma = "," if self.words.noun_capitals else ",?"
        return re.compile(rf"{of}{comma}\s+(?:{either(self.words.relative)})\b.*$", re.IGNORECASE | re.DOTALL)

    @cached_property
    def from_place(self) -> re.Pattern[str]:
        """Where a phrase goes on behind its noun: *of the dike*, *at the Polytechnic*."""
        return re.compile(rf"\s+(?:{either(self.words.places)})\b", re.IGNORECASE)

    def is_somebodys(self, noun: str) -> bool:
        """Whether a noun is of people or of a body, as somebody has them: *niece*, *members*, *office*."""
        folded = noun.casefold()
        known = self.words.bodies | self.words.collectives
        return self.words.is_role(noun) or self.is_plural(folded) or folded in known

    def is_plain_noun(self, head: str) -> bool:
        """*The developer*, *la fleuriste*: an article and one or two words without a capital."""
        first, *rest = head.split()
        return (
            first.casefold() in self.words.articles
            and 0 < len(rest) <= _LONGEST_ROLE
            and head[len(first) :].islower()
        )

    def names_role(self, phrase: str) -> bool:
        """Whether the noun of a phrase is what somebody is: *head of privacy*."""
        cut = self.from_place.split(phrase, maxsplit=1)[0]
        last = cut.split()[-1].casefold() if cut.split() else ""
        return self.words.is_role(last)

    def split_owner(self, words: str) -> tuple[str, str]:
        """*The union's secretary* as owner and what is owned."""
        parts = words.split()
        for n, word in enumerate(parts[:-1]):
            if len(word) > 1 and self.words.owner.search(word):
                return " ".join([*parts[:n], self.words.owner.sub("", word)]), " ".join(parts[n + 1 :])
        return "", words

    def has_role(self, phrase: str) -> bool:
        """Whether any word of a phrase is what somebody is."""
        return any(map(self.words.is_role, phrase.split()))

    def is_town(self, words: Sequence[str]) -> bool:
        """Whether a body's kind stands before its name, where all nouns have capitals: *die Stadt Brunnstedt*."""
        bodies = self.words.bodies if self.words.noun_capitals else frozenset[str]()
        return len(words) > 1 and words[-2] in bodies and words[-1] not in bodies

    def is_group(self, words: Sequence[str]) -> bool:
        """Whether a phrase is of several people: *the trustees*, *young teachers*."""
        first, noun = words[0], words[-1].strip("’'")
        few = first in self.words.determiners or len(words) <= _LONGEST_ROLE
        return few and self.is_plural(noun) and first not in self.words.indefinite

    def are_people(self, phrase: str) -> bool:
        """Whether a noun for several is one for people by what they are: *the parents*, *young teachers*."""
        core = self.from_place.split(phrase, maxsplit=1)[0].split()
        noun = core[-1].casefold().strip("’'") if core else ""
        if not self.is_plural(noun):
            return noun in self.words.crowds | self.words.bodies
        one = f"{noun.removesuffix('ies')}y" if noun.endswith("ies") else noun.removesuffix("s")
        return noun in self.words.crowds or self.words.is_role(one) or one in self.words.bodies

    def is_plural(self, noun: str) -> bool:
        if noun.endswith("s") and noun.removesuffix("s") in self.words.bodies | self.words.companies:
            return True
        return bool(self.words.plurals.match(noun)) and noun not in self.words.speech.keys() | self.words.things

    def strip_left_out(self, phrase: str) -> str:
        """A phrase without the words before its noun that do not tell who it is."""
        phrase = phrase.strip()
        while " " in phrase and phrase.split()[0].casefold() in self._left_out:
            phrase = phrase.partition(" ")[2]
        return phrase

    @cached_property
    def _left_out(self) -> frozenset[str]:
        return self.words.articles | self.words.emphatic | (self.words.definite - self.words.belonging)
