"""``argumap verdict``: who leads on an issue, by what, what would turn it, and how much of it the map added."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_option


@click.command("verdict", short_help="Tell which answer to an issue leads, by what, and what would turn it.")
@click.argument("issue", required=False)
@map_option
@click.option(
    "--standard",
    metavar="STANDARD",
    help="Tell which answers hold by it: reason, balance, clear, unanswered or backed, from lax to strict.",
)
@click.option(
    "--lights",
    multiple=True,
    metavar="WHO|all",
    help="Tell who leads on a stakeholder's own case alone, beside the map. Repeatable.",
)
@click.option("--own-steps", is_flag=True, help="Leave out the steps that the map added to its source.")
@json_option
def command(
    issue: str | None,
    map_paths: tuple[str, ...],
    standard: str | None,
    lights: tuple[str, ...],
    own_steps: bool,
    as_json: bool,
) -> None:
    """Tell which answer to ISSUE leads, how many reasons stand for each and how many objections to it are
    unanswered, and what would change that. Without ISSUE, who leads on every issue; for a claim, what became of
    it.

    A caution comes first where who leads hangs on steps that are the map's own, or on how reasons are added up.
    All of it speaks of the map, never of the truth.

    \b
    Example: argumap verdict release -m open-vs-closed-ai
    Example: argumap verdict release --lights all -m open-vs-closed-ai
    """
    from argumap.cli._asking import ask
    from argumap.cli._console import print_json, show

    asked = ask(map_paths)
    verdict = asked.maps.find_verdict(issue, standard=standard, lights=lights, own_steps=own_steps)
    if as_json:
        print_json(verdict.to_dict())
    else:
        show(*verdict.lines())
    if lights:
        asked.close()


PLUGIN = CommandEntry("ask", command)
