"""``argumap export``: a map in another tool's format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import map_argument, semantics_options, source_option
from argumap.folders import output_folder

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
@click.option("--strict", is_flag=True, help="Fail where the format cannot hold what the map has.")
def command(
    map_path: str,
    format_name: str,
    target: str | None,
    sources: Mapping[str, Path],
    semantics: str,
    evaluated: bool,
    strict: bool,
) -> None:
    """Write MAP in another format, with what is known of its passages and of what stands.

    Without -o the file goes to output/<map>/<map>.<suffix>. What the format has no place for is told.

    \b
    Example: argumap export graph/open-vs-closed-ai --to node-link
    """
    from argumap.cli._console import print_wrote
    from argumap.errors import CallError
    from argumap.formats import FORMATS, Export
    from argumap.project import load

    plug_in = FORMATS[format_name]
    if plug_in.write is None:
        raise CallError(f"{plug_in.title} is only read; see `argumap formats`")
    opened = load(map_path, sources).sound()
    if strict and plug_in.loses:
        raise CallError(
            f"{plug_in.title} has no place for {', '.join(plug_in.loses)}; leave --strict out to go on"
        )
    statuses = opened.statuses(semantics) if evaluated else {}
    files = plug_in.files(plug_in.write(Export(opened.record, opened.anchors, statuses)))
    if target == "-":
        if len(files) > 1:
            raise CallError(
                f"{plug_in.title} takes {len(files)} files; name one with -o and the others stand beside it"
            )
        click.echo(next(iter(files.values())), nl=False)
        return
    base = Path(target) if target else output_folder(opened.name) / f"{opened.name}{plug_in.suffixes[0]}"
    print_wrote(_write(base, plug_in.suffixes[0], files))
    if plug_in.loses:
        click.echo(f"Left out, for {plug_in.title} has no place for it: {', '.join(plug_in.loses)}.", err=True)


def _write(base: Path, first: str, files: Mapping[str, str]) -> list[Path]:
    """One file as it was named; several by their suffixes beside each other."""
    from argumap.files import write_whole

    if len(files) == 1:
        return [write_whole(base, next(iter(files.values())))]
    stem = base.name.removesuffix(first).removesuffix(base.suffix)
    return [write_whole(base.with_name(f"{stem}{suffix}"), text) for suffix, text in files.items()]


PLUGIN = CommandEntry("exchange", command)
