"""``argumap check``: what is wrong with a map, each problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, source_option
from argumap.errors import Severity
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.project import CheckedMaps


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
    warnings and hints, but for those that the map accepts.

    \b
    Example: argumap check graph/open-vs-closed-ai --source article.txt
    """
    from argumap.cli._console import print_json, print_problems, say
    from argumap.project import check_maps, write_sarif

    checked = check_maps(map_paths, sources, hints=not quiet)
    match "json" if as_json else format_name:
        case "json":
            print_json([problem.to_dict() for problem in checked.problems])
        case "sarif":
            print_json(write_sarif(checked.problems))
        case _:
            print_problems(checked.folded)
            for note in checked.notes:
                say(note, stderr=True)
            say(_summary(checked), stderr=True)
    return int(checked.fails(strict=strict))


def _summary(checked: CheckedMaps) -> str:
    counts = ((severity, checked.count(severity)) for severity in Severity)
    told = ", ".join(counted(n, severity) for severity, n in counts if n)
    accepted = f", {checked.accepted} accepted" if checked.accepted else ""
    return f"{counted(len(checked.maps), 'map')} checked: {told or 'nothing wrong'}{accepted}."


PLUGIN = CommandEntry("check", command)
