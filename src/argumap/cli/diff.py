"""``argumap diff``: what changed between two versions of a map, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option


@click.command("diff", short_help="Tell what changed between two versions of a map.")
@click.argument("old", metavar="A")
@click.argument("new", metavar="[B]", required=False)
@click.option("--git", "revision", metavar="REV", help="Compare the map A as it stood in REV with A as it is.")
@json_option
@click.option("--markdown", "as_markdown", is_flag=True, help="Print a changelog in Markdown.")
@click.option("--page", metavar="FILE", type=click.Path(path_type=Path), help="Write a page that shows both.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed.")
def command(
    old: str,
    new: str | None,
    revision: str | None,
    as_json: bool,
    as_markdown: bool,
    page: Path | None,
    exit_code: bool,
) -> None:
    """Tell what changed from A to B: who leads and who says what new, then one line an edit and what follows.

    A and B are each a map, a snapshot (its file, or the beginning of its id) or a git revision of a map,
    written HEAD~3:graph/old-town-cars. Without B, the newest snapshot of the map A is compared with it.

    \b
    Example: argumap diff HEAD~3:graph/old-town-cars graph/old-town-cars
    """
    from argumap.cli._console import print_document, print_errors_of, print_json, print_wrote, say_lines
    from argumap.news import tell_news
    from argumap.phrases import ENGLISH
    from argumap.project import find_pair, open_version, pair_versions
    from argumap.snapshots import (
        write_difference_as_json,
        write_difference_as_markdown,
        write_difference_as_text,
    )

    if as_json and as_markdown:
        raise click.UsageError("--json and --markdown are two forms of the same; choose one")
    before, after = (print_errors_of(open_version(version)) for version in find_pair(old, new, revision))
    pair = pair_versions(before, after)
    difference = pair.difference
    if as_json:
        print_json(write_difference_as_json(difference))
    elif as_markdown:
        print_document(write_difference_as_markdown(difference))
    elif page is None:
        news = [] if difference.strange else tell_news(pair, ENGLISH)
        say_lines("\n".join([*news, *([""] if news else []), write_difference_as_text(difference)]))
    if page is not None:
        from argumap.files import write_whole
        from argumap.project import build_difference_page, spare_own

        for version in (before, after):
            spare_own(version.map, [page])
        path = write_whole(page, build_difference_page((before, after)))
        if not as_json and not as_markdown:
            print_wrote([path])
    if exit_code and difference.changes:
        raise click.exceptions.Exit(1)


PLUGIN = CommandEntry("keep", command)
