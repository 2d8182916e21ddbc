"""Who a sentence says it is saying: its reporting verb or source phrase, whom that names, and what is said."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.asides import find_participle, find_relative, find_witness
from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.draft.incises import find_incises
from argumap.draft.inversions import find_behind, find_fronted, find_parted, find_said_before, find_told_by
from argumap.draft.leads import find_lead
from argumap.draft.quotations import MASK, strip_marks
from argumap.draft.reporting_verbs import ReportingVerb
from argumap.draft.source_phrases import find_sources
from argumap.draft.tags import find_between, find_dropped, find_inverted, find_tag
from argumap.draft.viewpoints import find_viewpoints
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.draft.cue_words import CueWords
    from argumap.draft.quotations import Quoted


# In this order, as the first that fits tells it.
_FINDERS = (
    find_witness,
    find_participle,
    find_tag,
    find_between,
    find_inverted,
    find_dropped,
    find_fronted,
    find_lead,
)


def hides_report(text: str, quoted: Quoted, words: CueWords) -> bool:
    """Whether whose words a sentence has is open: *a study, which found that …*, *she called it “a farce”*."""
    masked = quoted.mask(text).replace("’", "'")
    verbs = (ReportingVerb(text, masked, match, words) for match in words.verb.finditer(masked))
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
    if before := list(find_said_before(text, masked, words)):
        return before
    if told_by := list(find_told_by(text, masked, words)):
        return told_by
    parted = list(find_parted(text, masked, words))
    taken = [(start, end) for _, start, end in parted]
    verbs = [frame for frame, _, _ in parted]
    verbs += _part_clauses(list(_find_verbs(*_without_times(text, masked, words), words, taken)), words)
    sources = list(find_sources(text, masked, words))
    verbs = [f for f in verbs if not (f.named_only and _is_told_later(f, [*verbs, *sources]))]
    return [
        *find_viewpoints(text, masked, words, tagged=any(frame.rule == "tag" for frame in verbs)),
        *sources,
        *find_behind(text, masked, words),
        *find_incises(text, masked, words),
        *_find_clitics(text, masked, words),
        *verbs,
    ]


def _part_clauses(frames: list[Frame], words: CueWords) -> list[Frame]:
    """End what somebody says where another is said to say the next thing: *…, and parents warned that*."""
    parted = []
    for n, frame in enumerate(frames):
        content = frame.content
        for later in frames[n + 1 :] if frame.rule == "reporting-verb" and not _is_own(frame, words) else ():
            opens = rf",\s+(?:{either(words.clauses)})\s+{re.escape(later.subject)}\s+{re.escape(later.cue)}\b"
            if (
                later.subject
                and not _is_own(later, words)
                and later.at > frame.at
                and (found := re.search(opens, content))
            ):
                content = content[: found.start()]
        parted.append(frame if content == frame.content else replace(frame, content=tidy(content)))
    return parted


def _is_told_later(frame: Frame, frames: list[Frame]) -> bool:
    """Whether a tag behind it says who tells of a stand: *The town plans to sell it, a clerk said*."""
    tags = (later for later in frames if later.rule in {"tag", "source-phrase"} and later.at > frame.at)
    return any(frame.cue in tag.content and ":" not in tag.content for tag in tags)


def _is_own(frame: Frame, words: CueWords) -> bool:
    return frame.subject.casefold() in words.first_person


def _without_times(text: str, masked: str, words: CueWords) -> tuple[str, str]:
    """A sentence without the time that stands between a subject and its verb: *The mayor last night called*."""
    for match in _time(words).finditer(masked):
        if words.verb.match(masked, match.end()):
            blank = " " * len(match[0])
            text = text[: match.start()] + blank + text[match.end() :]
            masked = masked[: match.start()] + blank + masked[match.end() :]
    return text, masked


@cache
def _time(words: CueWords) -> re.Pattern[str]:
    """A time behind a word that is no verb of saying: *on Monday*, *last night*."""
    dates = rf"(?:{either(words.places)})\s+(?:\d{{1,2}}\s+)?(?:{either(words.calendar)})(?:\s+\d{{1,2}})?"
    return re.compile(rf"(?<=[\w'\"),])\s+(?:{dates}|{either(words.when)})\s+(?=[a-z])", re.IGNORECASE)


def _find_clitics(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*dit-elle*, *a-t-il ajouté*: a verb with its pronoun behind it."""
    match = words.verb_with_clitic.search(masked)
    if match:
        said = f"{strip_marks(text[: match.start()].rstrip(' ,'))} {strip_marks(text[match.end() :].strip(' ,.'))}"
        quoted = MASK in masked
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


def _lies_in(match: re.Match[str], taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in taken)


def _find_verbs(text: str, masked: str, words: CueWords, taken: Iterable[tuple[int, int]] = ()) -> Iterator[Frame]:
    end = -1
    for match in words.verb.finditer(masked):
        verb = ReportingVerb(text, masked, match, words)
        if match.start() < end or _lies_in(match, taken) or verb.is_noun:
            continue
        if verb.in_relative_clause:
            if (frame := find_relative(verb)) is not None:
                yield frame
            continue
        frame = next(filter(None, (find(verb) for find in _FINDERS)), None)
        if frame is not None:
            end = match.end()
            yield frame
