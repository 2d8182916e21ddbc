"""``argumap report``: one report of a map, as Markdown, CSV or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, listing, semantics_options, source_option, to_option
from argumap.folders import output_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def _reports() -> Iterable[tuple[str, str]]:
    from argumap.reports import REPORTS

    return ((name, report.title) for name, report in REPORTS.items())


@click.command("report", cls=listing("Reports", _reports), short_help="Write or print one report of a map.")
@click.argument("name", metavar="REPORT")
@click.argument("map_path", metavar="MAP")
@click.option(
    "--format", "format_name", metavar="FORMAT", help="md, csv or json; prints that one instead of writing all."
)
@source_option
@to_option
@semantics_options
@json_option
def command(
    name: str,
    map_path: str,
    format_name: str | None,
    sources: Mapping[str, Path],
    target: Path | None,
    semantics: str,
    evaluated: bool,
    as_json: bool,
) -> None:
    """Write one report of MAP in all its formats, or print one of them.

    MAP may be an old version: a snapshot (its file, or the beginning of its id) or a git revision of a map,
    written HEAD~3:graph/old-town-cars.

    \b
    Example: argumap report adjacency graph/old-town-cars --format md
    """
    from argumap.cli._console import print_document, print_errors_of, print_unplaced, print_wrote
    from argumap.errors import NotFound
    from argumap.project import build_report, open_version, parse_version, write_files

    version = print_errors_of(open_version(parse_version(map_path), sources))
    print_unplaced(version)
    opened = version.map
    written = build_report(opened, name, semantics if evaluated else None)
    if format_name is None:
        folder = target or output_folder(opened.name)
        paths = write_files(opened, {folder / f"{name}.{s}": text for s, text in written.items()}, folder)
        print_wrote(paths, as_json=as_json, map=opened.name, report=name)
        return
    if as_json:
        raise click.UsageError("--json tells what was written and --format prints a report; choose one")
    if format_name not in written:
        raise NotFound(f"the {name} report has no format {format_name!r}; it has {', '.join(written)}")
    print_document(written[format_name])


PLUGIN = CommandEntry("show", command)
