"""``argumap log``: the history of a map, from its snapshots or from git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument

if TYPE_CHECKING:
    from argumap.project import Step

_SHOWN = 10


@click.command("log", short_help="Tell the history of a map, newest first.")
@map_argument
@click.option("--git", "from_git", is_flag=True, help="Tell it from the commits that touched the map.")
@click.option("-n", "--limit", default=20, show_default=True, metavar="N", type=click.IntRange(1, 1000))
@json_option
def command(map_path: str, from_git: bool, limit: int, as_json: bool) -> None:
    """Tell what became of MAP, the newest version first: from its snapshots, or from git where it has none.

    \b
    Example: argumap log graph/old-town-cars --git
    """
    from argumap.cli._console import print_errors_of, print_json, say, say_lines
    from argumap.project import find_history, write_history

    history = find_history(map_path, from_git=from_git, limit=limit)
    for opened in history.opened:
        print_errors_of(opened)
    if as_json:
        print_json(write_history(history))
        return
    if not history.steps:
        say(f"{map_path} has no snapshot and no commit yet; argumap snapshot save {map_path} makes one")
    for step in history.steps:
        say_lines(_told(step))


def _told(step: Step) -> str:
    """The version in one line, what it changed below."""
    from argumap.news import tell_leads
    from argumap.phrases import ENGLISH
    from argumap.snapshots import SHORT_ID, tell_consequence, tell_edits

    head = "  ".join(part for part in (step.id[:SHORT_ID], step.date, " ".join(step.note.split())) if part)
    if step.pair is None or step.difference is None:
        return f"{head}\n    the first version"
    edits = tell_edits(step.difference.edits)
    lines = [f"    {edit}" for edit in edits[:_SHOWN]]
    more = [f"    … and {len(edits) - _SHOWN} more edits"] if len(edits) > _SHOWN else []
    difference = step.difference
    leads = [f"    → {line}" for line in tell_leads(step.pair, ENGLISH)]
    told = [f"    → {tell_consequence(c, difference.titles)}" for c in difference.consequences if c.outcome_moved]
    return "\n".join([head, *leads, *(lines or ["    nothing changed"]), *more, *told[:_SHOWN]])


PLUGIN = CommandEntry("keep", command)
