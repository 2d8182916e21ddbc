"""What can go wrong: problems of a map are data, a call that cannot go on raises."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath


class Severity(StrEnum):
    """How much a problem weighs: only errors make a check fail, unless it is strict."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a map. ``line`` and ``column`` count from 1; 0 means the file as a whole.

    ``at`` is what it is about, as `accepted` of a map names it: an id, ``issue/concept`` or ``source#locator``.
    ``accepted`` is the author's reason to stand by it, "" for a problem that is to be put right.
    """

    code: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = Severity.ERROR
    at: str = ""
    accepted: str = ""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        return f"{place}: {self.severity} {self.code} {self.words}".removeprefix(": ")

    @property
    def words(self) -> str:
        """The message, and why the problem is accepted where it is."""
        return f"{self.message} (accepted: {self.accepted})" if self.accepted else self.message

    def to_dict(self) -> dict[str, object]:
        """The problem as plain data, its place first."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "severity": str(self.severity),
            "code": self.code,
            "message": self.message,
            **({"at": self.at} if self.at else {}),
            **({"accepted": self.accepted} if self.accepted else {}),
        }

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts problems as a reader of the files meets them."""
        return (self.file, self.line, self.column, self.code, self.message)


class ArgumapError(Exception):
    """The family: ``except ArgumapError`` catches all that argumap raises on purpose.

    Each member is also the builtin that it resembles. ``exit_code`` is what the command line leaves with.
    """

    exit_code: ClassVar[int] = 2


class CallError(ArgumapError, ValueError):
    """The call was wrong, and the message says how to put it right."""


class WouldLose(CallError):
    """A format, or a map, has no place for all that it was to hold, and the call asked to lose nothing."""

    exit_code = 1


class NotFound(ArgumapError, KeyError):
    """Nothing has that name; the message offers what comes nearest."""

    __str__ = Exception.__str__  # a KeyError would print its message in quotes


class Ambiguous(ArgumapError, LookupError):
    """A ``name`` means several things; the message lists them.

    ``choices`` are the first of them, each an id with its title, and ``count`` how many there are; none where
    they are no nodes of a map.
    """

    def __init__(
        self, message: str, name: str = "", choices: tuple[tuple[str, str], ...] = (), count: int = 0
    ) -> None:
        super().__init__(message)
        self.name, self.choices, self.count = name, choices, count


class NotAtHand(ArgumapError, LookupError):
    """What was asked needs an article or a lock that the call did not give; the message says how to."""


class OtherText(ArgumapError, ValueError):
    """A text is not the one that a map was locked to, so nothing can be concluded from it."""


class DoesNotFit(ArgumapError, ValueError):
    """A change does not fit what it is to be made on; nothing was changed."""


class ChangedMeanwhile(DoesNotFit):
    """A file is no longer what a change was planned on; nothing was written."""


class StoppedWriting(UserWarning):
    """A command was stopped while it wrote; the warning says that its work is finished now, or undone."""


class TooMuchWork(ArgumapError, RuntimeError):
    """The answer would take more work than argumap takes on; the message says what to ask instead."""


class NotInstalled(ArgumapError, RuntimeError):
    """The answer needs a program that this machine does not have."""


class CannotFetch(ArgumapError, OSError):
    """An address does not give the article; the message says why, and that the page can be saved instead."""


class FileTrouble(ArgumapError):
    """A file is not as it was needed.

    ``file`` is how the message names it; ``line`` counts from 1, 0 means the file as a whole.
    """

    def __init__(self, message: str, file: str | PurePath = "", line: int = 0) -> None:
        super().__init__(message)
        self.file = str(file)
        self.line = line


class CannotRead(FileTrouble, OSError):
    """The system does not let a file be read: it is missing, a folder, or closed to this user."""


class CannotWrite(FileTrouble, OSError):
    """The system does not let a file be written: the disk is full, or its folder is closed to this user."""


class AlreadyThere(FileTrouble, FileExistsError):
    """A file stands where a new one was to be made, and argumap overwrites nothing that it did not write."""


class NoMap(FileTrouble, FileNotFoundError):
    """No map is at that path; the message says what is."""


class TooLarge(FileTrouble, ValueError):
    """A file is larger than is read: it has ``size`` bytes and may have ``limit``."""

    def __init__(self, file: str | PurePath, size: int, limit: int) -> None:
        super().__init__(f"{file} has {size:,} bytes; at most {limit:,} are read", file)
        self.size = size
        self.limit = limit

    def __reduce__(self) -> tuple[type[TooLarge], tuple[str, int, int]]:
        return (type(self), (self.file, self.size, self.limit))


class NoText(FileTrouble, ValueError):
    """A file holds no article: it is empty, binary, in an unknown encoding, or without a sentence."""


class OtherTool(FileTrouble, ValueError):
    """A file of another tool is not in the format it was to be read as; the message says how to put it right."""


class DamagedFile(FileTrouble, ValueError):
    """A lock, a snapshot or a log is not what argumap wrote; the message says how to have it whole again."""


class OtherFormat(FileTrouble, ValueError):
    """A file was written by a newer or an older argumap: it has format ``found``, and this one reads ``known``."""

    def __init__(self, message: str, file: str | PurePath = "", *, found: int = 0, known: int = 0) -> None:
        super().__init__(message, file)
        self.found = found
        self.known = known


class UnreadableMap(ArgumapError):
    """A map has errors, so what was asked cannot be done."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[UnreadableMap], tuple[tuple[Problem, ...]]]:
        return (type(self), (self.problems,))
