"""Places for nodes on a plane: what is argued for on the left, its reasons in columns to the right of it."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.formats._drawn.drawing import DrawnArrow, DrawnNode

WIDTH = 360
_SMALL_WIDTH = 220
_LINE, _LINE_HEIGHT, _MARGIN = 38, 26, 44
_GAP_X, _GAP_Y = 160, 40
_ASIDE = frozenset({"contradicts", "in", "about"})


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node lies, in pixels from the top left."""

    x: int
    y: int
    width: int
    height: int


def place_nodes(nodes: Sequence[DrawnNode], arrows: Iterable[DrawnArrow], below: int = 0) -> Mapping[str, Box]:
    """A box for each node, none over another, beginning ``below`` what is there already."""
    columns = find_columns(nodes, arrows)
    boxes: dict[str, Box] = {}
    free: defaultdict[int, int] = defaultdict(lambda: below)
    for node in nodes:
        column = columns[node.id]
        width = WIDTH if node.kind in {"claim", "issue"} else _SMALL_WIDTH
        lines = 1 + len(node.text) // (_LINE * width // WIDTH) + (2 if node.details.get("title") else 0)
        box = Box(column * (WIDTH + _GAP_X), free[column], width, _MARGIN + lines * _LINE_HEIGHT)
        free[column] += box.height + _GAP_Y
        boxes[node.id] = box
    return boxes


def find_columns(nodes: Sequence[DrawnNode], arrows: Iterable[DrawnArrow]) -> Mapping[str, int]:
    """How many arrows each node is away from what is argued for, by the shortest way."""
    kinds = {node.id: node.kind for node in nodes}
    leading: defaultdict[str, list[str]] = defaultdict(list)
    bearing: set[str] = set()
    for arrow in arrows:
        if arrow.relation not in _ASIDE:
            bearing.update(arrow.starts)
            for end in arrow.ends:
                leading[end] += (start for start in arrow.starts if start in kinds)
    last = -1  # people, concepts and sources stand by themselves, left of all
    columns = {name: last for name, kind in kinds.items() if kind in {"stakeholder", "concept", "source"}}
    roots = [name for name in kinds if name not in columns and name not in bearing]
    for root in (*roots, *kinds):  # a circle that leads to nothing begins where the map begins it
        if root not in columns:
            columns[root] = 0
            _spread_from(root, leading, columns)
    return columns


def _spread_from(root: str, leading: Mapping[str, Sequence[str]], columns: dict[str, int]) -> None:
    open_ = deque([root])
    while open_:
        here = open_.popleft()
        for name in leading.get(here, ()):
            if name not in columns:
                columns[name] = columns[here] + 1
                open_.append(name)
