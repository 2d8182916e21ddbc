"""Problems that a map's author stands by: each is marked with its reason, and what is accepted in vain is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.errors import Problem, Severity
from argumap.model import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.mapfile import ValuePath
    from argumap.model import Acceptance
    from argumap.project.open_map_protocol import OpenedMap


def mark_accepted(opened: OpenedMap, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, those that the map accepts with their reason, then a hint for each that is accepted in vain.

    Errors are not accepted: they are put right. What could not be looked at, because the file has errors or an
    article is not at hand, is not called vain.
    """
    entries = opened.record.accepted
    if not entries:
        yield from problems
        return
    fitting: set[Acceptance] = set()
    wrong: set[Acceptance] = set()
    for problem in problems:
        found = [entry for entry in entries if _is_about(entry, problem)]
        error = problem.severity is Severity.ERROR
        (wrong if error else fitting).update(found)
        yield problem if error or not found else replace(problem, accepted=found[0].reason)
    for entry in entries:
        if entry not in fitting and _is_looked_at(opened, entry.code):
            yield _vain(opened, entry, is_error=entry in wrong)


def _is_about(entry: Acceptance, problem: Problem) -> bool:
    return entry.code == problem.code and (not entry.at or _covers(entry.at, problem.at))


def _covers(accepted: str, at: str) -> bool:
    """Whether ``at`` is what was accepted or a part of it: a cell of a criterion, a row of a table."""
    if at == accepted or at.startswith((f"{accepted}/", f"{accepted}#")):
        return True
    (source, sign, locator), (own, own_sign, unit) = accepted.partition("#"), at.partition("#")
    return bool(sign and own_sign and source == own) and Locator.parse(locator).covers(Locator.parse(unit))


def _is_looked_at(opened: OpenedMap, code: str) -> bool:
    if any(problem.severity is Severity.ERROR for problem in opened.problems):
        return False
    if not code.startswith("AM2"):
        return True
    checks, articles = opened.source_checks, opened.articles
    return all(s.id in articles and not checks[s.id].different for s in opened.record.sources)


def _vain(opened: OpenedMap, entry: Acceptance, *, is_error: bool) -> Problem:
    about = f"{entry.code} of {entry.at!r}" if entry.at else entry.code
    message = (
        f"{about} is an error and cannot be accepted; put it right"
        if is_error
        else f"{about} is accepted and is not there; correct the entry or delete it"
    )
    location = opened.reading.locations.nearest(_find_entry(opened, entry))
    place = (location.file, location.line, location.column) if location else (str(opened.folder), 0, 0)
    return Problem("AM404", message, *place, Severity.HINT)


def _find_entry(opened: OpenedMap, entry: Acceptance) -> ValuePath:
    """The path of an entry in the file; one that stands for several places is found by the first that fits."""
    locations = opened.reading.locations
    for n in locations.steps(("accepted",)):
        path: ValuePath = ("accepted", n)
        same = locations.text((*path, "code")) == entry.code
        if isinstance(n, int) and same and locations.text((*path, "reason")) == entry.reason:
            places = [locations.text((*path, "at", k)) for k in locations.steps((*path, "at"))]
            named = {(word or "").rpartition("#")[2] for word in (locations.text((*path, "at")), *places)}
            if entry.at.rpartition("#")[2] in named:
                return path
    return ("accepted",)
