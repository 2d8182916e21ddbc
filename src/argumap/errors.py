"""What can go wrong: problems of a map are data, a call that cannot go on raises."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem weighs: only errors make a check fail, unless it is strict."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a map. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    code: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        return f"{place}: {self.severity} {self.code} {self.message}".removeprefix(": ")

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts problems as a reader of the files meets them."""
        return (self.file, self.line, self.column, self.code, self.message)


class ArgumapError(Exception):
    """The family: ``except ArgumapError`` catches all that argumap raises on purpose."""


class CallError(ArgumapError, ValueError):
    """The call was wrong, and the message says how to put it right (exit code 2)."""


class NotFound(ArgumapError, KeyError):  # noqa: N818
    """Nothing has that name; the message offers what comes nearest (exit code 2)."""

    __str__ = Exception.__str__  # a KeyError would print its message in quotes


class UnreadableMap(ArgumapError):  # noqa: N818
    """A map has errors, so what was asked cannot be done (exit code 1)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
