"""A picture laid out: shapes and words with their places, in the order in which they are read and painted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.pictures.typefaces import Typeface

TextEdge = Literal["left", "middle", "right"]
GroupPart = Literal["title", "answer", "text", "drawing"]
_ACROSS: dict[TextEdge, TextEdge] = {"left": "right", "middle": "middle", "right": "left"}


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``edge`` tells which point of it stands at ``x``, ``y`` is where its letters stand."""

    text: str
    x: float
    y: float
    face: Typeface
    size: float
    colour: str
    edge: TextEdge = "left"
    rtl: bool = False

    @property
    def width(self) -> float:
        return self.face.measure(self.text, self.size)

    @property
    def left(self) -> float:
        share = {"left": 0.0, "middle": 0.5, "right": 1.0}[self.edge]
        return self.x - share * self.width

    def mirrored(self, width: float) -> Words:
        return replace(self, x=width - self.x, edge=_ACROSS[self.edge])

    def moved(self, down: float) -> Words:
        return replace(self, y=self.y + down)


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners; ``stroke`` is "" where it has no edge."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str
    stroke: str = ""
    line: float = 0

    def mirrored(self, width: float) -> Panel:
        return replace(self, x=width - self.x - self.width)

    def moved(self, down: float) -> Panel:
        return replace(self, y=self.y + down)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    line: float

    def mirrored(self, width: float) -> Stroke:
        (x1, y1), (x2, y2) = self.start, self.end
        return replace(self, start=(width - x1, y1), end=(width - x2, y2))

    def moved(self, down: float) -> Stroke:
        (x1, y1), (x2, y2) = self.start, self.end
        return replace(self, start=(x1, y1 + down), end=(x2, y2 + down))


@dataclass(frozen=True, slots=True)
class Disc:
    """The round ground of a sign; ``dashed`` is its edge where the map added the step."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str
    line: float
    dashed: bool = False

    def mirrored(self, width: float) -> Disc:
        return replace(self, x=width - self.x)

    def moved(self, down: float) -> Disc:
        return replace(self, y=self.y + down)


SceneShape = Words | Panel | Stroke | Disc


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are one thing to a reader: a heading, an answer, a reason; a ``drawing`` is read by nobody."""

    part: GroupPart
    shapes: tuple[SceneShape, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A laid out picture: ``width`` by ``height`` pixels of ``points`` each on paper, on a ground of a colour."""

    width: float
    height: float
    points: float
    ground: str
    groups: tuple[Group, ...]
    language: str = "en"

    @property
    def words(self) -> Iterator[Words]:
        return (shape for group in self.groups for shape in group.shapes if isinstance(shape, Words))

    def mirrored(self) -> Scene:
        """The picture as those read it who read from the right."""
        return replace(self, groups=tuple(self._mirror(group) for group in self.groups))

    def _mirror(self, group: Group) -> Group:
        return replace(group, shapes=tuple(shape.mirrored(self.width) for shape in group.shapes))


def paint_order(groups: Sequence[Group]) -> Iterator[SceneShape]:
    """All shapes, those that nobody reads first: a line ends beneath the card that it leads to."""
    for group in groups:
        if group.part == "drawing":
            yield from group.shapes
    for group in groups:
        if group.part != "drawing":
            yield from group.shapes
