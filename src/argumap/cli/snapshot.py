"""``argumap snapshot``: keep a map as it is, list what was kept, show it, verify it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argumap.project import Verified
    from argumap.snapshots import LogEntry


def kept_option(function: Callable[..., None]) -> Callable[..., None]:
    """``--to DIR``: the folder that the snapshots were saved to, where it is not that of the map."""
    return click.option(
        "--to",
        "target",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Where they were saved with --to, if not in output/<map>/snapshots/.",
    )(function)


@click.group("snapshot", short_help="Keep a map as it is, and look after what was kept.")
def command() -> None:
    """Keep a map as it is, under the hash of its content; list, show and verify what was kept.

    \b
    Example: argumap snapshot save graph/old-town-cars --note "before the council met"
    """


@command.command("save", short_help="Keep a map as it is now.")
@map_argument
@click.option("--note", default="", metavar="TEXT", help="A word on why it is kept.")
@click.option(
    "--date",
    default="",
    metavar="DATE",
    help="Its day, as 2025-03-31, for log and timeline; none is taken from the clock.",
)
@click.option("--pages", is_flag=True, help="Keep its pages too.")
@click.option("--force", is_flag=True, help="Keep it though passages are not proved; the log says so.")
@source_option
@click.option(
    "--to",
    "target",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Keep it there instead of output/<map>/snapshots/.",
)
@json_option
def save(
    map_path: str,
    note: str,
    date: str,
    pages: bool,
    force: bool,
    sources: Mapping[str, Path],
    target: Path | None,
    as_json: bool,
) -> None:
    """Keep MAP under output/<map>/snapshots/ (or in --to DIR), by the hash of its content.

    A map with errors is not kept, in its files or, where its article is at hand, in its passages; with --force
    passages may be wrong, and the log says so. Saving a map that has not changed adds nothing to the log, unless
    --note or --date is given.

    \b
    Example: argumap snapshot save graph/old-town-cars --pages
    """
    from argumap.cli._console import print_json, say
    from argumap.project import load, save_snapshot
    from argumap.snapshots import SHORT_ID

    opened = load(map_path, sources)
    saved = save_snapshot(opened, target, note=note, date=date, pages=pages, force=force)
    store, entry = saved.store, saved.entry
    for told in opened.notes:
        say(told, stderr=True)
    if as_json:
        print_json({**entry.to_dict(), "file": str(store.path(entry.id))})
        return
    kept = "" if not pages else f", its pages in {store.pages(entry.id)}"
    again = " (its content was kept before)" if saved.again else ""
    wrong = f"; {counted(entry.errors, 'error stands', 'errors stand')} in its passages" if entry.errors else ""
    say(f"Saved {entry.id[:SHORT_ID]} in {store.folder}{again}{kept}{wrong}")


@command.command("list", short_help="List the snapshots of a map, newest first.")
@map_argument
@kept_option
@json_option
def list_(map_path: str, target: Path | None, as_json: bool) -> None:
    """List the snapshots of MAP, the newest first.

    \b
    Example: argumap snapshot list graph/old-town-cars
    """
    from argumap.cli._console import print_json, say
    from argumap.project import open_store

    entries = open_store(map_path, target).read_log()[::-1]
    if as_json:
        print_json([entry.to_dict() for entry in entries])
    elif not entries:
        say(f"{map_path} has no snapshots yet; make one with: argumap snapshot save {map_path}")
    for entry in () if as_json else entries:
        say(_line(entry))


@command.command("show", short_help="Show what a snapshot holds.")
@click.argument("name", metavar="SNAPSHOT")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print it as a map file, to have the map back.")
@json_option
def show(name: str, as_yaml: bool, as_json: bool) -> None:
    """Show what SNAPSHOT holds; name it by its file or the beginning of its id.

    \b
    Example: argumap snapshot show 3f9a --yaml > map.yaml
    """
    from argumap.cli._console import print_document, print_json, say
    from argumap.cli._console import show as show_lines
    from argumap.project import open_version, parse_snapshot
    from argumap.told_lines import line

    snapshot = open_version(parse_snapshot(name)).snapshot
    if as_yaml:
        from argumap.mapfile import write_map

        print_document(write_map(snapshot.map))
        return
    if as_json:
        print_json(snapshot.to_dict())
        return
    show_lines(line(snapshot.id), line(" ".join(snapshot.title.split())))
    for plural, number in snapshot.counts.items():
        say(f"{number:>7} {plural.removesuffix('s') if number == 1 else plural}")


@command.command("verify", short_help="Check that what was kept is what is there.")
@map_argument
@click.option("--renew", is_flag=True, help="Write figures anew that this argumap works out otherwise.")
@source_option
@kept_option
@json_option
def verify(map_path: str, renew: bool, sources: Mapping[str, Path], target: Path | None, as_json: bool) -> None:
    """Hash every snapshot of MAP again, follow the log, find the newest one's passages in the article at hand.

    Exit code 1 tells that something is damaged or that a passage is no longer where the snapshot has it.

    \b
    Example: argumap snapshot verify graph/old-town-cars --source column.md
    """
    from argumap.cli._console import print_json
    from argumap.project import load, verify_snapshots

    verified = verify_snapshots(load(map_path, sources), target, sources, renew=renew)
    if as_json:
        print_json(verified.to_dict())
    else:
        _print_findings(verified)
    if not verified.sound:
        raise click.exceptions.Exit(1)


def _print_findings(verified: Verified) -> None:
    from argumap.cli._console import say

    for damage in verified.damages:
        say(str(damage))
    for state in verified.lost:
        say(f"{state.node}: the passage at {state.source}#{state.at} is {state.state}")
    if verified.renewed:
        say(f"The figures of {counted(verified.renewed, 'snapshot were', 'snapshots were')} written anew.")
    if not verified.damages:
        say(f"{counted(verified.snapshots, 'snapshot is', 'snapshots are')} whole.")
    if not verified.placed:
        say("The passages of the newest cannot be placed: no fingerprints of its time are kept.")
    if verified.unread:
        unread = ", ".join(verified.unread)
        say(f"The text of {unread} is not at hand; passages were not looked for (--source FILE).")


def _line(entry: LogEntry) -> str:
    from argumap.snapshots import SHORT_ID

    claims = counted(entry.claims, "claim")
    return "  ".join(part for part in (entry.id[:SHORT_ID], entry.date, claims, entry.remark) if part)


PLUGIN = CommandEntry("keep", command)
