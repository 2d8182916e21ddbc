"""``argumap explain``: what a problem means, an example of it, and what puts it right."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option


@click.command("explain", short_help="Tell what a problem means and what puts it right.")
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@json_option
def command(codes: tuple[str, ...], as_json: bool) -> None:
    """Tell what the problem CODE means, with an example, how much it weighs, and what puts it right.

    CODE is what `argumap check` prints before a message, as AM322, am322 or 322. Without it all are listed.

    \b
    Example: argumap explain AM322
    """
    from argumap.cli._console import print_json, say_lines
    from argumap.problem_facts import get_facts, parse_codes, read_facts

    told = [get_facts(code) for given in codes for code in parse_codes(given)] or list(read_facts().values())
    if as_json:
        print_json([facts.to_dict() for facts in told])
    elif codes:
        say_lines("\n\n\n".join(facts.text() for facts in told))
    else:
        say_lines("\n".join(f"{facts.code}  {facts.severity:<7}  {facts.means}" for facts in told))


PLUGIN = CommandEntry("check", command)
