"""Argdown text cut into tokens, as the lexer of Argdown 2 cuts it: what stands at a line's beginning decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, NamedTuple


class TokenType(Enum):
    """What a token is. Runs of plain text, escapes and stray signs among them, are one ``TEXT``."""

    EMPTY_LINE = auto()
    NEWLINE = auto()
    INDENT = auto()
    DEDENT = auto()
    RELATION = auto()
    RULE_START = auto()
    RULE_END = auto()
    COMMA = auto()
    HEADING = auto()
    NUMBER = auto()
    ITEM = auto()
    FRONT_MATTER = auto()
    DATA = auto()
    DEFINED_STATEMENT = auto()
    NAMED_STATEMENT = auto()
    MENTIONED_STATEMENT = auto()
    DEFINED_ARGUMENT = auto()
    NAMED_ARGUMENT = auto()
    MENTIONED_ARGUMENT = auto()
    LINK = auto()
    TAG = auto()
    TYPE_START = auto()
    TYPE_END = auto()
    TEXT = auto()
    END = auto()


class Token(NamedTuple):
    """A piece of the text from ``start`` to ``end``; ``value`` is what it says without its signs."""

    kind: TokenType
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the text; ``cuts`` where it is the rest of an address, as ``//`` begins a comment."""

    start: int
    cuts: bool


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, its comments, and where a lone backslash stands."""

    tokens: list[Token] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)


# What JavaScript takes for white space, by which Argdown was defined.
_SPACE: Final = r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_ANY: Final = r"[^\n\r\u2028\u2029]"
SPECIAL: Final = re.compile(rf"\.[^{_SPACE}]+?\.|:[^{_SPACE}]+?:")
"""What may be the name of a sign, such as ``.->.``: two points or colons in a run without white space."""
TAG: Final = re.compile(r"#(?:\(([^)]+)\)|([a-zA-z0-9\-\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+))[ \t]?")

_INDENT = re.compile(r"[ '\t]*")
_RELATION = re.compile(rf"[ '\t]*(\+>|->|<?\+|<?-|><|_>|<_|_(?=[{_SPACE}]))")
_RULE_START = re.compile(r"[ '\t]*--")
_RULE_END = re.compile(r"--+")
_HEADING = re.compile(r"(#+) ")
_NUMBER = re.compile(r"[ '\t]*\((\d+)\)", re.ASCII)
_ITEM = re.compile(rf"[ '\t]*(?:\d+\.|\*)(?=[{_SPACE}])", re.ASCII)
_EMPTY = re.compile(r"(?:[ \t]*\n){2,}")
_NEWLINE = re.compile(r"[ \t]*\n")
_TRAILING = re.compile(r"(?:[ \t]*\n)*")
_ONE_TRAILING = re.compile(r"[ \t]*\n(?![ \t]*\n)")
_ESCAPE = re.compile(rf"\\({_ANY} *)")
_CLOSES = re.compile(r"[ \t]|(?=[\n)}_.,!?;:\-*]|\Z)")
_MARK = re.compile(r"\*\*|__|\*|_")
_OPENS = re.compile(rf"[^{_SPACE}]|\Z")
_FREE = re.compile(r"[^\\@#*_\[\],.:</>(){}\n;\-]+")
_SPACES = re.compile(r"[ \t]+")
_STRAY = re.compile(r"[@#*_\[\],.:</>(){};\-][ \t]?")
_ENDS_DATA = re.compile(rf"}}[{_SPACE}][^,}}]")
_GOES_ON = re.compile(rf"[{_SPACE}]*[,}}]")

_SIGNS = (
    "A=∀ E=∃ O=𝗢 P=𝗣 ->=→ <->=↔ ~=¬ ^=∧ v=∨ v_=⊻ <>=◇ []=◻ happy=😀 smile=☺ smiley=☺ laugh=😆 lol=😆 rofl=🤣 "
    "joy=😂 heart=❤ ?=❓ question=❓ love=😍 wink=😉 shush=🤫 meh=😐 eye-roll=🙄 sad=😢 disappointed=😞 scream=😱 "
    "+1=👍 up=👍 -1=👎 down=👎 think=🤔 star=⭐ y=✔ agree=✔ n=❌ disagree=❌"
)
SIGNS: Final = {
    f"{around}{name}{around}": sign
    for name, _, sign in (entry.rpartition("=") for entry in _SIGNS.split())
    for around in ".:"
} | {":smile:": "☺\ufe0f"}
"""The names of signs, and what Argdown writes for them."""


class _Finder:
    """The next place of a word, remembered, so that a text full of openings costs no more than a plain one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[str, tuple[int, int]] = {}

    def find(self, word: str, start: int) -> int:
        """Where ``word`` stands next, from ``start``; the text's length where it does not."""
        asked, found = self.known.get(word, (0, -1))
        if start < asked:
            before = self.text.find(word, start, asked + len(word) - 1)
            return found if before < 0 else before
        if found < start:
            found = self.text.find(word, start)
            found = len(self.text) if found < 0 else found
            self.known[word] = start, found
        return found


class _ArgdownLexer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.done = Tokens()
        self.finder = _Finder(text)
        self.ends_of_links = _Finder(text)
        self.indents = [0]
        self.marks: list[str] = []
        self.in_rule = False
        self.plain: list[str] = []
        self.plain_start = 0
        self.skipped = False
        self.data_end = 0

    def run(self) -> Tokens:
        length = len(self.text)
        while self.at < length:
            if not self._comment() and not (self._in_rule() if self.in_rule else self._in_text()):
                self._plain()
        self._flush()
        tokens = self.done.tokens
        if tokens and tokens[-1].kind is TokenType.EMPTY_LINE:
            tokens.pop()
        self._dedent_to(0, length)
        tokens.append(Token(TokenType.END, "", length, length))
        return self.done

    # What has been read

    def _add(self, kind: TokenType, value: str, end: int) -> bool:
        self._flush()
        self.done.tokens.append(Token(kind, value, self.at, end))
        self.at = end
        self.skipped = False
        return True

    def _flush(self) -> None:
        if self.plain:
            self.done.tokens.append(Token(TokenType.TEXT, "".join(self.plain), self.plain_start, self.at))
            self.plain = []

    def _say(self, words: str, end: int) -> bool:
        if not self.plain:
            self.plain_start = self.at
        self.plain.append(words)
        self.at = end
        self.skipped = False
        return True

    def _last(self) -> TokenType | None:
        if self.plain:
            return TokenType.TEXT
        return self.done.tokens[-1].kind if self.done.tokens else None

    def _at_start(self) -> bool:
        return self._last() in {None, TokenType.NEWLINE, TokenType.EMPTY_LINE}

    # Comments and plain text, which may stand everywhere

    def _comment(self) -> bool:
        text, start = self.text, self.at
        if text.startswith("<!--", start):
            end = self.finder.find("-->", start + 4) + 3
        elif text.startswith("/*", start):
            end = self.finder.find("*/", start + 2) + 2
        elif text.startswith("//", start):
            end = self.finder.find("\n", start)
            end = end if end < len(text) else len(text) + 1  # it takes a line's end to end it
        else:
            return False
        if end > len(text):
            return False
        cuts = text.startswith("//", start) and bool(self.plain) and self.plain[-1].endswith(":")
        self.done.comments.append(Comment(start, cuts))
        last = self._last()
        trailing = {TokenType.EMPTY_LINE: _TRAILING, TokenType.NEWLINE: _ONE_TRAILING}.get(last) if last else None
        if trailing and (found := trailing.match(text, end)):
            end = found.end()
        self._flush()
        self.at = end
        self.skipped = True
        return True

    def _plain(self) -> None:
        """What has no other meaning, one piece of it."""
        text, start = self.text, self.at
        if found := _ESCAPE.match(text, start):
            self._say(found[1], found.end())
        elif found := _SPACES.match(text, start):
            self.at = found.end()
            self.skipped = True
        elif found := (_FREE.match(text, start) or _STRAY.match(text, start)):
            self._say(found[0], found.end())
        else:
            self.done.lone.append(start)
            self._say(text[start], start + 1)

    def _sign(self) -> bool:
        """The name of a sign, such as ``.->.``, which stays in one piece whether there is such a sign or not."""
        found = SPECIAL.match(self.text, self.at) if self.text[self.at] in ".:" else None
        if found is None:
            return False
        blank = self.text[found.end() : found.end() + 1]
        trailing = " " if blank in {" ", "\t"} else ""
        return self._say(SIGNS.get(found[0], found[0]) + trailing, found.end() + len(trailing))

    # The line between premises and conclusion

    def _in_rule(self) -> bool:
        char = self.text[self.at]
        if found := _EMPTY.match(self.text, self.at):
            self.in_rule = False  # nothing has an empty line in it; the parser tells what is missing
            self._dedent_to(0, self.at)
            return self._add(TokenType.EMPTY_LINE, "", found.end())
        if found := _NEWLINE.match(self.text, self.at):
            return self._add(TokenType.NEWLINE, "", found.end())
        if char == "-" and (found := _RULE_END.match(self.text, self.at)):
            self.in_rule = False
            return self._add(TokenType.RULE_END, "", found.end())
        if char == ",":
            return self._add(TokenType.COMMA, "", self.at + 1)
        return (char == "{" and self._data()) or self._sign()

    # All the rest

    def _in_text(self) -> bool:
        char = self.text[self.at]
        if char in "\n \t" and self._line_end():
            return True
        if char in "=.:{":
            return self._front_matter() if char == "=" else self._data() if char == "{" else self._sign()
        if self._at_start() and self._line_start():
            return True
        if char in "*_" and self._mark():
            return True
        return (char in "[@<" and self._bracket()) or (char == "#" and self._tag())

    def _line_end(self) -> bool:
        if self._last() is not TokenType.EMPTY_LINE and (found := _EMPTY.match(self.text, self.at)):
            self._flush()
            if found.end() < len(self.text):
                self._dedent_to(0, self.at)
            self.marks = []
            return self._add(TokenType.EMPTY_LINE, "", found.end())
        found = _NEWLINE.match(self.text, self.at)
        return found is not None and self._add(TokenType.NEWLINE, "", found.end())

    def _front_matter(self) -> bool:
        if not self.text.startswith("===", self.at):
            return False
        start = self.at
        while self.text.startswith("=", start):
            start += 1
        end = self.finder.find("===", start)
        if end >= len(self.text):
            return False
        value = self.text[start:end]
        while self.text.startswith("=", end):
            end += 1
        return self._add(TokenType.FRONT_MATTER, value, end)

    def _data(self) -> bool:
        """YAML in braces: up to the last brace before one that is followed by text."""
        start = self.at
        if self.data_end > start:  # an opening before this one ran in vain up to there
            return False
        limit = _ENDS_DATA.search(self.text, start)
        end = self.text.rfind("}", start, limit.start() + 1 if limit else len(self.text)) + 1
        while end > start and _GOES_ON.match(self.text, end):
            end = self.text.rfind("}", start, end - 1) + 1
        if end <= start:
            self.data_end = limit.start() if limit else len(self.text)
            return False
        return self._add(TokenType.DATA, self.text[start + 1 : end - 1], end)

    def _line_start(self) -> bool:
        last = self._last()
        if last is not TokenType.EMPTY_LINE and (found := _RULE_START.match(self.text, self.at)):
            self._dedent_to(0, self.at)
            self.in_rule = True
            return self._add(TokenType.RULE_START, "", found.end())
        if found := _RELATION.match(self.text, self.at):
            self._indent(found.start(1) - found.start())
            return self._add(TokenType.RELATION, found[1], found.end())
        if found := _HEADING.match(self.text, self.at):
            return self._add(TokenType.HEADING, found[1], found.end())
        if found := _NUMBER.match(self.text, self.at):
            self._dedent_to(0, self.at)
            return self._add(TokenType.NUMBER, found[1], found.end())
        if found := _ITEM.match(self.text, self.at):
            indent = _INDENT.match(self.text, self.at)
            self._indent((indent.end() - self.at if indent else 0) + 1)
            return self._add(TokenType.ITEM, "", found.end())
        return False

    def _indent(self, width: int) -> None:
        if width > self.indents[-1]:
            self.indents.append(width)
            self._flush()
            self.done.tokens.append(Token(TokenType.INDENT, "", self.at, self.at))
        else:
            self._dedent_to(width, self.at)

    def _dedent_to(self, width: int, at: int) -> None:
        self._flush()
        while len(self.indents) > 1 and width < self.indents[-1]:
            self.indents.pop()
            self.done.tokens.append(Token(TokenType.DEDENT, "", at, at))

    def _mark(self) -> bool:
        found = _MARK.match(self.text, self.at)
        if found is None:
            return False
        for mark in dict.fromkeys((found[0], found[0][0])):
            end = self.at + len(mark)
            closes = _CLOSES.match(self.text, end)
            if closes and self.marks and self.marks[-1] == mark and not self.skipped and self._last():
                self.marks.pop()
                return self._add(TokenType.TYPE_END, mark + (" " if closes.end() > end else ""), closes.end())
        for mark in dict.fromkeys((found[0], found[0][0])):
            if _OPENS.match(self.text, self.at + len(mark)):
                self.marks.append(mark)
                return self._add(TokenType.TYPE_START, mark, self.at + len(mark))
        return False

    def _bracket(self) -> bool:
        """A title in brackets, which stands in one line."""
        mention = self.text[self.at] == "@"
        inner = self.at + (2 if mention else 1)
        opening = self.text[inner - 1 : inner]
        kinds = _BRACKETS.get(opening)
        if kinds is None or (opening == "[" and not mention and self._link()):
            return kinds is not None
        closing = "]" if opening == "[" else ">"
        end = self.finder.find(f"{closing}:", inner + 1)
        if not mention and end < self.finder.find("\n", inner):
            return self._add(kinds[0], self.text[inner:end], end + 2)
        end = self.finder.find(closing, inner + 1)
        if end >= self.finder.find("\n", inner + 1) or (not mention and self.text[inner] == "-"):
            return False
        blank = mention and self.text[end + 1 : end + 2] in {" ", "\t"}
        return self._add(kinds[2 if mention else 1], self.text[inner:end], end + 1 + blank)

    def _link(self) -> bool:
        start = self.at
        middle = self.finder.find("](", start + 1)
        if middle >= len(self.text) or self.finder.find("]", start + 1) != middle or middle == start + 1:
            return False
        end = self.ends_of_links.find(")", middle + 2)
        if end >= len(self.text) or end == middle + 2:
            return False
        after = end + 1
        if self.text[after : after + 1] in {" ", "\t"}:
            after += 1
        return self._add(TokenType.LINK, self.text[start:after], after)

    def _tag(self) -> bool:
        if self.text.startswith("#(", self.at) and self.finder.find(")", self.at) >= len(self.text):
            return False
        found = TAG.match(self.text, self.at)
        return found is not None and self._add(TokenType.TAG, found[1] or found[2], found.end())


_BRACKETS = {
    "[": (TokenType.DEFINED_STATEMENT, TokenType.NAMED_STATEMENT, TokenType.MENTIONED_STATEMENT),
    "<": (TokenType.DEFINED_ARGUMENT, TokenType.NAMED_ARGUMENT, TokenType.MENTIONED_ARGUMENT),
}


def tokenize(text: str) -> Tokens:
    """The tokens of a text with plain line ends. Every text has some; what is wrong is the parser's to tell."""
    return _ArgdownLexer(text).run()
