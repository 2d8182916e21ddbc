"""Where sentences end in prose. Locators count sentences, so a change of the rules or of their words is a new
``SEG``.

Version 1 knew English alone. Version 2 knows the `LANGUAGES`; in any other, sentences end at the marks that
Unicode calls terminators. A lock names the version that it was made with, and its text goes on being split by
that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from argumap.errors import CallError
from argumap.text.languages import get_language
from argumap.text.normalisation import WIDE
from argumap.text.unicode_terminators import ANYWHERE, BEYOND

if TYPE_CHECKING:
    from argumap.text.languages import Language

SEG: Final = 2
ENGLISH: Final = "en"

# Who splits a sentence looks so far ahead and back only, in characters: no name or title is longer, and a text
# that is one sentence is still split in time that grows with its length.
_AHEAD = 200
_BACK = 80
# No abbreviation of several words is longer.
_PHRASE = 16
# Three dots leave words out; a fourth one ends the sentence.
_ELLIPSIS = 3
# A longer bracket is a remark with words of its own, not the source of what stands before it.
_CITATION = re.compile(r"\([^()]{1,60}\)[.,;]")
_MARKER = re.compile(r"(?P<bullet>[\u2022\u2043]\s?)?(?P<count>\d{1,2}|[a-z])(?P<close>\.\)|[.)])\s")
_ORDINAL = re.compile(r"\d{1,3}|\d{1,2}\.\d{1,2}|[IVX]|[IVXLC]{2,}")
_DOUBLE_INITIAL = re.compile(r"(?:[^\W\d_]\.-)+[^\W\d_]")
_ROMAN = re.compile(r"[IVXLC]{2,}\b")
_BRACKETS = ("([\uff08", ")]\uff09")

_IS_WIDE = re.compile(f"[{WIDE}]")
_TITLE_ENDS = "\u300b\u3009"
_STRONG = re.compile(f"[{ANYWHERE}{BEYOND}]")
_CLOSERS = "\"'\u201d\u2019\u00bb\u203a)\\]\u300d\u300f\uff09\u3011\u300b\u3009\u3015\uff3d\uff5d\uff02\uff07"


@dataclass(frozen=True, slots=True)
class _Marks:
    """The signs that one version of the rules looks at."""

    end: re.Pattern[str]
    last_word: re.Pattern[str]
    dotted: re.Pattern[str]
    openers: str
    going_on: str
    closes_line: re.Pattern[str]
    closes_sentence: re.Pattern[str]


_MARKS = {
    1: _Marks(
        end=re.compile(
            r"""(?P<marks>(?>\.(?:\s\.){2,3}|[.!?\u2026]+))  # also spaced ellipses
                (?P<closers>(?>(?:\[\d{1,3}\]|["'\u201d\u2019\u00bb)\]])*))
                (?=\s|\Z)""",
            re.VERBOSE,
        ),
        last_word=re.compile(r"[^\s\u201c\u201d\"'\u2018(\[\u2014\u2013/]+$"),
        dotted=re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]"),
        openers="\u201c\u201d\"'\u2018\u2019([\u00ab*_",
        going_on="\u2014\u2013-,;:)",
        closes_line=re.compile(r"[.!?\u2026:;,][\"'\u201d\u2019\u00bb)\]*_]*$"),
        closes_sentence=re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]*_]*$"),
    ),
    2: _Marks(
        end=re.compile(
            rf"""(?P<marks>[.!?\u2026{ANYWHERE}\U00010000-\U0010ffff]
                  (?:(?<![\U00010000-\U0010ffff])|(?<=[{BEYOND}]))
                  (?:(?<=\.)(?:\s\.){{2,3}}+|(?!(?<=\.)(?:\s\.){{2}})[.!?\u2026{ANYWHERE}{BEYOND}]*+))
                (?P<closers>(?:(?<=[.!?\u2026])[\u201c\u2018\u00ab\u2039])?+  # „so“ and »so«
                  (?:\[\d{{1,3}}\]|[{_CLOSERS}])*+
                  (?:\s[\u00bb\u203a](?=[\s.,;:!?)\]\u2026]|\Z))?+)  # « so »
                (?:(?=\s|\Z|[{WIDE}\u300c\u300e\uff08\u300a])
                  |(?<=[{ANYWHERE}{BEYOND}])|(?<=[{ANYWHERE}{BEYOND}][{_CLOSERS}])
                  |(?<=[{ANYWHERE}{BEYOND}][{_CLOSERS}][{_CLOSERS}]))""",
            re.VERBOSE,
        ),
        last_word=re.compile(
            r"[^\s\u201c\u201d\"'\u2018\u2019\u201e\u201a\u00ab\u00bb\u2039\u203a\u00a1\u00bf(\[\u2014\u2013/"
            rf"{WIDE}]+$"
        ),
        dotted=re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]"),
        openers=(
            "\u201c\u201d\"'\u2018\u2019([\u00ab*_\u00bb\u201e\u201a\u2039\u203a\u00a1\u00bf"
            "\u300c\u300e\uff08\u300a\u3008\u3010\u3014\uff3b"
        ),
        going_on="\u2014\u2013-,;:)\uff0c\u3001\uff1b\uff1a\uff09\u060c\u061b",
        closes_line=re.compile(
            rf"[.!?\u2026:;,\uff0c\u3001\uff1b\uff1a\u060c\u061b{ANYWHERE}{BEYOND}][{_CLOSERS}*_\u201c\u00ab]*$"
        ),
        closes_sentence=re.compile(rf"[.!?\u2026{ANYWHERE}{BEYOND}][{_CLOSERS}*_\u201c\u00ab]*$"),
    ),
}
SPLITTERS: Final = tuple(_MARKS)


class Splitter:
    """The rules of one ``version`` for one ``language``; `get_splitter` gives it.

    A run of ``.``, ``!``, ``?`` or ``…`` with its closing quotes and brackets ends a sentence where white space
    and something other than a small letter follow, any other of Unicode's terminators wherever it stands. It does
    not after an abbreviation that goes with what follows, an initial, an ordinal in languages that write it so, a
    list's own number, or a spaced ellipsis within a sentence, nor where who speaks is told after a quotation. A
    text that opens with a list's first mark is also split before the marks that count on from it.
    """

    def __init__(self, version: int, language: Language) -> None:
        self.version = version
        self.language = language
        self._marks = _MARKS[version]
        self._after_quote = re.compile(language.after_quote) if language.after_quote else None
        spaced = sorted(word for word in language.before_names | language.may_end if " " in word)
        either = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in spaced)
        self._phrases = re.compile(rf"(?<!\w)(?:{either})(?=\.)", re.IGNORECASE)
        self._words_of_phrases = {word.removesuffix(".") for phrase in spaced for word in phrase.split()}
        self._before_names = _with_joined(language.before_names)
        self._may_end = _with_joined(language.may_end)

    def __repr__(self) -> str:
        return f"<Splitter {self.version} {self.language.code}>"

    def split(self, text: str) -> list[tuple[int, int]]:
        """The sentences of ``text`` as (start, end), without the white space around them; nothing else is lost."""
        markers = self._list_markers(text)
        cuts = {start for start, _ in markers if start}
        own = {end for _, end in markers}
        for match in self._marks.end.finditer(text):
            if match.end() + 1 not in own and self._ends_here(text, match):
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

    def closes_line(self, text: str) -> bool:
        """Whether a line ends in a mark that no heading ends in."""
        return self._marks.closes_line.search(text) is not None

    def closes_sentence(self, text: str) -> bool:
        """Whether a line ends where a sentence does."""
        return self._marks.closes_sentence.search(text) is not None

    def is_full_stop(self, mark: str) -> bool:
        """Whether a mark ends a statement; a heading may ask or exclaim, and go on."""
        return mark == "." or (self.version > 1 and mark not in "!?\uff01\uff1f" and bool(_STRONG.match(mark)))

    def _ends_here(self, text: str, match: re.Match[str]) -> bool:
        after = text[match.end() : match.end() + _AHEAD].lstrip()
        if not after:
            return False
        if after[0] in self._marks.going_on:
            return False
        if self.version > 1 and (ends := self._ends_without_space(text, match, after)) is not None:
            return ends
        opened = self._open(after)
        if _begins_small(opened):
            return False
        marks, closers = match["marks"], match["closers"]
        if _CITATION.match(after):
            return not closers
        if "\u2026" in marks or ".." in marks or ". ." in marks:
            return self._ellipsis_ends(text, match, opened)
        if marks == "." and not closers:
            return self._full_stop_ends(text, match.start(), opened)
        return not (closers and marks[-1] in "!?" and self._goes_on_after_quote(after))

    def _open(self, after: str) -> str:
        if after.startswith(self.language.clipped):
            after = after.partition(" ")[2]
        return after.lstrip(self._marks.openers)

    def _goes_on_after_quote(self, after: str) -> bool:
        return self._after_quote is not None and self._after_quote.match(after) is not None

    def _ends_without_space(self, text: str, match: re.Match[str], after: str) -> bool | None:
        """Whether a mark ends a sentence that needs no space after it; None for one that needs it and has it."""
        start, end = match.span()
        marks, closers = match["marks"], match["closers"]
        before = text[start - 1 : start]
        if _is_doubt(before, closers):
            return False
        if not _STRONG.match(marks[-1]):
            if end == len(text) or text[end].isspace():
                return None
            if not _IS_WIDE.match(before) or (marks != "." and set(marks) <= {".", "\u2026"}):
                return False
        if marks == "\uff0e" and before.isdigit() and text[end : end + 1].isdigit():
            return False
        return not (closers and (closers[-1] in _TITLE_ENDS or self._goes_on_after_quote(after)))

    def _ellipsis_ends(self, text: str, match: re.Match[str], opened: str) -> bool:
        dots = match["marks"].count(".") + _ELLIPSIS * match["marks"].count("\u2026")
        if dots > _ELLIPSIS or set(match["marks"]) & set("!?"):
            return True
        inside = match.start() > 0 and text[match.start() - 1].isspace()
        return not inside and not ("I" in self.language.lone_letters and re.match(r"I\b", opened))

    def _full_stop_ends(self, text: str, at: int, opened: str) -> bool:
        before = text[max(0, at - _BACK) : at]
        found = self._marks.last_word.search(before)
        if found is None:
            return True
        word = found[0]
        plain = word.casefold()
        if plain in self._words_of_phrases and (phrase := self._phrase_at(text, at)) is not None:
            if not phrase:
                return False
            plain = phrase
        if word in self._before_names or self._goes_with_what_follows(plain, opened):
            return False
        if self.language.ordinals and _ORDINAL.fullmatch(word):
            return self._opens_a_sentence(opened)
        if (len(word) == 1 and word.isalpha() and word.isupper()) or self._is_double_initial(word):
            return self._initial_ends(word, before[: found.start()], opened)
        return self._opens_a_sentence(opened) or not self._is_abbreviation(plain, word)

    def _is_double_initial(self, word: str) -> bool:
        return self.version > 1 and _DOUBLE_INITIAL.fullmatch(word) is not None

    def _goes_with_what_follows(self, plain: str, opened: str) -> bool:
        language = self.language
        if plain in self._before_names:
            return True
        if self.version > 1 and plain.rpartition(".-")[2] in self._before_names:
            return True
        number = opened[:1].isdigit() or (self.version > 1 and _ROMAN.match(opened) is not None)
        return number and plain in language.before_numbers

    def _is_abbreviation(self, plain: str, word: str) -> bool:
        language = self.language
        known = plain in self._may_end or plain.endswith(language.abbreviated_endings)
        return known or self._marks.dotted.fullmatch(word) is not None

    def _phrase_at(self, text: str, at: int) -> str | None:
        """The abbreviation of several words that ends at a full stop, "" for one within which it stands."""
        for match in self._phrases.finditer(text, max(0, at - _PHRASE), at + _PHRASE):
            if match.end() == at:
                return " ".join(match[0].casefold().split())
            if match.start() < at < match.end():
                return ""
        return None

    def _initial_ends(self, letter: str, before: str, opened: str) -> bool:
        """Whether a single capital closes a sentence ("you and I.", "plan B. It") or abbreviates a name."""
        earlier = before.split()[-1:] or [""]
        alone = letter in self.language.lone_letters or self._opens_a_sentence(opened)
        return earlier[0].islower() and alone

    def _opens_a_sentence(self, opened: str) -> bool:
        word = re.match(r"[^\W\d_]+", opened)
        return word is not None and word[0] in self.language.opening_words

    def _list_markers(self, text: str) -> list[tuple[int, int]]:
        """The marks of a list that runs on in one line, from the first, which must open the text."""
        first = _MARKER.match(text)
        if first is None:
            return []
        found = [first.span()]
        expected, at = _next_count(first["count"]), first.end()
        # "1. Mai und 2. Mai" is no list: where a number and a full stop are an ordinal, an item has to end first.
        ordinal = self.version > 1 and self.language.ordinals and first["close"] == "."
        while True:
            following = re.compile(
                rf"(?<={'[.!?;:,]' if ordinal else ''}\s){re.escape(first['bullet'] or '')}{expected}"
                rf"{re.escape(first['close'])}\s(?=\S)"
            ).search(text, at)
            if following is None:
                return found
            found.append(following.span())
            expected, at = _next_count(expected), following.end()


def _with_joined(abbreviations: frozenset[str]) -> frozenset[str]:
    """The abbreviations, those of several words also without the spaces: ``z.b`` as ``z. b``."""
    return abbreviations | {each.replace(" ", "") for each in abbreviations}


def _is_doubt(before: str, closers: str) -> bool:
    """Whether a mark stands alone in brackets (?) and so in the middle of a sentence."""
    return bool(before and closers and before in _BRACKETS[0] and closers[0] in _BRACKETS[1])


def _begins_small(opened: str) -> bool:
    word = re.match(r"\w+", opened)
    return word is not None and word[0].islower() and word[0][0].islower()


def _next_count(count: str) -> str:
    return str(int(count) + 1) if count.isdigit() else chr(ord(count) + 1)


def get_splitter(version: int = SEG, language: str = ENGLISH) -> Splitter:
    """The rules of a version for the language that a BCP 47 tag names; version 1 splits all as English.

    Raises `CallError` for a version that does not exist.
    """
    if version not in _MARKS:
        raise CallError(f"there is no splitter {version}; there is {', '.join(map(str, _MARKS))}")
    return _get_splitter(version, get_language(ENGLISH if version == 1 else language))


@cache
def _get_splitter(version: int, language: Language) -> Splitter:
    return Splitter(version, language)
