"""Graphviz DOT, written only: the map as nodes and arrows, with the words of a claim for whoever hovers over it.

Described by https://graphviz.org/doc/info/lang.html.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._drawn import draw_map
from argumap.formats._one_line import keep_printable
from argumap.legend import RELATIONS

if TYPE_CHECKING:
    from argumap.formats import Export
    from argumap.formats._drawn import DrawnArrow, DrawnNode

_SHAPES = {"issue": "hexagon", "claim": "box", "step": "oval", "stakeholder": "house", "concept": "note"}
_STYLES = {"attacks": "dashed", "undercuts": "dotted", "contradicts": "dotted", "rephrases": "dotted"}
_LINE = 40


def write(export: Export) -> str:
    """The map as one directed graph, what is argued for on top."""
    drawing = draw_map(export.map, "")
    return "\n".join(
        [
            f"digraph {_quote(drawing.title or 'argument map')} {{",
            "  rankdir=BT",
            '  node [fontname="sans-serif" style=rounded]',
            *map(_write_node, drawing.nodes),
            *map(_write_arrow, drawing.arrows),
            "}",
            "",
        ]
    )


def _write_node(node: DrawnNode) -> str:
    title = str(node.details.get("title") or node.text)
    shown = {
        "label": _break_lines(title),
        "shape": _SHAPES.get(node.kind, "plaintext"),
        "kind": node.kind,
        "tooltip": _write_label(node.text),
    }
    return f"  {_quote(node.id)} [{_write_attributes(shown)}]"


def _write_arrow(arrow: DrawnArrow) -> str:
    glyph = RELATIONS.get(arrow.relation)
    shown = {"label": arrow.relation, "kind": arrow.relation, "color": glyph.light if glyph else "#475569"}
    if arrow.relation in _STYLES:
        shown["style"] = _STYLES[arrow.relation]
    if arrow.relation == "contradicts":
        shown["dir"] = "both"
    return f"  {_quote(arrow.starts[0])} -> {_quote(arrow.ends[0])} [{_write_attributes(shown)}]"


def _write_attributes(shown: dict[str, str]) -> str:
    return " ".join(
        f'{name}="{value}"' if name in _ESCAPED else f"{name}={_quote(value)}" for name, value in shown.items()
    )


_ESCAPED = frozenset({"label", "tooltip"})


def _break_lines(text: str) -> str:
    """A label in lines of a card's width."""
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\\n".join(map(_write_label, lines))


def _write_label(text: str) -> str:
    """A text as a label has it, where a backslash and an ampersand mean something."""
    return keep_printable(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def _quote(text: str) -> str:
    escaped = keep_printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


PLUGIN = Format(
    "Graphviz DOT",
    (".dot",),
    write=write,
    loses=("passages", "dates, tags, scores and types", "standards and expectations"),
    anchors=False,
    family=Family.DRAWINGS,
    tool="Graphviz",
)
