"""Mermaid, written only: a flow chart for pages that draw it, such as those of code hosts.

A map that is more than Mermaid draws loses what stands farthest from the answers, and the chart says how much.
Described by https://mermaid.js.org/syntax/flowchart.html.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._drawn import draw_map, find_columns
from argumap.formats._one_line import keep_printable
from argumap.legend import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.formats import Export
    from argumap.formats._drawn import DrawnArrow, DrawnNode

# Mermaid draws no more than 500 edges and reads no more than 50,000 letters, unless a page says otherwise.
_MOST_ARROWS, _MOST_LETTERS = 400, 40_000
_ARROW_LETTERS = 40
_KINDS = frozenset({"issue", "claim", "step"})
_SHAPES = {"issue": ("{{", "}}"), "claim": ("[", "]"), "step": ("([", "])")}
_ARROWS = {"attacks": "-.->", "undercuts": "-.->", "contradicts": "<-.->", "premise": "---"}
_SAFE = re.compile(r"[^\w .,!?()'’“”„«»:;/+*=–—-]")
_LIST = re.compile(r"^(\d+|)([.)*+–—-])(?= )")
_LONGEST = 160


def write(export: Export) -> str:
    """The map as a flow chart, what is argued for on the left."""
    nodes, arrows, left_out = _choose(export)
    names = {node.id: f"n{n}" for n, node in enumerate(nodes, 1)}
    lines = [
        "---",
        f"title: {json.dumps(keep_printable(export.map.title) or 'Argument map')}",
        "---",
        "flowchart RL",
    ]
    if left_out:
        lines.append(f"%% {left_out}, for Mermaid draws no more.")
    lines += (f"  {names[node.id]}{_write_node(node)}" for node in nodes)
    if left_out:
        lines.append(f'  rest["… {_quote(left_out)}"]')
    lines += (f"  {_write_arrow(arrow, names)}" for arrow in arrows)
    return "\n".join([*lines, *_colour(arrows), ""])


def _choose(export: Export) -> tuple[Sequence[DrawnNode], Sequence[DrawnArrow], str]:
    """What there is room for, what stands nearest to the answers first, and what is left out in words."""
    drawing = draw_map(export.map, "")
    nodes = [node for node in drawing.nodes if node.kind in _KINDS]
    ids = {node.id for node in nodes}
    arrows = [arrow for arrow in drawing.arrows if ids.issuperset((*arrow.starts, *arrow.ends))]
    shown = _find_room(nodes, arrows)
    kept = [node for node in nodes if node.id in shown]
    drawn = [arrow for arrow in arrows if shown.issuperset((*arrow.starts, *arrow.ends))]
    return kept, drawn, _tell_left_out(nodes, shown)


def _find_room(nodes: Sequence[DrawnNode], arrows: Sequence[DrawnArrow]) -> set[str]:
    """The nodes that there is room for, each with its arrows to those before it."""
    columns = find_columns(nodes, arrows)
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in arrows:
        start, end = arrow.starts[0], arrow.ends[0]
        beside[start].append(end)
        beside[end].append(start)
    shown: set[str] = set()
    room, letters = _MOST_ARROWS, _MOST_LETTERS
    for node in sorted(nodes, key=lambda node: columns[node.id]):
        more = sum(other in shown for other in beside[node.id])
        size = len(_write_node(node)) + _ARROW_LETTERS * more + _ARROW_LETTERS
        if more > room or size > letters:
            break
        shown.add(node.id)
        room, letters = room - more, letters - size
    return shown


def _tell_left_out(nodes: Sequence[DrawnNode], shown: set[str]) -> str:
    claims = [node.id for node in nodes if node.kind == "claim"]
    gone = sum(name not in shown for name in claims)
    if len(shown) == len(nodes):
        return ""
    return f"{gone:,} of {len(claims):,} claims are left out, those farthest from the answers"


def misses(export: Export) -> tuple[str, ...]:
    """How many claims there is no room for."""
    left_out = _choose(export)[2]
    return (left_out.replace(" are left out, those", ", those"),) if left_out else ()


def _write_node(node: DrawnNode) -> str:
    begin, end = _SHAPES[node.kind]
    title = node.details.get("title") or node.details.get("scheme")
    text = keep_printable(str(title or node.text))
    return f'{begin}"{_quote(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")}"{end}'


def _write_arrow(arrow: DrawnArrow, names: dict[str, str]) -> str:
    line = _ARROWS.get(arrow.relation, "-->")
    word = "" if arrow.relation == "premise" else f"|{arrow.relation}|"
    return f"{names[arrow.starts[0]]} {line}{word} {names[arrow.ends[0]]}"


def _colour(arrows: Sequence[DrawnArrow]) -> Iterator[str]:
    by_colour: defaultdict[str, list[str]] = defaultdict(list)
    for n, arrow in enumerate(arrows):
        if arrow.relation in {"supports", "attacks", "undercuts"}:
            by_colour[RELATIONS[arrow.relation].light].append(str(n))
    yield from (f"  linkStyle {','.join(numbers)} stroke:{colour}" for colour, numbers in by_colour.items())


def _quote(text: str) -> str:
    """A text in which nothing is taken for a mark of Mermaid, of HTML or of Markdown."""
    safe = _SAFE.sub(lambda sign: f"#{ord(sign[0])};", text)
    return _LIST.sub(lambda found: f"{found[1]}#{ord(found[2])};", safe)


PLUGIN = Format(
    "Mermaid flow chart",
    (".mmd",),
    write=write,
    loses=("who says what", "passages", "concepts", "the texts beneath titles", "all that is not drawn"),
    anchors=False,
    family=Family.DRAWINGS,
    misses=misses,
    tool="Mermaid",
)
