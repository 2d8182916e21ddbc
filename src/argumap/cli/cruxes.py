"""``argumap cruxes``: the smallest changes that would turn a verdict, or bring two stakeholders together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_option

if TYPE_CHECKING:
    from argumap.semantics import Agreement, Cruxes


@click.command("cruxes", short_help="Tell what would turn a verdict, or make two stakeholders agree.")
@click.argument("names", metavar="CLAIM | A B", nargs=-1, required=True)
@map_option
@click.option("--semantics", default="qe", show_default=True, metavar="NAME", help="How strength is worked out.")
@json_option
def command(names: tuple[str, ...], map_paths: tuple[str, ...], semantics: str, as_json: bool) -> None:
    """Tell the smallest removals that turn the verdict on CLAIM, or what stakeholders A and B would have to
    give up to agree.

    Removals of one claim are found exactly; of two they are searched for, and the answer says how far.

    \b
    Example: argumap cruxes keep-closed -m open-vs-closed-ai
    """
    from argumap.cli._asking import ask, clean
    from argumap.cli._console import print_json
    from argumap.errors import CallError
    from argumap.query import get_id
    from argumap.semantics import evaluate

    if len(names) > 2:
        raise CallError(f"cruxes takes a claim or two stakeholders, not {len(names)} names")
    asked = ask(map_paths)
    evaluation = evaluate(asked.index, semantics)
    if len(names) == 1:
        found: Cruxes | Agreement = evaluation.cruxes(get_id(asked.index, names[0], "claim", "argument"))
    else:
        one, other = (get_id(asked.index, name, "stakeholder") for name in names)
        found = evaluation.cruxes_between(one, other)
    if as_json:
        print_json(found.to_dict())
    else:
        for told in found.text().splitlines():
            click.echo(clean(told))


PLUGIN = CommandEntry("ask", command)
