"""``argumap coverage``: which sentences of its sources a map cites, sets aside, or does not take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.anchoring import Coverage
    from argumap.project import Map


@click.command("coverage", short_help="Tell which sentences of its source a map does not take up.")
@map_argument
@source_option
@json_option
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit 1 below that share.")
def command(map_path: str, sources: Mapping[str, Path], as_json: bool, fail_under: float | None) -> int:
    """Tell, for each section, how many sentences and cells are cited, set aside, or not taken up.

    \b
    Example: argumap coverage graph/open-vs-closed-ai --fail-under 95
    """
    from argumap.cli._console import print_json
    from argumap.project import load

    opened = load(map_path, sources).sound()
    coverage = opened.covered()
    if as_json:
        print_json(coverage.to_dict())
    else:
        _print(opened, coverage)
    return int(fail_under is not None and 100 * coverage.share < fail_under)


def _print(opened: Map, coverage: Coverage) -> None:
    from rich.table import Table

    from argumap.cli._console import say, show, styled

    titles = {(s.source, s.at): s.title or "" for s in opened.record.sections}
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("section")
    for heading in ("cited", "set aside", "not taken up"):
        table.add_column(heading, justify="right")
    table.add_column("which")
    several = len(opened.record.sources) > 1
    for part in coverage.sections:
        name = f"{part.source}#{part.section}" if several else part.section
        title = styled(f"{name}  {titles.get((part.source, part.section), '')}")
        table.add_row(
            title, str(len(part.cited)), str(len(part.skipped)), str(len(part.open)), styled(" ".join(part.open))
        )
    show(table)
    say(
        f"{coverage.cited} of {coverage.total} sentences and cells cited, {coverage.skipped} set aside, "
        f"{coverage.open} not taken up: {100 * coverage.share:.0f} % covered."
    )


PLUGIN = CommandEntry("check", command)
