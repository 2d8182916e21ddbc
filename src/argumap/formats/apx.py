"""ASPARTIX's facts of an abstract framework: ``arg(a).`` and ``att(a,b).``, and ``support(a,b).`` of some.

Names are all that it has. Written are an argument or a relation a line, arguments first, as solvers want them.
Described by U. Egly, S. A. Gaggl and S. Woltran, "Answer-set programming encodings for argumentation frameworks",
Argument & Computation 1 (2010).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Loss, LossKind
from argumap.formats._foreign import join_lines
from argumap.formats._framework import (
    FrameworkFile,
    call_arguments,
    flatten_map,
    merge_framework,
    parse_kept,
    read_framework,
)
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats import Export, Foreign, Imported
    from argumap.formats._framework import Fact, FlatMap

_TERM = r'\s*("(?:[^"\\]|\\.)*"|[^\s(),."%]+)\s*'
_FACT = re.compile(rf"\s*(\w+)\s*\({_TERM}(?:,{_TERM})?(?:,[^()]*)?\)\s*\.")
_FIRST = re.compile(rf"\s*arg\s*\({_TERM}\)\s*\.")
_MORE = re.compile(r"\s*[^\s%]")
_NAME = re.compile(r"[a-z_][A-Za-z0-9_]*", re.ASCII)
_OTHER = re.compile(r"[^A-Za-z0-9_]+", re.ASCII)
_RELATIONS = {"att": Bearing.ATTACKS, "attack": Bearing.ATTACKS, "support": Bearing.SUPPORTS}
_WRITTEN = {"attacks": "att", "supports": "support"}
_FORMAT = "apx"
_LONGEST = 2_000


def recognise(foreign: Foreign) -> str:
    """The first fact, which only comments may stand before."""
    head = foreign.data[:4000].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()
    first = next((line for line in head if line.strip() and not line.lstrip().startswith("%")), "")
    return "it begins with a fact of ASPARTIX: arg(…)." if _FIRST.match(first) else ""


def read(foreign: Foreign) -> Imported:
    """The map of a framework. Raises `OtherTool` with the line that is no fact."""
    return read_framework(foreign, _parse(foreign))


def _parse(foreign: Foreign) -> FrameworkFile:
    file = FrameworkFile(foreign.text.split("\n"))
    related: list[tuple[int, Bearing, str, str]] = []
    for n, line in enumerate(file.lines):
        for word, first, second in _read_facts(line, n + 1, foreign.name):
            if word == "arg" and not second:
                file.name(n, first, _unquote(first))
            elif word in _RELATIONS and second:
                related.append((n, _RELATIONS[word], first, second))
            else:
                why = f"a fact that is neither an argument nor an attack: {word}"
                file.losses.append(Loss(LossKind.ASIDE, why, f"line {n + 1}"))
    if not file.names:
        raise OtherTool("it has no argument, such as arg(a).", foreign.name)
    for fact in related:
        file.relate(*fact)
    return file


def _read_facts(line: str, number: int, name: str) -> Iterator[tuple[str, str, str]]:
    """The facts of a line, which may end in a comment."""
    at = 0
    while _MORE.match(line, at):
        found = _FACT.match(line, at, at + _LONGEST)
        if found is None:
            raise OtherTool("this is no fact, such as arg(a). or att(a,b).", name, number)
        yield found[1], found[2], found[3] or ""
        at = found.end()


def _unquote(term: str) -> str:
    plain = re.sub(r"\\(.)", r"\1", term[1:-1]) if term.startswith('"') else term
    return " ".join(plain.split()) or term


def write(export: Export) -> str:
    """The map flattened to a Dung framework, whose grounded labels are its statuses without standards."""
    flat = flatten_map(export, _FORMAT)
    keys = call_arguments(flat, lambda name: _propose(flat, name))
    relations = [(word, keys[start], keys[end]) for word, start, end in flat.relations]
    names = dict.fromkeys(keys.values(), "")
    if file := parse_kept(export, _parse):
        return merge_framework(file, names, relations, _render)
    facts: list[Fact] = [*(("argument", key) for key in names), *relations]
    return "".join(f"{_render(fact)}\n" for fact in facts) or "\n"


def _propose(flat: FlatMap, name: str) -> Iterator[str]:
    """Names for an argument: the claim's words where they are a name, else its id as one."""
    if _NAME.fullmatch(flat.words[name]):
        yield flat.words[name]
    plain = _OTHER.sub("_", name)
    yield plain if _NAME.fullmatch(plain) and plain != "not" else f"a_{plain}"


def _render(fact: Fact) -> str:
    return f"arg({fact[1]})." if fact[0] == "argument" else f"{_WRITTEN[fact[0]]}({fact[1]},{fact[2]})."


PLUGIN = Format(
    "ASPARTIX abstract framework",
    (".apx",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    anchors=False,
    family=Family.FRAMEWORKS,
    tool="ASPARTIX",
    aside=("preferences",),
)
