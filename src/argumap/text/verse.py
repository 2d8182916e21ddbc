"""Whether a text is set in verse: its lines end where somebody meant them to, not where they were full."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.text.article import Article

_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_FEWEST_LINES: Final = 6
_LONGEST_LINE: Final = 60
# Of the lines of wrapped prose none might have gone on, of a poem's some; fewer of them end a sentence than of
# lines that hold one each.
_BROKEN: Final = 0.3
_ENDING: Final = 0.6
_OF_TEXT: Final = 0.7
_LISTED: Final = re.compile(r"[-*+•|>#\[]|\d+[.)]|[^\s:]{1,30}(?:\s[^\s:]{1,30}){0,3}:\s")


def is_verse(article: Article) -> bool:
    """Whether most of an article is set in verse; lists, tables, turns of a talk and wrapped prose are not."""
    parts = _PARAGRAPH.split(article.text.replace("\r\n", "\n").strip())
    paragraphs = [[line.strip() for line in part.split("\n")] for part in parts]
    width = max((len(line) for lines in paragraphs if lines[1:] for line in lines), default=0)
    broken = [lines for lines in paragraphs if width <= _LONGEST_LINE and _is_stanza(lines, width)]
    if sum(map(len, broken)) < _FEWEST_LINES:
        return False
    return _measure(broken) >= _OF_TEXT * _measure(paragraphs)


def _measure(paragraphs: Sequence[Sequence[str]]) -> int:
    return sum(len(line) for lines in paragraphs for line in lines)


def _is_stanza(lines: Sequence[str], width: int) -> bool:
    if len(lines) < 2 or any(map(_LISTED.match, lines)):
        return False
    # A line that had room for the next one's first word was not ended by the margin.
    free = sum(len(line) + 1 + len(following.split(" ")[0]) <= width for line, following in pairwise(lines))
    ending = sum(line.endswith((".", "!", "?", "…")) for line in lines)
    return free >= _BROKEN * (len(lines) - 1) and ending <= _ENDING * len(lines)
