"""The ICCMA text format of abstract argumentation: numbers that attack numbers, ``p af 3`` and then ``1 2``.

Comments tell which claim or step each number is, and a claim's words: ``# 1 dam-leaks: The dam leaks.`` A file
whose comments are as many single words as it has arguments names them in their order. Described by the rules of
the International Competition on Computational Models of Argumentation of 2023.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format
from argumap.formats._foreign import join_lines
from argumap.formats._framework import (
    FrameworkFile,
    flatten_map,
    merge_framework,
    parse_kept,
    read_framework,
)
from argumap.model import Bearing

if TYPE_CHECKING:
    from argumap.formats import Export, Foreign, Imported

_HEAD = re.compile(r"p[ \t]+af[ \t]+(\d{1,9})[ \t]*")
_ATTACK = re.compile(r"[ \t]*(\d+)[ \t]+(\d+)[ \t]*")
_NUMBERED = re.compile(r"#[ \t]*(\d{1,9})[ \t]+(?:\S+: )?(\S.*)")
_MOST = 250_000
_NAME = "af"


def recognise(foreign: Foreign) -> str:
    """The head line, which only comments may stand before."""
    head = foreign.data[:4000].removeprefix(b"\xef\xbb\xbf").decode("latin-1").splitlines()
    first = next((line for line in head if line.strip() and not line.startswith("#")), "")
    return "it begins as ICCMA's frameworks do: p af" if _HEAD.fullmatch(first) else ""


def read(foreign: Foreign) -> Imported:
    """The map of a framework. Raises `OtherTool` with the line that is none of it."""
    return read_framework(foreign, _parse(foreign))


def _parse(foreign: Foreign) -> FrameworkFile:
    file = FrameworkFile(foreign.text.split("\n"))
    comments: list[str] = []
    attacks: list[tuple[int, str, str]] = []
    count = -1
    for n, line in enumerate(file.lines):
        if not line.strip():
            continue
        if line.startswith("#"):
            comments.append(line)
        elif count < 0:
            count = _read_head(line, n + 1, foreign.name)
        elif found := _ATTACK.fullmatch(line):
            attacks.append((n, found[1].lstrip("0"), found[2].lstrip("0")))
        else:
            raise OtherTool("this is no attack; write two numbers", foreign.name, n + 1)
    if count < 0:
        raise OtherTool('it lacks its head, such as "p af 3"', foreign.name)
    file.names |= _name_arguments(count, comments)
    for n, attacker, attacked in attacks:
        file.relate(n, Bearing.ATTACKS, attacker, attacked)
    return file


def _read_head(line: str, number: int, name: str) -> int:
    head = _HEAD.fullmatch(line)
    if head is None:
        raise OtherTool('this is no head of a framework, such as "p af 3"', name, number)
    if int(head[1]) > _MOST:
        raise OtherTool(f"it has more arguments than the {_MOST} that a map may come with", name, number)
    return int(head[1])


def _name_arguments(count: int, comments: list[str]) -> dict[str, str]:
    names = {str(n): str(n) for n in range(1, count + 1)}
    words = [comment[1:].split() for comment in comments]
    if len(words) == count and all(len(word) == 1 for word in words):
        return {str(n): word[0] for n, word in enumerate(words, 1)}
    for comment in comments:
        found = _NUMBERED.fullmatch(comment.rstrip())
        if found and found[1] in names:
            names[found[1]] = found[2]
    return names


def write(export: Export) -> str:
    """The map flattened to a Dung framework, whose grounded labels are its statuses without standards."""
    flat = flatten_map(export, _NAME)
    words = {name: " ".join(text.split()) for name, text in flat.words.items()}
    attacks = [fact for fact in flat.relations if fact[0] == "attacks"]
    if file := parse_kept(export, _parse):
        keys = {name: flat.origins.get(name, "") for name in words}
        if {keys[name]: text for name, text in words.items()} == file.names:
            told = [(word, keys[start], keys[end]) for word, start, end in attacks]
            return merge_framework(file, {}, told, lambda fact: f"{fact[1]} {fact[2]}")
    number = {name: n for n, name in enumerate(words, 1)}
    names = (f"# {n} {_tell(name, words[name])}\n" for name, n in number.items())
    lines = (f"{number[start]} {number[end]}\n" for _, start, end in attacks)
    return "".join((f"p af {len(number)}\n", *names, *lines))


def _tell(name: str, words: str) -> str:
    """What a comment says of an argument: its id, and a claim's words where these are others."""
    if not words or words == name:
        return name
    return words if words.isascii() and words.isalnum() else f"{name}: {words}"


PLUGIN = Format(
    "ICCMA abstract framework",
    (".af",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    anchors=False,
    family=Family.FRAMEWORKS,
    tool="ICCMA's solvers",
    aside=("comments",),
)
