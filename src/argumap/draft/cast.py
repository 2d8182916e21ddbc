"""Whom a phrase means where it stands in an article; nobody where that cannot be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.mentions import Mentions
from argumap.draft.names import Names
from argumap.draft.nouns import Nouns
from argumap.draft.roster import Roster
from argumap.draft.subject_phrases import SubjectPhrases
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.draft.cast_members import CastMember
    from argumap.draft.cue_words import CueWords

_DATELINE = re.compile(r"^[A-ZÄÖÜ]{3}[A-ZÄÖÜ .'-]*,?[^.]{0,40}?\s[–—-]\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LONGEST_GROUP = 9
_LONGEST_ROLE = 3
_LONGEST_PLAIN = 5


class Cast:
    """The speakers of an article as they come up, and whom pronouns and short forms mean by then."""

    def __init__(self, texts: Sequence[str], words: CueWords) -> None:
        self.words = words = words.learn(texts)
        self.names = Names.of(texts, words)
        self.nouns = Nouns(words)
        self.phrases = SubjectPhrases(self.names, self.nouns)
        self.roster = Roster(texts, self.phrases)
        self.mentions = Mentions(self.roster)
        self._short_forms: dict[str, CastMember] = {}

    def identify_all(
        self, phrase: str, *, strict: bool = False, owner: CastMember | None = None
    ) -> list[CastMember]:
        """Whom the subject of a verb means, each of two that *and* joins; none where that cannot be told."""
        meant = phrase.strip().rpartition(", ")[2].casefold()
        if meant in self.words.many and self.mentions.together:
            return list(self.mentions.together)
        found = self._identify_each(phrase, strict=strict, owner=owner)
        if len(found) > 1:
            self.mentions.speak_together(found)
        return found

    def _identify_each(self, phrase: str, *, strict: bool, owner: CastMember | None) -> list[CastMember]:
        if several := self._identify_listed(phrase):
            return several
        joined = rf"\s+(?:{either(self.words.shared & self.words.joiners)})\s+"
        parts = re.split(joined, self.phrases.strip_openers(phrase))
        if len(parts) == 2 and self._are_two(parts):
            both = [self.identify(part, strict=strict) for part in parts]
            if all(both) or self.words.noun_capitals:
                return [member for member in both if member]
        one = self.identify(phrase, strict=strict, owner=owner)
        return [one] if one else []

    def _are_two(self, parts: Sequence[str]) -> bool:
        """Whether each part around *and* can be a subject, and names somebody where nouns have no capitals."""
        plain = all("," not in part.rstrip(",") and self.phrases.opens_phrase(part) for part in parts)
        first, last = (self.names.find(f"x {part}") for part in parts)
        one = len(last) > 1 and bool(first) and self.names.is_body(first[-1][2])
        one |= self.nouns.has_role(parts[0]) and bool(self.nouns.from_place.search(parts[0]))
        known = (
            bool(last) and self.names.full(last[0][2]) in self.names.people and parts[1].startswith(last[0][2][0])
        )
        if one and not (known or self.words.has_title(parts[1])):
            return False  # Chamber of Commerce and Industry Chief Executive Ann Roe
        return plain and (self.words.noun_capitals or all(self.names.find(f"x {part}") for part in parts))

    def _identify_listed(self, phrase: str) -> list[CastMember]:
        """*Two analysts, Piers Nordahl and Wanda Itoh*, *the governors, the council and the county all*."""
        head, _, rest = _IN_BRACKETS.sub("", phrase.strip().rstrip(",")).partition(", ")
        joined = rf",?\s+(?:{either(self.words.shared & self.words.joiners)})\s+"
        listed, *last = re.split(joined, rest)
        if len(last) != 1 or ", who" in rest:
            return []
        names = [name for part in (listed, *last) if (name := self.phrases.whole_name(part))]
        if len(names) > 1 and self.nouns.are_people(head):
            return [self._described(name, head) for name in names]
        several = [head, *listed.split(", "), *last]
        if "," in last[0]:
            return []  # la consejera de Agua, Ganadería y Pesca, Ana Roca
        if not all(self.phrases.opens_phrase(part) and len(part.split()) <= _LONGEST_PLAIN for part in several):
            return []
        found = [member for part in several if (member := self.identify(part))]
        return found if len(found) == len(several) else []

    def identify(self, phrase: str, *, strict: bool = False, owner: CastMember | None = None) -> CastMember | None:
        """Whom the subject of a verb means; None where that cannot be told, or, if ``strict``, names nobody.

        ``owner`` is whose people *my* and *our* ones are.
        """
        phrase = self.phrases.strip_presenting(_IN_BRACKETS.sub("", phrase).lstrip("("))
        led_in, _, last = phrase.rpartition(", ")
        if led_in and last.casefold() in self.words.pronouns | self.words.group_pronouns:
            return None if self._names_actor(led_in) else self.identify(last)  # Asked by Kim Ott, he
        phrase = self.phrases.strip_openers(self.nouns.elision.sub(r"\1 ", phrase.replace("’", "'")))
        first = phrase.partition(" ")[0].casefold().strip(",")
        led = self.words.openers - self.words.determiners - self.words.joiners
        if not phrase or first in self.words.negative | self.words.conditions | led:
            return None
        if self._is_pronoun(phrase):
            return self._mention_again(self._identify_pronoun(phrase.casefold()))
        person = self.mentions.find_person(first) if first in self.words.of_one else None
        if first in self.words.possessives or person is not None:
            speaker = self._identify_owned(phrase, person or owner)
        else:
            speaker = self._identify_noun(phrase)
        if strict and speaker is not None and self._may_be_things(speaker, phrase):
            return None
        if speaker is not None:
            self.mention(speaker)
            self._note_paper(phrase, speaker)
        return speaker

    def _mention_again(self, meant: CastMember | None) -> CastMember | None:
        """Whom a pronoun means is in the paragraph from now on."""
        if meant is not None:
            self.mentions.add(meant)
        return meant

    def _note_paper(self, phrase: str, speaker: CastMember) -> None:
        """Remember whether somebody spoke in a document, which *it* means then."""
        core = self.nouns.from_place.split(phrase, maxsplit=1)[0].split()
        paper = bool(core) and core[-1].casefold() in self.words.papers
        paper |= bool(self.phrases.paper_by.match(phrase))
        self.mentions.by_paper = speaker if paper else None

    def _may_be_things(self, speaker: CastMember, phrase: str) -> bool:
        return speaker.type is StakeholderType.GROUP and not self.nouns.are_people(phrase)

    def _is_pronoun(self, phrase: str) -> bool:
        w, folded = self.words, phrase.casefold()
        known = w.pronouns | w.male | w.female | w.group_pronouns | w.belonging
        return folded in known or bool(w.aged.match(folded))

    def _identify_pronoun(self, folded: str) -> CastMember | None:
        """Whom *she*, *it* or *the 54-year-old* means."""
        people = self.words.pronouns | self.words.male | self.words.female
        if folded not in people and folded in self.words.group_pronouns | self.words.belonging:
            by_paper = self.mentions.by_paper
            told = by_paper is not None and by_paper is self.mentions.speaker and folded not in self.words.many
            return by_paper if told else self.mentions.find_group(folded)
        known = self.mentions.find_person(folded if folded in people else "")
        if known is not None:
            self.mention(known)  # and goes on speaking
        return known

    def _names_actor(self, phrase: str) -> bool:
        """Whether what leads up to a pronoun names somebody whom that may mean: not *asked by Kim Ott*."""
        ends = {*self.words.by, *self.words.places}
        return any(
            not self.names.is_body(run)
            and (run[1:] or run in self.names.people)
            and phrase[:start].rpartition(" ")[0].rpartition(" ")[2].casefold() not in ends
            and phrase[:start].split()[-1:] not in [[word] for word in ends]
            for start, _, run in self.names.find(phrase)
        )

    def identify_plain(self, phrase: str, owner: CastMember | None = None) -> CastMember | None:
        """Whom a noun means, whatever it is, before a verb that only people can be the subject of.

        *The caretaker warned …*, *a father told me …*; None where the phrase has no such shape.
        """
        phrase = self.phrases.strip_presenting(phrase)
        if (handle := self.phrases.handle.search(phrase)) is not None:
            speaker = self.roster.somebody(handle["who"], StakeholderType.PERSON)
            speaker.name = handle["who"]
            self.mention(speaker)
            return speaker
        head = self.nouns.relative.sub("", self.phrases.strip_openers(phrase)).rstrip(",").strip()
        core = self.nouns.from_place.split(head, maxsplit=1)[0]
        words = core.casefold().split()
        if self.words.aged.match(head) or not self.phrases.is_plain_subject(head, core, words):
            return None
        first = words[0]
        kind = self.nouns.tell_kind(first, words[-1])
        if kind is None:
            return None
        definite = first in self.words.definite and kind is not StakeholderType.GROUP
        if definite and self._may_be_named(head):
            return None
        if first in self.words.possessives and owner is not None:  # my brother-in-law
            head = self.words.of_owner.format(what=head.partition(" ")[2], whom=owner.name)
        speaker = self.roster.somebody(head, kind)
        self.mention(speaker)
        return speaker

    def identify_several(self, phrase: str) -> CastMember | None:
        """Whom a noun without its article means before a verb for several: *Naturschützer befürchten*."""
        if not self.words.verb_first:
            return None
        told = phrase.split()
        bare = 0 < len(told) < _LONGEST_ROLE and (self.words.noun_capitals or len(told) == 1)
        if not bare or not told[-1][0].isupper() or told[0].casefold() in self.words.determiners:
            return None
        endings = ("er", "en", "e", "innen", "leute") if self.words.noun_capitals else ("s",)
        pronoun = phrase.casefold() in self.words.group_pronouns | self.words.pronouns
        if pronoun or self.names.find(f"x {phrase}") or not told[-1].endswith(endings):
            return None
        speaker = self.roster.somebody(phrase, StakeholderType.GROUP)
        self.mention(speaker)
        return speaker

    def names_another(self, text: str, known: CastMember) -> bool:
        """Whether a sentence names somebody else than one."""
        runs = [self.names.full(run) for _, _, run in self.names.find(text)]
        return any(run in self.names.people and self.roster.speakers.get(run) is not known for run in runs)

    def find_people(self, text: str) -> list[CastMember]:
        """The people who are named in a sentence, each once."""
        runs = dict.fromkeys(self.names.full(run) for _, _, run in self.names.find(text))
        return [self.roster.named(run) for run in runs if run in self.names.people]

    def identify_opening(self, text: str) -> CastMember | None:
        """Whom the subject of a sentence means that a later verb of it shares; None where that cannot be told."""
        words = _DATELINE.sub("", text).split()
        for n in range(2, min(_LONGEST_GROUP, len(words) - 1)):  # A woman from Ell | stood up and told
            phrase = " ".join(words[:n]).rstrip(",")
            opens = words[0].casefold() in self.words.determiners and self.phrases.may_open(phrase, words[n])
            if opens and self.phrases.is_verb(words[n]):
                speaker = self.identify(phrase)
                if speaker is not None:
                    return speaker
        for n in range(min(_LONGEST_GROUP, len(words) - 1), 0, -1):
            phrase = " ".join(words[:n]).rstrip(",")
            if self.phrases.may_open(phrase, words[n]):
                speaker = self.identify(phrase)
                if speaker is not None:
                    return speaker
        return None

    def identify_going_on(self) -> CastMember | None:
        """Whom a verb without a subject means: whoever spoke last in the paragraph, if nobody came up since."""
        last = self.mentions.speaker
        return last if last in self.mentions.named[-1] and not self.mentions.stranger else None

    def identify_doing(self, text: str) -> CastMember | None:
        """Whom a sentence is about that opens with them: *Council leader Hamish Tarrow hit back*."""
        first = text.partition(" ")[0]
        if first.casefold() in self.words.pronouns | self.words.group_pronouns:
            return self.identify(first)
        runs = self.names.find(text)
        if runs and len(text[: runs[0][0]].split()) < _LONGEST_ROLE:
            named, behind = text[: runs[0][1]], text[runs[0][1] :].split(maxsplit=1)[:1]
            noun = behind != [] and self._tells_people(behind[0])
            return self.identify(f"{named} {behind[0]}" if noun else named)  # Northern farmers
        words = text.split()
        for n in range(1, min(_LONGEST_GROUP, len(words))):
            whole = words[n - 1].casefold() not in self.words.determiners | self.words.places
            whole = whole and not words[n][0].isupper()  # Party nominee Rosa Venn
            if whole and not self._tells_people(words[n]) and (known := self.identify(" ".join(words[:n]))):
                return known
        return None

    def _is_role_behind(self, behind: str) -> bool:
        """Whether a body's name only tells whose somebody is: *the Guild candidate*."""
        word = behind.split(maxsplit=1)[:1]
        return behind[:1] == " " and word != [] and word[0].islower() and self.words.is_role(word[0])

    def _tells_people(self, word: str) -> bool:
        """Whether a name before a word only says which people it means: *Northern farmers*, *a Harl judge*."""
        bare = word.strip(".,;:")
        return word.islower() and (self.nouns.are_people(bare) or self.words.is_role(bare))

    def mention(self, speaker: CastMember) -> None:
        """Remember that somebody has just spoken."""
        self.mentions.add(speaker)
        self.mentions.speaker = speaker
        self.mentions.missed = False
        if speaker not in self.mentions.together:
            self.mentions.together = []

    def learn_by_pronoun(self, speaker: CastMember, said: str) -> None:
        """Learn how somebody is called who speaks of themselves first: *Cllr Thwaite said that she had …*."""
        first = said.partition(" ")[0].casefold()
        gender = self.nouns.get_gender([first]) if first in self.words.pronouns else ""
        others = [m for m in self.mentions.find(StakeholderType.PERSON) if m is not speaker]
        another = any(other.gender in {"", gender} for other in others)
        if speaker.type is StakeholderType.PERSON and gender and not speaker.gender and not another:
            speaker.gender = gender

    def miss(self) -> None:
        """Remember that somebody has spoken who is not known: a pronoun may mean them from now on."""
        self.mentions.stranger = self.mentions.missed = True
        self.mentions.together = []

    def open_paragraph(self) -> None:
        """Remember that those named so far stand a paragraph back."""
        self.mentions.open_paragraph()

    def recall(self, text: str) -> None:
        """Remember whom a sentence opens with by a pronoun: *He has a plan* names him in this paragraph too."""
        first = text.partition(" ")[0].casefold()
        meant = self.mentions.find_person(first) if first in self.words.pronouns else None
        if meant is not None:
            self.mentions.add(meant)

    def see(self, text: str, owner: CastMember | None = None) -> None:
        """Remember who is named in a sentence, for the pronouns of the next."""
        topic = self._see_names(text)
        first = text.partition(" ")[0].casefold()
        if first not in self.words.pronouns:
            self.mentions.topic = topic
        self._see_role(text, owner)
        together = self.mentions.together
        self._see_group(text)
        if together and set(together) <= set(self.find_people(text)):
            self.mentions.together = together  # Two analysts, Brook and Lund, …: they
        if (asked := self.words.we_asked.match(text)) and (member := self.identify(asked["who"])):
            self.mention(member)  # whoever is asked is who answers
        told = {word.strip(".,;:") for word in text.casefold().split()}
        self.mentions.paper = not self.words.papers.isdisjoint(told) and first not in self.words.group_pronouns
        self.mentions.other |= first in self.words.articles | self.words.possessives | self.words.indefinite
        self.mentions.stranger |= self.nouns.speaks_of_stranger(text)

    def see_opening(self, text: str, owner: CastMember) -> None:
        """Remember who is named in a sentence before its verb; whoever the sentence before was about stays so."""
        topic, paper = self.mentions.topic, self.mentions.paper
        crowd, group = self.mentions.crowd, self.mentions.group
        self.see(text, owner)
        self.mentions.topic, self.mentions.paper = topic, paper
        self.mentions.crowd, self.mentions.group = crowd, self.mentions.group or group

    def _see_names(self, text: str) -> CastMember | None:
        """Remember the names in a sentence; give the person it is about, who opens it and is alone in it."""
        topic = None
        people = 0
        for start, end, run in self.names.find(text):
            full = self.names.full(run)
            known = self.roster.speakers.get(full)
            placed = self.phrases.follows_place(text[:start])
            if known is None and self.roster.may_speak(full, placed=placed, ends=text[end : end + 1]):
                known = self.roster.named(full)
            led = not text[:start].strip().count(" ") and text[end : end + 1] != ","  # For Aske it is
            placed = placed and not led
            if known is not None and not self._is_beside(known, text[end:], placed=placed):
                self.roster.learn_gender(known, text[:start])
                self.mentions.add(known)
                opens = self.phrases.is_topic(text[:start], text[end:])
                if opens and known is not self.mentions.speaker:
                    self.mentions.speaker = None  # whoever spoke before is not meant by a mere *she*
                if known.type is StakeholderType.PERSON:
                    people += 1
                    topic = topic or (known if opens else None)
        return topic if people == 1 else None

    def _is_beside(self, known: CastMember, behind: str, *, placed: bool) -> bool:
        """Whether a name is a place's, or tells only whose somebody is: no pronoun means its bearer."""
        if known.type is StakeholderType.PERSON:
            return placed
        return known.type is StakeholderType.ORGANISATION and self._is_role_behind(behind)

    def _see_role(self, text: str, owner: CastMember | None) -> None:
        """Remember whom a sentence opens with by what they are: *My niece works*, *My neighbour Zdenka keeps*."""
        opening = self.phrases.role_at_start.match(text)
        behind = text[opening.end() :].split(maxsplit=1)[:1] if opening else []
        if not opening or (behind and self.phrases.goes_on(behind[0])):
            return
        runs = [run for start, _, run in self.names.find(text) if start == opening.end() + 1]
        if runs:
            self.mentions.topic = self.roster.named(self.names.full(runs[0]), person=True)
            self.mentions.add(self.mentions.topic)
        elif (person := self.identify(opening["who"], owner=owner)) is not None:
            self.mentions.add(person)

    def _see_group(self, text: str) -> None:
        """Remember people or a body that a sentence opens with: *The cleverer opponents do not talk about it*."""
        told = text.split()
        self.mentions.crowd = self.phrases.opens_with_crowd(told)
        small = self.words.bodies | self.words.joiners
        speaking, group = self.mentions.speaker, None
        for n in range(1, min(_LONGEST_PLAIN, len(told) - 1) + 1):
            phrase, behind = " ".join(told[:n]), told[n].casefold()
            if phrase[-1] in ",.;:" or told[n - 1].casefold() in self.words.places:
                break
            if (
                self.nouns.are_people(phrase)
                and told[n][0].islower()
                and not (behind in small or self.words.is_role(behind))
            ):
                placed = behind in self.words.places and self.nouns.is_plural(told[n - 1].casefold())
                group = self._mention_group(text if placed else phrase, whole=phrase)
                if group and speaking and group is not speaking and speaking.type is not StakeholderType.PERSON:
                    speaking = None  # whoever spoke before is not meant by a mere *it*
                break
        self.mentions.speaker = speaking
        self.mentions.group = group

    def _mention_group(self, text: str, *, whole: str) -> CastMember | None:
        """Remember a group by its phrase, or by what a text opens with: *Students from the college have drawn*."""
        opened = " " in whole and whole.partition(" ")[0].casefold() in self.words.determiners
        if not (opened or self.nouns.is_plural(whole.casefold())):
            return None
        phrase = whole if text == whole else self.phrases.end_at_verb(text, whole)
        known = self.identify(phrase)
        if known is None or known.type is StakeholderType.PERSON:
            return None
        self.mentions.add(known)
        return known

    def find_within(self, text: str, pronoun: str, speaking: Iterable[CastMember]) -> CastMember | None:
        """Who is ``speaking`` in a sentence, or the only person it has named, if its pronoun can mean them."""
        gender = self.nouns.get_gender([pronoun])
        if pronoun in self.words.group_pronouns or not gender:
            return None
        for person in speaking:
            if person.type is StakeholderType.PERSON and person.gender in {"", gender}:
                return person
        runs = {
            self.names.full(run)
            for start, _, run in self.names.find(text)
            if not self.phrases.follows_place(text[:start])
        }
        people = [run for run in runs if run in self.names.people]
        if len(people) != 1 or len(runs) != 1:
            return None
        person = self.roster.named(people[0])
        fits = person is not self.roster.author and person.gender in {"", gender}
        return person if fits else None

    def _identify_owned(self, phrase: str, owner: CastMember | None) -> CastMember | None:
        """*My niece* is the niece of whoever speaks; *my colleague Josefa Brandt* has a name."""
        what = phrase.partition(" ")[2]
        head, *behind = [part.strip() for part in what.split(",")]
        runs = self.names.find(f"x {head}")
        placed = bool(self.nouns.from_place.search(head))  # my colleagues in Porto
        if not placed and runs and runs[-1][1] == len(head) + 2 and runs[0][0] > 2:
            return self._identify_named(f"x {head}", runs)
        named = self.phrases.whole_name(behind[0]) if behind else None
        if named is not None and (self.nouns.names_role(head) or head.isalpha()):
            return self._described(named, head)
        core = self.nouns.from_place.split(head, maxsplit=1)[0].split()
        if owner is None or not core or not self.nouns.is_somebodys(core[-1]):
            return None
        told = self.words.of_owner.format(what=head, whom=owner.name)
        kind = StakeholderType.PERSON if self.words.is_role(core[-1]) else StakeholderType.GROUP
        speaker = self.roster.somebody(told, kind)
        speaker.aliases.add(head)
        speaker.gender = speaker.gender or self.nouns.get_gender(core[-1:])
        return speaker

    def _identify_noun(self, phrase: str) -> CastMember | None:
        segments = [part.strip() for part in re.split(r",(?!\d)", phrase) if part.strip()]
        if not segments:
            return None
        head = self.nouns.relative.sub("", segments[0])
        if (author := self._identify_paper(head)) is not None:
            return author
        if (named := self._find_beside(head, segments)) is not None:
            return self._described(named, head)
        paper = head.split()[-1].casefold() in self.words.papers
        if len(segments) > 1 and not (paper or self.phrases.is_apposition(segments[1:]) or self.names.find(head)):
            return None
        speaker = self._identify_head(head)
        if speaker is not None and speaker.type is StakeholderType.PERSON and len(segments) > 1:
            self._describe(speaker, segments[1])
        return speaker

    def _find_beside(self, head: str, segments: Sequence[str]) -> tuple[str, ...] | None:
        """The name that stands beside what somebody is."""
        named = self.phrases.name_beside(segments[1]) if len(segments) > 1 else None
        beside = named is not None and self.phrases.is_beside_name(head, segments[1])
        if behind := self._name_behind_office(head, segments) if len(segments) > 2 or not beside else None:
            return behind
        return named if beside else None

    def _name_behind_office(self, head: str, segments: Sequence[str]) -> tuple[str, ...] | None:
        """The name behind an office for several things: *the minister for Culture, Media and Sport, Ana Brook*."""
        if len(segments) < 2 or not self.nouns.has_role(head) or self.names.people & {*self._runs(head)}:
            return None
        run = self.phrases.whole_name(segments[-1])
        return run if run is not None and len(run) > 1 and not self.names.is_body(run) else None

    def _runs(self, text: str) -> list[tuple[str, ...]]:
        return [self.names.full(run) for _, _, run in self.names.find(text)]

    def _described(self, named: tuple[str, ...], head: str) -> CastMember:
        """Whom a noun and a name beside it mean: *the chair, Leo Marsh*, *the developer, Larkhill Homes*."""
        full = self.names.full(named)
        last = head.split()[-1].casefold()
        if last in self.words.bodies | self.words.companies:
            self.names.bodies.add(full)
            self._short_forms[last] = self.roster.named(full)
            return self._short_forms[last]
        person = self.roster.named(full, person=not self.names.is_body(full))
        self._describe(person, head)
        return person

    def _identify_head(self, head: str) -> CastMember | None:
        runs = self.names.find(head)
        bare = head.casefold().split()
        if not bare:
            return None
        if bare[0] in self.words.definite and self.words.is_role(bare[-1]) and len(bare) <= _LONGEST_ROLE:
            return self._identify_common(head, bare)  # The Parks Officer is what somebody is
        if (person := self._identify_first(head, runs) or self._identify_seated(head, runs)) is not None:
            return person
        if runs:
            behind = self.words.owner.sub("", head[runs[-1][1] :].strip(" ."))
            ends = not behind or behind.partition(" ")[0].casefold() in self.words.places
            shared = ends and self.names.is_shared(runs[-1][2])
            if shared and (known := self.mentions.find_surname(runs[-1][2][0])) is not None:
                return known
            speaker = self._identify_named(head[: runs[-1][1]], runs) if ends else None
            if speaker is not None:
                return speaker
        return self._identify_titled(head, runs) or self._identify_common(head, bare)

    def _identify_titled(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        """Somebody by title and name before where they are from: *Mr Stroud of the charity*."""
        titled = runs and all(w.rstrip(".") in self.words.titles for w in head[: runs[0][0]].casefold().split())
        if titled and self.nouns.from_place.match(head[runs[0][1] :]):
            return self.roster.named(self.names.full(runs[0][2]))
        return None

    def _identify_first(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        """Whom the full name means that a phrase begins with: *Peter Stroud of the charity CareWatch*."""
        if len(runs) < 2 or runs[0][0] or not self.nouns.from_place.match(head[runs[0][1] :]):
            return None
        first = self.names.full(runs[0][2])
        return self.roster.named(first, person=True) if len(first) > 1 and not self.names.is_body(first) else None

    def _identify_seated(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        """Which body a phrase means that goes on with where it is: *The Pier Centre at Harl University*."""
        if (
            len(runs) < 2
            or not self.names.is_body(runs[0][2])
            or not self.nouns.from_place.match(head[runs[0][1] :])
        ):
            return None
        led = head[: runs[0][0]].strip().casefold()
        return self.roster.resolve(runs[0][2], body=True) if led in {"", *self.words.articles} else None

    def _identify_named(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        """Whom a name at the end of a phrase means by the words before it."""
        start, _, run = runs[-1]
        before = head[:start].strip().removeprefix("x").strip()
        low = before.casefold().split()
        last = low[-1].rstrip(".") if low else ""
        if self.phrases.place_before.search(f"{before} ") or last in self.words.clauses | self.words.by:
            return None
        if len(low) < 2 and last in {"", *(self.words.articles & self.words.definite)}:
            return self.roster.resolve(run, with_the=bool(low))
        if last in self.words.bodies:
            return self._resolve_body(run, before)
        if (
            last in self.words.titles
            or self.words.is_role(last)
            or (len(runs) > 1 and self.nouns.split_owner(before)[0])
        ):
            speaker = self.roster.resolve(run, person=True)
            speaker.gender = speaker.gender or self.nouns.get_gender([last])
            self._describe(speaker, before)
            return speaker
        plain = low[0] in self.words.articles and len(low) <= _LONGEST_ROLE
        return self.roster.resolve(run) if plain and low[0] not in self.words.crowds else None

    def _resolve_body(self, run: tuple[str, ...], before: str) -> CastMember | None:
        """The organisation of a name behind what it is; nobody where somebody else is of it.

        *An engineer of the firm Altimetry* is not the firm.
        """
        return None if self.nouns.from_place.search(before) else self.roster.resolve(run, body=True)

    def _describe(self, speaker: CastMember, words: str) -> None:
        """Take over what a phrase beside a name tells: a role, and the organisation it is for."""
        words = self.nouns.relative.sub("", words).strip(" ,")
        first, _, rest = words.partition(" ")
        if first.casefold() in self.words.relative:
            return  # Ada Roth, who chairs the council's committee
        owner, role = self.nouns.split_owner(words)
        if first.casefold() in self.words.belonging:
            role, speaker.affiliation = rest, speaker.affiliation or self.mentions.last_body()
        elif owner:
            body = self._identify_head(owner)
            if body is None or body.type is not StakeholderType.ORGANISATION or body is speaker:
                role = ""
            else:
                speaker.affiliation = speaker.affiliation or body
        elif first.casefold() in self.words.determiners | self.words.of_one:  # her apprentice may be a man
            role = rest
        speaker.gender = speaker.gender or self.nouns.get_gender(role.split())
        if role and self.nouns.has_role(role) and not speaker.role:
            speaker.role = role
            self.roster.roles |= dict.fromkeys(role.casefold().split(), speaker)

    def _identify_common(self, head: str, bare: Sequence[str]) -> CastMember | None:
        """Somebody without a name: *critics*, *the company*, *a farmer from Harl*, *the report*."""
        if bare[0] in self.words.belonging | self.words.of_one:
            return self._identify_of(head, bare)
        owner = self.nouns.split_owner(head)[0]
        core = self.nouns.from_place.split(head, maxsplit=1)[0]
        words = core.casefold().split()
        if not words or len(bare) > _LONGEST_GROUP or not self.words.passive.isdisjoint(words):
            return None
        noun = words[-1].strip("’'")
        definite = words[0] in self.words.definite
        if self.nouns.is_town(words):
            return self.roster.somebody(head, StakeholderType.ORGANISATION)
        if noun in self.words.papers:
            named = self._identify_head(owner) if owner else self._find_before_paper(core)
            return named or self.roster.authors_of_papers.get(noun)
        if noun in self.words.bodies | self.words.companies:
            return self._body(head, core, noun, definite=definite)
        if noun in self.words.crowds:
            return self.roster.somebody(head, StakeholderType.UNSPECIFIED)
        if self.words.is_role(noun):
            return self._identify_role(head, noun, definite=definite and len(core.split()) == len(bare))
        return self.roster.somebody(head, StakeholderType.GROUP) if self.nouns.is_group(words) else None

    def _find_before_paper(self, core: str) -> CastMember | None:
        """Whose a document is by the name right before it: *the OECD analysis*."""
        told = core.rpartition(" ")[0]
        runs = self.names.find(f"x {told}")
        last = runs[-1] if runs else None
        ends = last is not None and last[1] == len(told) + 2
        return (
            self.roster.named(self.names.full(last[2])) if last and ends and self.names.is_body(last[2]) else None
        )

    def _identify_paper(self, head: str) -> CastMember | None:
        """Whose a document is that says so: *a survey by the Travel Club*."""
        match = self.phrases.paper_by.match(head)
        if match is None:
            return None
        last, self.mentions.speaker = self.mentions.speaker, None  # whoever wrote it is not who speaks
        known = self.identify(match["who"])
        self.mentions.speaker = last
        return known

    def _identify_of(self, head: str, bare: Sequence[str]) -> CastMember | None:
        """*Its spokesman*, *her assistant*: of whom was named before; nobody where that cannot be told."""
        owner = (
            self.mentions.find_person(bare[0])
            if bare[0] in self.words.of_one
            else self.mentions.find_group(bare[0])
        )
        return self._identify_owned(head, owner) if owner is not None else None

    def _body(self, head: str, core: str, noun: str, *, definite: bool) -> CastMember | None:
        bare = self.words.noun_capitals and len(core.split()) == 1  # nach den Plänen der Stadt
        if not (definite or (bare and noun in self.roster.bodies)) or len(core.split()) > 2:
            return self.roster.somebody(head, StakeholderType.ORGANISATION)
        if noun in self.roster.bodies:
            return self.roster.bodies[noun]
        known = self.names.with_word.get(noun)
        if known is not None:
            return self.roster.named(known)
        if noun in self.words.companies:
            bodies = self._find_companies()
            meant = self._short_forms.get(noun) or (bodies[0] if len(bodies) == 1 else None)
            if bodies and meant is None:
                return None
            if meant is not None:
                return self._short_forms.setdefault(noun, meant)
        return self.roster.somebody(head, StakeholderType.ORGANISATION)

    def _find_companies(self) -> list[CastMember]:
        """The organisations named lately that *the company* may mean: no council, no court."""
        return [
            body
            for body in self.mentions.find(StakeholderType.ORGANISATION)
            if self.words.publics.isdisjoint(body.name.casefold().split())
        ]

    def _identify_role(self, head: str, noun: str, *, definite: bool) -> CastMember | None:
        """*The chair* is whom the article calls so; the head of an office is another than the head."""
        known = self.roster.by_role(noun) if definite else None
        if known is None and definite:
            alike = self.roster.alike(noun)
            near = alike.intersection(self.mentions.named[-1]) if len(alike) > 1 else alike
            if alike:
                return next(iter(near)) if len(near) == 1 else None
            if (person := self._find_by_gender(noun)) is not None:
                return person
        if known is None and definite and self._may_be_named(head):
            return None
        return known or self.roster.somebody(head, StakeholderType.PERSON)

    def _find_by_gender(self, noun: str) -> CastMember | None:
        """Whom *the young man* means: the only man of whom that is known."""
        if self.words.verb_first and noun not in self.words.male | self.words.female:
            return self._find_generic(noun)  # die Kämmerin is no other woman
        gender = self.nouns.get_gender([noun])
        person = self.mentions.find_person(noun) if gender and not self.mentions.stranger else None
        return person if person in self.mentions.find(StakeholderType.PERSON) and gender else None

    def _find_generic(self, noun: str) -> CastMember | None:
        """Whom *die Forscherin* or *der CSU-Politiker* means: the only one the article has named by then."""
        last = noun.rpartition("-")[2]
        if last not in self.words.generic:
            return None
        gender = "female" if any(last.endswith(ending) for ending in self.words.female_endings) else "male"
        people = [m for m in self.mentions.find(StakeholderType.PERSON) if m.gender in {"", gender}]
        return people[0] if len(people) == 1 else None

    def _may_be_named(self, head: str) -> bool:
        """Whether *the officer* may be who has just spoken in the paragraph, if nothing tells what they are."""
        last = self.mentions.speaker
        if last is None or self.nouns.strip_left_out(head).casefold() in self.roster.speakers:
            return False
        return (
            any(last in paragraph for paragraph in self.mentions.named)
            and last.type is StakeholderType.PERSON
            and not (last.role or self.nouns.has_role(last.name))
        )
