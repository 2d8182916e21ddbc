"""``argumap why``: why a claim stands, falls or is undecided in its map, and what its strength is made of."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, judging_options, map_option


@click.command("why", short_help="Tell why a claim stands, falls or is undecided, and how strong it is.")
@click.argument("claim")
@map_option
@judging_options
@click.option(
    "--depth", type=click.IntRange(1), default=4, show_default=True, help="How deep the dispute is told."
)
@json_option
@click.option("--strict", is_flag=True, help="Exit 1 where a strength did not come to rest.")
def command(
    claim: str,
    map_paths: tuple[str, ...],
    semantics: str,
    as_: str | None,
    depth: int,
    as_json: bool,
    strict: bool,
) -> int:
    """Tell the verdict on CLAIM, the dispute that leads to it, what its strength is made of, and who says what.

    All of it speaks of the map, never of the truth.

    \b
    Example: argumap why keep-closed -m open-vs-closed-ai
    """
    from argumap.cli._asking import ask
    from argumap.cli._console import print_told
    from argumap.query import get_id

    asked = ask(map_paths)
    evaluation = asked.maps.evaluate(semantics, as_)
    explanation = evaluation.explain(get_id(asked.index, claim, "claim", "argument"), depth)
    print_told(explanation, as_json=as_json)
    asked.close(None if as_ else explanation.to_dict())
    return int(strict and not evaluation.converged)


PLUGIN = CommandEntry("ask", command)
