"""``argumap about``: what is said about a thing, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking, named, quotes, stance_line
from argumap.cli._console import heading, line, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line
    from argumap.query import About


@click.command("about", short_help="Tell what is said about a thing, and by whom.")
@click.argument("concept")
@asking
def command(asked: Asked, concept: str) -> None:
    """Tell the claims about CONCEPT, or a narrower concept, and who stands where on each.

    \b
    Example: argumap about deepseek-v3 -m open-vs-closed-ai
    """
    from argumap.query import about

    asked.answer(about(asked.index, concept), _told)


def _told(asked: Asked, topic: About) -> Iterator[Line]:
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


PLUGIN = CommandEntry("ask", command)
