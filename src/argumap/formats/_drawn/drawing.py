"""A map as tools draw it: nodes, and arrows between them.

A claim is a node. A step with one premise is an arrow from it; a step of several premises, or one that is
undercut or spoken of, is a node between its premises and what it bears on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats._foreign import Loss

Details: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node: ``kind`` is that of the exchange shape, ``step`` for an argument, "" where the file does not say."""

    id: str
    kind: str
    text: str
    details: Details = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An arrow from ``starts`` to ``ends``, one each unless the file joins several.

    ``relation`` is what it means, "" where that is not known; ``word`` is what the file has on it. One that is not
    ``directed`` has no head, or two.
    """

    id: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    relation: str
    word: str = ""
    directed: bool = True
    details: Details = field(default_factory=dict)


@dataclass(slots=True)
class Drawing:
    """Nodes and arrows in the order of the file; ``losses`` are what is neither."""

    title: str = ""
    nodes: list[DrawnNode] = field(default_factory=list)
    arrows: list[DrawnArrow] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


@dataclass(slots=True)
class FiledShape:
    """How a file draws what a map says, so that it is drawn alike again.

    ``arrow_ids`` are the ids of arrows that no record of the map has as its origin, by meaning, start and end;
    ``steps`` are the nodes that are steps, ``joined`` the arrows between several at once, ``taken`` all ids of the
    file.
    """

    arrow_ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    steps: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
