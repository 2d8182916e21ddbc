"""Checks of logic and speech: one rule a file, each a function that yields the problems of a map.

Bind ``PLUGIN`` in a new file of this folder to a function that takes a `Subject`, and it runs with the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argumap.errors import Problem, Severity
from argumap.model import Bearing
from argumap.registry import Registry

if TYPE_CHECKING:
    from argumap.anchoring import TiedUnit
    from argumap.mapfile import Location, ValuePath
    from argumap.model import Argument, ArgumentMap, Claim, Index
    from argumap.semantics import Evaluation
    from argumap.text import Language


@dataclass(frozen=True, slots=True)
class Subject:
    """A map to be checked. ``location`` tells where the value at a path of its file stands, if it does.

    ``evaluation`` is None where nobody asked what survives; expectations of it are then not looked at. ``tied``
    tells the sentences that a claim is tied to (None for a claim of which one is not at hand), and is None itself
    where no article is; ``language`` is that of the map's own words, where it is known.
    """

    map: ArgumentMap
    index: Index
    location: Callable[[ValuePath], Location | None]
    evaluation: Evaluation | None = None
    tied: Callable[[Claim], Sequence[TiedUnit] | None] | None = None
    language: Language | None = None

    def problem(self, code: str, message: str, path: ValuePath, severity: Severity) -> Problem:
        location = self.location(path)
        place = ("", 0, 0) if location is None else (location.file, location.line, location.column)
        return Problem(code, message, *place, severity, self._about(path))

    def _about(self, path: ValuePath) -> str:
        """What a problem at ``path`` is about: a record, the step that a claim takes, a cell of a comparison."""
        match path:
            case ("issues", str(issue), "compares", int(n)):
                return f"{issue}/{self.index.issues[issue].compares[n]}"
            case ("claims", str(claim), str(key), int(n)) if key in _BEARINGS:
                steps = [a for a in self.index.with_premise[claim] if a.bearing == key]
                return steps[n].id
            case (str(), str(record_id), *_):
                return record_id
            case _:
                return ""

    def hint(self, code: str, message: str, *path: str | int) -> Problem:
        return self.problem(code, message, path, Severity.HINT)

    def warning(self, code: str, message: str, *path: str | int) -> Problem:
        return self.problem(code, message, path, Severity.WARNING)

    def error(self, code: str, message: str, *path: str | int) -> Problem:
        return self.problem(code, message, path, Severity.ERROR)

    def path(self, argument: Argument) -> ValuePath:
        """Where an argument is written: in a block of its own, or on the claim whose word it is."""
        own: ValuePath = ("arguments", argument.id)
        if self.location(own) is not None:
            return own
        premise = argument.premises[0]
        targets = [a.target for a in self.index.with_premise[premise] if a.bearing is argument.bearing]
        return ("claims", premise, str(argument.bearing), targets.index(argument.target))


_BEARINGS = tuple(Bearing)

Check: TypeAlias = Callable[[Subject], Iterator[Problem]]

CHECKS: Mapping[str, Check] = Registry("argumap.checks")


def find_problems(subject: Subject) -> list[Problem]:
    """What all checks find, in the order in which a reader of the files meets it."""
    found = (problem for check in CHECKS.values() for problem in check(subject))
    return sorted(dict.fromkeys(found), key=lambda problem: problem.order)
