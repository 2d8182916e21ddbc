"""The formats that draw nodes and arrows, read and written as data, and one debate as each of them has it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from argumap.formats import FORMATS, Export, Foreign
from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode
from argumap.model import Origin

if TYPE_CHECKING:
    from argumap.formats import Imported, Kept
    from argumap.model import ArgumentMap

Json: TypeAlias = "dict[str, object]"
DRAWN = ("canvas", "cyjs", "jgf")

# A node a line (id, kind or -, words); an arrow a line (id, start, end, what it means).
POND = """
q - May the pond be drained?
1 - The pond should be drained.
2 - The dam leaks.
3 - The cellars are wet.
4 - The carp would die.
5 - Carp can be moved.
6 step supports
7 stakeholder Ada
"""
POND_ARROWS = """
a 1 q answers
b 2 6 premise
c 3 6 premise
d 6 1 supports
e 4 1 attacks
f 5 6 undercuts
g 7 2 asserts
h 4 5 contradicts
i 2 5 somehow near
"""


def drawing(nodes: str = POND, arrows: str = POND_ARROWS) -> Drawing:
    """A drawing of such lines; a word that means nothing stays a word."""
    from argumap.formats._drawn import read_relation

    drawn = Drawing("Pond")
    for line in nodes.strip().splitlines():
        name, kind, text = line.split(" ", 2)
        drawn.nodes.append(DrawnNode(name, kind.strip("-"), text))
    for line in arrows.strip().splitlines():
        name, start, end, *words = line.split(" ", 3)
        word = words[0] if words else ""
        relation, turned = read_relation(word)
        starts, ends = (end.split("+"), start.split("+")) if turned else (start.split("+"), end.split("+"))
        drawn.arrows.append(DrawnArrow(name, tuple(starts), tuple(ends), relation, word))
    return drawn


def jgf_file(drawn: Drawing | None = None) -> Json:
    """A drawing as a JSON graph."""
    drawn = drawn or drawing()
    nodes = {n.id: {"label": n.text, **({"metadata": {"kind": n.kind}} if n.kind else {})} for n in drawn.nodes}
    edges = [
        {"id": a.id, "source": a.starts[0], "target": a.ends[0], "relation": a.word, "metadata": {"seen": True}}
        for a in drawn.arrows
    ]
    return {"graph": {"label": "Pond", "nodes": nodes, "edges": edges, "metadata": {"by": "hand"}}}


def cyjs_file(drawn: Drawing | None = None) -> Json:
    """A drawing as Cytoscape exports it."""
    drawn = drawn or drawing()
    nodes = [
        {"data": {"id": n.id, "name": n.text, "kind": n.kind, "SUID": k}, "position": {"x": k, "y": 2.5}}
        for k, n in enumerate(drawn.nodes)
    ]
    edges = [
        {
            "data": {"id": a.id, "source": a.starts[0], "target": a.ends[0], "interaction": a.word},
            "selected": False,
        }
        for a in drawn.arrows
    ]
    head = {"format_version": "1.0", "generated_by": "cytoscape-3.10.1", "data": {"name": "Pond"}}
    return {**head, "elements": {"nodes": nodes, "edges": edges}}


def canvas_file(drawn: Drawing | None = None) -> Json:
    """A drawing as Obsidian keeps it."""
    drawn = drawn or drawing()
    marks = {"stakeholder": "👤 "}
    nodes = [
        {"id": n.id, "type": "text", "text": f"{marks.get(n.kind, '')}{n.text}", "x": 0, "y": 90 * k}
        | {"width": 250, "height": 60}
        for k, n in enumerate(drawn.nodes)
    ]
    edges = [
        {"id": a.id, "fromNode": a.starts[0], "fromSide": "top", "toNode": a.ends[0], "label": a.word}
        for a in drawn.arrows
    ]
    return {"nodes": nodes, "edges": edges}


FILES = {"canvas": canvas_file, "cyjs": cyjs_file, "jgf": jgf_file}


def read_json(name: str, value: object) -> Imported:
    """What a format reads of JSON."""
    reader = FORMATS[name].read
    assert reader is not None
    return reader(Foreign(f"pond.{name}", json.dumps(value).encode()))


def write_text(name: str, record: ArgumentMap, kept: tuple[Kept, ...] = (), *, came: bool = True) -> str:
    """What a format writes of a map, which came in it unless said otherwise."""
    writer = FORMATS[name].write
    assert writer is not None
    text = writer(Export(replace(record, origin=Origin(format=name)) if came else record, kept=kept))
    assert isinstance(text, str)
    return text


def write_json(name: str, record: ArgumentMap, kept: tuple[Kept, ...] = (), *, came: bool = True) -> Json:
    """The same as data."""
    value = json.loads(write_text(name, record, kept, came=came))
    assert isinstance(value, dict)
    return value


def tell_steps(record: ArgumentMap) -> set[object]:
    """Every step as its premises, bearing and target, by words, however deep that leads."""
    from argumap.project.fidelity import find_facts

    facts = find_facts(record)
    return {fact for kind in ("supports", "attacks", "undercuts") for fact in facts.get(kind, {})}


def tell_whys(imported: Imported) -> list[tuple[str, str]]:
    """What was told of an import, each with its id."""
    return [(loss.id, loss.why) for loss in imported.losses]
