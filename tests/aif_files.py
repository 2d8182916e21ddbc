"""Small files in AIF, written as the tools of the field write them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from argumap.formats import FORMATS, Export, Foreign
from argumap.model import Origin

if TYPE_CHECKING:
    from argumap.formats import Imported, Kept
    from argumap.model import ArgumentMap

Aif: TypeAlias = "dict[str, list[dict[str, object]]]"

# Two people on a dam, as a corpus of dialogues has them: each claim has a locution, each answer a transition.
DAM = """
1 I The dam leaks.
2 I The pond should be drained.
3 I The leak is old.
4 I Old leaks never end a dam.
5 I The dam lets water through.
6 RA Default Inference
7 CA Default Conflict
8 CA Default Conflict
9 MA Default Rephrase
11 L Ada : The dam leaks.
12 L Ada : So let the water out.
13 L Bo : Old Cy told me it has leaked for years.
14 L Cy : It has leaked for years.
15 L Bo : A leak that old never ends a dam.
16 L Nora: Ada : The dam leaks.
21 YA Asserting
22 YA Arguing
23 YA Asserting
24 YA Asserting
25 YA Disagreeing
26 YA Asserting
27 YA Asserting
31 TA Default Transition
32 TA Default Transition
"""
DAM_EDGES = """
1>6>2 3>7>2 4>8>6 5>9>1
11>21>1 12>27>2 13>23>14>24>3 15>26>4
12>31>11 31>22>6 12>32>15 32>25>8
"""


def aif(nodes: str = DAM, edges: str = DAM_EDGES, **more: object) -> Aif:
    """A file of AIFdb: a node a line (id, type, text), edges as paths (1>6>2)."""
    made = []
    for line in nodes.strip().splitlines():
        name, kind, *rest = line.split(" ", 2)
        text = rest[0] if rest else ""
        scheme = {} if kind in {"I", "L"} else {"scheme": text}
        made.append({"nodeID": name, "type": kind, "text": text, "timestamp": "2024-03-02 10:00:00", **scheme})
    pairs = [pair for path in edges.split() for pair in zip(path.split(">"), path.split(">")[1:], strict=False)]
    joined = [{"edgeID": str(n), "fromID": a, "toID": b, "formEdgeID": None} for n, (a, b) in enumerate(pairs, 1)]
    return {"nodes": made, "edges": joined, "locutions": [], **more}  # type: ignore[dict-item]


def foreign(value: object, name: str = "dam.json") -> Foreign:
    return Foreign(name, json.dumps(value).encode())


def read(value: object, format_name: str = "aif") -> Imported:
    reader = FORMATS[format_name].read
    assert reader is not None
    return reader(foreign(value))


def write(record: ArgumentMap, kept: tuple[Kept, ...] = (), format_name: str = "aif") -> dict[str, object]:
    """What a format of AIF writes of a map, as data."""
    writer = FORMATS[format_name].write
    assert writer is not None
    came = replace(record, origin=Origin(format="aif")) if kept else record
    text = writer(Export(came, kept=kept))
    assert isinstance(text, str)
    data = json.loads(text)
    assert isinstance(data, dict)
    return data
