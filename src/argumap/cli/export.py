"""``argumap export``: a map in another tool's format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, semantics_options, source_option

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command("export", short_help="Write a map in another format.")
@map_argument
@click.option("--to", "format_name", metavar="FORMAT", required=True, help="One of `argumap formats`.")
@click.option(
    "-o", "--output", "target", metavar="FILE", help="Write there; - for standard output (one file only)."
)
@source_option
@semantics_options
@click.option("--base", default="", metavar="ADDRESS", help="Where the map is to be on the web, for linked data.")
@click.option("--strict", is_flag=True, help="Fail where the format cannot hold what the map has.")
@json_option
def command(
    map_path: str,
    format_name: str,
    target: str | None,
    sources: Mapping[str, Path],
    semantics: str,
    evaluated: bool,
    base: str,
    strict: bool,
    as_json: bool,
) -> None:
    """Write MAP in another format, with what is known of its passages and of what stands.

    Without -o the file goes to output/<map>/<map>.<suffix>. What the format has no place for is told.

    \b
    Example: argumap export graph/open-vs-closed-ai --to node-link
    """
    from argumap.cli._console import print_document, print_wrote, say
    from argumap.project import export_map, get_writer, load

    if as_json and target == "-":
        raise click.UsageError("--json tells what was written and -o - prints it; choose one")
    if target == "":
        raise click.UsageError("-o names no file; leave it out to write to output/")
    get_writer(format_name)
    opened = load(map_path, sources).sound()
    exported = export_map(opened, format_name, semantics if evaluated else None, base=base, strict=strict)
    loses = exported.losses
    if base and not exported.format.linked:
        say(f"--base is left aside: {format_name} writes no addresses.", stderr=True)
    if target == "-":
        print_document(exported.single())
    else:
        written = exported.write(Path(target) if target else None)
        print_wrote(written, as_json=as_json, map=opened.name, format=format_name, loses=list(loses))
    if loses and not as_json:
        # Of a format that is not read back nobody knows what of this very map is missing.
        told = f"Left out, as {format_name} has no place for it"
        if exported.format.loses:
            told = f"{format_name} has no place for these, where the map has them"
        say(f"{told}: {', '.join(loses)}.", stderr=True)


PLUGIN = CommandEntry("exchange", command)
