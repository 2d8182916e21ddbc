"""Who a sentence says it is saying: its reporting verb or source phrase, whom that names, and what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.draft.quotations import strip_marks
from argumap.draft.viewpoints import find_viewpoints
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cue_words import CueWords
    from argumap.draft.quotations import Quoted

_MASK = "\x00"
# Where nouns are written with capitals the first of them ends a phrase.
_FIRST_NOUN = re.compile(r"(?:[a-zäöüß]\S*\s+)*(?-i:[A-ZÄÖÜ])[^\s,]*(?:\s+[A-ZÄÖÜ][^\s,]*)*")
# More words before a verb than a name with what is said of it has are a sentence of their own.
_LONGEST_SUBJECT = 22
_LONGEST_BEFORE_NOUN = 4
# More words between a verb and its clause are no longer those who are told it.
_MOST_ADDRESSED = 6
_FEWEST_WORDS = 3
_FEWEST_TAGGED = 5
_LONGEST_NAME = 4
_LONGEST_ASIDE = 8
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]*)(?:\s+(?:(?:of|for|and|the|de|van|von)\s+)*[A-ZÀ-Þ][\w’'-]*)*"
_BETWEEN = re.compile(
    r"\s+(?P<who>[^,;:.\x00]{2,60}(?:,\s+[A-ZÀ-Þ][^,;:.\x00]{2,40}|,\s+(?:a|an|the|who)\s[^,;:.\x00]{2,60})?)"
    r"(?=,\s(?![A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*[.]?$))"
)
_TAG_END = re.compile(r"\s*(?=[,.;:!?\x00]|$)")


def hides_report(text: str, quoted: Quoted, words: CueWords) -> bool:
    """Whether whose words a sentence has is open: *a study, which found that …*, *she called it “a farce”*."""
    masked = quoted.mask(text).replace("’", "'")
    verbs = (_Verb(text, masked, match, words) for match in words.verb.finditer(masked))
    return any(verb.may_report for verb in verbs if not verb.is_infinitive)


def find_frames(text: str, quoted: Quoted, words: CueWords) -> list[Frame]:
    """The frames of a sentence, the one that governs it first."""
    masked = words.aside.sub(lambda match: " " * len(match[0]), quoted.mask(text))
    masked = masked.replace("’", "'")
    decided = words.resolved.match(text)
    if decided:
        return [
            Frame("", decided[0].strip(" :,"), Act.ASSERTS, tidy(text[decided.end() :]), "resolved", decided=True)
        ]
    unnamed = words.impersonal.match(text)
    if unnamed:
        return [Frame("", unnamed[0], Act.ASSERTS, text, "reporting-verb", impersonal=True)]
    verbs = list(_find_verbs(text, masked, words))
    return [
        *find_viewpoints(text, masked, words, tagged=any(frame.rule == "tag" for frame in verbs)),
        *_find_sources(text, masked, words),
        *_find_clitics(text, masked, words),
        *verbs,
    ]


def _find_clitics(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*dit-elle*, *a-t-il ajouté*: a verb with its pronoun behind it."""
    match = words.verb_with_clitic.search(masked)
    if match:
        said = f"{strip_marks(text[: match.start()].rstrip(' ,'))} {strip_marks(text[match.end() :].strip(' ,.'))}"
        quoted = _MASK in masked
        rule = "quotation" if quoted else "tag"
        form = match["verb"].casefold()
        yield Frame(
            match["who"] or match["who_behind"],
            match[0],
            words.speech.get(form, Act.ASSERTS),
            tidy(said),
            rule,
            match.start(),
        )


def _find_sources(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*According to the survey, prices fell*, at the beginning or the end of a sentence."""
    for match in _source_phrase(words).finditer(masked):
        at_start = not masked[: match.start()].strip(" \x00") or masked[: match.start()].rstrip().endswith(":")
        rest = text[match.end() :]
        masked_rest = masked[match.end() :]
        if at_start:
            cut = _end_of_source(masked_rest, words)
            noun = _FIRST_NOUN.match(rest) if words.noun_capitals else None
            if noun and (cut is None or not masked_rest[noun.end() :].startswith(",")):
                subject, content = noun[0], text  # *Laut der Firma Alpin ist es leise*: the verb comes next
            elif cut is None:
                continue
            else:
                subject, content = rest[:cut], rest[cut + 1 :]
        else:
            end = re.search(r"[.;,!?]|$", masked_rest)
            cut = end.start() if end else len(rest)
            noun = _FIRST_NOUN.match(rest) if words.noun_capitals else None
            cut = min(cut, noun.end()) if noun else cut
            subject, content = rest[:cut], text[: match.start()].rstrip(" ,")
            if len(content.split()) < _FEWEST_WORDS - 1:
                continue
        yield Frame(subject.strip(), match[0].strip(), Act.ASSERTS, tidy(content), "source-phrase", match.start())


def _end_of_source(masked: str, words: CueWords) -> int | None:
    """Where the phrase that names a source ends: at its comma, past those of an apposition."""
    first, *others = [match.start() for match in re.finditer(",", masked)] or [-1]
    if first < 0 or not others:
        return first if first >= 0 else None
    between = masked[first + 1 : others[0]].split()
    names = all(word[0].isupper() or word in words.inside for word in between) and len(between) <= _LONGEST_NAME
    aside = between[:1] and between[0].casefold() in words.indefinite | words.relative
    return others[0] if names or (aside and len(between) <= _LONGEST_ASIDE) else first


@cache
def _clause_start(words: CueWords) -> re.Pattern[str]:
    """Where a clause of its own begins: *; *, *, and *, a dash."""
    return re.compile(rf"(?:[;:]\s+|,\s+(?:{either(words.clauses)})\s+|\s[–—-]\s)", re.IGNORECASE)


@cache
def _that(words: CueWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either(words.complementisers)})\s+", re.IGNORECASE)


@cache
def _shared_subject(words: CueWords) -> re.Pattern[str]:
    """What a verb stands behind that has the subject of the clause before: *called it a farce and said that*."""
    return re.compile(rf"\b(?:{either(words.shared)})\s+$", re.IGNORECASE)


@cache
def _by_whom(words: CueWords) -> re.Pattern[str]:
    by, that = either(words.by), either(words.complementisers)
    return re.compile(rf"\s+(?:{by})\s+(?P<who>[^,;:\x00]{{3,80}}?)(?=,?\s+(?:{that})\b)", re.IGNORECASE)


@cache
def _source_phrase(words: CueWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{either(words.sources)})\s+", re.IGNORECASE)


@cache
def _when_told(words: CueWords) -> re.Pattern[str]:
    """Where, when and to whom something was said, up to a stop: *, they report in a study,*."""
    where = rf"\s+(?:{either(words.places)})\s+(?:[\w’'.-]+\s+){{0,7}}?[\w’'-]+"
    when = rf"\s+(?:{either(words.when)})"
    return re.compile(rf"(?:{where}|{when}){{1,2}}(?=[,.;]|$)", re.IGNORECASE)


@cache
def _whom_told(words: CueWords) -> re.Pattern[str]:
    """Who was told something, up to a stop: *he told the house.*."""
    return re.compile(
        rf"\s+(?:(?:{either(words.determiners)})\s+)?[\w'-]+(?:\s+[\w'-]+)?(?=[,.;]|$)", re.IGNORECASE
    )


def _find_verbs(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    end = -1
    for match in words.verb.finditer(masked):
        verb = _Verb(text, masked, match, words)
        if match.start() < end or verb.is_noun:
            continue
        if verb.in_relative_clause:
            if (frame := verb.find_relative()) is not None:
                yield frame
            continue
        frame = (
            verb.find_witness()
            or verb.find_tag()
            or verb.find_between()
            or verb.find_inverted()
            or verb.find_lead()
        )
        if frame is not None:
            end = match.end()
            yield frame


@dataclass(frozen=True)
class _Verb:
    """A reporting verb in its sentence; ``masked`` is the sentence with what is quoted made unreadable."""

    text: str
    masked: str
    match: re.Match[str]
    words: CueWords

    @cached_property
    def before(self) -> str:
        return self.masked[: self.match.start()]

    @cached_property
    def after(self) -> str:
        return self.masked[self.match.end() :]

    @cached_property
    def form(self) -> str:
        """The form as the cue words have it; of a verb in two parts its last word."""
        return " ".join(self.match["verb"].casefold().split()[-1 if self.match["perfect"] else 0 :])

    @property
    def in_relative_clause(self) -> bool:
        """Whether it only says what somebody is: in *the board, which has complained* it does not govern."""
        return self.before.rstrip().rpartition(" ")[2].casefold() in self.words.relative

    @property
    def is_noun(self) -> bool:
        """Whether it is the noun of that form: *warned of protests*, *the ICS report warns*."""
        before = self.before.rstrip().rpartition(" ")[2].casefold()
        owners = self.words.articles | self.words.possessives | self.words.belonging | self.words.of_one
        counted = before.isdigit() and self.form.startswith("votes")
        if counted or (self.form in self.words.noun_forms and (before in owners or before.endswith(("'s", "s'")))):
            return True
        if self.match["helpers"].strip() or self.form in self.words.stances:
            return False
        following = self.after.split(maxsplit=1)[:1]
        plural_or_base = not self.form.endswith("ed") and self.form in self.words.noun_forms
        verb_behind = following != [] and following[0].casefold() in self.words.speech.keys() | self.words.finite
        return plural_or_base and (before in self.words.places - {"on", "in"} or verb_behind)

    @property
    def is_infinitive(self) -> bool:
        """Whether it says nothing of what was said: *forgot to mention that*."""
        return self.before.rstrip().rpartition(" ")[2].casefold() in self.words.infinitive

    @property
    def may_report(self) -> bool:
        """Whether it reports in a way that does not tell surely who says what."""
        following = self.after.split(maxsplit=1)[:1]
        bare = following != [] and following[0].casefold() in self.words.subjects | self.words.determiners
        zero = bare and self.form in self.words.human & self.words.with_that
        quotes = bool(re.match(r"[^;\x00]{0,40}[,:]?\s*\x00", self.after)) and not self.in_relative_clause
        return self.calls_names or zero or quotes or self._is_between or self._hangs_on_noun

    @property
    def _hangs_on_noun(self) -> bool:
        return self.in_relative_clause and self.opens_clause

    @property
    def _is_between(self) -> bool:
        """Whether it stands before its subject between commas: *The light, says the old fisherman, …*."""
        between = self.before.rstrip().endswith(",") and re.match(r"\s+[^,;:.\x00]{2,60},", self.after)
        return bool(between) and self.form in self.words.human

    @property
    def calls_names(self) -> bool:
        """Whether somebody is quoted for a word alone: *called it “a farce”*."""
        return self.form in self.words.calling and _MASK in self.after.partition(";")[0]

    @property
    def opens_clause(self) -> bool:
        """Whether what is said stands behind it as a clause."""
        return self._clause() is not None

    @property
    def denied(self) -> bool:
        helpers = self.match["helpers"].casefold().split()
        return self.form in self.words.denied or any(helper in self.words.deniers for helper in helpers)

    @property
    def _says_nothing(self) -> bool:
        """Whether nothing is said: *it did not say whether …*, *a milkman accused of …*, *called it “a farce”*."""
        participle = re.match(rf"\s+(?:{either(self.words.by)}|of)\b", self.after, re.IGNORECASE)
        bare = self.form in self.words.attitudes and not self._is_copular
        if bare or (self.form in self.words.calling and not self._judges):
            return True
        if participle and self.form.endswith("ed") and not self._agent and not self._is_copular:
            return True
        return self._leaves_unsaid or self._tells_how

    @property
    def _tells_how(self) -> bool:
        """*Ines told me where they come from*: that something was said, and not what."""
        if self.form not in self.words.unsaid:
            return False
        whom = either(self.words.objects)
        return bool(re.match(rf"(?:\s+(?:{whom}))?\s+(?:{either(self.words.what)})\b", self.after, re.IGNORECASE))

    @property
    def _leaves_unsaid(self) -> bool:
        """*Limited to whom, they did not say*."""
        helpers = self.match["helpers"].casefold().split()
        return self.form in self.words.unsaid and any(helper in self.words.deniers for helper in helpers)

    @property
    def _says_likewise(self) -> bool:
        """Whether they say so, and no more: *the trustees think so*."""
        told = rf"\s+(?:{either(self.words.likewise)})(?=\s*[,.;]|\s*$)"
        return bool(re.match(told, self.after, re.IGNORECASE))

    @property
    def _takes_stand(self) -> bool:
        """Whether it takes a thing and no clause: *opposes the plan*, *fears a fire*, *is against it*."""
        if self.form in self.words.calling:
            return True
        stands = self.form in self.words.stances and bool(self.after.strip(" .!"))
        return stands and not self.opens_clause and not self._takes_clause()

    @property
    def _judges(self) -> bool:
        """Whether it says what somebody holds a thing for: *called it “a farce”*, *dismissed it as a farce*."""
        if self.form.startswith("call") and re.match(
            r"\s+(?=[a-z])(?:[\w'-]+\s+){1,5}?(?:an?|too|not)\s+\w", self.after
        ):
            return True
        as_what = rf"[^;,:]{{2,80}}?\s(?:{either(self.words.as_what)})\s"
        return self.calls_names or bool(re.match(as_what, self.after, re.IGNORECASE))

    @property
    def _has_copula(self) -> bool:
        return any(helper in self.words.passive for helper in self.match["helpers"].casefold().split())

    @property
    def _is_copular(self) -> bool:
        """Whether it says how sure somebody is: *is adamant that*."""
        return self.form in self.words.attitudes and self._has_copula

    @property
    def _is_passive(self) -> bool:
        return self._has_copula and self.form not in self.words.attitudes

    @cached_property
    def _agent(self) -> str:
        """Who does it in the passive: *it was proposed by Cllr Pryce that …*."""
        told = "being" in self.match["helpers"].casefold().split()  # being told by people that he ought to …
        found = self._by_whom.match(self.after) if self._is_passive and not told else None
        return self.words.also_by.sub("", found["who"]) if found else ""

    @property
    def _by_whom(self) -> re.Pattern[str]:
        return _by_whom(self.words)

    def _frame(self, subject: str, content: str, rule: str, *, impersonal: bool = False) -> Frame:
        cue = " ".join(self.match[0].split())
        at = self.match.start()
        return Frame(
            subject,
            cue,
            self.words.speech.get(self.form, Act.ASSERTS),
            tidy(content),
            rule,
            at,
            impersonal=impersonal,
            named_only=self._takes_stand,
            human=self.form in self.words.human,
        )

    # *The council, which says it has had two complaints, will keep them*

    def find_relative(self) -> Frame | None:
        """What a name or the subject of a sentence is said to say, in passing."""
        relative = re.search(r",\s+(?:who|which)\s+$", self.before, re.IGNORECASE)
        if relative is None or self.denied or self.form not in self.words.human or not self._opens_saying():
            return None
        phrase = self.text[: relative.start()].strip()
        name = re.search(rf"(?:{_NAME})$", phrase)
        subject = phrase if len(phrase.split()) <= _LONGEST_NAME + 1 else name[0] if name else ""
        return self._frame(subject, self.text, "reporting-verb") if subject else None

    def _opens_saying(self) -> bool:
        opened = self._clause()
        return (opened is not None and ":" not in opened["that"]) or self._takes_bare_clause()

    def _takes_bare_clause(self) -> bool:
        following = self.after.split(maxsplit=1)[:1]
        bare = self.words.subjects | self.words.group_pronouns | (self.words.determiners - {"that", "this"})
        return following != [] and following[0].casefold() in bare and self.form not in self.words.stances

    # *Half a peal pleases nobody, as the town found out when it tried*

    def find_witness(self) -> Frame | None:
        """Somebody who is called as a witness for what the author says, in the middle of a sentence."""
        cut = self.before.rfind(",")
        word, _, subject = self.text[cut + 1 : self.match.start()].strip().partition(" ")
        if cut < 0 or word.casefold() not in self.words.as_words or _TAG_END.match(self.after):
            return None
        return self._frame(subject, self.text, "witness") if subject else None

    # *“…,” she said* and *the dams, she said, explain nothing*

    def find_tag(self) -> Frame | None:
        """Subject and verb set off behind what is said, or in the middle of it."""
        cut = max(self.before.rfind(","), self.before.rfind(_MASK))
        quoted = _MASK in self.before[: cut + 1]
        if cut < 0 or self._leaves_unsaid or not (quoted or self._ends_tag()) or (quoted and self._opens_clause()):
            return None
        subject, said = self._subject_of_tag(cut)
        said = said if quoted else said.rpartition("; ")[2]
        rest = self._behind_tag()
        if not subject or self._begins_clause(subject) or len(said.split()) < self._least_tagged(rest, quoted):
            return None
        goes_on = rest and (not quoted or _MASK in self.after)
        content = f"{strip_marks(said)} {strip_marks(rest)}" if goes_on else said
        return self._frame(subject, content, "quotation" if quoted else "tag")

    def _behind_tag(self) -> str:
        end = self._ends_tag()
        return self.text[self.match.end() + end.end() :].strip(" ,.") if end else ""

    def _least_tagged(self, rest: str, quoted: bool) -> int:
        """How many words before a tag say something; not those of *In June, the council said in a letter*."""
        end = self._ends_tag()
        if end and end[0].strip() and not rest and not quoted:
            return _FEWEST_TAGGED
        return 1 if quoted or len(rest.split()) > 1 else 2

    def _ends_tag(self) -> re.Match[str] | None:
        """What ends a tag: a stop, or where and when it was said and then one (*, they report in a study,*)."""
        told = _when_told(self.words).match(self.after)
        if told is None and self.form in self.words.telling:
            told = _whom_told(self.words).match(self.after)
        where = told if told and self.words.complementisers.isdisjoint(told[0].split()) else None
        return _TAG_END.match(self.after) or where

    def _begins_clause(self, subject: str) -> bool:
        first = subject.partition(" ")[0].casefold()
        return (
            first in self.words.relative | self.words.clauses | self.words.conditions | self.words.complementisers
        )

    def _opens_clause(self) -> bool:
        return bool(re.match(rf"\s*(?:{either(self.words.complementisers)})\b", self.after, re.IGNORECASE))

    def _subject_of_tag(self, cut: int) -> tuple[str, str]:
        """The subject with its apposition, and what is said before it.

        In *“…,” the chair, Leo Marsh, told* the subject begins where the quotation ends.
        """
        subject = self.text[cut + 1 : self.match.start()].strip()
        quote_end = self.before.rfind(_MASK)
        between = self.text[quote_end + 1 : cut].strip(" ,") if 0 <= quote_end < cut else ""
        if between and len(between.split()) <= _LONGEST_SUBJECT:
            return ", ".join(filter(None, (between, subject))), self.text[: quote_end + 1]
        return subject, self.text[: cut + 1].rstrip(" ,")

    # *“The school goes,” said Marit Oldane, who cleans nets*

    def find_inverted(self) -> Frame | None:
        """The verb before its subject, behind what is said."""
        before = self.before.rstrip()
        quoted = before.rstrip(" ,").endswith(_MASK)
        if not self._may_invert(before, quoted=quoted):
            return None
        end = re.search(r"\x00|[.!?]$|[;:]|$", self.after)
        length = end.start() if end is not None else len(self.after)
        subject = self.text[self.match.end() :][:length].strip(" ,.")
        first, last = subject.partition(" ")[0], subject.rpartition(" ")[2]
        if last in self.words.particles:
            subject = subject.removesuffix(last).rstrip()  # *teilte die Stadt mit*
        subject = first if first.casefold() in self.words.pronouns else subject  # *sagte er nach der Sitzung*
        if not self._may_follow(subject, quoted=quoted) or (not quoted and len(before.split()) < _FEWEST_WORDS):
            return None
        rest = self.text[self.match.end() + length :] if _MASK in self.after[length : length + 1] else ""
        said = self.text[: self.match.start()].rstrip(" ,")
        return self._frame(subject, f"{strip_marks(said)} {strip_marks(rest)}", "quotation")

    def _may_invert(self, before: str, *, quoted: bool) -> bool:
        parted = self.match["helpers"].strip() or self.match["perfect"]
        helped = parted and not (self.words.verb_first and quoted)
        calls = not quoted and self.form in self.words.calling
        return not helped and not calls and (quoted or before.endswith(",") or self.words.verb_first)

    # *It had asked for a licence, says its warden, Leo Marsh, and was waiting*

    def find_between(self) -> Frame | None:
        """The verb before its subject, both in the midst of what is said or behind it."""
        if not self.before.rstrip().endswith(",") or self.match["helpers"].strip() or self.words.verb_first:
            return None
        found = _BETWEEN.match(self.after) if self.form in self.words.human else None
        if found is None or _MASK in self.before or not self._is_clause_before():
            return None
        if not self._is_subject_behind(found["who"]):
            return None
        rest = self.text[self.match.end() + found.end() :].strip(" ,.")
        return self._frame(found["who"], f"{self.text[: self.match.start()].rstrip(' ,')} {rest}", "tag")

    def _is_subject_behind(self, phrase: str) -> bool:
        """Whether a short phrase behind a verb may be its subject, as no verb is in it."""
        w = self.words
        told = phrase.partition(",")[0].casefold().split()
        known = w.determiners | w.roles | w.titles | w.crowds | w.pronouns | w.belonging
        no_noun = w.finite | w.complementisers | w.relative | w.speech.keys() | w.helpers
        opens = phrase[0].isupper() or told[0] in known
        return opens and len(told) <= _LONGEST_NAME + 1 and no_noun.isdisjoint(told)

    def _is_clause_before(self) -> bool:
        """Whether what stands before is said, and is no name with what somebody is: *The chair, Leo Marsh,*."""
        told = self.before.casefold().rstrip(" ,")
        return "," not in told or (
            not self.words.finite.isdisjoint(told.split()) and self.words.relative.isdisjoint(told.split())
        )

    def _may_follow(self, subject: str, *, quoted: bool) -> bool:
        w = self.words
        if not subject or (not quoted and not w.complementisers.isdisjoint(subject.split())):
            return False
        opening = w.determiners | w.roles | w.titles | w.crowds | w.pronouns
        if subject.casefold() in w.pronouns:
            return quoted or w.verb_first
        return subject[0].isupper() or (quoted and subject.split()[0].casefold() in opening)

    # *The board maintains that pumps failed*

    def find_lead(self) -> Frame | None:
        """Subject, verb, and then what is said."""
        if self._says_nothing:
            return None
        subject, impersonal = self._agent or self._somebody_before(), self._is_passive and not self._agent
        if impersonal and (subject or "").casefold() not in self.words.group_pronouns - self.words.many:
            return None  # *what is lost is doubt*, *the report was shown to members*
        clause = self._clause()
        whole = self._says_all
        if subject is None or (clause is None and not whole and not self._takes_clause()):
            return None
        content = self._own_clause() if whole else self._content_behind(clause)
        return (
            self._frame(subject, content, "reporting-verb", impersonal=impersonal)
            if len(content.split()) >= _FEWEST_WORDS - 1
            else None
        )

    def _somebody_before(self) -> str | None:
        """The subject before the verb; None where it may be anybody that wants something: *a developer wanted*."""
        subject = self._subject_before()
        wants = self._says_all and self.form not in self.words.human
        return None if wants and (subject or "").partition(" ")[0].casefold() in self.words.indefinite else subject

    @property
    def _says_all(self) -> bool:
        """Whether the whole sentence tells what is said, as no clause of it does."""
        return self._says_likewise or self.denied or self.form in self.words.whole or self._takes_stand

    def _is_set_off(self, subject: str) -> bool:
        """Whether one comma alone parts what stands before from the verb: *The light, says the man*."""
        return subject.endswith(",") and subject.count(",") == 1

    def _subject_before(self) -> str | None:
        """The phrase before the verb; empty where the verb shares another's subject, None where it is none."""
        start = max((found.end() for found in _clause_start(self.words).finditer(self.before)), default=0)
        inner = self._reported_clause
        if inner > start and not self.words.conditions.isdisjoint(self.before[start:inner].casefold().split()):
            return None  # if your daughter says that she wants it
        start = max(start, inner)
        subject = self.words.aside.sub(" ", self.text[start : self.match.start()]).strip()
        if _shared_subject(self.words).search(self.before):
            return ""
        first = subject.partition(" ")[0].casefold()
        by_somebody = not self.words.by.isdisjoint(subject.casefold().split())  # a survey by the club shows
        short = self.form in self.words.nouns and not (by_somebody and self.opens_clause)
        longest = _LONGEST_BEFORE_NOUN if short else _LONGEST_SUBJECT
        if (
            _MASK in self.before[start:]
            or self._is_no_subject(subject)
            or len(subject.rstrip(",").split()) > longest
            or self._is_set_off(subject)
        ):
            return None
        opened = first in self.words.openers - self.words.determiners and "," not in subject
        return self._skip_opener(subject) if opened else subject

    def _skip_opener(self, phrase: str) -> str:
        """The subject behind what opens a sentence without a comma: *For this reason the firm*, *In May she*."""
        told = phrase.split()
        last = told[-1].casefold()
        if last in self.words.pronouns | self.words.group_pronouns | self.words.first_person:
            return told[-1]
        small = self.words.places | self.words.openers | self.words.joiners
        starts = [
            n
            for n, word in enumerate(told)
            if n > 1 and word.casefold() in self.words.determiners and told[n - 1].casefold() not in small
        ]
        return " ".join(told[starts[-1] :]) if starts else phrase

    @property
    def _reported_clause(self) -> int:
        """Where the clause begins that another verb before it reports: *added that shops had claimed*; else 0."""
        that = next(reversed(list(_that(self.words).finditer(self.before))), None)
        told = list(self.words.verb.finditer(self.before[: that.start() + 1])) if that else []
        near = told and len(self.before[told[-1].end() : that.end() if that else 0].split()) <= _MOST_ADDRESSED
        would = not self.words.supposing.isdisjoint(self.match["helpers"].casefold().split())
        return that.end() if that and near and not would else 0

    def _is_no_subject(self, phrase: str) -> bool:
        """Whether a phrase names nobody who could say something: *nobody*, *if she*, *have no* before a noun."""
        words = [word.casefold() for word in phrase.split()]
        no_end = self.words.articles | self.words.negative | self.words.infinitive
        if not words or words[0] in self.words.negative or words[-1] in no_end:
            return True
        if "," in phrase:
            return not self.words.conditions.isdisjoint(phrase.casefold().rpartition(",")[2].split())
        clause = (self.words.clauses - self.words.shared) & set(words[1:])  # *the man left because he said*
        if self.words.relative.isdisjoint(words):
            clause |= (self.words.human - self.words.noun_forms) & set(
                words[1:]
            )  # *he believes the mayor promised*
        return bool(clause) or not self.words.conditions.isdisjoint(words)

    def _clause(self) -> re.Match[str] | None:
        """What opens the clause that is said, with whom it is said to as the group ``whom``."""
        that = either(self.words.complementisers)
        told = ",|:" if self.words.verb_first else ":(?!$)"
        opening = (
            rf"(?P<whom>(?:\s+[^,;:\x00]{{1,60}}?)??)(?P<that>,?\s+(?:{that})\b(?!\s*[,.;]|$)|[,:]?\s*\x00|{told})"
        )
        found = re.match(opening, self.after, re.IGNORECASE)
        addressed = len(found["whom"].split()) if found and not self._agent else 0
        if addressed and self.form in self.words.stances - self.words.telling and not self._quotes_next(found):
            return None  # rejected the claim that …
        inside = bool(found and addressed) and self._is_inside(found["that"] if found else "")
        return found if addressed <= _MOST_ADDRESSED and not inside else None

    def _is_inside(self, opening: str) -> bool:
        """Whether what may open the clause stands in it: *says it has “no future”*, *thinks it is money: …*."""
        mark = opening.strip()[:1]
        if self.words.verb_first or self.form in self.words.telling or mark not in {":", _MASK}:
            return False
        quotes = _MASK in opening
        return (mark == _MASK) == quotes and self.form not in self.words.with_that

    def _quotes_next(self, found: re.Match[str] | None) -> bool:
        return found is not None and _MASK in found["that"]

    def _own_clause(self) -> str:
        """The part of the sentence between semicolons that the verb stands in."""
        start, end = self.before.rfind(";") + 1, self.after.find(";")
        return self.text[start : self.match.end() + end if end >= 0 else None].strip()

    def _takes_clause(self) -> bool:
        if self.form in self.words.ongoing:
            return False
        if self.form not in self.words.with_that | self.words.stances:
            return bool(re.match(r"\s+[\w“\"]", self.after))
        sure = self._is_copular and self.form not in self.words.stances
        opening = self.words.subjects | (self.words.determiners if sure else frozenset())
        return self.after.split(maxsplit=1)[:1] != [] and self.after.split()[0] in opening

    def _skip_listener(self, told: str) -> str:
        """What is said without who is told it: *me the data were safe*, *reporters she would go on*."""
        whom, _, rest = told.partition(" ")
        if whom.casefold() in self.words.objects:
            return rest
        listener = re.match(rf"(?:[\w’'-]+\s+){{1,3}}?(?=(?:{either(self.words.subjects)})\b)", told)
        return told[listener.end() :] if listener and whom.casefold() not in self.words.subjects else told

    def _content_behind(self, clause: re.Match[str] | None) -> str:
        if clause is None:
            told = self.text[self.match.end() :].partition("; ")[0].strip(" ,:")
            return self._skip_listener(told) if self.form in self.words.telling else told
        opened = clause.end("whom") if _MASK in clause["that"] else clause.end("that")
        end = self.after.find("; ", opened)
        end = len(self.after) if end < 0 or _MASK in clause["that"] else end
        return self.text[self.match.end() + max(opened, 0) : self.match.end() + end].strip(" ,:")
