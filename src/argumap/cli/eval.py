"""``argumap eval``: how far a draft is right by a gold map of the same article."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option


@click.command("eval", short_help="Tell how far a draft is right by a gold map, and where it is not.")
@click.argument("draft", metavar="DRAFT")
@click.argument("gold", metavar="GOLD")
@click.option("--figures", is_flag=True, help="Leave out where the maps differ.")
@json_option
def command(draft: str, gold: str, figures: bool, as_json: bool) -> None:
    """Compare the map DRAFT with the map GOLD of the same article.

    Told are who says what in whose voice, what bears on what, for or against, which answers there are and which
    sentences are cited: each with its precision and recall, and every difference. Of two people's maps the kappa
    tells how far they agree beyond chance.

    Both may be folders of maps: each is compared with that of its name, and all together.

    \b
    Example: argumap eval graph/my-draft graph/old-town-cars
    """
    from argumap.cli._console import print_json, show
    from argumap.project import score_maps

    scores = score_maps(draft, gold)
    if as_json:
        print_json(scores.to_dict(misses=not figures))
    else:
        show(*scores.lines(misses=not figures))


PLUGIN = CommandEntry("make", command)
