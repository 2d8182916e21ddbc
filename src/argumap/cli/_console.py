"""The one door for output: cleaned, wrapped where a person reads at a terminal; JSON for programs."""

from __future__ import annotations

import json
import re
import shutil
import sys
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from argumap.errors import CannotWrite
from argumap.told_lines import Grid, Line, clean, line
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from argumap.errors import Problem
    from argumap.project import OpenedVersion
    from argumap.told_lines import Part, Told

    Opened = TypeVar("Opened", bound=OpenedVersion)

_HANG = 2
_NARROWEST = 20
_WIDEST = 10_000
_SEVERITIES = {"error": "red", "warning": "yellow", "hint": "cyan"}


def styled(*parts: Part) -> Text:
    """Parts as a cell of a table."""
    from rich.text import Text

    return Text.assemble(*((clean(p), "") if isinstance(p, str) else (clean(p[0]), p[1]) for p in parts))


def say(*parts: Part, indent: int = 0, stderr: bool = False) -> None:
    """Print one record: on one line, or at a terminal wrapped at its width under a hanging indent."""
    show(line(*parts, indent=indent), stderr=stderr)


def say_lines(text: str, *, stderr: bool = False) -> None:
    """Print a text that stands in lines of its own, each indented by the blanks that it begins with."""
    lines = ((row, len(row) - len(row.lstrip(" "))) for row in text.removesuffix("\n").split("\n"))
    show(*(line(row[indent:], indent=indent) for row, indent in lines), stderr=stderr)


def show(*told: Told | RenderableType, stderr: bool = False) -> None:
    """Print lines and tables; they are written at once, so that a closed pipe is met in one place."""
    terminal = _is_terminal(sys.stderr if stderr else sys.stdout)
    if not terminal and all(isinstance(one, (Line, Grid)) for one in told):
        # Without rich, whose import takes longer than most answers.
        rows = [row for one in told for row in str(one).split("\n")]
    else:
        rows = _draw(told, _console(terminal=terminal))
    _write("".join(f"{row.rstrip()}\n" for row in rows), stderr=stderr)


def print_document(text: str) -> None:
    """Print what might have gone to a file: byte for byte to a file or a program, cleaned at a terminal."""
    if _is_terminal(sys.stdout):
        text = "\n".join("\t".join(map(clean, row.split("\t"))) for row in text.split("\n"))
    _write(text)


def print_json(data: object) -> None:
    """Print ``data`` as JSON; what would steer a terminal is escaped, so that programs read it as it was."""
    _write(re.sub(r"[^\n\x20-\x7e]", _escape, json.dumps(data, ensure_ascii=False, indent=2)) + "\n")


class _Told(Protocol):
    """An answer that words itself, line by line."""

    def text(self) -> str: ...
    def to_dict(self) -> Mapping[str, object]: ...


def print_told(answer: _Told, *, as_json: bool) -> None:
    """Print an answer that words itself, as JSON or line by line."""
    if as_json:
        print_json(answer.to_dict())
    else:
        say_lines(answer.text())


def print_problems(problems: Iterable[Problem], *, stderr: bool = False) -> None:
    """One record a problem, errors first, then in the order of the files, as editors know to jump to them."""
    gravity = list(_SEVERITIES)
    ordered = sorted(problems, key=lambda problem: (gravity.index(problem.severity), problem.order))
    show(*map(_problem_line, ordered), stderr=stderr)


def print_errors_of(opened: Opened) -> Opened:
    """Say on stderr that an old version has errors and is taken as far as it can be read, and give it back."""
    errors = sum(problem.severity == "error" for problem in opened.problems)
    if errors:
        say(
            f"{opened.version.name} has {counted(errors, 'error')} and is compared as far as it can be read.",
            stderr=True,
        )
    return opened


def print_unplaced(opened: OpenedVersion) -> None:
    """Say on stderr that a text is at hand in which the passages of an old version cannot be looked for."""
    if not opened.placed:
        name = opened.version.name or opened.map.name
        say(f"The passages of {name} cannot be placed: no fingerprints of its time are kept.", stderr=True)


def print_wrote(paths: Iterable[Path], *, as_json: bool = False, **told: object) -> None:
    """Tell the files written; as JSON under ``wrote``, behind what else is ``told``."""
    if as_json:
        print_json({**told, "wrote": [str(path) for path in paths]})
    else:
        show(*(line(f"Wrote {path}") for path in paths))


def _problem_line(problem: Problem) -> Line:
    place = ":".join([problem.file, *(str(n) for n in (problem.line, problem.column) if n)])
    before = f"{place}: " if place else ""
    return line(before, (problem.severity, _SEVERITIES[problem.severity]), f" {problem.code} {problem.words}")


def _escape(found: re.Match[str]) -> str:
    c = found[0]
    return c if c.isprintable() or c == "\u200d" else json.dumps(c)[1:-1]


def _is_terminal(stream: object) -> bool:
    isatty: Callable[[], bool] | None = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def _console(*, terminal: bool) -> Console:
    """A console as wide as the terminal; where there is none, wide enough for one line a record."""
    from rich.console import Console

    width = max(_NARROWEST, shutil.get_terminal_size().columns) if terminal else _WIDEST
    return Console(highlight=False, markup=False, emoji=False, force_terminal=terminal, width=width)


def _draw(told: Iterable[Told | RenderableType], terminal: Console) -> list[str]:
    with terminal.capture() as captured:
        for one in told:
            if isinstance(one, Line):
                terminal.print(*_wrap(one, terminal), sep="\n")
            else:
                terminal.print(_draw_grid(one) if isinstance(one, Grid) else one)
    return captured.get().removesuffix("\n").split("\n")


def _wrap(told: Line, terminal: Console) -> Iterator[Text]:
    """The rows of a line: whole where it fits, else under a hanging indent."""
    from rich.text import Text

    text = styled(*told.parts)
    width = terminal.width - len(told.guide)
    indent = min(told.indent, max(width, 0) // 2)
    room = width - indent
    rows = [text] if text.cell_len <= room else text.wrap(terminal, max(room - _HANG, 1), overflow="fold")
    for n, row in enumerate(rows):
        row.rstrip()
        drawn = Text(overflow="ignore", no_wrap=True)
        drawn.append(told.further if n else told.guide, "dim")
        yield drawn.append(" " * (indent + (_HANG if n else 0))).append_text(row)


def _draw_grid(grid: Grid) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2))
    for head in grid.heads:
        table.add_column(styled(head))
    for row in grid.rows:
        table.add_row(*(styled(*cell) for cell in row))
    return table


def _write(text: str, *, stderr: bool = False) -> None:
    """Write to the stream as it takes it; a full disk is told like any other file that cannot be written."""
    encoding = getattr(sys.stderr if stderr else sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.encode(encoding, "replace").decode(encoding)
    try:
        click.echo(text, nl=False, err=stderr, color=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(f"cannot write the answer: {error.strerror or error}") from error
