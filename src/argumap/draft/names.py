"""The names in an article: which runs of words are one, whose they are, and which is a short form of which."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.draft.cue_words import CueWords

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?\.?|&|\d[\d.,]*", re.UNICODE)
_LONGEST_ROLE = 4
_LONGEST_SHORT = 4
_LONGEST_ACRONYM = 5
# Who wrote what is cited: *Krohn and Vale (2029)*, *Krohn et al. (2029)*.
_CITED = re.compile(
    r"\b([A-ZÀ-Þ][\w’'-]+)(?:\s+(?:and|&|und|et)\s+([A-ZÀ-Þ][\w’'-]+)|\s+et\s+al\.?)?\s+\((?:19|20)\d\d[a-z]?\)"
)


@dataclass(frozen=True)
class _Beside:
    """What beside a name tells whether it is a person's: *, who*, *, a biologist*, *(chair)*, *the … which*."""

    person: re.Pattern[str]
    body: re.Pattern[str]
    apposition: re.Pattern[str]
    definite: re.Pattern[str]

    @classmethod
    def of(cls, words: CueWords) -> _Beside:
        opening = either(words.articles | words.belonging)
        return cls(
            re.compile(rf",?\s+(?:{either(words.people_relative)})\b"),
            re.compile(rf",?\s+(?:{either(words.body_relative)})\b"),
            re.compile(rf"(?:,\s+(?:(?:{opening})\s+)?|\s+\()(?P<what>[\w’' -]+)", re.IGNORECASE),
            re.compile(rf"\b(?:{either(words.articles & words.definite)})\s+$", re.IGNORECASE),
        )


@dataclass
class Names:
    """The names of an article: which words always have a capital, which runs of them are one, and who is what."""

    words: CueWords
    proper: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    runs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    bodies: set[tuple[str, ...]] = field(default_factory=set)
    people: set[tuple[str, ...]] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    roles: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    months: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, texts: Sequence[str], words: CueWords) -> Names:
        names = cls(words)
        for text in texts:
            names._see_calendar(text)
            found = list(_WORD.finditer(text))
            for n, match in enumerate(found):
                word = words.owner.sub("", match[0].rstrip("."))
                if not word[0].isupper():
                    names.common.add(word.casefold())
                elif n and text[: match.start()].rstrip()[-1:] not in {".", "!", "?", ":", '"', "“", "„", "«"}:
                    names.proper.add(word)
            for match in _CITED.finditer(text):  # Krohn and Vale (2029)
                cited = [name for name in match.groups() if name]
                names.proper.update(cited)
                names.people.update((name,) for name in cited)
        if words.noun_capitals:
            names._learn_surnames(texts)
        for text in texts:
            for start, end, run in names.find(text):
                names.runs[run] += 1
                names._weigh(run, text[:start], text[end:])
        return names

    def _learn_surnames(self, texts: Sequence[str]) -> None:
        self.surnames |= {run[-1] for text in texts for _, _, run in self.find(text)}
        self.surnames |= {name for text in texts for name in self._find_speaking(text)}

    def _find_speaking(self, text: str) -> Iterator[str]:
        """A noun without its article behind a verb for one is a name: *…, sagte Hillebrand.*."""
        for match in self._speaking.finditer(text):
            who = match["who"] or match["opens"]
            if not self._is_noun(who) and who.casefold() not in self.words.crowds:
                yield who

    @cached_property
    def _speaking(self) -> re.Pattern[str]:
        verbs = either(form for form in self.words.human if not form.endswith("en") and " " not in form)
        return re.compile(
            rf"[,“”\"»«]\s+(?:(?i:{verbs}))\s+(?:von\s+)?(?P<who>[A-ZÄÖÜ][\w-]{{2,}})(?=[,.;:!?]|\s+[a-zäöü]|$)"
            rf"|^(?P<opens>[A-ZÄÖÜ][\w-]{{2,}})\s+(?:{verbs})(?=,|:)"
        )

    def _see_calendar(self, text: str) -> None:
        """Learn a month that is somebody's name where it stands behind a given name: *Ada June*."""
        if not self.words.calendar_names:
            return
        for match in self._named_month.finditer(text):
            self.months.add(match["month"])

    @cached_property
    def _named_month(self) -> re.Pattern[str]:
        months, given = either(self.words.calendar_names), either(self.words.male_names | self.words.female_names)
        return re.compile(rf"\b(?:{given})\s+(?P<month>(?-i:(?=[A-Z]))(?:{months}))\b(?!\s+\d)", re.IGNORECASE)

    def find(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """The names in a text, each with where it begins and ends."""
        tokens = [
            (m.start(), m.end(), self.words.owner.sub("", m[0]).rstrip(".") or m[0]) for m in _WORD.finditer(text)
        ]
        found = []
        n = 0
        while n < len(tokens):
            if not self._opens(tokens, n):
                n += 1
                continue
            last = n
            k = n + 1
            while k < len(tokens) and self._is_next(text, tokens[k - 1], tokens[k]):
                if self.words.owner.search(text[tokens[k - 1][0] : tokens[k - 1][1]]) and k - 1 == last:
                    break
                if self._is_capital(tokens[k][2]):
                    last = k
                elif not self._goes_on(tokens, n, k) or k - last > 2:
                    break
                k += 1
            first = self._find_first(tokens, n, last, text)
            if first <= last and not self._is_cut_off(tokens[first : last + 1], text):
                run = tuple(token[2] for token in tokens[first : last + 1])
                found.append((tokens[first][0], tokens[last][1], run))
            n = last + 1
        return found

    def _is_cut_off(self, run: Sequence[tuple[int, int, str]], text: str) -> bool:
        """Whether nothing but a short form of an office stands at the end of a text: *said Del.*."""
        (_, end, word), *others = run
        return (
            not others and len(word) <= _LONGEST_SHORT and self._is_title(word) and text[end:].strip() in {"", "."}
        )

    def _is_next(self, text: str, before: tuple[int, int, str], behind: tuple[int, int, str]) -> bool:
        """Whether two words stand side by side, or two initials do: *J.K. Rowan*."""
        between = text[before[1] : behind[0]]
        initials = not between and len(before[2]) == 1 and text[before[1] - 1] == "."
        return initials or between in {" ", ". ", "-"}

    def _find_first(self, tokens: Sequence[tuple[int, int, str]], n: int, last: int, text: str) -> int:
        """Where a name begins behind what somebody is: *Minister for the Interior*, *MP for Tarnfield*."""
        first = n + self._skip_nouns(tokens[n : last + 1], text)
        small = (token[2][0].islower() for token in tokens[first : last + 1])
        first += sum(takewhile(bool, small))
        sits = last - first > 1 and self._sits_for.search(text[: tokens[first][0]])
        return last - 1 if sits else first

    @cached_property
    def _sits_for(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{either(self.words.letters_behind)})\s+(?:{either(self.words.for_words)})\s+$")

    def _goes_on(self, tokens: Sequence[tuple[int, int, str]], n: int, k: int) -> bool:
        """Whether a small word is inside a name; *and* only is in an organisation's, *of* not in a person's."""
        word = tokens[k][2]
        so_far = [token[2] for token in tokens[n:k] if token[2][0].isupper()]
        known = not self.words.bodies.isdisjoint(each.casefold() for each in so_far)
        if not known and self._belongs_to_noun(word, [token[2] for token in tokens[max(n - 1, 0) : k]]):
            return False
        if word in self.words.body_links | self.words.places and len(so_far) > 1 and not known:
            return False
        if word not in self.words.joiners:
            return word in self.words.inside
        linked = known and not self.words.body_links.isdisjoint(token[2] for token in tokens[n:k])
        ahead = takewhile(lambda n: tokens[n][0] - tokens[n - 1][1] == 1, range(k + 1, min(k + 3, len(tokens))))
        return word in self.words.inside and self._joins([tokens[n][2] for n in ahead], linked=linked)

    def _belongs_to_noun(self, word: str, around: Sequence[str]) -> bool:
        """Whether a small word ends a noun that is no name: *der Satz von Roth*, not *Rektor Jan von Roth*."""
        if not self.words.noun_capitals or word not in self.words.places | self.words.body_links:
            return False
        return not any(self.words.is_role(each) or self._is_title(each) for each in around)

    def _joins(self, ahead: Sequence[str], *, linked: bool) -> bool:
        """Whether *and* goes on in a name; with ``linked`` that is *Institute for …*."""
        body = any(each[0].isupper() and each.casefold() in self.words.bodies for each in ahead)
        return body or (linked and self._is_one_more(ahead))

    def _is_one_more(self, ahead: Sequence[str]) -> bool:
        """Whether one word with a capital and no more ends a name: *Institute for Work and Health*."""
        first, *others = ahead or [""]
        return first[:1].isupper() and not self._is_noun(first) and not (others and others[0][0].isupper())

    def _skip_nouns(self, tokens: Sequence[tuple[int, int, str]], text: str) -> int:
        """How many words of a run are titles, or nouns written like names; all where none is a name."""
        n = 0
        while n < len(tokens) - 1 and self._is_title(tokens[n][2]):
            n += 1
        if not self.words.noun_capitals:
            return max(n, self._skip_office([token[2] for token in tokens]))
        while n < len(tokens) and self._is_noun(tokens[n][2]):
            n += 1
        n = max(n, self._skip_office([token[2] for token in tokens]))
        left = tokens[n:]
        office = n > 0 and tokens[n - 1][2].casefold().endswith(tuple(self.words.offices))
        named = len(left) > 1 or (bool(left) and (office or self._is_alone(left[0], text)))
        return n if named else len(tokens)

    def _is_alone(self, token: tuple[int, int, str], text: str) -> bool:
        """Whether one noun is a name: behind a title, as it is a surname elsewhere, or a party's letters."""
        titled = ends_with(text[: token[0]], self.words.titles)
        return titled or token[2] in self.surnames or _is_acronym(token[2])

    def _skip_office(self, run: Sequence[str]) -> int:
        """How many words of a run are an office before a person's name: *Environment Minister Hanne Gjerlow*.

        So is what opens a sentence: *Barrister Omar Tindall*.
        """
        for n in range(len(run) - 2, -1, -1):
            if (n and self._is_title(run[n])) or self.words.is_role(run[n]):
                rest = run[n + 1 :]
                named = (len(rest) > 1 or self._is_title(run[n])) and all(
                    word[0].isupper() or (k and word in self.words.inside - self.words.body_links)
                    for k, word in enumerate(rest)
                )
                return n + 1 if named and self.words.bodies.isdisjoint(w.casefold() for w in rest) else 0
        return 0

    def _is_title(self, word: str) -> bool:
        return word.casefold().rstrip(".") in self.words.titles

    def _is_noun(self, word: str) -> bool:
        folded = word.casefold()
        return self._is_title(word) or folded in self.words.bodies | self.words.papers or self.words.is_role(word)

    def _opens(self, tokens: Sequence[tuple[int, int, str]], n: int) -> bool:
        word = tokens[n][2]
        if not self._is_capital(word):
            return False
        folded = word.casefold()
        if folded in self.words.determiners | self.words.pronouns | self.words.group_pronouns | self.words.what:
            return False
        if n == 0 and folded in self.words.leading:
            return False
        if n == 0 and word not in self.proper:
            follows = n + 1 < len(tokens) and self._is_capital(tokens[n + 1][2])
            small = self.words.leading | self.words.places | self.words.relative | self.words.conditions
            if folded in self.common & small and folded not in self.words.titles:
                return False
            return follows
        return True

    def _is_capital(self, word: str) -> bool:
        if word in self.words.letters_behind:
            return False  # Karim Hollis QC
        if word in self.months:
            return True
        bare = re.split("[’']", word.casefold())[0]
        day = word.casefold().removesuffix("s")
        no_name = self.words.calendar | self.words.first_person | self.words.addressees
        return word[0].isupper() and not {word.casefold(), bare, day} & no_name

    def _weigh(self, run: tuple[str, ...], before: str, after: str) -> None:
        """Learn by the words around it whether a name is a person's or an organisation's."""
        beside = self._beside
        if beside.person.match(after) or ends_with(before, self.words.titles):
            self.people.add(run)
        if ends_with(before, self.words.titles):
            self.roles.setdefault(before.rstrip(" .").rpartition(" ")[2].casefold(), set()).add(run)
        apposition = self._find_apposition(after)
        if (
            apposition
            and ends_with(before, self.words.places)
            and after[apposition.end() :][:1] not in {",", ".", ")"}
        ):
            apposition = None  # In Harl, the mayor said
        told = before.split()
        while told and told[-1].casefold().strip(".,") in self.words.titles - self.words.roles:
            told.pop()
        last = self._head_noun(told)
        for word in (*(apposition["what"].split()[:_LONGEST_ROLE] if apposition else ()), last):
            if self.words.is_role(word):
                self.people.add(run)
                self.roles.setdefault(word.casefold().strip(".,"), set()).add(run)
        if self._is_beside_body(before, after, last) or (apposition and self._is_of_bodies(apposition["what"])):
            self.bodies.add(run)

    def _find_apposition(self, after: str) -> re.Match[str] | None:
        """What somebody is, behind their name and brackets: *Ada Roth (Liberty), Minister for …*."""
        found = self._beside.apposition.match(after)
        _, closed, behind = after.partition(")")
        if found is None or not closed or not after.lstrip().startswith("("):
            return found
        second = self._beside.apposition.match(behind)
        role = second is not None and self.words.is_role(second["what"].split()[0])
        return second if role and not any(map(self.words.is_role, found["what"].split())) else found

    def _is_beside_body(self, before: str, after: str, last: str) -> bool:
        """Whether what stands around a name is of a body: *operator Norlink*, *Uwe Lentz (Free List)*."""
        party = before.endswith("(") and after.startswith(")") and before[:-1].rstrip()[-1:].isalpha()
        company = last.islower() and last in self.words.companies
        company |= after.startswith(" ") and re.split(r"\W", after[1:], maxsplit=1)[0] in self.words.bodies
        beside = self._beside
        return party or company or bool(beside.body.match(after) or beside.definite.search(before))

    def _is_of_bodies(self, what: str) -> bool:
        """Whether a phrase beside a name says that it is a body's: *the company that made my lock*."""
        ends = self.words.places | self.words.relative
        noun = list(takewhile(lambda word: word not in ends, what.casefold().split()[:_LONGEST_ROLE]))[-1:]
        return bool(noun) and noun[0] in self.words.bodies | self.words.companies

    def _head_noun(self, told: Sequence[str]) -> str:
        """What somebody is whose name follows: *the clerk, …*, *the Director of Culture, …*."""
        if not told or not told[-1].endswith((",", ":")):
            return told[-1] if told else ""
        start = next((n + 1 for n in range(len(told) - 2, -1, -1) if told[n][-1] in ",;:."), 0)
        part = told[start:]
        of = next((n for n, word in enumerate(part) if n and word.casefold() in self.words.places), len(part))
        return part[of - 1].strip(",:;")

    @cached_property
    def _beside(self) -> _Beside:
        return _Beside.of(self.words)

    def is_body(self, run: tuple[str, ...]) -> bool:
        if run in self.people:
            return False
        if self.words.noun_capitals and len(run) == 1 and _is_acronym(run[0]):
            return True
        words = {word.casefold() for word in run}
        return (
            bool(words & self.words.bodies) or run in self.bodies or any(w in self.words.body_links for w in run)
        )

    def full(self, run: tuple[str, ...]) -> tuple[str, ...]:
        """The longest name that a shorter form of it means: a surname, an organisation's first word."""
        if len(run) == 1 and run[0] in self._by_initials:
            return self._by_initials[run[0]]
        run = self._with_small(run)
        longer = [known for known in self._longer[run[0]] | self._longer[run[-1]] if _is_part(run, known)]
        people = [known for known in longer if known[-1] == run[-1] and not self.is_body(known)]
        if len(run) == 1:
            # Who was named first has the surname alone.
            people = sorted(people, key=lambda known: (self._first.get(known, len(self.runs)), known))[:1]
        first = [known for known in longer if known[0] == run[0]] if len(run) == 1 else []
        pool = people or [*first, *(known for known in longer if self.is_body(known))]
        return max(pool, key=lambda known: (self.runs[known], -len(known), known), default=run)

    def is_shared(self, run: tuple[str, ...]) -> bool:
        """Whether a surname alone may be one of several people's, each named in full."""
        known = {other for other in self._longer[run[0]] if other[-1] == run[0] and not self.is_body(other)}
        firsts = {self._without_titles(other)[:1] for other in known}
        return len(run) == 1 and len({first for first in firsts if first and first != run}) > 1

    def _without_titles(self, run: tuple[str, ...]) -> tuple[str, ...]:
        while len(run) > 1 and (self._is_title(run[0]) or self.words.is_role(run[0])):
            run = run[1:]
        return run

    def _with_small(self, run: tuple[str, ...]) -> tuple[str, ...]:
        """A name whose small word has a capital as it opens a sentence, as it stands elsewhere: *de Wit*."""
        if len(run) < 2 or run[0].casefold() not in self.words.inside:
            return run
        small = (run[0].casefold(), *run[1:])
        return small if any(_is_part(small, known) for known in self._longer[run[-1]]) else run

    def learn_person(self, run: tuple[str, ...]) -> None:
        """Take a person's name in full as it stands nowhere in a sentence: *AGNES TOLLUND* beneath a letter."""
        self.people.add(run)
        self.runs[run] += 1
        if len(run) > 1:
            self._longer[run[0]].add(run)
            self._longer[run[-1]].add(run)

    @cached_property
    def _first(self) -> dict[tuple[str, ...], int]:
        """The names in the order in which they come up."""
        return {run: n for n, run in enumerate(self.runs)}

    @cached_property
    def _by_initials(self) -> dict[str, tuple[str, ...]]:
        """The organisations whose initials are a name as well: *Institute for Coastal Studies*, *ICS*."""
        short = {run[0] for run in self.runs if len(run) == 1 and run[0].isupper() and len(run[0]) > 1}
        found: dict[str, set[tuple[str, ...]]] = {}
        for run in self.runs:
            letters = "".join(word[0] for word in run if word[0].isupper())
            if letters in short and len(run) > 1 and self.is_body(run):
                found.setdefault(letters, set()).add(run)
        return {letters: runs.pop() for letters, runs in found.items() if len(runs) == 1}

    @cached_property
    def with_word(self) -> dict[str, tuple[str, ...]]:
        """The first name of several words that has a word, in small letters."""
        found: dict[str, tuple[str, ...]] = {}
        for run in self.runs:
            if len(run) > 1:
                for word in run:
                    found.setdefault(word.casefold(), run)
        return found

    @cached_property
    def _longer(self) -> defaultdict[str, set[tuple[str, ...]]]:
        """The names of several words by their first and by their last."""
        found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for run in self.runs:
            if len(run) > 1:
                found[run[0]].add(run)
                found[run[-1]].add(run)
        return found


def _is_acronym(word: str) -> bool:
    """Whether a word is a party or body by its letters: *SPD*."""
    return 1 < len(word) <= _LONGEST_ACRONYM and word.isalpha() and word.isupper()


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and short in (long[-len(short) :], long[: len(short)])


def ends_with(before: str, words: frozenset[str]) -> bool:
    last = before.rstrip(" .").rpartition(" ")[2].casefold()
    return before.endswith((" ", ". ")) and last in words
