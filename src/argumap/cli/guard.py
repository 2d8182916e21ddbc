"""``argumap guard``: runs of words that a map, or any file, has copied from a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping


_SHOWN = 12


@click.command("guard", short_help="Find words copied from a source.")
@map_argument
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@source_option
@json_option
def command(map_path: str, files: tuple[Path, ...], sources: Mapping[str, Path], as_json: bool) -> int:
    """Find runs of words that MAP, or any FILE, shares with the sources of MAP. Exit code 1 if there are any.

    With a source at hand every run of seven words or more is found; without it, the lock file's sample finds
    longer stretches. A FILE that is itself one of the sources is passed over.

    \b
    Example: argumap guard graph/open-vs-closed-ai README.md --source article.txt
    """
    from argumap.cli._console import print_json, say
    from argumap.project import find_copied, load

    opened = load(map_path, sources).sound()
    found = list(find_copied(opened, files))
    if as_json:
        print_json([copy.to_dict() for copy in found])
        return int(bool(found))
    for copy in found:
        run = copy.run
        say(f"{copy.file}:{run.line}: {run.words} words in a row stand in a source: “{_shortened(run.text)}”")
    checked = f"{opened.name} and {counted(len(files), 'file')}" if files else opened.name
    how = "against the sources" if opened.articles else "against the lock's sample"
    runs = counted(len(found), "copied run") if found else "no copied runs"
    say(f"{checked} checked {how}: {runs}.", stderr=True)
    return int(bool(found))


def _shortened(text: str) -> str:
    """A long run by its beginning and its end, which is enough to find it."""
    words = text.split()
    return text if len(words) <= 2 * _SHOWN else " ".join([*words[:_SHOWN], "…", *words[-_SHOWN:]])


PLUGIN = CommandEntry("check", command)
