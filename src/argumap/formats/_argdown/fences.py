"""Argdown in a Markdown document: what stands in its fenced blocks, each line where it stood."""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*([^\n]*)")
# ```argdown, ```argdown-map as Argdown's own tools have it, ```{.argdown} and ```{argdown} as Pandoc and MyST do.
_ARGDOWN = re.compile(r"\{?[ \t]*\.?argdown(?:-map)?(?![\w-])", re.IGNORECASE)
_FRONT = re.compile(r"={3,}[ \t]*")
_HEAD = re.compile(r"---[ \t]*")
_TITLE = "title:"
_HEADING = "# "


class Fenced(NamedTuple):
    """The Argdown of a Markdown document.

    ``text`` has as many lines as the document, all others empty; ``starts`` is where its blocks begin in it.
    ``title`` is that of the document, "" without one. ``around`` are the lines, from 1, with which stretches of
    other text begin, ``fronts`` those on which a block after the first has front matter of its own.
    """

    text: str
    starts: tuple[int, ...]
    title: str
    around: tuple[int, ...]
    fronts: tuple[int, ...]

    @property
    def alone(self) -> str:
        """The blocks one after another, as a file of Argdown."""
        return re.sub(r"\n{3,}", "\n\n", self.text).strip("\n") + "\n"


def find_fenced(text: str) -> Fenced | None:
    """What is fenced as Argdown in a text with plain line ends; None where nothing is."""
    if "argdown" not in text.casefold():
        return None
    lines = text.split("\n")
    blocks, outside = _find_blocks(lines)
    if not blocks:
        return None
    kept = [""] * len(lines)
    fronts = []
    for n, (first, last, indent) in enumerate(blocks):
        begin = first + _count_front(lines[first:last]) if n else first
        if begin > first:
            fronts.append(first + 1)
        kept[begin:last] = [line.removeprefix(indent) for line in lines[begin:last]]
    offsets = [0]
    for line in kept:
        offsets.append(offsets[-1] + len(line) + 1)
    return Fenced(
        "\n".join(kept),
        tuple(offsets[first] for first, _, _ in blocks),
        _find_title(lines, outside),
        tuple(
            n + 1 for n in sorted(outside) if lines[n].strip() and not (n - 1 in outside and lines[n - 1].strip())
        ),
        tuple(fronts),
    )


def _find_blocks(lines: list[str]) -> tuple[list[tuple[int, int, str]], set[int]]:
    """The blocks of Argdown as first line, line behind the last and indent; and the lines in no fence."""
    blocks, outside = list[tuple[int, int, str]](), set[int]()
    opened, indent, begin, ours = "", "", 0, False
    for n, line in enumerate(lines):
        found = _FENCE.fullmatch(line)
        if opened:
            if found and found[2].startswith(opened) and not found[3].strip():
                if ours:
                    blocks.append((begin, n, indent))
                opened = ""
        elif found and not ("`" in found[3] and found[2][0] == "`"):
            indent, opened, begin = found[1], found[2], n + 1
            ours = _ARGDOWN.match(found[3]) is not None
        else:
            outside.add(n)
    if opened and ours:
        blocks.append((begin, len(lines), indent))
    return blocks, outside


def _count_front(lines: list[str]) -> int:
    """How many lines the front matter of a block takes, with those before it; 0 where it has none."""
    marks = [n for n, line in enumerate(lines) if _FRONT.fullmatch(line.strip())]
    return marks[1] + 1 if len(marks) > 1 and not "".join(lines[: marks[0]]).strip() else 0


def _find_title(lines: list[str], outside: set[int]) -> str:
    """The title in the head of the document, between lines of ---, else its first heading of the first level."""
    if _HEAD.fullmatch(lines[0]):
        for line in lines[1:]:
            if _HEAD.fullmatch(line):
                break
            if line.startswith(_TITLE):
                return line.removeprefix(_TITLE).strip(" \t\"'")
    headings = (lines[n].strip("# \t") for n in sorted(outside) if lines[n].startswith(_HEADING))
    return next(filter(None, headings), "")
