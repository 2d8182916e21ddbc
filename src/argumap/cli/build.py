"""``argumap build``: everything a map gives, in one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option, to_option
from argumap.folders import output_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@click.command("build", short_help="Check a map and write its pages, reports and graph.")
@map_argument
@source_option
@to_option
@json_option
def command(map_path: str, sources: Mapping[str, Path], target: Path | None, as_json: bool) -> int:
    """Check MAP and write its pages, its adjacency report, its graph and its snapshot.

    A map whose file has errors, or whose article is another document, is not built: nothing is written. Other
    errors, as of anchors and expectations, are told. Exit code 1 where there is any.

    \b
    Example: argumap build graph/open-vs-closed-ai --source article.txt
    """
    from argumap.cli._console import print_json, print_problems, print_wrote
    from argumap.project import build, load

    opened = load(map_path, sources)
    problems = opened.check()
    opened.sound().verified()
    print_problems((p for p in problems if p.severity != "hint"), stderr=True)
    written = build(opened, target or output_folder(opened.name))
    for note in opened.notes:
        click.echo(note, err=True)
    if as_json:
        print_json({"map": opened.name, "wrote": [str(path) for path in written]})
    else:
        print_wrote(written)
    return int(any(problem.severity == "error" for problem in problems))


PLUGIN = CommandEntry("show", command)
