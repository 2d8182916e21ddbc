"""One file a report: rows as data first, then a writer for each suffix."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from argumap.registry import Registry

if TYPE_CHECKING:
    from argumap.graph import Anchors, Outcomes
    from argumap.model import ArgumentMap

UnitsBySection: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]

_MARKS = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_BLOCK_START = re.compile(r"^([#+=-]|\d+(?=[.)]))")
_needs_care = re.compile(r"[\\`*_\[\]<>|~&]|^[#+=\d-]").search


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What a writer gets: the map and what is known of its anchors, its status and the text's coverage.

    ``anchors`` and ``evaluation`` go by the ids of records, as in `argumap.graph.build_nodes`. ``coverage``
    goes by section (``column#s2``): the locators of its units that are ``cited``, ``skipped`` and ``open``.
    ``kept`` is what a report has worked out of it, by the report's name, so that its writers share it.
    """

    map: ArgumentMap
    anchors: Anchors = field(default_factory=dict)
    evaluation: Outcomes = field(default_factory=dict)
    coverage: UnitsBySection | None = None
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """A report and its writers by suffix (``.md``, ``.csv``, ``.json``); each returns the text of one file.

    Without ``anchors`` it tells nothing of an article, neither passages nor coverage, and none is verified for it.
    """

    title: str
    writers: Mapping[str, Callable[[ReportInput], str]]
    anchors: bool = True


REPORTS: Registry[Report] = Registry("argumap.reports")


def in_markdown(text: str) -> str:
    """A text from outside on one line, so that Markdown shows its characters and takes none for a mark."""
    line = " ".join(text.split())
    if not _needs_care(line):
        return line
    line = _MARKS.sub(r"\\\1", line)
    return _BLOCK_START.sub(lambda start: f"\\{start[1]}" if start[1] in "#+=-" else f"{start[1]}\\", line)
