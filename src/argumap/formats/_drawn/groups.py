"""Frames that a tool draws round nodes: a question that they answer, or a tag that they share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode
from argumap.formats._foreign import Loss, LossKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

ASKING = ("?", "？", "؟", "⁇")
"""The signs that end a question."""


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """A frame: its words, and the nodes within it."""

    id: str
    label: str
    members: Sequence[str]


def hold_groups(drawing: Drawing, groups: Sequence[DrawnGroup]) -> None:
    """Work groups into a drawing.

    Where the words of one are a question, what it holds and what bears on nothing answers it; any other becomes a
    tag of the claims in it.
    """
    claims = {node.id for node in drawing.nodes if node.kind in {"", "claim"}}
    bearing = {name for arrow in drawing.arrows if arrow.relation != "answers" for name in arrow.starts}
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for group in groups:
        if group.label.endswith(ASKING):
            drawing.nodes.append(DrawnNode(group.id, "issue", group.label))
            drawing.arrows += _answer(group, claims - bearing)
        elif group.label:
            for name in group.members:
                tags[name].append(group.label)
            drawing.losses.append(Loss(LossKind.NEARLY, "a frame, held as a tag of what it holds", group.id))
        else:
            drawing.losses.append(Loss(LossKind.ASIDE, "a frame without words", group.id))
    drawing.nodes[:] = [_tag(node, tags[node.id]) if node.id in claims else node for node in drawing.nodes]


def _answer(group: DrawnGroup, claims: AbstractSet[str]) -> Iterator[DrawnArrow]:
    for name in group.members:
        if name in claims:
            yield DrawnArrow(f"{group.id} holds {name}", (name,), (group.id,), "answers")


def _tag(node: DrawnNode, tags: Sequence[str]) -> DrawnNode:
    if not tags:
        return node
    return replace(node, details={**node.details, "tags": [*_listed(node.details.get("tags")), *tags]})


def _listed(found: object) -> list[object]:
    return found if isinstance(found, list) else [] if found is None else [found]
