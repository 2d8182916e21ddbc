"""``argumap snapshot``: keep a map as it is, list what was kept, show it, verify it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option, to_option
from argumap.folders import snapshots_folder
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argumap.project import Map
    from argumap.snapshots import Damage, Entry, SnapshotStore


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
@click.option("--date", default="", metavar="DATE", help="A date for the log; none is taken from the clock.")
@click.option("--pages", is_flag=True, help="Keep its pages too.")
@source_option
@to_option
@json_option
def save(
    map_path: str,
    note: str,
    date: str,
    pages: bool,
    sources: Mapping[str, Path],
    target: Path | None,
    as_json: bool,
) -> None:
    """Keep MAP under output/<map>/snapshots/ (or in --to DIR), by the hash of its content.

    A map with errors is not kept. Saving a map that has not changed adds nothing to the log.

    \b
    Example: argumap snapshot save graph/old-town-cars --pages
    """
    from argumap.cli._console import print_json
    from argumap.project import build, load
    from argumap.snapshots import SHORT, build_snapshot

    map = load(map_path, sources).sound()
    store = _store(target or snapshots_folder(map.name))
    known = {entry.id for entry in store.read_log()}
    snapshot = build_snapshot(map.record)
    build_pages = (lambda folder: build(map, folder)) if pages else None
    entry = store.save(snapshot, map.evaluate(), note=note, date=date, build_pages=build_pages)
    if as_json:
        print_json({**_written(entry), "file": str(store.path(entry.id))})
        return
    kept = "" if not pages else f", its pages in {store.pages(entry.id)}"
    again = " (its content was kept before)" if entry.id in known else ""
    click.echo(f"Saved {entry.id[:SHORT]} in {store.folder}{again}{kept}")


@command.command("list", short_help="List the snapshots of a map, newest first.")
@map_argument
@kept_option
@json_option
def list_(map_path: str, target: Path | None, as_json: bool) -> None:
    """List the snapshots of MAP, the newest first.

    \b
    Example: argumap snapshot list graph/old-town-cars
    """
    from argumap.cli._console import print_json

    entries = _store_of(map_path, target).read_log()[::-1]
    if as_json:
        print_json([_written(entry) for entry in entries])
    elif not entries:
        click.echo(f"{map_path} has no snapshots yet; make one with: argumap snapshot save {map_path}")
    for entry in () if as_json else entries:
        click.echo(_line(entry))


@command.command("show", short_help="Show what a snapshot holds.")
@click.argument("name", metavar="SNAPSHOT")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print it as a map file, to have the map back.")
@json_option
def show(name: str, as_yaml: bool, as_json: bool) -> None:
    """Show what SNAPSHOT holds; name it by its file or the beginning of its id.

    \b
    Example: argumap snapshot show 3f9a --yaml > map.yaml
    """
    from argumap.cli._console import print_json
    from argumap.project import open_version, parse_snapshot
    from argumap.snapshots import SHAPES

    snapshot = open_version(parse_snapshot(name)).snapshot
    map = snapshot.map
    if as_yaml:
        from argumap.mapfile import write_map

        click.echo(write_map(map), nl=False)
        return
    counts = {shape.plural: len(getattr(map, shape.plural)) for shape in SHAPES.values()}
    if as_json:
        import json

        records = [json.loads(line) for line in snapshot.lines]
        print_json({"id": snapshot.id, "title": snapshot.title, "counts": counts, "records": records})
        return
    click.echo(f"{snapshot.id}\n{' '.join(snapshot.title.split())}")
    for plural, number in counts.items():
        click.echo(f"{number:>7} {plural.removesuffix('s') if number == 1 else plural}")


@command.command("verify", short_help="Check that what was kept is what is there.")
@map_argument
@source_option
@kept_option
@json_option
def verify(map_path: str, sources: Mapping[str, Path], target: Path | None, as_json: bool) -> None:
    """Hash every snapshot of MAP again, follow the log, find the newest one's passages in the article at hand.

    Exit code 1 tells that something is damaged or that a passage is no longer where the snapshot has it.

    \b
    Example: argumap snapshot verify graph/old-town-cars --source column.md
    """
    from argumap.cli._console import print_json
    from argumap.project import load
    from argumap.semantics import evaluate

    map = load(map_path, sources)
    store = _store(target or snapshots_folder(map.name))
    damages = store.find_damage(lambda snapshot: evaluate(snapshot.map))
    sound = not damages and bool(store.ids())
    passages = _find_lost(map, store, sources) if sound else []
    unread = sorted({source.id for source in map.record.sources} - set(map.articles))
    if as_json:
        print_json(
            {
                "snapshots": len(store.ids()),
                "damaged": [{"file": str(damage.file), "message": damage.message} for damage in damages],
                "passages": passages,
                "unread": unread,
            }
        )
    else:
        _print_findings(damages, passages, len(store.ids()), unread)
    if damages or passages:
        raise click.exceptions.Exit(1)


def _print_findings(
    damages: tuple[Damage, ...], passages: list[dict[str, str]], snapshots: int, unread: list[str]
) -> None:
    for damage in damages:
        click.echo(str(damage))
    for passage in passages:
        click.echo(f"{passage['node']}: the passage at {passage['source']}#{passage['at']} is {passage['state']}")
    if not damages:
        click.echo(f"{counted(snapshots, 'snapshot is', 'snapshots are')} whole.")
    if unread:
        click.echo(
            f"The text of {', '.join(unread)} is not at hand; passages were not looked for (--source FILE)."
        )


def _find_lost(map: Map, store: SnapshotStore, sources: Mapping[str, Path]) -> list[dict[str, str]]:
    """The passages of the newest snapshot that the articles at hand no longer have where it says."""
    from argumap.project import Map

    kept = Map.of(store.get("latest").map, map.name, map.folder, sources)
    return [
        {"node": state.node, "source": state.source, "at": state.at, "state": str(state.state)}
        for state in kept.anchor_states
        if state.state not in {"exact", "cosmetic"}
    ]


def _store_of(map_path: str, target: Path | None) -> SnapshotStore:
    from argumap.project import find_map, map_name

    return _store(target or snapshots_folder(map_name(find_map(map_path))))


def _store(folder: Path) -> SnapshotStore:
    from argumap.snapshots import SnapshotStore

    return SnapshotStore(folder)


def _line(entry: Entry) -> str:
    from argumap.snapshots import SHORT

    claims = counted(entry.claims, "claim")
    return "  ".join(part for part in (entry.id[:SHORT], entry.date, claims, " ".join(entry.note.split())) if part)


def _written(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "parent": entry.parent,
        "title": entry.title,
        "claims": entry.claims,
        "note": entry.note,
        "date": entry.date,
    }


PLUGIN = CommandEntry("keep", command)
