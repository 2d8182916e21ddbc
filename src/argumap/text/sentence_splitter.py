"""Where sentences end in English prose. Locators count sentences, so a change of the rules is a new ``SEG``."""

from __future__ import annotations

import re

from argumap.text.languages.en import PLUGIN as ENGLISH

SEG = 1

# Who splits a sentence looks so far ahead and back only, in characters: no name or title is longer, and a text
# that is one sentence is still split in time that grows with its length.
_AHEAD = 200
_BACK = 80


_END = re.compile(
    r"""(?P<marks>(?>\.(?:\s\.){2,3}|[.!?\u2026]+))  # also spaced ellipses
        (?P<closers>(?>(?:\[\d{1,3}\]|["'\u201d\u2019\u00bb)\]])*))
        (?=\s|\Z)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s\u201c\u201d\"'\u2018(\[\u2014\u2013/]+$")
# Three dots leave words out; a fourth one ends the sentence.
_ELLIPSIS = 3
_OPENERS = "\u201c\u201d\"'\u2018\u2019([\u00ab*_"
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]")
# A longer bracket is a remark with words of its own, not the source of what stands before it.
_CITATION = re.compile(r"\([^()]{1,60}\)[.,;]")
_SPEAKS = re.compile(
    r"(?:[A-Z][\w\u2019'.-]*\s){1,3}(?:said|says|asked|asks|wrote|writes|replied|replies|answered|added|told)\b"
)
_MARKER = re.compile(r"(?P<bullet>[\u2022\u2043]\s?)?(?P<count>\d{1,2}|[a-z])(?P<close>\.\)|[.)])\s")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end), without the white space around them; nothing else is lost.

    The rules: a run of ``.``, ``!``, ``?`` or ``…`` with its closing quotes and brackets ends a sentence where
    white space and something other than a small letter follow. It does not after an abbreviation that goes
    with what follows, an initial, a list's own number, or a spaced ellipsis within a sentence. A text that
    opens with a list's first mark is also split before the marks that count on from it.
    """
    markers = _list_markers(text)
    cuts = {start for start, _ in markers if start}
    own = {end for _, end in markers}
    for match in _END.finditer(text):
        if match.end() + 1 not in own and _ends_here(text, match):
            cuts.add(match.end())
    spans = []
    start = 0
    for cut in [*sorted(cuts), len(text)]:
        piece = text[start:cut]
        body = piece.strip()
        if body:
            begin = start + len(piece) - len(piece.lstrip())
            spans.append((begin, begin + len(body)))
        start = cut
    return spans


def _ends_here(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + _AHEAD].lstrip()
    if not after:
        return False
    opened = after.lstrip(_OPENERS)
    if _goes_on(after, opened):
        return False
    marks, closers = match["marks"], match["closers"]
    if _CITATION.match(after):
        return not closers
    if "\u2026" in marks or ".." in marks or ". ." in marks:
        return _ellipsis_ends(text, match, opened)
    if marks == "." and not closers:
        return _full_stop_ends(text[max(0, match.start() - _BACK) : match.start()], opened)
    return not (closers and marks[-1] in "!?" and _SPEAKS.match(after))


def _goes_on(after: str, opened: str) -> bool:
    if after[0] in "\u2014\u2013-,;:)":
        return True
    word = re.match(r"\w+", opened)
    return word is not None and word[0].islower() and word[0][0].islower()


def _ellipsis_ends(text: str, match: re.Match[str], opened: str) -> bool:
    dots = match["marks"].count(".") + _ELLIPSIS * match["marks"].count("\u2026")
    if dots > _ELLIPSIS or set(match["marks"]) & set("!?"):
        return True
    inside = match.start() > 0 and text[match.start() - 1].isspace()
    return not inside and not re.match(r"I\b", opened)


def _full_stop_ends(before: str, opened: str) -> bool:
    found = _LAST_WORD.search(before)
    if found is None:
        return True
    word = found[0]
    plain = word.casefold()
    opening = _opens_a_sentence(opened)
    if plain in ENGLISH.before_names:
        return False
    if plain in ENGLISH.before_numbers and opened[0].isdigit():
        return False
    if len(word) == 1 and word.isalpha() and word.isupper():
        return _initial_ends(word, before[: found.start()], opening)
    if plain in ENGLISH.may_end or _DOTTED.fullmatch(word):
        return opening
    return True


def _initial_ends(letter: str, before: str, opening: bool) -> bool:
    """Whether a single capital closes a sentence ("you and I.", "plan B. It") or abbreviates a name."""
    earlier = before.split()[-1:] or [""]
    return earlier[0].islower() and (opening or letter == "I")


def _opens_a_sentence(opened: str) -> bool:
    word = re.match(r"[^\W\d_]+", opened)
    return word is not None and word[0] in ENGLISH.opening_words


def _list_markers(text: str) -> list[tuple[int, int]]:
    """The marks of a list that runs on in one line, from the first, which must open the text."""
    first = _MARKER.match(text)
    if first is None:
        return []
    found = [first.span()]
    expected, at = _next_count(first["count"]), first.end()
    while True:
        following = re.compile(
            rf"(?<=\s){re.escape(first['bullet'] or '')}{expected}{re.escape(first['close'])}\s(?=\S)"
        ).search(text, at)
        if following is None:
            return found
        found.append(following.span())
        expected, at = _next_count(expected), following.end()


def _next_count(count: str) -> str:
    return str(int(count) + 1) if count.isdigit() else chr(ord(count) + 1)
