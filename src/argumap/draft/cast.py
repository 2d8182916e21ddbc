"""Who is spoken of in an article, and whom a phrase means where it stands; nobody where that cannot be told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.names import Names
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.draft.cue_words import CueWords

_DATELINE = re.compile(r"^[A-ZÄÖÜ]{3}[A-ZÄÖÜ .'-]*,?[^.]{0,40}?\s[–—-]\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LONGEST_GROUP = 9
_LONGEST_ROLE = 3
_LONGEST_PLAIN = 5
_LONGEST_NAME = 200
# Whoever was named longer ago than in the paragraph before is meant by no pronoun.
_REMEMBERED = 2


@dataclass(eq=False)
class CastMember:
    """Somebody who speaks, as the article names them; ``gender`` is the pronoun for them, where that is known."""

    name: str
    type: StakeholderType
    role: str | None = None
    affiliation: CastMember | None = None
    gender: str = ""
    aliases: set[str] = field(default_factory=set)


@dataclass
class _Mentions:
    """Who was named in the paragraphs just read, and who of them spoke last."""

    named: list[list[CastMember]] = field(default_factory=lambda: [[]])
    speaker: CastMember | None = None
    topic: CastMember | None = None
    other: bool = False
    stranger: bool = False

    def open_paragraph(self) -> None:
        self.other = self.stranger = False
        if self.named[-1]:
            self.named = [*self.named[1 - _REMEMBERED :], []]

    def add(self, member: CastMember) -> None:
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


class Cast:
    """The speakers of an article as they come up, and whom pronouns and short forms mean by then.

    No *she* means the ``author``.
    """

    def __init__(self, texts: Sequence[str], words: CueWords) -> None:
        self.words = words
        self.names = Names.of(texts, words)
        self.speakers: dict[object, CastMember] = {}
        self.author: CastMember | None = None
        self._mentions = _Mentions()
        self._met: tuple[str, ...] | None = None
        self._short_forms: dict[str, CastMember] = {}
        self._bodies: dict[str, CastMember] = {}
        self._roles: dict[str, CastMember] = {}
        self._genders = self._find_genders(texts)
        self._authors_of_papers = self._find_paper_authors(texts)

    @property
    def unnamed(self) -> CastMember:
        """Whoever says what *is said*."""
        return self._somebody(self.words.nobody, StakeholderType.UNSPECIFIED)

    @property
    def interviewee(self) -> CastMember:
        """Whoever answers in an interview that does not surely name them."""
        return self._somebody(self.words.interviewee, StakeholderType.UNSPECIFIED)

    @property
    def meeting(self) -> CastMember:
        """Whoever decides what *is resolved*: the body that its minutes name last, where they begin."""
        if self._met is not None:
            return self._named(self._met)
        return self._somebody(self.words.meeting, StakeholderType.GROUP)

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

    def named(self, run: tuple[str, ...]) -> CastMember:
        """The person of a name."""
        return self._named(run, person=True)

    # whom a phrase means ------------------------------------------------------------------------------------

    def identify_all(
        self, phrase: str, *, strict: bool = False, owner: CastMember | None = None
    ) -> list[CastMember]:
        """Whom the subject of a verb means, each of two that *and* joins; none where that cannot be told."""
        if several := self._identify_listed(phrase):
            return several
        parts = re.split(rf"\s+(?:{either(self.words.shared & self.words.joiners)})\s+", phrase.strip())
        runs = [self.names.find(f"x {part}") for part in parts]
        plain = all(part.rstrip(",").count(",") == 0 and self._opens_phrase(part) for part in parts)
        if len(parts) == 2 and all(runs) and plain:
            both = [self.identify(part, strict=strict) for part in parts]
            if all(both):
                return [member for member in both if member]
        one = self.identify(phrase, strict=strict, owner=owner)
        return [one] if one else []

    def _identify_listed(self, phrase: str) -> list[CastMember]:
        """*Two analysts, Piers Nordahl and Wanda Itoh*, *the governors, the council and the county all*."""
        head, _, rest = _IN_BRACKETS.sub("", phrase.strip().rstrip(",")).partition(", ")
        joined = rf",?\s+(?:{either(self.words.shared & self.words.joiners)})\s+"
        listed, *last = re.split(joined, rest)
        if len(last) != 1 or ", who" in rest:
            return []
        names = [name for part in (listed, *last) if (name := self._whole_name(part))]
        if len(names) > 1 and self._are_people(head):
            return [self._described(name, head) for name in names]
        several = [head, *listed.split(", "), *last]
        if not all(self._opens_phrase(part) and len(part.split()) <= _LONGEST_PLAIN for part in several):
            return []
        found = [member for part in several if (member := self.identify(part))]
        return found if len(found) == len(several) else []

    def _opens_phrase(self, part: str) -> bool:
        return part[:1].isupper() or part.partition(" ")[0].casefold() in self.words.determiners

    def identify(self, phrase: str, *, strict: bool = False, owner: CastMember | None = None) -> CastMember | None:
        """Whom the subject of a verb means; None where that cannot be told, or, if ``strict``, names nobody.

        ``owner`` is whose people *my* and *our* ones are.
        """
        phrase = _IN_BRACKETS.sub("", phrase)
        phrase = self._strip_openers(self._elision.sub(r"\1 ", phrase.replace("’", "'")))
        first = phrase.partition(" ")[0].casefold().strip(",")
        led = self.words.openers - self.words.determiners - self.words.joiners
        if not phrase or first in self.words.negative | self.words.conditions | led:
            return None
        folded = phrase.casefold()
        if folded in self.words.pronouns | self.words.male | self.words.female:
            return self._find_person(folded)
        if folded in self.words.group_pronouns | self.words.belonging:
            return self._find_group(folded)
        if self.words.aged.match(folded):
            return self._find_person("")
        person = self._find_person(first) if first in self.words.of_one else None
        if first in self.words.possessives or person is not None:
            speaker = self._identify_owned(phrase, person or owner)
        else:
            speaker = self._identify_noun(phrase)
        if (
            strict
            and speaker is not None
            and speaker.type is StakeholderType.GROUP
            and not self._are_people(phrase)
        ):
            return None
        if speaker is not None:
            self.mention(speaker)
        return speaker

    def identify_plain(self, phrase: str, owner: CastMember | None = None) -> CastMember | None:
        """Whom a noun means, whatever it is, before a verb that only people can be the subject of.

        *The caretaker warned …*, *a father told me …*; None where the phrase has no such shape.
        """
        head = self._relative.sub("", self._strip_openers(phrase)).rstrip(",").strip()
        core = self._from_place.split(head, maxsplit=1)[0]
        words = core.casefold().split()
        if self.words.aged.match(head) or not self._is_plain_subject(head, core, words):
            return None
        first = words[0]
        kind = self._tell_kind(first, words[-1])
        definite = first in self.words.definite and kind is not StakeholderType.GROUP
        if definite and self._may_be_named(head):
            return None
        if first in self.words.possessives and owner is not None:  # my brother-in-law
            head = self.words.of_owner.format(what=head.partition(" ")[2], whom=owner.name)
        speaker = self._somebody(head, kind)
        self.mention(speaker)
        return speaker

    def _tell_kind(self, first: str, noun: str) -> StakeholderType:
        """Of which kind a noun's bearer is; *the prosecution* may be one or many."""
        if self._is_plural(noun):
            return StakeholderType.GROUP
        one = first in self.words.indefinite | self.words.possessives or self._is_person_noun(noun)
        return StakeholderType.PERSON if one else StakeholderType.UNSPECIFIED

    def _is_plain_subject(self, head: str, core: str, words: Sequence[str]) -> bool:
        """Whether a phrase is an article and a noun of somebody, and no pronoun, thing or document."""
        if not 1 < len(words) <= _LONGEST_PLAIN or "," in head or len(head.split()) > _LONGEST_GROUP:
            return False
        first, last, w = words[0], words[-1], self.words
        opened = first in w.determiners or bool(self._split_owner(core)[0])
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
        run = self._whole_name(text)
        titled = run is not None and len(text.split()) > len(run)
        full = None if run is None else self.names.full(run)
        return full if full and (titled or len(full) > 1) else None

    def names_another(self, text: str, known: CastMember) -> bool:
        """Whether a sentence names somebody else than one."""
        runs = [self.names.full(run) for _, _, run in self.names.find(text)]
        return any(run in self.names.people and self.speakers.get(run) is not known for run in runs)

    def identify_opening(self, text: str) -> CastMember | None:
        """Whom the subject of a sentence means that a later verb of it shares; None where that cannot be told."""
        words = _DATELINE.sub("", text).split()
        for n in range(min(_LONGEST_GROUP, len(words) - 1), 0, -1):
            phrase = " ".join(words[:n]).rstrip(",")
            if self._may_open(phrase, words[n]):
                speaker = self.identify(phrase)
                if speaker is not None:
                    return speaker
        return None

    def _may_open(self, phrase: str, following: str) -> bool:
        """Whether a phrase is a whole subject: no verb in it, and no part of it behind it."""
        bare = set(phrase.casefold().split())
        return bare.isdisjoint(self.words.passive) and following.casefold() not in self.words.places

    def opens_with_role(self, text: str) -> bool:
        """Whether a sentence opens with somebody by what they are: *The commissioner …*."""
        first, _, rest = text.partition(" ")
        noun = rest.partition(" ")[0]
        return first.casefold() in self.words.definite and self.words.is_role(noun)

    def mention(self, speaker: CastMember) -> None:
        """Remember that somebody has just spoken."""
        self._mentions.add(speaker)
        self._mentions.speaker = speaker

    def miss(self) -> None:
        """Remember that somebody has spoken who is not known: a pronoun may mean them from now on."""
        self._mentions.stranger = True

    def open_paragraph(self) -> None:
        """Remember that those named so far stand a paragraph back."""
        self._mentions.open_paragraph()

    def see(self, text: str, owner: CastMember | None = None) -> None:
        """Remember who is named in a sentence, for the pronouns of the next."""
        topic = self._see_names(text)
        first = text.partition(" ")[0].casefold()
        if first not in self.words.pronouns:
            self._mentions.topic = topic
        self._see_role(text, owner)
        self._see_group(text)
        self._mentions.other |= first in self.words.articles | self.words.possessives | self.words.indefinite
        self._mentions.stranger |= self._speaks_of_stranger(text)

    def see_opening(self, text: str, owner: CastMember) -> None:
        """Remember who is named in a sentence before its verb; whoever the sentence before was about stays so."""
        topic = self._mentions.topic
        self.see(text, owner)
        self._mentions.topic = topic

    def _see_names(self, text: str) -> CastMember | None:
        """Remember the names in a sentence; give the person it is about, who opens it and is alone in it."""
        topic = None
        people = 0
        for start, end, run in self.names.find(text):
            full = self.names.full(run)
            known = self.speakers.get(full)
            placed = self._follows_place(text[:start])
            if known is None and self._may_speak(full, placed=placed, ends=text[end : end + 1]):
                known = self._named(full)
            if known is not None and not (placed and known.type is StakeholderType.PERSON):
                self._learn_gender(known, text[:start])
                self._mentions.add(known)
                opens = self._is_topic(text[:start], text[end:])
                if opens and known is not self._mentions.speaker:
                    self._mentions.speaker = None  # whoever spoke before is not meant by a mere *she*
                if known.type is StakeholderType.PERSON:
                    people += 1
                    topic = topic or (known if opens else None)
        return topic if people == 1 else None

    def _see_role(self, text: str, owner: CastMember | None) -> None:
        """Remember whom a sentence opens with by what they are: *My niece works*, *My neighbour Zdenka keeps*."""
        opening = self._role_at_start.match(text)
        if not opening:
            return
        runs = [run for start, _, run in self.names.find(text) if start == opening.end() + 1]
        if runs:
            self._mentions.topic = self._named(self.names.full(runs[0]), person=True)
            self._mentions.add(self._mentions.topic)
        elif (person := self.identify(opening["who"], owner=owner)) is not None:
            self._mentions.add(person)

    def _see_group(self, text: str) -> None:
        """Remember people or a body that a sentence opens with: *The cleverer opponents do not talk about it*."""
        told = text.split()
        small = self.words.bodies | self.words.joiners
        speaking = self._mentions.speaker
        for n in range(1, min(_LONGEST_PLAIN, len(told) - 1) + 1):
            phrase, behind = " ".join(told[:n]), told[n].casefold()
            if phrase[-1] in ",.;:" or told[n - 1].casefold() in self.words.places:
                break
            if (
                self._are_people(phrase)
                and told[n][0].islower()
                and not (behind in small or self.words.is_role(behind))
            ):
                placed = behind in self.words.places and self._is_plural(told[n - 1].casefold())
                group = self._mention_group(text if placed else phrase, whole=phrase)
                if group and speaking and group is not speaking and speaking.type is not StakeholderType.PERSON:
                    speaking = None  # whoever spoke before is not meant by a mere *it*
                break
        self._mentions.speaker = speaking

    def _mention_group(self, text: str, *, whole: str) -> CastMember | None:
        """Remember a group by its phrase, or by what a text opens with: *Students from the college have drawn*."""
        opened = " " in whole and whole.partition(" ")[0].casefold() in self.words.determiners
        if not (opened or self._is_plural(whole.casefold())):
            return None
        known = self.identify(whole) if text == whole else self.identify_opening(text)
        if known is None or known.type is StakeholderType.PERSON:
            return None
        self._mentions.add(known)
        return known

    def _is_topic(self, before: str, behind: str) -> bool:
        """Whether a name opens its sentence, but for what they are: *Consumer expert Dana Roe advised owners*."""
        owns = bool(self.words.owner.search(behind.partition(" ")[0].rstrip(",.")))
        return len(before.split()) < _LONGEST_ROLE and not before.rstrip().endswith(",") and not owns

    def _speaks_of_stranger(self, text: str) -> bool:
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

    def _may_speak(self, run: tuple[str, ...], *, placed: bool, ends: str) -> bool:
        """Whether a name is somebody's that a pronoun may mean: an organisation's, or a person's full one."""
        if self.names.is_body(run):
            return not placed
        full = len(run) in {2, 3} and run[0].casefold() not in self.names.common
        return run in self.names.people or (full and not placed and ends != "’")

    @cached_property
    def _role_at_start(self) -> re.Pattern[str]:
        """Somebody by what they are: *The harbour master presented …*, *My niece works …*."""
        opening = either(self.words.definite & self.words.articles | self.words.possessives)
        roles, places = either(self.words.roles), either(self.words.places)
        return re.compile(
            rf"\W*(?P<who>(?:{opening})\s+(?:[\w-]+\s+)?(?:{roles}))\b(?!\s+(?:{places})\b|[\w’'-])", re.IGNORECASE
        )

    def _find_person(self, pronoun: str) -> CastMember | None:
        """Whom *he* or *she* means: the only one it can be, or who of them spoke last."""
        gender = self._get_gender([pronoun])
        people = self._mentions.find(StakeholderType.PERSON)
        others = [person for person in people if person is not self.author]
        fitting = [person for person in others if not gender or person.gender in {"", gender}]
        sure = [person for person in fitting if gender and person.gender == gender]
        for pool in (sure,) if self._mentions.stranger else (sure, fitting):
            if (person := self._prefer(pool)) is not None:
                person.gender = person.gender or gender
                return person
        return None

    def _prefer(self, pool: Sequence[CastMember]) -> CastMember | None:
        """The only one of some people; of several whoever spoke last, or the sentence before is about."""
        if len(pool) > 1:
            return next((m for m in (self._mentions.speaker, self._mentions.topic) if m in pool), None)
        return pool[0] if pool else None

    def find_within(self, text: str, pronoun: str, speaking: Iterable[CastMember]) -> CastMember | None:
        """Who is ``speaking`` in a sentence, or the only person it has named, if its pronoun can mean them."""
        gender = self._get_gender([pronoun])
        if pronoun in self.words.group_pronouns or not gender:
            return None
        for person in speaking:
            if person.type is StakeholderType.PERSON and person.gender in {"", gender}:
                return person
        runs = {
            self.names.full(run)
            for start, _, run in self.names.find(text)
            if not self._follows_place(text[:start])
        }
        people = [run for run in runs if run in self.names.people]
        if len(people) != 1 or len(runs) != 1:
            return None
        person = self._named(people[0])
        fits = person is not self.author and person.gender in {"", gender}
        return person if fits else None

    def _find_group(self, pronoun: str) -> CastMember | None:
        """Whom *they* or *it* means."""
        several = pronoun in self.words.many
        crowds = {StakeholderType.UNSPECIFIED} if several else set()
        groups = [
            group
            for group in self._mentions.find(StakeholderType.ORGANISATION, StakeholderType.GROUP, *crowds)
            if group.type is not StakeholderType.UNSPECIFIED or self._are_people(group.name)
        ]
        if len(groups) > 1 and self._mentions.speaker in groups:
            return self._mentions.speaker
        return groups[0] if len(groups) == 1 else None

    def _last_body(self) -> CastMember | None:
        return next(reversed(self._mentions.find(StakeholderType.ORGANISATION)), None)

    def _get_gender(self, words: Iterable[str]) -> str:
        for word in words:
            folded = word.casefold().strip(".,")
            if folded in self.words.male:
                return "male"
            ends = any(folded.endswith(ending) for ending in self.words.female_endings)
            if folded in self.words.female or (ends and self.words.is_role(folded)):
                return "female"
        return ""

    def _learn_gender(self, speaker: CastMember, before: str) -> None:
        if speaker.type is StakeholderType.PERSON and not speaker.gender:
            speaker.gender = self._get_gender(before.split()[-1:])

    def _strip_openers(self, phrase: str) -> str:
        """The phrase without what leads up to the subject: *But*, *In Harl, a village of 410,*, *On Thursday,*."""
        parts = [part.strip() for part in self._joiner.sub("", phrase.strip()).split(",")]
        while len(parts) > 1 and self._leads_up(parts[0]):
            parts.pop(0)
            # In Harl, a village of 410 people, some anglers
            if len(parts) > 1 and parts[0].partition(" ")[0].casefold() in self.words.indefinite:
                parts.pop(0)
        return self._emphasis.sub("", ", ".join(filter(None, parts)))

    def _leads_up(self, part: str) -> bool:
        """*On Thursday*, *opening the debate*."""
        first, _, rest = part.casefold().partition(" ")
        alone = not rest and first.isalpha() and not self.names.find(part) and not self.words.is_role(first)
        known = self.words.pronouns | self.words.group_pronouns | self.words.crowds | self.words.first_person
        alone = alone and first not in known and not self._is_plural(first)
        return first in self.words.openers or alone or bool(self.words.participles.match(part))

    @cached_property
    def _joiner(self) -> re.Pattern[str]:
        joiners = self.words.joiners - self.words.conditions
        return re.compile(rf"^(?:(?:{either(joiners)})\b,?\s+)+", re.IGNORECASE)

    @cached_property
    def _elision(self) -> re.Pattern[str]:
        """An article tied to its noun: *l'association*."""
        tied = either(word for word in self.words.articles if word.endswith("'"))
        return re.compile(rf"^({tied})(?=\w)", re.IGNORECASE)

    @cached_property
    def _emphasis(self) -> re.Pattern[str]:
        return re.compile(rf"\s+(?:{either(self.words.emphatic)})$", re.IGNORECASE)

    @cached_property
    def _relative(self) -> re.Pattern[str]:
        of = "".join(rf"(?<!\b{re.escape(word)})" for word in sorted(self.words.places))
        return re.compile(rf"{of},?\s+(?:{either(self.words.relative)})\b.*$", re.IGNORECASE | re.DOTALL)

    @cached_property
    def _from_place(self) -> re.Pattern[str]:
        """Where a phrase goes on behind its noun: *of the dike*, *at the Polytechnic*."""
        return re.compile(rf"\s+(?:{either(self.words.places)})\b", re.IGNORECASE)

    @cached_property
    def _place_before(self) -> re.Pattern[str]:
        articles = either(self.words.articles)
        return re.compile(rf"\b(?:{either(self.words.places)})\s+(?:(?:{articles})\s+)?$", re.IGNORECASE)

    def _follows_place(self, before: str) -> bool:
        return bool(self._place_before.search(before[-30:]))

    def _identify_owned(self, phrase: str, owner: CastMember | None) -> CastMember | None:
        """*My niece* is the niece of whoever speaks; *my colleague Josefa Brandt* has a name."""
        what = phrase.partition(" ")[2]
        head, *behind = [part.strip() for part in what.split(",")]
        runs = self.names.find(f"x {head}")
        if runs and runs[-1][1] == len(head) + 2 and runs[0][0] > 2:
            return self._identify_named(f"x {head}", runs)
        named = self._whole_name(behind[0]) if behind else None
        if named is not None and (self._names_role(head) or head.isalpha()):
            return self._described(named, head)
        core = self._from_place.split(head, maxsplit=1)[0].split()
        if owner is None or not core or not self._is_somebodys(core[-1]):
            return None
        told = self.words.of_owner.format(what=head, whom=owner.name)
        kind = StakeholderType.PERSON if self.words.is_role(core[-1]) else StakeholderType.GROUP
        speaker = self._somebody(told, kind)
        speaker.aliases.add(head)
        speaker.gender = speaker.gender or self._get_gender(core[-1:])
        return speaker

    def _is_somebodys(self, noun: str) -> bool:
        """Whether a noun is of people or of a body, as somebody has them: *niece*, *members*, *office*."""
        folded = noun.casefold()
        return self.words.is_role(noun) or self._is_plural(folded) or folded in self.words.bodies

    def _identify_noun(self, phrase: str) -> CastMember | None:
        segments = [part.strip() for part in phrase.split(",") if part.strip()]
        if not segments:
            return None
        head = self._relative.sub("", segments[0])
        if (author := self._identify_paper(head)) is not None:
            return author
        named = self._whole_name(segments[1]) if len(segments) > 1 else None
        if named is not None and self._is_beside_name(head, segments[1]):
            return self._described(named, head)
        paper = head.split()[-1].casefold() in self.words.papers
        if len(segments) > 1 and not (paper or self._is_apposition(segments[1:]) or self.names.find(head)):
            return None
        speaker = self._identify_head(head)
        if speaker is not None and speaker.type is StakeholderType.PERSON and len(segments) > 1:
            self._describe(speaker, segments[1])
        return speaker

    def _described(self, named: tuple[str, ...], head: str) -> CastMember:
        """Whom a noun and a name beside it mean: *the chair, Leo Marsh*, *the developer, Larkhill Homes*."""
        full = self.names.full(named)
        last = head.split()[-1].casefold()
        if last in self.words.bodies | self.words.companies:
            self.names.bodies.add(full)
            self._short_forms[last] = self._named(full)
            return self._short_forms[last]
        person = self._named(full, person=not self.names.is_body(full))
        self._describe(person, head)
        return person

    def _is_beside_name(self, head: str, name: str) -> bool:
        """Whether a phrase tells what somebody is whose name follows.

        So do *Lockwell's head of privacy* and *the man next door* before a full name: a noun ends them.
        """
        if self._names_role(head) or self._is_plain_noun(head):
            return True
        first = head.partition(" ")[0].casefold()
        opened = first in self.words.determiners or bool(self._split_owner(head)[0])
        return opened and head.split()[-1].islower() and len(name.split()) > 1

    def _is_plain_noun(self, head: str) -> bool:
        """*The developer*, *la fleuriste*: an article and one or two words without a capital."""
        first, *rest = head.split()
        return (
            first.casefold() in self.words.articles
            and 0 < len(rest) <= _LONGEST_ROLE
            and head[len(first) :].islower()
        )

    def _is_apposition(self, segments: Sequence[str]) -> bool:
        first = segments[0].split()[0].casefold() if segments[0].split() else ""
        return (
            first in self.words.determiners | self.words.relative | self.words.pronouns
            or self.words.is_role(first)
            or first.isdigit()
            or self._names_role(segments[0])
            or self._whole_name(segments[0]) is not None
        )

    def _names_role(self, phrase: str) -> bool:
        cut = self._from_place.split(phrase, maxsplit=1)[0]
        last = cut.split()[-1].casefold() if cut.split() else ""
        return self.words.is_role(last)

    def _whole_name(self, phrase: str) -> tuple[str, ...] | None:
        text = f"x {phrase}"
        runs = self.names.find(text)
        if len(runs) != 1:
            return None
        start, end, run = runs[0]
        before = text[1:start].casefold().split()
        alone = all(word.rstrip(".") in self.words.titles for word in before) and not text[end:].strip(" .")
        return run if alone else None

    def _identify_head(self, head: str) -> CastMember | None:
        runs = self.names.find(head)
        bare = head.casefold().split()
        if not bare:
            return None
        if bare[0] in self.words.definite and self.words.is_role(bare[-1]) and len(bare) <= _LONGEST_ROLE:
            return self._identify_common(head, bare)  # The Parks Officer is what somebody is
        if (person := self._identify_first(head, runs)) is not None:
            return person
        if runs:
            behind = self.words.owner.sub("", head[runs[-1][1] :].strip(" ."))
            ends = not behind or behind.partition(" ")[0].casefold() in self.words.places
            speaker = self._identify_named(head[: runs[-1][1]], runs) if ends else None
            if speaker is not None:
                return speaker
        titled = runs and all(w.rstrip(".") in self.words.titles for w in head[: runs[0][0]].casefold().split())
        if titled and self._from_place.match(head[runs[0][1] :]):
            return self._named(self.names.full(runs[0][2]))
        return self._identify_common(head, bare)

    def _identify_first(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        """Whom the full name means that a phrase begins with: *Peter Stroud of the charity CareWatch*."""
        if len(runs) < 2 or runs[0][0] or not self._from_place.match(head[runs[0][1] :]):
            return None
        first = self.names.full(runs[0][2])
        return self._named(first, person=True) if len(first) > 1 and not self.names.is_body(first) else None

    def _identify_named(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        """Whom a name at the end of a phrase means by the words before it."""
        start, _, run = runs[-1]
        before = head[:start].strip().removeprefix("x").strip()
        low = before.casefold().split()
        last = low[-1].rstrip(".") if low else ""
        if self._place_before.search(f"{before} ") or last in self.words.clauses | self.words.by:
            return None
        if len(low) < 2 and last in {"", *(self.words.articles & self.words.definite)}:
            return self._resolve(run, with_the=bool(low))
        if last in self.words.bodies:
            return self._resolve(run, body=True)
        if (
            last in self.words.titles
            or self.words.is_role(last)
            or (len(runs) > 1 and self._split_owner(before)[0])
        ):
            speaker = self._resolve(run, person=True)
            speaker.gender = speaker.gender or self._get_gender([last])
            self._describe(speaker, before)
            return speaker
        plain = low[0] in self.words.articles and len(low) <= _LONGEST_ROLE
        return self._resolve(run) if plain and low[0] not in self.words.crowds else None

    def _resolve(
        self, run: tuple[str, ...], *, person: bool = False, body: bool = False, with_the: bool = False
    ) -> CastMember:
        gender = self._get_gender(run[:1])
        while len(run) > 1 and (run[0].casefold().rstrip(".") in self.words.titles or self.words.is_role(run[0])):
            run, person = run[1:], True
        full = self.names.full(run)
        if body or (with_the and not person):
            self.names.bodies.add(full)
        speaker = self._named(full, person=person)
        speaker.gender = speaker.gender or gender
        return speaker

    def _named(self, run: tuple[str, ...], *, person: bool = False) -> CastMember:
        if person:
            self.names.people.add(run)
        gender = self._genders.get(run) or (self._get_gender(run[:1]) if len(run) > 1 else "")
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
        speaker.gender = speaker.gender or gender
        return speaker

    def _is_called(self, run: tuple[str, ...]) -> bool:
        """Whether a name opens with a title, or with what somebody is: *Clockmaker Thea Brandlow*."""
        first = run[0].casefold().rstrip(".")
        return first in self.words.titles or (
            len(run) > 2 and self.words.is_role(first) and not self.names.is_body(run)
        )

    def _describe(self, speaker: CastMember, words: str) -> None:
        """Take over what a phrase beside a name tells: a role, and the organisation it is for."""
        words = self._relative.sub("", words).strip(" ,")
        first, _, rest = words.partition(" ")
        owner, role = self._split_owner(words)
        if first.casefold() in self.words.belonging:
            role, speaker.affiliation = rest, speaker.affiliation or self._last_body()
        elif owner:
            body = self._identify_head(owner)
            if body is None or body.type is not StakeholderType.ORGANISATION or body is speaker:
                role = ""
            else:
                speaker.affiliation = speaker.affiliation or body
        elif first.casefold() in self.words.determiners:
            role = rest
        speaker.gender = speaker.gender or self._get_gender(role.split())
        if role and self._has_role(role) and not speaker.role:
            speaker.role = role
            self._roles |= dict.fromkeys(role.casefold().split(), speaker)

    def _split_owner(self, words: str) -> tuple[str, str]:
        """*The union's secretary* as owner and what is owned."""
        parts = words.split()
        for n, word in enumerate(parts[:-1]):
            if len(word) > 1 and self.words.owner.search(word):
                return " ".join([*parts[:n], self.words.owner.sub("", word)]), " ".join(parts[n + 1 :])
        return "", words

    def _has_role(self, phrase: str) -> bool:
        return any(map(self.words.is_role, phrase.split()))

    def _identify_common(self, head: str, bare: Sequence[str]) -> CastMember | None:
        """Somebody without a name: *critics*, *the company*, *a farmer from Harl*, *the report*."""
        if bare[0] in self.words.belonging | self.words.of_one:
            return self._identify_of(head, bare)
        owner = self._split_owner(head)[0]
        core = self._from_place.split(head, maxsplit=1)[0]
        words = core.casefold().split()
        if not words or len(bare) > _LONGEST_GROUP or not self.words.passive.isdisjoint(words):
            return None
        noun = words[-1].strip("’'")
        definite = words[0] in self.words.definite
        if self._is_town(words):
            return self._somebody(head, StakeholderType.ORGANISATION)
        if noun in self.words.papers:
            named = self._identify_head(owner) if owner else None
            return named or self._authors_of_papers.get(noun)
        if noun in self.words.bodies | self.words.companies:
            return self._body(head, core, noun, definite=definite)
        if noun in self.words.crowds:
            return self._somebody(head, StakeholderType.UNSPECIFIED)
        if self.words.is_role(noun):
            return self._identify_role(head, noun, definite=definite and len(core.split()) == len(bare))
        return self._somebody(head, StakeholderType.GROUP) if self._is_group(words) else None

    def _is_town(self, words: Sequence[str]) -> bool:
        """Whether a body's kind stands before its name, where all nouns have capitals: *die Stadt Brunnstedt*."""
        bodies = self.words.bodies if self.words.noun_capitals else frozenset[str]()
        return len(words) > 1 and words[-2] in bodies and words[-1] not in bodies

    def _identify_paper(self, head: str) -> CastMember | None:
        """Whose a document is that says so: *a survey by the Travel Club*."""
        match = self._paper_by.match(head)
        return self.identify(match["who"]) if match else None

    @cached_property
    def _paper_by(self) -> re.Pattern[str]:
        openers, papers = either(self.words.determiners), either(self.words.papers)
        return re.compile(
            rf"(?:(?:{openers})\s+)?(?:[\w-]+\s+){{0,3}}?(?:{papers})\s+(?:{either(self.words.by)})\s+(?P<who>.+)$",
            re.IGNORECASE,
        )

    def _is_group(self, words: Sequence[str]) -> bool:
        """Whether a phrase is of several people: *the trustees*, *young teachers*."""
        first, noun = words[0], words[-1].strip("’'")
        few = first in self.words.determiners or len(words) <= _LONGEST_ROLE
        return few and self._is_plural(noun) and first not in self.words.indefinite

    def _identify_of(self, head: str, bare: Sequence[str]) -> CastMember | None:
        """*Its spokesman*, *her assistant*: of whom was named before; nobody where that cannot be told."""
        owner = self._find_person(bare[0]) if bare[0] in self.words.of_one else self._find_group(bare[0])
        return self._identify_owned(head, owner) if owner is not None else None

    def _are_bodies(self, phrase: str) -> bool:
        """Whether a noun is for several organisations, or those who are for or against something."""
        core = self._from_place.split(phrase, maxsplit=1)[0].split()
        noun = core[-1].casefold().strip("’'") if core else ""
        return noun in self.words.crowds or (noun.endswith("s") and noun.removesuffix("s") in self.words.bodies)

    def _are_people(self, phrase: str) -> bool:
        """Whether a noun for several is one for people by what they are: *the parents*, *young teachers*."""
        core = self._from_place.split(phrase, maxsplit=1)[0].split()
        noun = core[-1].casefold().strip("’'") if core else ""
        if not self._is_plural(noun):
            return noun in self.words.crowds | self.words.bodies
        one = f"{noun.removesuffix('ies')}y" if noun.endswith("ies") else noun.removesuffix("s")
        return noun in self.words.crowds or self.words.is_role(one) or one in self.words.bodies

    def _is_plural(self, noun: str) -> bool:
        if noun.endswith("s") and noun.removesuffix("s") in self.words.bodies | self.words.companies:
            return True
        return bool(self.words.plurals.match(noun)) and noun not in self.words.speech.keys() | self.words.things

    def _body(self, head: str, core: str, noun: str, *, definite: bool) -> CastMember | None:
        bare = self.words.noun_capitals and len(core.split()) == 1  # nach den Plänen der Stadt
        if not (definite or (bare and noun in self._bodies)) or len(core.split()) > 2:
            return self._somebody(head, StakeholderType.ORGANISATION)
        if noun in self._bodies:
            return self._bodies[noun]
        known = self.names.with_word.get(noun)
        if known is not None:
            return self._named(known)
        if noun in self.words.companies:
            bodies = self._mentions.find(StakeholderType.ORGANISATION)
            meant = self._short_forms.get(noun) or (bodies[0] if len(bodies) == 1 else None)
            if bodies and meant is None:
                return None
            if meant is not None:
                return self._short_forms.setdefault(noun, meant)
        return self._somebody(head, StakeholderType.ORGANISATION)

    def _identify_role(self, head: str, noun: str, *, definite: bool) -> CastMember | None:
        """*The chair* is whom the article calls so; the head of an office is another than the head."""
        known = self._by_role(noun) if definite else None
        if known is None and definite and self._may_be_named(head):
            return None
        return known or self._somebody(head, StakeholderType.PERSON)

    def _may_be_named(self, head: str) -> bool:
        """Whether *the officer* may be who has just spoken in the paragraph, if nothing tells what they are."""
        last = self._mentions.speaker
        if last is None or self._strip_left_out(head).casefold() in self.speakers:
            return False
        return (
            last in self._mentions.named[-1]
            and last.type is StakeholderType.PERSON
            and not (last.role or self._has_role(last.name))
        )

    def _by_role(self, noun: str) -> CastMember | None:
        """Whom *the chair* means: the one that the article calls so."""
        told = set(self.names.roles.get(noun, ()))
        if self.words.noun_capitals:  # die Dezernentin is the Baudezernentin
            told |= {run for role, runs in self.names.roles.items() if role.endswith(noun) for run in runs}
        if len(told) == 1:
            return self._named(self.names.full(next(iter(told))), person=True)
        return self._roles.get(noun)

    def _strip_left_out(self, phrase: str) -> str:
        phrase = phrase.strip()
        while " " in phrase and phrase.split()[0].casefold() in self._left_out:
            phrase = phrase.partition(" ")[2]
        return phrase

    def _somebody(self, phrase: str, kind: StakeholderType) -> CastMember:
        phrase = self._strip_left_out(phrase)
        key = phrase.casefold()
        if key not in self.speakers:
            core = self._from_place.split(phrase, maxsplit=1)[0].split()
            gender = self._get_gender(core) if kind is StakeholderType.PERSON else ""
            self.speakers[key] = CastMember(phrase[:1].upper() + phrase[1:], kind, gender=gender)
            self._know_body(self.speakers[key])
        return self.speakers[key]

    @cached_property
    def _left_out(self) -> frozenset[str]:
        """The words before a noun that do not tell who it is."""
        return self.words.articles | self.words.emphatic | (self.words.definite - self.words.belonging)

    def _know_body(self, speaker: CastMember) -> None:
        if speaker.type is StakeholderType.ORGANISATION:
            self._bodies |= dict.fromkeys(speaker.name.casefold().split(), speaker)

    def _find_genders(self, texts: Sequence[str]) -> dict[tuple[str, ...], str]:
        """Which pronoun people have by the sentence behind one that they open, and are alone named in."""
        found: dict[tuple[str, ...], set[str]] = {}
        for text, following in pairwise(texts):
            first = following.partition(" ")[0].casefold()
            runs = {self.names.full(run): (start, end) for start, end, run in self.names.find(text)}
            if first not in self.words.pronouns or len(runs) != 1 or self._speaks_of_stranger(text):
                continue
            ((run, (start, end)),) = runs.items()
            if not self.names.is_body(run) and self._is_topic(text[:start], text[end:]):
                found.setdefault(run, set()).add(self._get_gender([first]))
        return {run: genders.pop() for run, genders in found.items() if len(genders) == 1}

    def _find_paper_authors(self, texts: Iterable[str]) -> dict[str, CastMember]:
        """Who wrote a document that the article quotes, as in *the report, written by the Institute*."""
        found: dict[str, CastMember] = {}
        whole = "\n".join(texts)
        for paper, at in self._find_papers(whole):
            text = whole[at : at + _LONGEST_NAME].partition("\n")[0]
            runs = self.names.find(f"x {text}")
            if runs and runs[0][0] == len("x "):
                full = self.names.full(runs[0][2])
                if full not in self.names.people:
                    self.names.bodies.add(full)
                found.setdefault(paper, self._named(full))
        return found

    def _find_papers(self, whole: str) -> Iterator[tuple[str, int]]:
        """Documents and where it stands whose they are, best where the article says who wrote them."""
        papers, articles = either(self.words.papers), either(self.words.articles)
        by = rf",?\s+(?:[\w-]+\s+){{0,4}}?(?:{either(self.words.by)})\s+"
        ran = rf"\s+(?:{either(self.words.relative)})\s+"
        for link in (by, ran):
            pattern = rf"\b(?P<paper>{papers})\b{link}(?:(?:{articles})\s+)?"
            for match in re.finditer(pattern, whole, re.IGNORECASE):
                yield match["paper"].casefold(), match.end()
