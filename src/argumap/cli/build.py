"""``argumap build``: everything that maps give, a folder each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, source_option, to_option
from argumap.errors import UnreadableMap
from argumap.folders import OUTPUT_FOLDER, output_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.project import Map
    from argumap.views import MapCard


@click.command("build", short_help="Check maps and write their pages, reports and graph.")
@click.argument("map_paths", metavar="[MAP]...", nargs=-1)
@source_option
@to_option
@click.option(
    "--publish", "publishing", is_flag=True, help="Leave out the text of the articles; refuse unseen items."
)
@click.option("--quotes", metavar="N", type=click.IntRange(0, 100), help="Publish so many words of each passage.")
@json_option
def command(
    map_paths: tuple[str, ...],
    sources: Mapping[str, Path],
    target: Path | None,
    publishing: bool,
    quotes: int | None,
    as_json: bool,
) -> int:
    """Check the maps and write their pages, their adjacency report, their graph and their snapshot.

    Without MAP all maps under graph/ are built. Each map has its folder in output/, or in the one that --to names,
    and where there are several index.html beside them leads to each; of a single MAP, --to names the folder
    itself. The pages of another map are not overwritten.

    A map whose file has errors, or whose article is another document, is not built: nothing of it is written, and
    the others are built nevertheless. Other errors, as of anchors and expectations, are told. Exit code 1 where
    there is any.

    With --publish no page and no file shows a word of an article, or with --quotes N at most N words of each
    passage, and the pages say so; a map in which anything is marked as unseen is not built.

    \b
    Example: argumap build graph/open-vs-closed-ai --source article.txt
    """
    from argumap.cli._console import print_json, print_wrote
    from argumap.project import find_named, is_one_map, load_each

    published = _count_published(quotes, publishing=publishing)
    alone = is_one_map(map_paths)
    several = not alone and len(find_named(map_paths)) > 1
    failed, built = False, []
    cards: list[MapCard] = []
    try:
        for opened in load_each(map_paths, sources):
            folder = _folder(opened.name, target, alone=alone)
            shown, written, sound = _build(opened, folder, published, several=several)
            failed |= not sound
            if written:
                built.append({"map": opened.name, "wrote": [str(path) for path in written]})
                cards += _find_cards(shown, several=several)
                print_wrote(() if as_json else written)
    finally:
        # The pages written so far lead to it, whatever stopped the rest.
        pages = _write_maps_page(cards, target or OUTPUT_FOLDER)
        print_wrote(() if as_json else pages)
    if as_json and (built or not alone):
        print_json(built[0] if alone else built)
    return int(failed)


def _find_cards(shown: Map, *, several: bool) -> list[MapCard]:
    from argumap.project import build_map_card

    return [build_map_card(shown)] if several else []


def _write_maps_page(cards: Sequence[MapCard], folder: Path) -> list[Path]:
    from argumap.project import write_maps_page

    return [write_maps_page(cards, folder)] if cards else []


def _count_published(quotes: int | None, *, publishing: bool) -> int | None:
    """How many words of each passage are published; None where the pages are not for publishing."""
    if quotes is not None and not publishing:
        raise click.UsageError("--quotes N says how much of each passage --publish leaves; give both")
    return (quotes or 0) if publishing else None


def _folder(name: str, target: Path | None, *, alone: bool) -> Path:
    return output_folder(name) if target is None else target if alone else target / name


def _build(opened: Map, folder: Path, published: int | None, *, several: bool) -> tuple[Map, list[Path], bool]:
    """Build one map, and tell of it: what is shown of it, what was written, whether nothing is an error."""
    from argumap.cli._console import print_problems, say, say_lines
    from argumap.project import build, build_published, publish, tell_check, tell_unreviewed

    problems = opened.check()
    try:
        opened.sound().verified()
    except UnreadableMap as error:
        say_lines("\n".join(map(str, error.problems)), stderr=True)
        return opened, [], False
    print_problems((p for p in problems if p.severity != "hint"), stderr=True)
    shown = opened
    if published is None:
        written = build(opened, folder, several=several)
    else:
        shown = publish(opened, published)
        written = build_published(shown, folder, several=several)
        say(tell_check(opened, published), stderr=True)
    for note in opened.notes:
        say(note, stderr=True)
    if told := tell_unreviewed(opened):
        say(told, stderr=True)
    return shown, written, not any(problem.severity == "error" for problem in problems)


PLUGIN = CommandEntry("show", command)
