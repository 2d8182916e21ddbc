"""What somebody is said to say in passing: *the board, which says that …,* and *as the town found out when …*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.quotations import MASK
from argumap.draft.tags import TAG_END

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords
    from argumap.draft.frames import Frame
    from argumap.draft.reporting_verbs import ReportingVerb

_LONGEST_NAME = 4
_FEWEST_TOLD = 3
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]*)(?:\s+(?:(?:of|for|and|the|de|van|von)\s+)*[A-ZÀ-Þ][\w’'-]*)*"


# *The council, which says it has had two complaints, will keep them*


def find_relative(verb: ReportingVerb) -> Frame | None:
    """What a name or the subject of a sentence is said to say, in passing."""
    relative = _relative(verb.words).search(verb.before)
    if relative is None or verb.denied or verb.form not in verb.words.human or not _opens_saying(verb):
        return None
    phrase = verb.text[: relative.start()].strip()
    name = re.search(rf"(?:{_NAME})$", phrase)
    subject = phrase if len(phrase.split()) <= _LONGEST_NAME + 1 else name[0] if name else ""
    return verb.frame(subject, _said_in_passing(verb), "reporting-verb") if subject else None


def _said_in_passing(verb: ReportingVerb) -> str:
    """What the clause says, and not what the sentence goes on with: *Okafor, who said that it will, is wrong*."""
    opened = verb.clause()
    if opened is None:
        return verb.text
    start = opened.end("whom") if MASK in opened["that"] else opened.end("that")
    end = verb.after.find(",", opened.end())
    return verb.text[verb.match.end() + start : verb.match.end() + end if end >= 0 else None].strip(" ,:")


@cache
def _relative(words: CueWords) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{either(words.people_relative | words.body_relative)})\s+$", re.IGNORECASE)


def _opens_saying(verb: ReportingVerb) -> bool:
    opened = verb.clause()
    return (opened is not None and ":" not in opened["that"]) or _takes_bare_clause(verb)


def _takes_bare_clause(verb: ReportingVerb) -> bool:
    following = verb.after.split(maxsplit=1)[:1]
    bare = verb.words.subjects | verb.words.group_pronouns | (verb.words.determiners - {"that", "this"})
    return following != [] and following[0].casefold() in bare and verb.form not in verb.words.stances


# *Half a peal pleases nobody, as the town found out when it tried*


def find_witness(verb: ReportingVerb) -> Frame | None:
    """Somebody who is called as a witness for what the author says, in the middle of a sentence."""
    cut = verb.before.rfind(",")
    word, _, subject = verb.text[cut + 1 : verb.match.start()].strip().partition(" ")
    if cut < 0 or word.casefold() not in verb.words.as_words or TAG_END.match(verb.after):
        return None
    return verb.frame(subject, verb.text, "witness") if subject else None


# *The leader hit back, describing the claims as “fantasy”*


def find_participle(verb: ReportingVerb) -> Frame | None:
    """What whoever a sentence is about says while they do something."""
    before = verb.before.rstrip()
    led = before.endswith(",") or before.rpartition(" ")[2].casefold() in verb.words.by  # answered by saying that
    if verb.form not in verb.words.ongoing or not led or verb.match["helpers"]:
        return None
    told = verb.text[verb.match.end() :].strip(" .")
    if len(told.split()) < _FEWEST_TOLD or (verb.form in verb.words.calling and not verb.judges):
        return None
    opens = verb.clause() if verb.form not in verb.words.calling else None
    content = verb.text[verb.match.end() + opens.end() :] if opens and MASK not in opens["that"] else verb.text
    return verb.frame("", content, "reporting-verb")
