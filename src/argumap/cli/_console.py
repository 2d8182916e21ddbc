"""Printing: rich text for people, JSON for programs, and where a command has written."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, TypeVar

import click

from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.console import Console

    from argumap.errors import Problem
    from argumap.project import OpenedVersion

    Opened = TypeVar("Opened", bound=OpenedVersion)


def console(*, stderr: bool = False) -> Console:
    """A console for people; rich leaves colour out where NO_COLOR is set or the output is no terminal."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=False)


def print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_problems(problems: Iterable[Problem], *, stderr: bool = False) -> None:
    """One line a problem, in the order of the files, as editors know to jump to them."""
    styles = {"error": "red", "warning": "yellow", "hint": "cyan"}
    for problem in sorted(problems, key=lambda p: p.order):
        place = ":".join([problem.file, *(str(n) for n in (problem.line, problem.column) if n)])
        severity = click.style(problem.severity, fg=styles[problem.severity])
        text = f"{place}: {severity} {problem.code} {problem.words}".removeprefix(": ")
        click.echo(text, err=stderr, color=None if not os.environ.get("NO_COLOR") else False)


def print_errors_of(opened: Opened) -> Opened:
    """Say on stderr that an old version has errors and is taken as far as it can be read, and give it back."""
    errors = sum(problem.severity == "error" for problem in opened.problems)
    if errors:
        note = f"{opened.version.name} has {counted(errors, 'error')} and is compared as far as it can be read."
        click.echo(note, err=True)
    return opened


def print_wrote(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"Wrote {path}")
