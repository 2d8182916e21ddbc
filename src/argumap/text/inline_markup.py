"""Marks of Markdown inside a line: emphasis, links, code, escapes; what stands between them stays."""

from __future__ import annotations

import re

_MARKS = (
    re.compile(r"(!?\[)[^\]\[]*(\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\))"),
    re.compile(r"(\*\*)(?=\S)(?:(?!\*\*).)+?(?<=\S)(\*\*)"),
    re.compile(r"(?<!\w)(__)(?=\S)(?:(?!__).)+?(?<=\S)(__)(?!\w)"),
    re.compile(r"(?<![\w*\\])(\*)(?=[^\s*])(?:\*\*|[^*])+?(?<=[^\s*])(\*)(?![\w*])"),
    re.compile(r"(?<![\w_\\])(_)(?=[^\s_])[^_]+?(?<=[^\s_])(_)(?![\w_])"),
    re.compile(r"(~~)(?=\S)[^~]+?(~~)"),
    re.compile(r"(?<!`)(`++)[^`]++(\1)(?!`)"),
    re.compile(r"(\[\^[^\]\s]+\])"),
    re.compile(r"(\\)(?=[\\`*_{}\[\]()#+.!|>~-])"),
    re.compile(r"(</?(?:b|i|em|strong|span|a|sup|sub|u|mark|small|br)\b[^<>]*>)", re.IGNORECASE),
)
_ANY = re.compile(r"[*_\[`~\\<]")


def find_marks(text: str) -> list[tuple[int, int]]:
    """Where the marks of ``text`` stand, as (start, end), unsorted."""
    if not _ANY.search(text):
        return []
    return [
        match.span(group)
        for marks in _MARKS
        for match in marks.finditer(text)
        for group in range(1, marks.groups + 1)
    ]


def without_marks(text: str) -> str:
    """``text`` as a reader sees it."""
    if not _ANY.search(text):
        return text
    kept = []
    at = 0
    for start, end in sorted(find_marks(text)):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])
