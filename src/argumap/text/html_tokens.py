"""A page as tags, words and entities, each with its place: one walk over the text, whatever stands in it.

It reads as HTML's own rules have it where those matter to words, and no search goes over the same text twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = re.compile(r"[<&]")
# A longer name is no element's; without a bound, "<p<p<p" would be gone through again for each tag.
_NAME = re.compile(r"[A-Za-z][^\t\n\r\f />]{0,99}")
_BETWEEN = re.compile(r"[\t\n\r\f /]*")
_ATTRIBUTE = re.compile(r"[^\t\n\r\f />][^\t\n\r\f /=>]*")
_VALUE = re.compile(r"[\t\n\r\f ]*=[\t\n\r\f ]*")
_UNQUOTED = re.compile(r"[^>\t\n\r\f ]*")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_RAW = frozenset({"script", "style"})


class TokenKind(Enum):
    """What a piece of a page is."""

    START = auto()
    EMPTY = auto()
    END = auto()
    WORDS = auto()
    ENTITY = auto()


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A piece of a page, from ``start`` to ``end`` in code points; ``name`` is that of a tag, in small letters."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


def read_tokens(text: str) -> Iterator[HtmlToken]:
    """The tags, words and entities of ``text``; comments, declarations and what XML alone knows are left out."""
    return _Tokenizer(text).read()


class _Tokenizer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.size = len(text)
        self.missing: set[str] = set()
        self.unclosed = False

    def read(self) -> Iterator[HtmlToken]:
        at = 0
        while at < self.size:
            sign = _SIGN.search(self.text, at)
            upto = sign.start() if sign else self.size
            if upto > at:
                yield HtmlToken(TokenKind.WORDS, at, upto)
            if sign is None:
                return
            token, at = self._entity(upto) if sign[0] == "&" else self._markup(upto)
            if token is None:
                continue
            yield token
            if token.kind is TokenKind.START and token.name in _RAW:
                at = self._end_of_raw(token.name, at)

    def _entity(self, at: int) -> tuple[HtmlToken, int]:
        match = _ENTITY.match(self.text, at)
        if match is None:
            return HtmlToken(TokenKind.WORDS, at, at + 1), at + 1
        return HtmlToken(TokenKind.ENTITY, at, match.end()), match.end()

    def _markup(self, at: int) -> tuple[HtmlToken | None, int]:
        """What begins with the ``<`` at ``at``, if it is no comment, and where it ends."""
        closing = self.text.startswith("/", at + 1)
        name = _NAME.match(self.text, at + 1 + closing)
        if name is not None:
            return self._tag(at, name[0].lower(), name.end(), closing=closing)
        if self.text.startswith("<!--", at):
            return None, self._end_of_comment(at)
        if self.text.startswith("<![CDATA[", at) and (end := self._find("]]>", at)) >= 0:
            return None, end + 3
        if self.text[at + 1 : at + 2] in {"!", "?", "/"} and (end := self._find(">", at)) >= 0:
            return None, end + 1
        return HtmlToken(TokenKind.WORDS, at, at + 1), at + 1

    def _tag(self, at: int, name: str, after: int, *, closing: bool) -> tuple[HtmlToken, int]:
        end, empty = self._end_of_tag(after)
        if end < 0:
            return HtmlToken(TokenKind.WORDS, at, at + 1), at + 1
        kind = TokenKind.END if closing else TokenKind.EMPTY if empty else TokenKind.START
        return HtmlToken(kind, at, end, name), end

    def _end_of_tag(self, at: int) -> tuple[int, bool]:
        """Where the tag ends whose attributes begin at ``at``, and whether by ``/>``; -1 where it never does."""
        if self.unclosed:  # what once ran to the end of the page is not gone through again for each tag
            end = self._find(">", at) + 1
            return end or -1, end > 1 and self.text[end - 2] == "/"
        while True:
            before, at = at, _end(_BETWEEN, self.text, at)
            if at >= self.size:
                break
            if self.text[at] == ">":
                return at + 1, at > before and self.text[at - 1] == "/"
            at = _end(_ATTRIBUTE, self.text, at)
            value = _VALUE.match(self.text, at)
            if value is None:
                continue
            at = value.end()
            quote = self.text[at : at + 1]
            if quote not in {'"', "'"}:
                at = _end(_UNQUOTED, self.text, at)
                continue
            at = self._find(quote, at + 1) + 1
            if not at:
                break
        self.unclosed = True
        return -1, False

    def _end_of_comment(self, at: int) -> int:
        for short in ("<!-->", "<!--->"):
            if self.text.startswith(short, at):
                return at + len(short)
        ends = [end + len(sign) for sign in ("-->", "--!>") if (end := self._find(sign, at + 4)) >= 0]
        return min(ends, default=self.size)

    def _end_of_raw(self, name: str, at: int) -> int:
        if name in self.missing:
            return self.size
        match = re.compile(rf"</{name}(?=[\t\n\r\f />])", re.IGNORECASE | re.ASCII).search(self.text, at)
        if match is None:
            self.missing.add(name)
            return self.size
        return match.start()

    def _find(self, sign: str, at: int) -> int:
        """Where ``sign`` stands next; what was not found once is not looked for again."""
        found = -1 if sign in self.missing else self.text.find(sign, at)
        if found < 0:
            self.missing.add(sign)
        return found


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
