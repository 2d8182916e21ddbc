"""Who says it behind a verb that what leads up stands before: *Dazu erklärt der Bürgermeister, dass …*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.draft.noun_phrases import cut_subject
from argumap.draft.quotations import MASK, strip_marks
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cue_words import CueWords
    from argumap.draft.reporting_verbs import ReportingVerb

_LONGEST_LEAD = 14
_FEWEST_WORDS = 3
_LONGEST_BETWEEN = 140


def find_fronted(verb: ReportingVerb) -> Frame | None:
    """Subject and clause behind the verb, with only when, where and how it was said before it."""
    w = verb.words
    if (
        not w.noun_capitals
        or verb.denied
        or verb.match["perfect"]
        or verb.form not in w.human | w.whole | w.stances
    ):
        return None
    if not _leads_up(f"{verb.before} {verb.match['helpers']}", w):
        return None
    subject, rest = cut_subject(verb.text[verb.match.end() :], w, several=verb.form.endswith("en"))
    if not subject:
        return None
    start = len(verb.text) - len(rest)
    opened = _clause(w).match(verb.masked, start) if verb.form in w.human else None
    if opened is not None:
        said = verb.text[opened.end("lead") :] if MASK in opened[0] else verb.text[opened.end() :]
        content = verb.text if _is_part_quoted(verb.masked, opened) else said
    elif verb.form in w.whole | w.stances and len(rest.split()) > 1:
        content = verb.text
    else:
        return None
    return verb.frame(subject, content, "reporting-verb") if len(content.split()) >= _FEWEST_WORDS else None


def _is_part_quoted(masked: str, opened: re.Match[str]) -> bool:
    """Whether a quotation right behind the subject is a part of the sentence only: *nannte er „…“ falsch*."""
    mark = opened["that"].strip()[:1] == MASK
    return mark and bool(masked[opened.end() :].replace(MASK, "").strip(" ,.;"))


def _leads_up(before: str, words: CueWords) -> bool:
    """Whether what stands before a verb says when, where or how, and no more: *In der Sitzung*, *Dazu*."""
    told = before.split()
    first = told[0].casefold() if told else ""
    small = {word for word in told if word.islower()}
    verbs = words.finite | words.speech.keys() | words.auxiliaries | words.relative - words.articles
    if not told or len(told) > _LONGEST_LEAD or MASK in before or "," in before or not small.isdisjoint(verbs):
        return False
    known = words.openers | words.fronted
    return first in known or (first in words.joiners and (len(told) == 1 or told[1].casefold() in known))


@cache
def _clause(words: CueWords) -> re.Pattern[str]:
    """What opens the clause behind a subject, past when, where and to whom it was said."""
    that = either(words.complementisers | words.what)
    small = either(words.places | words.openers | words.when | words.objects)
    between = rf"(?:\s+(?:{small})(?:\s+(?!(?:{that})\b)[\w’'./-]+){{0,7}}|\s+\([^()]*\))*"
    first = rf"(?!\s*(?:{either(words.relative - words.articles)})\b)"
    return re.compile(
        rf"(?P<lead>{between})(?P<that>,\s+(?:{that})\b|,{first}|:|\s*[,:]?\s*\x00)\s*", re.IGNORECASE
    )


def find_said_before(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """Who said what was quoted before: *Das erklärte Jana Roth, die Leiterin, am Montag.*."""
    match = words.said_before.match(masked)
    subject = cut_subject(text[match.end() :], words, several=True)[0] if match else ""
    if match and subject:
        cue = match[0].replace(MASK, "").strip(" :,–—-")
        said = text[: match.end() - len(match[0].rpartition(MASK)[2])] if MASK in match[0] else text
        yield Frame(subject, cue, Act.ASSERTS, tidy(said), "quotation", human=True)


def find_told_by(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*Wie der Club mitteilt, …*: who is named for all that follows."""
    match = words.told_by.match(masked)
    subject, rest = (
        cut_subject(text[match.start("who") : match.end("who")], words, several=True) if match else ("", "")
    )
    if match and subject and len(rest.split()) <= _LONGEST_LEAD:
        yield Frame(
            subject, match[0].strip(" ,"), Act.ASSERTS, tidy(text[match.end() :]), "source-phrase", human=True
        )


# *gab die Leiterin zu bedenken*, *Roth machte am Montag klar, dass*


def find_parted(text: str, masked: str, words: CueWords) -> Iterator[tuple[Frame, int, int]]:
    """The frames of verbs in two parts with their subject between or before them, each with where it stands."""
    if not words.parted:
        return
    for match in _parted(words).finditer(masked):
        verb, particle = match["verb"].casefold(), " ".join(match["particle"].casefold().split())
        if f"{verb} {particle}" not in words.parted:
            continue
        frame = _read_parted(text, masked, match, words)
        if frame is not None:
            yield frame, match.start(), match.end()


@cache
def _parted(words: CueWords) -> re.Pattern[str]:
    verbs = either(form.partition(" ")[0] for form in words.parted)
    particles = either(form.partition(" ")[2] for form in words.parted)
    return re.compile(
        rf"(?<![\w’'-])(?P<verb>{verbs})(?P<mid>\s[^;:\x00]{{1,{_LONGEST_BETWEEN}}}?)\s(?P<particle>{particles})"
        r"(?=\s*(?:[,.;:!?\x00]|$))",
        re.IGNORECASE,
    )


def _read_parted(text: str, masked: str, match: re.Match[str], words: CueWords) -> Frame | None:
    before, mid = masked[: match.start()], text[match.start("mid") : match.end("mid")]
    cue = f"{match['verb']} … {match['particle']}"
    subject = cut_subject(mid, words)[0]
    if subject and before.rstrip().endswith((",", MASK)):
        said, quoted = strip_marks(text[: match.start()].rstrip(" ,")), MASK in before
        return _frame(subject, cue, said, "quotation" if quoted else "tag", match.start())
    if MASK in before:
        return None
    whole = _find_subject(before, subject, words)
    if f"{match['verb']} {match['particle']}".casefold() in words.parted_whole:
        said = text if re.search(r"[A-ZÄÖÜ]", mid) else ""  # lehnte es ab
    else:
        opened = _opened(words).match(masked, match.end())
        said = text[opened.end() :] if opened else ""
    return _frame(whole, cue, said, "reporting-verb", match.start()) if whole else None


def _find_subject(before: str, behind: str, words: CueWords) -> str:
    """The subject before a verb, or ``behind`` it where only when and how it was said stands before."""
    if _leads_up(before, words):
        return behind
    whole, rest = cut_subject(before, words, several=True)
    return "" if rest.strip() else whole


@cache
def _opened(words: CueWords) -> re.Pattern[str]:
    """What stands behind a verb in two parts before what is said."""
    return re.compile(rf"\s*(?:,\s+(?:(?:{either(words.complementisers)})\s+)?|:\s+|(?=\x00))")


def _frame(subject: str, cue: str, said: str, rule: str, at: int) -> Frame | None:
    content = tidy(said)
    if len(content.split()) < _FEWEST_WORDS:
        return None
    return Frame(subject, cue, Act.ASSERTS, content, rule, at, human=True)


# *dem Bericht zufolge*


def find_behind(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """A source that its word stands behind: *Roth zufolge*, *einem Bericht der Stadt zufolge*."""
    match = _behind(words).search(masked) if words.source_behind else None
    if match is None:
        return
    said = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip(" ,")
    yield Frame(match["who"], match["cue"], Act.ASSERTS, tidy(said), "source-phrase", match.start())


@cache
def _behind(words: CueWords) -> re.Pattern[str]:
    noun = r"(?-i:[A-ZÄÖÜ])[\w’'./-]*"
    adjectives = r"(?:(?:\d+-)?(?-i:[a-zäöüß])[\w-]*(?:en|em|er)\s+){0,3}?"
    run = rf"{noun}(?:\s+{noun}){{0,4}}(?:\s+\([^()]{{1,40}}\))?"
    opening = either(words.articles | words.definite)
    whose = rf"(?:\s+(?:{either(words.of_whom)})\s+{adjectives}{run}){{0,2}}"
    return re.compile(
        rf"(?<![\w’'-])(?P<who>(?:(?:{opening})\s+{adjectives})?{run}{whose})\s+(?P<cue>{either(words.source_behind)})\b",
        re.IGNORECASE,
    )
