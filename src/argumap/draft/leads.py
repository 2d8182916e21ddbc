"""Who says it before what is said: *The board maintains that pumps failed*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.quotations import MASK
from argumap.draft.reporting_verbs import MOST_ADDRESSED

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords
    from argumap.draft.frames import Frame
    from argumap.draft.reporting_verbs import ReportingVerb

# More words before a verb than a name with what is said of it has are a sentence of their own.
_LONGEST_SUBJECT = 22
_LONGEST_BEFORE_NOUN = 4
_LONGEST_SET_ASIDE = 45
# So many words before a verb are looked at for the clause that it stands in: a subject, and words set aside in it.
_LONGEST_CLAUSE = 80
_FEWEST_WORDS = 3
_CONTRACTED = re.compile(r"[’'](?:s|re)$")


# *The board maintains that pumps failed*


def find_lead(verb: ReportingVerb) -> Frame | None:
    """Subject, verb, and then what is said."""
    if verb.says_nothing or verb.form in verb.words.tag_only:
        return None
    subject, impersonal = verb.agent or _somebody_before(verb), verb.is_passive and not verb.agent
    clause = verb.clause()
    if impersonal and not _is_said_of_nobody(verb, subject or "", clause):
        return None
    whole = verb.says_all
    if subject is None or (clause is None and not whole and not verb.takes_clause()):
        return None
    whole = whole or _quotes_part(verb, clause)
    content = _own_clause(verb) if whole else _content_behind(verb, clause)
    if len(content.split()) < _FEWEST_WORDS - 1:
        return None
    return verb.frame(subject, content, "reporting-verb", impersonal=impersonal)


def _is_said_of_nobody(verb: ReportingVerb, subject: str, clause: re.Match[str] | None) -> bool:
    """*It is said that*, *it was proposed to*.

    Not *the report was shown to members*, nor *it is not disputed that*, nor *it was offered at the same hour*.
    """
    told = clause is not None or verb.after.split(maxsplit=1)[:1] in [[word] for word in verb.words.infinitive]
    return told and not verb.denied and subject.casefold() in verb.words.group_pronouns - verb.words.many


def _somebody_before(verb: ReportingVerb) -> str | None:
    """The subject before the verb; None where it may be anybody that wants something: *a developer wanted*."""
    subject = _subject_before(verb)
    wants = verb.says_all and verb.form not in verb.words.human
    return None if wants and (subject or "").partition(" ")[0].casefold() in verb.words.indefinite else subject


def _is_set_off(subject: str, longest: int) -> bool:
    """Whether a phrase is too long, or one comma alone parts it from the verb: *The light, says the man*."""
    return len(subject.rstrip(",").split()) > longest or (subject.endswith(",") and subject.count(",") == 1)


def _subject_before(verb: ReportingVerb) -> str | None:
    """The phrase before the verb; empty where the verb shares another's subject, None where it is none."""
    start = max((found.end() for found in _clause_start(verb.words).finditer(verb.before)), default=0)
    inner = _reported_clause(verb)
    if inner > start and not verb.words.conditions.isdisjoint(verb.before[start:inner].casefold().split()):
        return None  # if your daughter says that she wants it
    start = max(start, inner)
    subject = verb.words.aside.sub(" ", verb.text[start : verb.match.start()]).strip()
    if (quoted := verb.words.quoted_as.search(subject)) is not None:
        return next(filter(None, quoted.groups()), None)
    subject = _strip_behind(verb, subject)
    if _shared_subject(verb.words).search(verb.before) or _drops_subject(verb, subject):
        return ""
    first = subject.partition(" ")[0].casefold()
    set_off = _is_set_off(subject, _longest_subject(verb, subject))
    if MASK in verb.before[start:] or _is_no_subject(verb, subject) or set_off:
        return None
    opened = first in verb.words.openers - verb.words.determiners and "," not in subject
    return _skip_opener(verb, subject) if opened else subject


def _strip_behind(verb: ReportingVerb, subject: str) -> str:
    """A subject without what ties it to its verb: *officials we spoke to*, *he's claiming*."""
    subject = _behind_clause(verb.words, verb.words.we_met.sub("", subject))
    return _CONTRACTED.sub("", subject) if verb.is_progressive else subject


def _longest_subject(verb: ReportingVerb, subject: str) -> int:
    """How many words a subject may have; a name, and behind it at length what they are, has more."""
    if subject.endswith(",") and subject.count(",") > 1:
        return _LONGEST_SET_ASIDE
    return _LONGEST_BEFORE_NOUN if _may_be_noun(verb, subject) else _LONGEST_SUBJECT


def _behind_clause(words: CueWords, phrase: str) -> str:
    """The subject behind a clause that *and* ends: *The owner is opening his doors and one islander* says."""
    joined = _joined_subject(words).search(phrase)
    told = phrase[: joined.start()].split() if joined else []
    clause = {word for word in told if word.islower()}
    relative = not (words.relative - words.determiners).isdisjoint(clause)
    ends = joined is not None and not relative and not (words.auxiliaries | words.finite).isdisjoint(clause)
    return joined["who"] if joined is not None and ends else phrase


@cache
def _joined_subject(words: CueWords) -> re.Pattern[str]:
    """*And* with one who is new behind it: *and one islander*, *and the clerk*, *and Ana Brook*."""
    opens = rf"(?:{either(words.determiners | words.titles)})\s|(?-i:[A-ZÀ-Þ])"
    return re.compile(
        rf"\s(?:{either(words.shared)})\s+(?P<who>(?:{opens})[\w’'-]*(?:\s+[\w’'-]+){{0,2}})$", re.IGNORECASE
    )


def _drops_subject(verb: ReportingVerb, phrase: str) -> bool:
    """Whether nothing but small words stand where a language may leave out the subject: *También prometió que*."""
    if not verb.words.drops_subject or not verb.opens_clause:
        return False
    small = verb.words.joiners | verb.words.helpers | verb.words.objects
    return small.issuperset(phrase.casefold().rstrip(",").split())


def _may_be_noun(verb: ReportingVerb, subject: str) -> bool:
    """Whether the form may be a noun by what stands around it: not *a survey by the club shows that*."""
    clause = verb.before.rstrip().endswith(",") or verb.opens_bare_clause
    by_somebody = not verb.words.by.isdisjoint(subject.casefold().split())
    named = subject.rpartition(" ")[2][:1].isupper() and not verb.words.noun_capitals
    return verb.form in verb.words.nouns and not clause and not ((by_somebody or named) and verb.opens_clause)


def _skip_opener(verb: ReportingVerb, phrase: str) -> str:
    """The subject behind what opens a sentence without a comma: *For this reason the firm*, *In May she*."""
    told = phrase.split()
    last = told[-1].casefold()
    if last in verb.words.pronouns | verb.words.group_pronouns | verb.words.first_person:
        return told[-1]
    small = verb.words.places | verb.words.openers | verb.words.joiners
    starts = [
        n
        for n, word in enumerate(told)
        if n > 1 and word.casefold() in verb.words.determiners and told[n - 1].casefold() not in small
    ]
    starts += [n for n, word in enumerate(told) if n > 1 and _is_title(verb.words, word)]  # At noon Cllr Patel
    return " ".join(told[max(starts) :]) if starts else phrase


def _is_title(words: CueWords, word: str) -> bool:
    return word[0].isupper() and word.casefold().rstrip(".") in words.titles


def _find_clause(before: str) -> int:
    """Where the clause of a verb begins at the earliest, so that a long text is not read anew for each."""
    head, *told = before.rsplit(maxsplit=_LONGEST_CLAUSE) or [""]
    return len(head) if len(told) == _LONGEST_CLAUSE else 0


def _reported_clause(verb: ReportingVerb) -> int:
    """Where the clause begins that another verb before it reports: *added that shops had claimed*; else 0."""
    start = _find_clause(verb.before)
    that = next(reversed(list(_that(verb.words).finditer(verb.before, start))), None)
    if (
        that
        and verb.words.view_nouns
        and verb.before[: that.start()].rpartition(" ")[2].casefold() in verb.words.view_nouns
    ):
        return len(verb.before)  # a claim that two councillors said
    told = list(verb.words.verb.finditer(verb.before, start, that.start() + 1)) if that else []
    near = told and len(verb.before[told[-1].end() : that.end() if that else 0].split()) <= MOST_ADDRESSED
    would = not verb.words.supposing.isdisjoint(verb.match["helpers"].casefold().split())
    return that.end() if that and near and not would else 0


def _is_no_subject(verb: ReportingVerb, phrase: str) -> bool:
    """Whether a phrase names nobody who could say something: *nobody*, *if she*, *have no* before a noun."""
    words = [word.casefold() for word in phrase.split()]
    no_end = verb.words.articles | verb.words.negative | verb.words.infinitive | verb.words.possessives
    no_end |= verb.words.yours
    if not words or words[0] in verb.words.negative or words[-1] in no_end:
        return True
    if "," in phrase:
        return not verb.words.conditions.isdisjoint(phrase.casefold().rpartition(",")[2].split())
    if _holds_clause(verb.words, phrase) or _holds_verb(verb.words, phrase):
        return True
    clause = (verb.words.clauses - verb.words.shared) & set(words[1:])  # *the man left because he said*
    if verb.words.relative.isdisjoint(words):
        clause |= (verb.words.human - verb.words.noun_forms) & set(words[1:])  # *he believes the mayor promised*
    return bool(clause) or not verb.words.conditions.isdisjoint(words)


def _holds_verb(words: CueWords, phrase: str) -> bool:
    """Whether a phrase is a clause of its own: *the school had closed for* before *want*; *May* is a name."""
    small = {word for word in phrase.split()[1:] if word.islower()}
    if not small.isdisjoint(words.pronouns | words.group_pronouns):
        return False  # he is at the window as he
    return words.relative.isdisjoint(small) and not words.auxiliaries.isdisjoint(small)


def _holds_clause(words: CueWords, phrase: str) -> bool:
    """Whether a clause that is said opens within a phrase: *Je crois qu’un écran*, where no *que* is relative."""
    tied = words.complementisers - words.relative if words.verb_first else frozenset[str]()
    told = [word.split("'")[0] for word in phrase.casefold().replace("’", "'").split()]
    return not {word.removesuffix("'") for word in tied}.isdisjoint(told[1:])


def _quotes_part(verb: ReportingVerb, clause: re.Match[str] | None) -> bool:
    """Whether words behind a verb are quoted that are no sentence: *she said it was “too small”*."""
    if clause is None or MASK not in clause["that"]:
        return False
    quoted = verb.text[verb.match.end() + clause.end() - 1 :].lstrip("“”„‘’\"'")
    return bool(clause["whom"].strip()) and quoted[:1].islower()


def _own_clause(verb: ReportingVerb) -> str:
    """The part of the sentence between semicolons that the verb stands in."""
    start, end = verb.before.rfind(";") + 1, verb.after.find(";")
    return verb.text[start : verb.match.end() + end if end >= 0 else None].strip()


def _skip_listener(verb: ReportingVerb, told: str) -> str:
    """What is said without who is told it: *me the data were safe*, *reporters she would go on*."""
    whom, _, rest = told.partition(" ")
    if whom.casefold() in verb.words.objects:
        return rest
    listener = re.match(rf"(?:[\w’'-]+\s+){{1,3}}?(?=(?:{either(verb.words.subjects)})\b)", told)
    return told[listener.end() :] if listener and whom.casefold() not in verb.words.subjects else told


def _content_behind(verb: ReportingVerb, clause: re.Match[str] | None) -> str:
    if clause is None:
        told = verb.text[verb.match.end() :].partition("; ")[0].strip(" ,:")
        return _skip_listener(verb, told) if verb.form in verb.words.telling else told
    opened = clause.end("whom") if MASK in clause["that"] else clause.end("that")
    end = verb.after.find("; ", opened)
    end = len(verb.after) if end < 0 or MASK in clause["that"] else end
    return verb.text[verb.match.end() + max(opened, 0) : verb.match.end() + end].strip(" ,:")


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
