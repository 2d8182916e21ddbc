"""Who is spoken of in an article: names in all their forms, and whom a phrase means where it stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.draft.cue_words import CueWords

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?\.?|\d[\d.,]*", re.UNICODE)
# Small words inside a name: Polytechnic of Varn, Ana de Vries.
_INSIDE = frozenset(
    [
        "of",
        "the",
        "de",
        "da",
        "di",
        "du",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "la",
        "le",
        "el",
        "al",
        "y",
        "e",
        "und",
        "für",
        "fur",
        "for",
    ]
)
_PARTICLES = frozenset(
    ["de", "da", "di", "du", "del", "della", "der", "den", "van", "von", "la", "le", "el", "al", "y", "ten", "ter"]
)
_POSSESSIVE = re.compile(r"[’']s?$")
_INDEFINITE = frozenset({"a", "an", "ein", "eine", "un", "une", "una"})
_LONGEST_GROUP = 9
_LONGEST_ROLE = 4


@dataclass(eq=False)
class CastMember:
    """Somebody who speaks, as the article names them."""

    name: str
    type: StakeholderType
    role: str | None = None
    affiliation: CastMember | None = None
    aliases: set[str] = field(default_factory=set)


@dataclass
class Names:
    """The names of an article: which words always have a capital, and which runs of them are one name."""

    words: CueWords
    proper: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    runs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    bodies: set[tuple[str, ...]] = field(default_factory=set)
    people: set[tuple[str, ...]] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, texts: Sequence[str], words: CueWords) -> Names:
        names = cls(words)
        for text in texts:
            found = list(_WORD.finditer(text))
            for n, match in enumerate(found):
                word = _POSSESSIVE.sub("", match[0].rstrip("."))
                if not word[0].isupper():
                    names.common.add(word.casefold())
                elif n and text[: match.start()].rstrip()[-1:] not in {".", "!", "?", ":", '"', "“", "„", "«"}:
                    names.proper.add(word)
        if words.noun_capitals:
            names.surnames |= {run[-1] for text in texts for _, _, run in names.find(text)}
        for text in texts:
            for start, end, run in names.find(text):
                names.runs[run] += 1
                names._weigh(run, text[:start], text[end:])
        return names

    def find(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """The names in a text, each with where it begins and ends."""
        tokens = [
            (m.start(), m.end(), _POSSESSIVE.sub("", m[0]).rstrip(".") or m[0]) for m in _WORD.finditer(text)
        ]
        found = []
        n = 0
        while n < len(tokens):
            if not self._opens(tokens, n):
                n += 1
                continue
            last = n
            k = n + 1
            while k < len(tokens) and text[tokens[k - 1][1] : tokens[k][0]] in {" ", ". ", "-"}:
                if re.search(r"[’']s?$", text[tokens[k - 1][0] : tokens[k - 1][1]]) and k - 1 == last:
                    break
                if self._is_capital(tokens[k][2]):
                    last = k
                elif tokens[k][2] not in _INSIDE or k - last > 2:
                    break
                k += 1
            first = n + self._skip_nouns(tokens[n : last + 1], text)
            if first <= last:
                run = tuple(token[2] for token in tokens[first : last + 1])
                found.append((tokens[first][0], tokens[last][1], run))
            n = last + 1
        return found

    def _skip_nouns(self, tokens: Sequence[tuple[int, int, str]], text: str) -> int:
        """How many words of a run are titles, or nouns written like names; all where none is a name."""
        n = 0
        while n < len(tokens) - 1 and self._is_title(tokens[n][2]):
            n += 1
        if not self.words.noun_capitals:
            return n
        while n < len(tokens) and self._is_noun(tokens[n][2]):
            n += 1
        left = tokens[n:]
        titled = bool(left) and _ends_with(text[: left[0][0]], self.words.titles)
        if len(left) > 1 or titled or (left and left[0][2] in self.surnames):
            return n
        return len(tokens)

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
        if folded in self.words.determiners | self.words.pronouns | self.words.group_pronouns:
            return False
        if n == 0 and word not in self.proper:
            follows = n + 1 < len(tokens) and self._is_capital(tokens[n + 1][2])
            if folded in self.common and folded not in self.words.titles and not self.words.is_role(folded):
                return False
            return follows
        return True

    def _is_capital(self, word: str) -> bool:
        return word[0].isupper() and word.casefold() not in self.words.calendar and word != "I"

    def _weigh(self, run: tuple[str, ...], before: str, after: str) -> None:
        """Learn by the words around it whether a name is a person's or an organisation's."""
        if re.match(r",?\s+who\b", after) or _ends_with(before, self.words.titles):
            self.people.add(run)
        apposition = re.match(r",\s+(?:a|an|the|its|their)\s+([\w’' -]+)", after, re.IGNORECASE)
        if apposition and any(map(self.words.is_role, apposition[1].split()[:_LONGEST_ROLE])):
            self.people.add(run)
        if self.words.is_role(before.rstrip(" ,").rpartition(" ")[2]):
            self.people.add(run)
        if re.match(r",?\s+which\b", after) or re.search(r"\bthe\s+$", before, re.IGNORECASE):
            self.bodies.add(run)

    def is_body(self, run: tuple[str, ...]) -> bool:
        if run in self.people:
            return False
        words = {word.casefold() for word in run}
        return bool(words & self.words.bodies) or run in self.bodies or any(w in {"of", "the", "for"} for w in run)

    def full(self, run: tuple[str, ...]) -> tuple[str, ...]:
        """The longest name that a shorter form of it means: a surname, an organisation's first word."""
        longer = [known for known in self._longer[run[0]] | self._longer[run[-1]] if _is_part(run, known)]
        people = [known for known in longer if known[-1] == run[-1] and not self.is_body(known)]
        pool = people or [known for known in longer if known[0] == run[0] or self.is_body(known)]
        return max(pool, key=lambda known: (self.runs[known], -len(known), known), default=run)

    @cached_property
    def _longer(self) -> defaultdict[str, set[tuple[str, ...]]]:
        """The names of several words by their first and by their last."""
        found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for run in self.runs:
            if len(run) > 1:
                found[run[0]].add(run)
                found[run[-1]].add(run)
        return found


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and short in (long[-len(short) :], long[: len(short)])


def _ends_with(before: str, words: frozenset[str]) -> bool:
    last = before.rstrip(" .").rpartition(" ")[2].casefold()
    return before.endswith((" ", ". ")) and last in words


class Cast:
    """The speakers of an article as they come up, and whom pronouns and short forms mean by then."""

    def __init__(self, texts: Sequence[str], words: CueWords) -> None:
        self.words = words
        self.names = Names.of(texts, words)
        self.speakers: dict[object, CastMember] = {}
        self.person: CastMember | None = None
        self.group: CastMember | None = None
        self._seen: list[CastMember] = []
        self._authors_of_papers = self._find_paper_authors(texts)

    @property
    def unnamed(self) -> CastMember:
        """Whoever says what *is said*."""
        return self._somebody(self.words.nobody, StakeholderType.UNSPECIFIED)

    def named(self, run: tuple[str, ...]) -> CastMember:
        """The person of a name."""
        return self._named(run, person=True)

    # whom a phrase means ------------------------------------------------------------------------------------

    def identify(self, phrase: str, *, strict: bool = False) -> CastMember | None:
        """Whom the subject of a verb means; None where that cannot be told, or, if ``strict``, names nobody."""
        phrase = self._strip_openers(phrase)
        if not phrase:
            return None
        folded = phrase.casefold()
        if folded in self.words.pronouns:
            return self.person
        if folded in self.words.group_pronouns:
            return self.group
        speaker = self._identify_noun(phrase)
        if strict and speaker is not None and speaker.type is StakeholderType.GROUP:
            return None
        if speaker is not None:
            self.mention(speaker)
        return speaker

    def identify_opening(self, text: str) -> CastMember | None:
        """Whom the subject of a sentence means that a later verb of it shares; None where that cannot be told."""
        words = text.split()
        for n in range(min(_LONGEST_GROUP, len(words) - 1), 0, -1):
            speaker = self.identify(" ".join(words[:n]).rstrip(","))
            if speaker is not None:
                return speaker
        return None

    def mention(self, speaker: CastMember) -> None:
        """Remember that somebody has just been named."""
        if speaker.type is StakeholderType.PERSON:
            self.person = speaker
        elif speaker.type is not StakeholderType.UNSPECIFIED:
            self.group = speaker

    def see(self, text: str) -> None:
        """Remember who is named in a sentence, for the pronouns of the next."""
        for start, _, run in self.names.find(text):
            full = self.names.full(run)
            known = self.speakers.get(full)
            if known is None and self.names.is_body(full) and not _follows_place(text[:start]):
                known = self._named(full)
                self.group = known
            elif known is not None and known.type is StakeholderType.ORGANISATION:
                self.group = known
            elif known is not None or full in self.names.people:
                self.person = known or self._named(full)

    def _strip_openers(self, phrase: str) -> str:
        """The phrase without what leads up to the subject: *But*, *In Harl, a village of 410,*, *On Thursday,*."""
        parts = [part.strip() for part in self._joiner.sub("", phrase.strip()).split(",")]
        while len(parts) > 1 and parts[0].partition(" ")[0].casefold() in self.words.openers:
            parts.pop(0)
            # In Harl, a village of 410 people, some anglers
            if len(parts) > 1 and parts[0].partition(" ")[0].casefold() in _INDEFINITE:
                parts.pop(0)
        return ", ".join(filter(None, parts))

    @cached_property
    def _joiner(self) -> re.Pattern[str]:
        return re.compile(rf"^(?:{either(self.words.joiners)})\b,?\s+", re.IGNORECASE)

    @cached_property
    def _relative(self) -> re.Pattern[str]:
        return re.compile(rf",?\s+(?:{either(self.words.relative)})\b.*$", re.IGNORECASE | re.DOTALL)

    @cached_property
    def _from_place(self) -> re.Pattern[str]:
        """Where a phrase goes on behind its noun: *of the dike*, *at the Polytechnic*."""
        return re.compile(rf"\s+(?:{either(self.words.places)})\b", re.IGNORECASE)

    def _identify_noun(self, phrase: str) -> CastMember | None:
        segments = [part.strip() for part in phrase.split(",") if part.strip()]
        if not segments:
            return None
        head = self._relative.sub("", segments[0])
        if len(segments) > 1 and self._names_role(head):
            named = self._whole_name(segments[1])
            if named is not None:
                person = self._named(named, person=True)
                self._describe(person, head)
                return person
        if len(segments) > 1 and not self._is_apposition(segments[1:]) and not self.names.find(head):
            return None
        speaker = self._identify_head(head)
        if speaker is not None and speaker.type is StakeholderType.PERSON and len(segments) > 1:
            self._describe(speaker, segments[1])
        return speaker

    def _is_apposition(self, segments: Sequence[str]) -> bool:
        first = segments[0].split()[0].casefold() if segments[0].split() else ""
        return (
            first in self.words.determiners | {"who", "which", "whose", "aged"}
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
        if runs and not head[runs[-1][1] :].strip(" .’'s"):
            speaker = self._identify_named(head, runs)
            if speaker is not None:
                return speaker
        if runs and runs[0][0] == 0 and re.match(r"\s+(?:from|of|at|for|in)\b", head[runs[0][1] :]):
            return self._named(self.names.full(runs[0][2]))
        return self._identify_common(head, bare)

    def _identify_named(self, head: str, runs: Sequence[tuple[int, int, tuple[str, ...]]]) -> CastMember | None:
        start, _, run = runs[-1]
        before = head[:start].strip()
        low = before.casefold().split()
        if re.search(r"\b(?:of|at|from|for|in|and|by|with|on)(?:\s+the)?$", before, re.IGNORECASE):
            return None
        if not low or low == ["the"]:
            return self._resolve(run, with_the=bool(low))
        if low[-1].rstrip(".") in self.words.titles or self.words.is_role(low[-1]):
            speaker = self._resolve(run, person=True)
            self._describe(speaker, before)
            return speaker
        if low[-1] in self.words.bodies:
            return self._resolve(run, body=True)
        if len(runs) > 1 and re.search(r"[’']s\s+[\w\s-]+$", before):
            speaker = self._resolve(run, person=True)
            self._describe(speaker, before)
            return speaker
        return self._resolve(run) if len(low) <= 3 and low[0] not in self.words.crowds else None

    def _resolve(
        self, run: tuple[str, ...], *, person: bool = False, body: bool = False, with_the: bool = False
    ) -> CastMember:
        while len(run) > 1 and (run[0].casefold().rstrip(".") in self.words.titles or self.words.is_role(run[0])):
            run, person = run[1:], True
        full = self.names.full(run)
        if body or (with_the and not person):
            self.names.bodies.add(full)
        return self._named(full, person=person)

    def _named(self, run: tuple[str, ...], *, person: bool = False) -> CastMember:
        if person:
            self.names.people.add(run)
        while len(run) > 1 and run[0].casefold().rstrip(".") in self.words.titles:
            run = run[1:]
        speaker = self.speakers.get(run)
        if speaker is None:
            body = self.names.is_body(run)
            kind = StakeholderType.ORGANISATION if body else StakeholderType.PERSON
            speaker = self.speakers[run] = CastMember(" ".join(run), kind)
        elif person:
            speaker.type = StakeholderType.PERSON
        return speaker

    def _describe(self, speaker: CastMember, words: str) -> None:
        """Take over what a phrase beside a name tells: a role, and the organisation it is for."""
        words = self._relative.sub("", words).strip(" ,")
        owner = re.match(r"(?P<owner>.+?)[’']s?\s+(?P<role>[\w\s-]+)$", words)
        its = re.match(r"(?:its|their)\s+(?P<role>[\w\s-]+)$", words, re.IGNORECASE)
        role = re.sub(r"^(?:a|an|the|one|another|its|their|his|her)\s+", "", words, flags=re.IGNORECASE)
        if its:
            role, speaker.affiliation = its["role"], speaker.affiliation or self.group
        elif owner and not owner["owner"].casefold().endswith(("it", "that")):
            body = self._identify_head(owner["owner"])
            if body is not None and body.type is StakeholderType.ORGANISATION and body is not speaker:
                role, speaker.affiliation = owner["role"], speaker.affiliation or body
        if role and self._has_role(role) and not speaker.role:
            speaker.role = role

    def _has_role(self, phrase: str) -> bool:
        return any(map(self.words.is_role, phrase.split()))

    def _identify_common(self, head: str, bare: Sequence[str]) -> CastMember | None:
        """Somebody without a name: *critics*, *the company*, *a farmer from Harl*, *the report*."""
        core = self._from_place.split(head, maxsplit=1)[0]
        words = core.casefold().split()
        if not words or len(bare) > _LONGEST_GROUP:
            return None
        noun = words[-1].strip("’'")
        definite = words[0] in {"the", "this", "that", "its", "their"}
        if noun in self.words.papers:
            return self._authors_of_papers.get(noun)
        if noun in self.words.bodies:
            return self._body(head, core, noun, definite=definite)
        if noun in self.words.crowds:
            return self._somebody(head, StakeholderType.UNSPECIFIED)
        if self.words.is_role(noun):
            return self._by_role(noun) if definite else self._somebody(head, StakeholderType.PERSON)
        if self._is_plural(noun) and (words[0] in self.words.determiners or len(words) <= 3):
            return self._somebody(head, StakeholderType.GROUP)
        return None

    def _is_plural(self, noun: str) -> bool:
        return (noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ings", "ions"))) or noun in {
            "people",
            "women",
            "men",
            "children",
        }

    def _body(self, head: str, core: str, noun: str, *, definite: bool) -> CastMember:
        named = [speaker for speaker in self.speakers.values() if _says_body(speaker, noun)]
        if definite and len(core.split()) <= 2:
            if named:
                return named[-1]
            known = next((r for r in self.names.runs if noun in {w.casefold() for w in r} and len(r) > 1), None)
            if known is not None:
                return self._named(known)
            if noun in {"company", "firm", "group", "operator"} and self.group is not None:
                return self.group
        return self._somebody(head, StakeholderType.ORGANISATION)

    def _by_role(self, noun: str) -> CastMember | None:
        known = [s for s in self.speakers.values() if s.role and noun in s.role.casefold().split()]
        return known[-1] if known else self._somebody(f"the {noun}", StakeholderType.PERSON)

    def _somebody(self, phrase: str, kind: StakeholderType) -> CastMember:
        phrase = re.sub(r"^(?:the|a|an)\s+", "", phrase.strip(), flags=re.IGNORECASE)
        key = phrase.casefold()
        if key not in self.speakers:
            self.speakers[key] = CastMember(phrase[0].upper() + phrase[1:], kind)
        return self.speakers[key]

    def _find_paper_authors(self, texts: Iterable[str]) -> dict[str, CastMember]:
        """Who wrote a document that the article quotes, as in *the report, written by the Institute*."""
        papers = either(self.words.papers)
        by = re.compile(
            rf"\b(?P<paper>{papers})\b,?\s+(?:[\w-]+\s+){{0,4}}?(?:{either(self.words.by)})\s+(?:the\s+)?",
            re.IGNORECASE,
        )
        relative = either(self.words.relative)
        ran = re.compile(rf"\b(?P<paper>{papers})\s+(?:{relative})\s+(?:the\s+)?", re.IGNORECASE)
        found: dict[str, CastMember] = {}
        # Best known where the article says it, else by who made it: *the model that the Service ran*.
        whole = "\n".join(texts)
        for match in (*by.finditer(whole), *ran.finditer(whole)):
            text = whole[: whole.find("\n", match.end())]
            runs = self.names.find(f"x {text[match.end() :]}")
            if runs and runs[0][0] == len("x "):
                full = self.names.full(runs[0][2])
                if full not in self.names.people:
                    self.names.bodies.add(full)
                found.setdefault(match["paper"].casefold(), self._named(full))
        return found


def _says_body(speaker: CastMember, noun: str) -> bool:
    return speaker.type is StakeholderType.ORGANISATION and noun in speaker.name.casefold().split()


def _follows_place(before: str) -> bool:
    return bool(re.search(r"\b(?:in|at|from|near|of|to|off|on|across)\s+(?:the\s+)?$", before, re.IGNORECASE))
