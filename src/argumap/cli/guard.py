"""``argumap guard``: runs of words that a map, or any file, has copied from a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.anchoring import CopiedRun
    from argumap.project import Map

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
    from argumap.cli._console import print_json
    from argumap.project import load

    map = load(map_path, sources).sound().verified()
    found = list(_find(map, files))
    if as_json:
        print_json([{"file": file, "line": r.line, "words": r.words, "text": r.text} for file, r in found])
        return int(bool(found))
    for file, run in found:
        click.echo(f"{file}:{run.line}: {run.words} words in a row stand in a source: “{_shortened(run.text)}”")
    checked = f"{map.name} and {counted(len(files), 'file')}" if files else map.name
    how = "against the sources" if map.articles else "against the lock's sample"
    runs = counted(len(found), "copied run") if found else "no copied runs"
    click.echo(f"{checked} checked {how}: {runs}.", err=True)
    return int(bool(found))


def _find(map: Map, files: Sequence[Path]) -> Iterator[tuple[str, CopiedRun]]:
    from argumap.anchoring import Guard, find_copies, find_sampled
    from argumap.errors import NotAtHand
    from argumap.text import read_text

    own = {path.resolve() for path in map.source_files.values()}
    others = [file for file in files if file.resolve() not in own]
    if map.articles:
        guard = Guard(map.articles.values())
        for id, run in find_copies(map.record, guard):
            location = map.reading.locations.of(id)
            yield from [(location.file, _at(run, location.line))] if location else []
        for file in others:
            yield from ((str(file), run) for run in guard.find(read_text(file)))
    elif map.lock is not None:
        sample = [value for source in map.lock.sources.values() for value in source.sample]
        for file in [*map.reading.files, *others]:
            yield from ((str(file), run) for run in find_sampled(read_text(file), sample))
    else:
        raise NotAtHand(f"{map.name} has neither a source at hand nor a lock; give one with --source FILE")


def _shortened(text: str) -> str:
    """A long run by its beginning and its end, which is enough to find it."""
    words = text.split()
    return text if len(words) <= 2 * _SHOWN else " ".join([*words[:_SHOWN], "…", *words[-_SHOWN:]])


def _at(run: CopiedRun, line: int) -> CopiedRun:
    from dataclasses import replace

    return replace(run, line=line)


PLUGIN = CommandEntry("check", command)
