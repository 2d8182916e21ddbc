"""Who says it behind what is said, or in its midst: *“…,” she said*, *…, said Marit*, *The dams, she said, …*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.noun_phrases import cut_subject
from argumap.draft.quotations import MASK, strip_marks

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords
    from argumap.draft.frames import Frame
    from argumap.draft.reporting_verbs import ReportingVerb

_LONGEST_SUBJECT = 22
_FEWEST_WORDS = 3
_FEWEST_TAGGED = 5
_LONGEST_NAME = 4
_BETWEEN = re.compile(
    r"\s+(?P<who>[^,;:.\x00]{2,60}(?:,\s+[A-ZÀ-Þ][^,;:.\x00]{2,40}|,\s+(?:a|an|the|who)\s[^,;:.\x00]{2,60})?)"
    r"(?=,\s(?![A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*[.]?$))"
)
# What somebody does as they speak: *says the young man, wiping his hands*.
_PARTICIPLE = re.compile(r",\s+(?:[a-z]+ly\s+|still\s+)?[a-z]{2,}ing\b.*$")
TAG_END = re.compile(r"\s*(?=[,.;:!?\x00]|$)")


# *“…,” she said* and *the dams, she said, explain nothing*


def find_tag(verb: ReportingVerb) -> Frame | None:
    """Subject and verb set off behind what is said, or in the middle of it."""
    cut = max(verb.before.rfind(","), verb.before.rfind(MASK))
    quoted = MASK in verb.before[: cut + 1]
    if cut < 0 or not _may_tag(verb, quoted=quoted):
        return None
    subject, said = _subject_of_tag(verb, cut)
    said = said if quoted else said.rpartition("; ")[2]
    rest = _behind_tag(verb)
    if not quoted and _says_none(verb, said, rest):
        return None  # In Strand, biologists are less sure
    if not subject or _begins_clause(verb, subject) or len(said.split()) < _least_tagged(verb, rest, quoted):
        return None
    goes_on = rest and (not quoted or MASK in verb.after)
    content = f"{strip_marks(said)} {strip_marks(rest)}" if goes_on else said
    return verb.frame(subject, content, "quotation" if quoted else "tag")


def _is_name_alone(said: str) -> bool:
    """Whether words before a comma are a name and no clause: each has a capital."""
    told = said.split()
    return 1 < len(told) <= _LONGEST_NAME and all(word[0].isupper() for word in told)


def _says_none(verb: ReportingVerb, said: str, rest: str) -> bool:
    """Whether what stands before a verb is not said: a name, or what leads up to one."""
    return _is_name_alone(said) or (not rest and (verb.denied or _only_leads_up(verb, said)))


def _may_tag(verb: ReportingVerb, *, quoted: bool) -> bool:
    """Whether a verb can say who said what stands before it; not that of *When I ask her, she shrugs*."""
    if verb.leaves_unsaid or verb.is_bare_attitude or verb.is_infinitive:
        return False
    if verb.is_passive and verb.before.rstrip().rpartition(" ")[2].casefold() not in verb.words.group_pronouns:
        return False  # …, the other side can be expected to appeal
    if quoted:
        return not _opens_clause(verb)
    tells = verb.form not in verb.words.wordless | verb.words.calling
    return tells and _ends_tag(verb) is not None


def _only_leads_up(verb: ReportingVerb, said: str) -> bool:
    """Whether what stands before a tag is no clause: *In Strand*, *When I asked her*."""
    told = said.casefold().split()
    opens = bool(told) and told[0] in verb.words.openers | verb.words.conditions
    return (
        opens
        and len(told) <= _FEWEST_TAGGED
        and "," not in said
        and (verb.words.finite.isdisjoint(told) or told[0] in verb.words.joiners)
    )


def _behind_tag(verb: ReportingVerb) -> str:
    end = _ends_tag(verb)
    return verb.text[verb.match.end() + end.end() :].strip(" ,.") if end else ""


def _least_tagged(verb: ReportingVerb, rest: str, quoted: bool) -> int:
    """How many words before a tag say something; not those of *In June, the council said in a letter*."""
    end = _ends_tag(verb)
    if end and end[0].strip() and not rest and not quoted:
        return _FEWEST_TAGGED
    return 1 if quoted or len(rest.split()) > 1 else 2


def _ends_tag(verb: ReportingVerb) -> re.Match[str] | None:
    """What ends a tag: a stop, or where and when it was said and then one (*, they report in a study,*)."""
    told = _when_told(verb.words).match(verb.after)
    if told is None and verb.form in verb.words.telling:
        told = _whom_told(verb.words).match(verb.after)
    where = told if told and verb.words.complementisers.isdisjoint(told[0].split()) else None
    return TAG_END.match(verb.after) or where


def _begins_clause(verb: ReportingVerb, subject: str) -> bool:
    w = verb.words
    first = subject.partition(" ")[0].casefold()
    moods = w.noun_capitals and bool(w.continued.search(first))  # habe die Stadt nie behauptet
    return moods or first in w.relative | w.clauses | w.conditions | w.complementisers


def _opens_clause(verb: ReportingVerb) -> bool:
    return bool(re.match(rf"\s*(?:{either(verb.words.complementisers)})\b", verb.after, re.IGNORECASE))


def _subject_of_tag(verb: ReportingVerb, cut: int) -> tuple[str, str]:
    """The subject with its apposition, and what is said before it.

    In *“…,” the chair, Leo Marsh, told* the subject begins where the quotation ends.
    """
    subject = verb.text[cut + 1 : verb.match.start()].strip()
    quote_end = verb.before.rfind(MASK)
    between = verb.text[quote_end + 1 : cut].strip(" ,") if 0 <= quote_end < cut else ""
    told = set(between.casefold().split())
    if between.partition(" ")[0].casefold() in verb.words.places:
        between = ""  # “a farce” of an election, Marsh said
    clause = not told.isdisjoint(verb.words.finite | verb.words.auxiliaries) and told.isdisjoint(
        verb.words.relative
    )
    if between[:1] not in {":", ";"} and between and not clause and len(told) <= _LONGEST_SUBJECT:
        return ", ".join(filter(None, (between, subject))), verb.text[: quote_end + 1]
    return subject, verb.text[: cut + 1].rstrip(" ,")


# *“The school goes,” said Marit Oldane, who cleans nets*


def find_inverted(verb: ReportingVerb) -> Frame | None:
    """The verb before its subject, behind what is said."""
    before = verb.before.rstrip()
    quoted = before.rstrip(" ,").endswith(MASK)
    if not _may_invert(verb, before, quoted=quoted):
        return None
    end = re.search(r"\x00|[.!?]$|[;:]|$", verb.after)
    length = end.start() if end is not None else len(verb.after)
    subject = _subject_behind(verb, length)
    if not quoted and _is_name_alone(before.partition(",")[0]):
        return None  # Ana Roca, adjointe au maire, résume le contenu
    if not _may_follow(verb, subject, quoted=quoted) or (not quoted and len(before.split()) < _FEWEST_WORDS):
        return None
    if not (quoted or verb.words.verb_first) and not (
        _is_clause_before(verb) and _is_subject_behind(verb, subject)
    ):
        return None  # Kelly Drax, a nurse, believes Pimley did them a favour
    rest = verb.text[verb.match.end() + length :] if MASK in verb.after[length : length + 1] else ""
    said = verb.text[: verb.match.start()].rstrip(" ,")
    return verb.frame(subject, f"{strip_marks(said)} {strip_marks(rest)}", "quotation")


def _subject_behind(verb: ReportingVerb, length: int) -> str:
    """The subject in so many characters behind a verb, without when it was said and what somebody did."""
    subject = _PARTICIPLE.sub("", verb.text[verb.match.end() :][:length])
    subject = _when_said(verb.words).sub("", subject).strip(" ,.")
    if verb.words.noun_capitals:
        subject = cut_subject(subject, verb.words, several=verb.form.endswith("en"))[0] or subject
        noble, _, name = subject.partition(" ")  # kritisierte von Roth
        subject = (
            name if name and noble in verb.words.inside - verb.words.body_links - verb.words.articles else subject
        )
    first, last = subject.partition(" ")[0], subject.rpartition(" ")[2]
    if last in verb.words.particles:
        subject = subject.removesuffix(last).rstrip()  # *teilte die Stadt mit*
    return first if first.casefold() in verb.words.pronouns else subject  # *sagte er nach der Sitzung*


def _may_invert(verb: ReportingVerb, before: str, *, quoted: bool) -> bool:
    parted = verb.match["helpers"].strip() or verb.match["perfect"]
    if verb.words.noun_capitals and (verb.after.startswith(",") or not (quoted or before.endswith(","))):
        return False  # Roth, die Sprecherin, betont, das Tor könne bleiben
    helped = parted and not (verb.words.verb_first and quoted)
    calls = not quoted and verb.form in verb.words.calling
    return not helped and not calls and (quoted or before.endswith(",") or verb.words.verb_first)


# *«Cada mes cuenta», añadió*


def find_dropped(verb: ReportingVerb) -> Frame | None:
    """A verb alone behind a quotation, where a language leaves out whoever is meant anyway."""
    if not (verb.words.drops_subject and verb.form in verb.words.human and _ends_tag(verb)):
        return None
    said = verb.text[: verb.match.start()].rstrip(" ,—–")
    quoted = verb.before.rstrip(" ,.—–").endswith(MASK)
    return verb.frame("", strip_marks(said), "quotation") if quoted else None


# *It had asked for a licence, says its warden, Leo Marsh, and was waiting*


def find_between(verb: ReportingVerb) -> Frame | None:
    """The verb before its subject, both in the midst of what is said or behind it."""
    if not verb.before.rstrip().endswith(",") or verb.match["helpers"].strip() or verb.words.noun_capitals:
        return None
    found = _BETWEEN.match(verb.after) if verb.form in verb.words.human else None
    if found is None or MASK in verb.before or not _is_clause_before(verb):
        return None
    if not _is_subject_behind(verb, found["who"]):
        return None
    rest = verb.text[verb.match.end() + found.end() :].strip(" ,.")
    return verb.frame(found["who"], f"{verb.text[: verb.match.start()].rstrip(' ,')} {rest}", "tag")


def _is_subject_behind(verb: ReportingVerb, phrase: str) -> bool:
    """Whether a short phrase behind a verb may be its subject, as no verb is in it."""
    w = verb.words
    told = phrase.partition(",")[0].casefold().split()
    known = w.determiners | w.roles | w.titles | w.crowds | w.pronouns | w.belonging
    no_noun = w.finite | w.complementisers | w.relative | w.speech.keys() | w.helpers
    opens = phrase[0].isupper() or told[0] in known
    return opens and len(told) <= _LONGEST_NAME + 1 and no_noun.isdisjoint(told)


def _is_clause_before(verb: ReportingVerb) -> bool:
    """Whether what stands before is said, and is no name with what somebody is: *The chair, Leo Marsh,*."""
    told = verb.before.casefold().rstrip(" ,")
    return "," not in told or (
        not verb.words.finite.isdisjoint(told.split()) and verb.words.relative.isdisjoint(told.split())
    )


def _may_follow(verb: ReportingVerb, subject: str, *, quoted: bool) -> bool:
    w = verb.words
    if not subject or (not quoted and not w.complementisers.isdisjoint(subject.split())):
        return False
    opening = w.determiners | w.roles | w.titles | w.crowds | w.pronouns
    if subject.casefold() in w.pronouns:
        return quoted or w.verb_first
    led = verb.before.partition(" ")[0].casefold() in w.conditions  # Wenn er kommt, sagt der Mann …
    set_off = verb.before.rstrip().endswith(",") and w.verb_first and not led
    if quoted and subject[0].isdigit():
        return True  # said 54-year-old Ott
    small = quoted or (set_off and verb.form in w.human)  # …, a annoncé le maire
    return subject[0].isupper() or (small and subject.replace("’", "'").split()[0].casefold() in opening)


@cache
def _when_said(words: CueWords) -> re.Pattern[str]:
    """When it was said, between the verb and its subject: *a annoncé mardi le maire*."""
    return re.compile(rf"^\s+(?:{either(words.when)})(?=\s)", re.IGNORECASE)


@cache
def _when_told(words: CueWords) -> re.Pattern[str]:
    """Where, when and to whom something was said, up to a stop: *, they report in a study,*."""
    where = rf"\s+(?:{either(words.places)})\s+(?:[\w’'.-]+\s+){{0,7}}?[\w’'-]+"
    when = rf"\s+(?:(?:{either(words.when)})|(?:{either(words.calendar)})(?:\s+[a-z]+)?)(?![\w-])"
    return re.compile(rf"(?:{where}|{when}){{1,3}}(?=[,.;]|$)", re.IGNORECASE)


@cache
def _whom_told(words: CueWords) -> re.Pattern[str]:
    """Who was told something, up to a stop: *he told the house.*."""
    return re.compile(
        rf"\s+(?:(?:{either(words.determiners)})\s+)?[\w'-]+(?:\s+[\w'-]+)?(?=[,.;]|$)", re.IGNORECASE
    )
