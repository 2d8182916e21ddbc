"""The Trivial Graph Format: a node a line, ``#``, and an edge a line, as solvers of frameworks have it.

Edges without a word are attacks where no edge has one. yEd and others write words behind nodes and edges: those of
a node are its claim, and those of an edge tell whether it attacks or supports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Loss, LossKind
from argumap.formats._drawn import read_relation
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

_FORMAT = "tgf"
_SHOWN = 40


def recognise(foreign: Foreign) -> str:
    """Nodes, a line that is ``#`` alone, and edges of which each joins two of the nodes."""
    if b"#" not in foreign.data or foreign.data.lstrip()[:1] in {b"{", b"[", b"<"}:
        return ""
    try:
        above, below = _split(foreign)
    except OtherTool:
        return ""
    nodes = {line.split(maxsplit=1)[0] for line in above if line.strip()}
    edges = (line.split(maxsplit=2)[:2] for line in below if line.strip())
    holds = nodes and all(len(edge) == 2 and nodes.issuperset(edge) for edge in edges)
    return "it is nodes, a line with # alone, and edges between them" if holds else ""


def read(foreign: Foreign) -> Imported:
    """The map of a graph. Raises `OtherTool` with the line that is no edge."""
    return read_framework(foreign, _parse(foreign))


def _split(foreign: Foreign) -> tuple[list[str], list[str]]:
    lines = foreign.text.split("\n")
    middle = next((n for n, line in enumerate(lines) if line.strip() == "#"), -1)
    if middle < 0:
        raise OtherTool("it lacks the line with # alone between nodes and edges", foreign.name)
    return lines[:middle], lines[middle + 1 :]


def _parse(foreign: Foreign) -> FrameworkFile:
    above, below = _split(foreign)
    file = FrameworkFile(foreign.text.split("\n"))
    for n, line in enumerate(above):
        if parts := line.split(maxsplit=1):
            file.name(n, parts[0], " ".join(parts[-1].split()))
    edges = [(n, line.split(maxsplit=2)) for n, line in enumerate(below, len(above) + 1) if line.strip()]
    worded = any(len(parts) == 3 for _, parts in edges)
    for n, parts in edges:
        if len(parts) == 1:
            raise OtherTool("this is no edge; write the ids of two nodes", foreign.name, n + 1)
        start, end, word = parts[0], parts[1], " ".join(parts[2].split()) if len(parts) > 2 else ""
        relation, turned = read_relation(word) if worded else ("attacks", False)
        if relation in {"attacks", "supports"}:
            ends = (end, start) if turned else (start, end)
            file.relate(n, Bearing(relation), *ends)
        else:
            said = f"whose word “{word[:_SHOWN]}” says neither for nor against" if word else "without a word"
            file.losses.append(Loss(LossKind.ASIDE, f"an edge {said}", f"{start} → {end}"))
    return file


def write(export: Export) -> str:
    """The map flattened to a Dung framework; edges have words where some support, nodes where they had some."""
    flat = flatten_map(export, _FORMAT)
    keys = call_arguments(flat, lambda name: _propose(flat, name))
    names = {keys[name]: _label(name, keys[name], flat) for name in keys}
    relations = [(word, keys[start], keys[end]) for word, start, end in flat.relations]
    worded = any(fact[0] == "supports" for fact in relations)

    def render(fact: Fact) -> str:
        if fact[0] == "argument":
            return f"{fact[1]} {names[fact[1]]}".rstrip()
        return f"{fact[1]} {fact[2]} {fact[0]}" if worded else f"{fact[1]} {fact[2]}"

    if file := parse_kept(export, _parse):
        worded |= any(len(line.split()) > 2 for n, line in enumerate(file.lines) if _is_edge(file, n))
        for n, facts in file.facts.items():  # a node that is called otherwise now
            for _, *ends in facts:
                key = ends[0]
                if len(ends) == 1 and names.get(key, "") != (file.names[key] if file.names[key] != key else ""):
                    file.lines[n] = render(("argument", key))
        return merge_framework(file, names, relations, render)
    facts = [*(("argument", key) for key in names)]
    return "\n".join([*map(render, facts), "#", *map(render, relations), ""])


def _is_edge(file: FrameworkFile, line: int) -> bool:
    return any(fact[0] != "argument" for fact in file.facts.get(line, ()))


def _label(name: str, key: str, flat: FlatMap) -> str:
    """The words of a node, for maps that came with some: most solvers take a line of a node for its name."""
    words = " ".join(flat.words[name].split())
    return words if name in flat.origins and words != key else ""


def _propose(flat: FlatMap, name: str) -> Iterator[str]:
    words = flat.words[name]
    if words.isascii() and words.isalnum():
        yield words
    yield name


PLUGIN = Format(
    "Trivial Graph Format",
    (".tgf",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    anchors=False,
    family=Family.FRAMEWORKS,
    tool="yEd",
)
