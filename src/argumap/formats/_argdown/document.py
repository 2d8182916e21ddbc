"""What an Argdown document says: statements, arguments and sections by title, and how they bear on each other.

As Argdown has it, a statement is all wordings under one title, and an argument is *reconstructed* where its
premises and conclusions are numbered. ``finish`` puts relations where Argdown puts them: what a reconstructed
argument does is done by its conclusion, and an undercut of it hits its last inference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.mapfile import YamlNode


class Sort(StrEnum):
    """What a relation may come from or go to, by the sign before its title."""

    STATEMENT = "["
    ARGUMENT = "<"
    INFERENCE = "("


class Ref(NamedTuple):
    """A statement or an argument by title; of an argument also the inference that leads to its line ``line``."""

    sort: Sort
    title: str
    line: int = 0

    def __str__(self) -> str:
        if self.sort is Sort.STATEMENT:
            return f"[{self.title}]"
        return f"<{self.title}> ({self.line})" if self.line else f"<{self.title}>"


class RelationKind(StrEnum):
    """What one element does to another; the last is symmetric."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTION = "contradiction"


class Range(NamedTuple):
    """A stretch of a wording that is a ``tag``, a ``mention``, a ``link`` or in another ``type``."""

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(slots=True)
class Wording:
    """One place where an element is written. ``at`` is where it begins, ``start`` and ``end`` hold its words."""

    at: int
    text: str = ""
    ranges: list[Range] = field(default_factory=list)
    data: dict[str, YamlNode] = field(default_factory=dict)
    is_reference: bool = False
    is_title: bool = False
    section: int = -1
    start: int = 0
    end: int = 0

    @property
    def tags(self) -> list[str]:
        return list(dict.fromkeys(r.value for r in self.ranges if r.kind == "tag"))


@dataclass(slots=True)
class ArgdownLine:
    """A numbered line of an argument: a statement, and the inference it is concluded by, if any."""

    statement: str
    rules: tuple[str, ...] = ()
    data: dict[str, YamlNode] = field(default_factory=dict)
    is_conclusion: bool = False


@dataclass(slots=True)
class ArgdownElement:
    """A statement or an argument: all that stands under its title, and its numbered lines."""

    ref: Ref
    untitled: bool = False
    wordings: list[Wording] = field(default_factory=list)
    lines: list[ArgdownLine] = field(default_factory=list)
    section: int = -1

    @property
    def main(self) -> Wording | None:
        """The wording that counts: the last that is marked as canonical, else the last that is written out."""
        written = [wording for wording in self.wordings if not wording.is_reference and wording.text]
        marked = [wording for wording in written if wording.data.get("isCanonical")]
        return (marked or written)[-1] if written else None

    @property
    def tags(self) -> list[str]:
        return list(dict.fromkeys(tag for wording in self.wordings for tag in wording.tags))

    @property
    def data(self) -> dict[str, YamlNode]:
        return {key: value for wording in self.wordings for key, value in wording.data.items()}


@dataclass(slots=True)
class ArgdownSection:
    """A heading: ``level`` counts from 1, ``above`` is the number of the wider section, -1 for none.

    ``listed`` are the statements that stand beneath it by title, and bear on nothing there.
    """

    level: int
    heading: Wording
    above: int = -1
    listed: dict[str, None] = field(default_factory=dict)


class Relation(NamedTuple):
    """One relation of the document."""

    kind: RelationKind
    source: Ref
    target: Ref


@dataclass(slots=True)
class ArgdownBlock:
    """What stands between empty lines, from ``start`` to ``end``, and what is told there.

    ``wordings`` are the places where elements are written or named, ``argument`` is the one whose lines these are.
    """

    start: int
    end: int = 0
    wordings: list[tuple[Ref, Wording]] = field(default_factory=list)
    relations: dict[Relation, None] = field(default_factory=dict)
    argument: str = ""


@dataclass(slots=True)
class ArgdownDocument:
    """A whole document; ``is_strict`` where it says that attacks between statements are contraries."""

    statements: dict[str, ArgdownElement] = field(default_factory=dict)
    arguments: dict[str, ArgdownElement] = field(default_factory=dict)
    sections: list[ArgdownSection] = field(default_factory=list)
    relations: dict[Relation, None] = field(default_factory=dict)
    front: dict[str, YamlNode] = field(default_factory=dict)
    comments: list[tuple[str, str]] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    blocks: list[ArgdownBlock] = field(default_factory=list)
    front_end: int = 0
    untitled: int = 0

    def make(self, sort: Sort, title: str = "") -> ArgdownElement:
        """The element under a title, which is new or known; without a title, a new one."""
        untitled = not title
        if untitled:
            self.untitled += 1
            title = f"Untitled {self.untitled}"
        held = self.statements if sort is Sort.STATEMENT else self.arguments
        return held.setdefault(title, ArgdownElement(Ref(sort, title), untitled))

    def relate(self, kind: RelationKind, source: Ref, target: Ref) -> None:
        mirrored = Relation(kind, target, source)
        if kind is not RelationKind.CONTRADICTION or mirrored not in self.relations:
            self.relations.setdefault(Relation(kind, source, target))

    def finish(self) -> None:
        """Put relations of reconstructed arguments where they belong, and leave out what they say twice."""
        for element in self.elements():
            if element.section < 0 and element.wordings:
                element.section = element.wordings[0].section
        placed = ((self.place(*relation), relation) for relation in self.relations)
        # That an argument supports its own conclusion is said by its lines.
        moved = {new: None for new, old in placed if new.source != new.target or old.source == old.target}
        hit = _find_hit(moved)
        self.relations = {
            relation: None
            for relation in moved
            if relation.kind is not RelationKind.ATTACK
            or relation.source.sort is not Sort.STATEMENT
            or hit.get(relation.source, set()).isdisjoint(self._premises(relation.target))
        }

    def place(self, kind: RelationKind, source: Ref, target: Ref) -> Relation:
        """A relation as Argdown takes it, between what it puts in the place of reconstructed arguments."""
        if source.sort is Sort.ARGUMENT and (lines := self.arguments[source.title].lines):
            source = Ref(Sort.STATEMENT, lines[-1].statement)
        if kind is RelationKind.UNDERCUT and target.sort is Sort.ARGUMENT:
            target = Ref(Sort.INFERENCE, target.title, n) if (n := self.count_lines(target)) else target
        return Relation(kind, source, target)

    def count_lines(self, argument: Ref) -> int:
        """How many numbered lines an argument has; 0 where it is only sketched, or for another element."""
        return len(self.arguments[argument.title].lines) if argument.sort is Sort.ARGUMENT else 0

    def _premises(self, argument: Ref) -> set[str]:
        if argument.sort is not Sort.ARGUMENT:
            return set()
        return {line.statement for line in self.arguments[argument.title].lines if not line.is_conclusion}

    def elements(self) -> Iterator[ArgdownElement]:
        yield from self.statements.values()
        yield from self.arguments.values()


def _find_hit(relations: Iterable[Relation]) -> dict[Ref, set[str]]:
    """The statements that each element attacks or contradicts, by title."""
    hit: dict[Ref, set[str]] = {}
    for kind, source, target in relations:
        if kind in {RelationKind.ATTACK, RelationKind.CONTRADICTION} and target.sort is Sort.STATEMENT:
            hit.setdefault(source, set()).add(target.title)
        if kind is RelationKind.CONTRADICTION:
            hit.setdefault(target, set()).add(source.title)
    return hit
