"""``argumap check``: what is wrong with a map, each problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, source_option
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.errors import Problem


@click.command("check", short_help="Tell what is wrong with a map, and where.")
@click.argument("map_paths", metavar="[MAP]...", nargs=-1)
@source_option
@click.option("--format", "format_name", type=click.Choice(["text", "json", "sarif"]), default="text")
@json_option
@click.option("--strict", is_flag=True, help="Warnings and hints fail the check as well.")
@click.option("-q", "--quiet", is_flag=True, help="Leave hints out.")
def command(
    map_paths: tuple[str, ...],
    sources: Mapping[str, Path],
    format_name: str,
    as_json: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Tell what is wrong with the maps, each problem with file, line, column and remedy.

    Without MAP all maps under graph/ are checked. Exit code 1 where there is an error; with --strict also for
    warnings and hints.

    \b
    Example: argumap check graph/open-vs-closed-ai --source article.txt
    """
    from argumap.cli._console import print_json, print_problems
    from argumap.project import load_all

    maps = load_all(map_paths, sources)
    problems = [p for opened in maps.values() for p in opened.check() if not (quiet and p.severity == "hint")]
    match "json" if as_json else format_name:
        case "json":
            print_json([_row(problem) for problem in sorted(problems, key=lambda p: p.order)])
        case "sarif":
            print_json(_sarif(sorted(problems, key=lambda p: p.order)))
        case _:
            print_problems(problems)
            for note in (note for opened in maps.values() for note in opened.notes):
                click.echo(note, err=True)
            click.echo(_summary(problems, len(maps)), err=True)
    failing = problems if strict else [p for p in problems if p.severity == "error"]
    return 1 if failing else 0


def _summary(problems: Sequence[Problem], maps: int) -> str:
    counts = [(s, sum(p.severity == s for p in problems)) for s in ("error", "warning", "hint")]
    told = ", ".join(counted(n, word) for word, n in counts if n)
    return f"{counted(maps, 'map')} checked: {told or 'nothing wrong'}."


def _row(problem: Problem) -> Mapping[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
    }


def _sarif(problems: Sequence[Problem]) -> Mapping[str, object]:
    """SARIF 2.1.0, which code hosts show beside the lines."""
    from urllib.parse import quote

    levels = {"error": "error", "warning": "warning", "hint": "note"}
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
                        "level": levels[p.severity],
                        "message": {"text": p.message},
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


PLUGIN = CommandEntry("check", command)
