"""Whose view a sentence names without a verb of saying: *her fear is that*, *in Brill's eyes*, *mocked by*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cue_words import CueWords

# Fewer words are no clause.
_FEWEST_WORDS = 3
# A name, or a noun with its article, that owns what follows.
_OWNER = r"(?:{articles})\s+(?:[\w-]+\s+){{0,3}}?[\w-]+|(?-i:[A-ZÀ-Þ])[\w.-]*(?:\s+(?-i:[A-ZÀ-Þ])[\w.-]*){{0,3}}"


def find_viewpoints(text: str, masked: str, words: CueWords, *, tagged: bool = False) -> Iterator[Frame]:
    """The frames of a sentence that no verb of saying makes; ``masked`` hides what is quoted in it.

    Where it is ``tagged`` (*…, she said, …*) that tells whose view it is.
    """
    if not tagged:
        yield from _find_asides(text, masked, words)
    yield from _find_view_nouns(text, masked, words)
    yield from _find_put_views(text, masked, words)
    yield from _find_wants(text, masked, words)
    yield from _find_agents(text, masked, words)
    yield from _find_quoted_for(text, masked, words)
    yield from _find_put_so(text, masked, words)
    yield from _find_judged(text, masked, words)


def _find_asides(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """What a sentence says somebody sees so: *In her view a ferry is none*, *Dimming, in Brill's eyes, helps*."""
    match = words.own_view.search(masked)
    if match:
        led = text[: match.start()].rstrip(" ,").rpartition(" ")[2].casefold()
        opens = led in words.conditions | words.complementisers | words.relative | words.what
        said = text[match.end() :] if opens else f"{text[: match.start()].rstrip(' ,')} {text[match.end() :]}"
        who = next(group for group in match.groups() if group)
        yield Frame(who, match[0].strip(" ,"), Act.ASSERTS, tidy(said), "source-phrase", match.start())


@cache
def _view_noun(words: CueWords) -> re.Pattern[str]:
    """*Her fear is that*, *the mayor's strongest argument against it was that*, *his answer:*."""
    owners = either(words.belonging | words.male | words.female | words.possessives)
    nouns, that, joiners = either(words.view_nouns), either(words.complementisers), either(words.joiners)
    return re.compile(
        rf"^(?:(?:{joiners}),?\s+)?(?:(?P<pronoun>{owners})|(?P<who>[^,;:\x00]{{2,60}}?)(?:'s|(?<=s)'))"
        rf"\s+(?:[\w-]+\s+){{0,3}}?(?P<noun>{nouns})(?:\s+(?:{either(words.places)})\s+[^,;:\x00]{{1,40}}?)?"
        rf"(?:\s+(?:is|was|remains)\s+(?:{that})\s+|\s*:\s+)",
        re.IGNORECASE,
    )


@cache
def _owned_clause(words: CueWords) -> re.Pattern[str]:
    """A view with its owner and its clause anywhere in a sentence: *the mayor's claim that*."""
    nouns, that = either(words.view_nouns), either(words.complementisers)
    owner = _OWNER.format(articles=either(words.articles & words.definite | words.possessives))
    pronouns = either(words.belonging | words.of_one)
    return re.compile(
        rf"(?<![\w'-])(?:(?P<pronoun>{pronouns})|(?P<who>{owner})(?:'s|(?<=s)'))"
        rf"\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{nouns})\s+(?:{that})\s+",
        re.IGNORECASE,
    )


def _find_view_nouns(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    if not words.view_nouns:
        return
    match = _view_noun(words).match(masked)
    content = tidy(text[match.end() :]) if match else ""
    if match is None:
        match = _owned_clause(words).search(masked)
        content = tidy(_cut_clause(text, match, words)) if match and _opens_clause(text, match, words) else ""
    if match and len(content.split()) >= _FEWEST_WORDS:
        who = _behind_verb(match["who"], words) if match["who"] else match["pronoun"]
        yield Frame(
            who, text[match.start() : match.end()].strip(" :"), Act.ARGUES, content, "view-noun", human=True
        )


def _opens_clause(text: str, match: re.Match[str], words: CueWords) -> bool:
    """Whether *that* opens what is said, and is not whatever works: *an idea that works*, *that has failed*."""
    first = text[match.end() :].partition(" ")[0].casefold()
    verbs = words.finite | words.supposing | words.passive | words.speech.keys() | words.backshift
    return first not in verbs and not first.endswith("ed")


def _behind_verb(owner: str, words: CueWords) -> str:
    """The owner alone: *Brook* of *the firm rejected Brook*."""
    told = owner.split()
    verbs = [n for n, word in enumerate(told) if word.casefold() in words.speech]
    return " ".join(told[verbs[-1] + 1 :]) if verbs else owner


def _cut_clause(text: str, match: re.Match[str], words: CueWords) -> str:
    """The clause of a view; where the view is the subject it ends before the verb: *his claim that … is wrong*."""
    rest = text[match.end() :].partition("; ")[0]
    if match.start():
        return rest
    told = rest.split()
    verbs = [n for n, word in enumerate(told) if word.casefold() in words.finite and n >= _FEWEST_WORDS - 1]
    return " ".join(told[: verbs[-1]]) if verbs else rest


@cache
def _put_view(words: CueWords) -> re.Pattern[str]:
    """*Presented a proposal that*, *expressed the fear that*, *drew attention to*: a noun says what is said."""
    helpers, puts, nouns = either(words.helpers), either(words.puts), either(words.view_nouns)
    that = either(words.complementisers)
    return re.compile(
        rf"^(?P<who>[^;:\x00]{{2,90}}?)\s+(?:(?:{helpers})\s+){{0,3}}(?:{puts})\s+(?:{either(words.determiners)})\s+"
        rf"(?:[\w-]+\s+){{0,2}}?(?:{nouns})\s+(?:{that})\s+",
        re.IGNORECASE,
    )


def _find_put_views(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    match = _put_view(words).match(masked) if words.puts else None
    if match and len(text[match.end() :].split()) >= _FEWEST_WORDS and _opens_clause(text, match, words):
        who = match["who"]
        yield Frame(
            who, text[match.end("who") : match.end()].strip(), Act.ARGUES, tidy(text[match.end() :]), "view-noun"
        )


@cache
def _want(words: CueWords) -> re.Pattern[str]:
    """*What Karst fears is that*, *what worries Karst most is*."""
    inner, outer = either(words.holding), either(words.striking)
    return re.compile(
        rf"^(?:(?:{either(words.joiners)}),?\s+)?(?:{either(words.what)})\s+"
        rf"(?:(?P<who>[^,;:.\x00]{{1,50}}?)\s+(?:[\w']+\s+){{0,2}}?(?:{inner})|(?:[\w]+\s+)?(?:{outer})\s+(?P<whom>[^,;:.\x00]{{2,50}}?))"
        rf"(?:\s+(?:{either(words.places)}|{either(words.when)}|most|to\s+\w+))*\s+(?:is|was)\s+",
        re.IGNORECASE,
    )


def _find_wants(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    match = _want(words).match(masked) if words.what else None
    if match and len(text[match.end() :].split()) >= _FEWEST_WORDS:
        who = match["who"] or match["whom"]
        cue = text[: match.end()].strip()
        yield Frame(who, cue, Act.ARGUES, tidy(text), "view-noun")


@cache
def _agent(words: CueWords) -> re.Pattern[str]:
    """*Was described by X as*, *has been called a farce by X*: whoever judges, in the passive."""
    passive, judged, seen = either(words.passive), either(words.judged), either(words.seen)
    ends = either(words.as_words | words.places | words.conditions | words.relative | words.clauses | words.when)
    return re.compile(
        rf"\b(?:{passive})\s+(?:[\w-]+\s+){{0,2}}?(?:(?P<seen>{seen})|{judged})\b(?!-)[^,;:.]{{0,60}}?\s+by\s+"
        rf"(?P<who>[^,;:.\x00]{{3,80}}?(?:,\s+(?-i:[A-ZÀ-Þ])[^,;:.\x00]{{2,40}}?)?)(?=\s+(?:{ends})\b|[,.;:]|\s*\x00|$)",
        re.IGNORECASE,
    )


def _find_agents(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    match = _agent(words).search(masked) if words.judged else None
    if match and match["who"][0].isalpha() and (not match["seen"] or text[match.end() :].split()[:1] == ["as"]):
        cue = " ".join(text[match.start() : match.start("who")].split())
        yield Frame(match["who"], cue, Act.ASSERTS, tidy(text), "judged-by", match.start())


@cache
def _for_whom(words: CueWords) -> re.Pattern[str]:
    """*For the Friends of Mossmere a gate is “…”*: whoever sees it so, in a sentence that quotes them."""
    opens = either(words.articles | words.vague)
    name = r"(?:(?:the)\s+)?(?-i:[A-ZÀ-Þ])[\w'-]*(?:\s+(?:(?:of|for|and|the)\s+)*(?-i:[A-ZÀ-Þ])[\w'-]*)*"
    noun = rf"(?:{either(words.articles & words.definite | words.possessives)})\s+(?:[\w'-]+\s+){{0,2}}?[\w'-]+"
    return re.compile(
        rf"^(?:{either(words.joiners)}\s+)?(?:{either(words.for_words)})\s+(?P<who>{name}|{noun})(?:,\s+|\s+(?=(?:{opens})\s))"
        rf"[^\x00]{{3,80}}\x00",
        re.IGNORECASE,
    )


def _find_quoted_for(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    match = _for_whom(words).match(masked) if words.for_words else None
    if match:
        cue = text[: match.start("who")].strip()
        yield Frame(match["who"], cue, Act.ASSERTS, tidy(text[match.end("who") :]), "source-phrase")


@cache
def _put_so(words: CueWords) -> re.Pattern[str]:
    as_words, puts = either(words.as_words), either(words.putting)
    return re.compile(
        rf"^(?:{as_words})\s+(?P<who>[^,;:.\x00]{{2,60}}?)\s+(?:{puts})\b[^,;:]{{0,40}}[,:]\s+", re.IGNORECASE
    )


def _find_put_so(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*As the auditor put it last year, hope is no plan*."""
    match = _put_so(words).match(masked) if words.putting else None
    if match:
        cue, content = text[: match.end()].strip(" ,:"), tidy(text[match.end() :])
        yield Frame(match["who"], cue, Act.ASSERTS, content, "source-phrase", human=True)


def _find_judged(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*She puts it down to luck*, *the county would like to close it*, *safety, to Mr Wroe, means a fence*."""
    match = words.to_whom.match(masked)
    if match:
        cue = text[match.start("who") - 3 : match.start("who")].strip(" ,")
        said = f"{text[: match.start()]}{text[: match.end()].partition(',')[0]} {text[match.end() :]}"
        yield Frame(
            match["who"], cue, Act.ASSERTS, tidy(said), "source-phrase", match.start("who"), named_only=True
        )
    match = words.judging.match(masked)
    if match:
        who = next(group for group in match.groups() if group)
        yield Frame(
            who,
            text[len(who) : match.end()].strip(),
            Act.ASSERTS,
            tidy(text),
            "reporting-verb",
            len(who) + 1,
            named_only=True,
        )
