"""``argumap about``: what is said about a thing, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli._asking import ask, heading, line, named, padded, quote_option, quotes, show, stance_line
from argumap.cli._options import json_option, map_option, source_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from rich.console import RenderableType

    from argumap.cli._asking import Asked
    from argumap.query import Topic

GROUP = "ask"


@click.command("about", short_help="Tell what is said about a thing, and by whom.")
@click.argument("concept")
@map_option
@source_option
@quote_option
@json_option
def COMMAND(  # noqa: N802
    concept: str, map_paths: tuple[str, ...], sources: Mapping[str, Path], quoted: bool, as_json: bool
) -> None:
    """Tell the claims about CONCEPT, or a narrower concept, and who stands where on each.

    \b
    Example: argumap about deepseek-v3 -m open-vs-closed-ai
    """
    from argumap.cli._console import print_json
    from argumap.query import about

    asked = ask(map_paths, sources, quoted=quoted)
    topic = about(asked.index, concept)
    if as_json:
        print_json(asked.to_json(topic))
    else:
        show(*_told(asked, topic))


def _told(asked: Asked, topic: Topic) -> Iterator[RenderableType]:
    yield heading(topic.concept.label)
    if topic.narrower:
        yield padded(line(("with ", "dim"), ", ".join(node.label for node in topic.narrower)), 2)
    if not topic.remarks:
        yield padded(line("No claim of this map is about it."), 2)
    for remark in topic.remarks:
        through = ", ".join(node.label for node in remark.through)
        yield padded(line(*named(remark.claim), (f"  on {through}" if through else "", "dim")), 2)
        for stance in remark.stances:
            yield padded(stance_line(asked, stance), 6)
        if not remark.stances and remark.claim.at:
            yield padded(line((asked.places(remark.claim.at), "cyan")), 6)
        yield from quotes(asked, remark.claim.at, 6)
