"""Maps checked together: what is wrong with each, whether that fails the check, and how programs read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.errors import Severity
from argumap.model import find_unseen
from argumap.project.next_calls import tell_call
from argumap.project.opening import load_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.errors import Problem
    from argumap.project.map import Map

_GRAVITY = {severity: n for n, severity in enumerate(Severity)}
_MOVED = "AM217"
_UNTIED = "AM314"
_SEVERAL = 3
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


@dataclass(frozen=True, slots=True)
class CheckedMaps:
    """The ``problems`` of ``maps`` in the order of the files, and what was not done and why as ``notes``.

    ``folded`` are the problems as a person is told them: errors first, what is many times the same as one problem.
    """

    maps: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    folded: tuple[Problem, ...] = ()

    def fails(self, *, strict: bool = False) -> bool:
        """Whether there is an error; with ``strict``, whether there is anything that is not accepted."""
        found = (problem for problem in self.problems if not problem.accepted)
        return any(strict or problem.severity is Severity.ERROR for problem in found)

    def count(self, severity: Severity) -> int:
        """How many problems of a severity a person is told to put right."""
        return sum(problem.severity is severity and not problem.accepted for problem in self.folded)

    @property
    def accepted(self) -> int:
        """How many problems the authors stand by."""
        return sum(bool(problem.accepted) for problem in self.problems)


def check_maps(
    paths: Sequence[str] = (), sources: Mapping[str, Path] | None = None, *, hints: bool = True
) -> CheckedMaps:
    """Check the maps that ``paths`` name, or all under ``graph/``; without ``hints`` these are left out."""
    maps = load_all(paths, sources)
    found, folded = [], []
    for opened in maps.values():
        problems = [p for p in opened.check() if hints or p.severity is not Severity.HINT]
        found += problems
        folded += _fold(opened, problems)
    return CheckedMaps(
        tuple(maps),
        tuple(sorted(found, key=lambda problem: problem.order)),
        tuple(note for opened in maps.values() for note in opened.notes),
        tuple(sorted(folded, key=lambda problem: (_GRAVITY[problem.severity], problem.order))),
    )


def _fold(opened: Map, problems: Sequence[Problem]) -> list[Problem]:
    """The problems with one for all passages that only moved, and one for all drafted claims tied to nothing."""
    drafted = {item.id for item in find_unseen(opened.record) if item.kind == "claim"}
    moved = [p for p in problems if p.code == _MOVED and not p.accepted]
    untied = [p for p in problems if p.code == _UNTIED and p.at in drafted and not p.accepted]
    relocate, review = tell_call("anchor relocate", opened), tell_call("review", opened)
    told = (
        (moved, f"passages moved, their words unchanged; `{relocate} --accept safe` follows them"),
        (untied, f"drafted claims are tied to nothing; `{review}` goes through them"),
    )
    folded = list(problems)
    for found, words in told:
        if len(found) >= _SEVERAL:
            gone = frozenset(found)
            first = replace(min(found, key=lambda p: p.order), message=f"{len(found)} {words}")
            folded = [*(p for p in folded if p not in gone), first]
    return folded


def write_sarif(problems: Sequence[Problem]) -> dict[str, object]:
    """SARIF 2.1.0, which code hosts show beside the lines."""
    from urllib.parse import quote

    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "argumap", "rules": [{"id": c} for c in sorted({p.code for p in problems})]}
                },
                "results": [
                    {
                        "ruleId": p.code,
                        "level": _LEVELS[p.severity],
                        "message": {"text": p.message},
                        **_suppressions(p),
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": quote(p.file.replace("\\", "/"))},
                                    "region": {"startLine": max(p.line, 1), "startColumn": max(p.column, 1)},
                                }
                            }
                        ],
                    }
                    for p in problems
                ],
            }
        ],
    }


def _suppressions(problem: Problem) -> dict[str, object]:
    return {"suppressions": [{"kind": "inSource", "justification": problem.accepted}]} if problem.accepted else {}
