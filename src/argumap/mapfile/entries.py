"""The entries of a map's files, typed, as they go from the schema to the records; and how wrong ones are told."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from argumap.errors import Problem
from argumap.model import Bearing
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.mapfile.locations import Location
    from argumap.mapfile.schema import (
        ArgumentEntry,
        ClaimEntry,
        ConceptEntry,
        IssueEntry,
        MapFile,
        SectionEntry,
        SourceEntry,
        StakeholderEntry,
    )

# Keys and ids are short and much alike: with less, any of them would be taken for any other.
LIKENESS = 0.7

UNREADABLE = "\0"
"""Stands for the speaker of an entry under ``said`` that cannot be read, before the number of its line."""


@dataclass(slots=True)
class FileSections:
    """The entries of a map's files by id, a field a section; those of ``sections`` by locator."""

    sources: dict[str, SourceEntry] = field(default_factory=dict)
    sections: dict[str, SectionEntry] = field(default_factory=dict)
    issues: dict[str, IssueEntry] = field(default_factory=dict)
    stakeholders: dict[str, StakeholderEntry] = field(default_factory=dict)
    concepts: dict[str, ConceptEntry] = field(default_factory=dict)
    claims: dict[str, ClaimEntry] = field(default_factory=dict)
    arguments: dict[str, ArgumentEntry] = field(default_factory=dict)


SECTIONS = tuple(section.name for section in fields(FileSections))


@dataclass(slots=True)
class Entries:
    """What a map's files say, typed. ``written`` has the ids of every section, also of entries left out.

    ``head`` is what the map says of itself as a whole; its sections are empty.
    """

    head: MapFile
    sections: FileSections = field(default_factory=FileSections)
    written: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in SECTIONS})


def list_targets(claim: ClaimEntry) -> tuple[tuple[Bearing, tuple[str, ...]], ...]:
    """What a claim bears on by itself, in the order of `Bearing`."""
    return (
        (Bearing.SUPPORTS, claim.supports),
        (Bearing.ATTACKS, claim.attacks),
        (Bearing.UNDERCUTS, claim.undercuts),
    )


def list_named_targets(argument: ArgumentEntry) -> list[tuple[Bearing, str]]:
    """What the file names as target; an argument that holds together has exactly one."""
    written = (
        (Bearing.SUPPORTS, argument.supports),
        (Bearing.ATTACKS, argument.attacks),
        (Bearing.UNDERCUTS, argument.undercuts),
    )
    return [(bearing, target) for bearing, target in written if target is not None]


def at(location: Location | None, code: str, message: str) -> Problem:
    """An error at a location; without one it stands at no line."""
    return (
        Problem(code, message)
        if location is None
        else Problem(code, message, location.file, location.line, location.column)
    )


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """The nearest of the known words, as the end of a message; empty where nothing comes near."""
    return suggest(word, known, "; did you mean {!r}?", likeness=LIKENESS)
