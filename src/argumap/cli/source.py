"""``argumap source``: the articles of a map, their units with locators, and the lock that proves them."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, parse_files, source_option
from argumap.errors import CallError
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.text import Article


@click.group("source", short_help="Show an article's units; lock the articles of a map.")
def command() -> None:
    """Show an article's units with their locators, and lock the articles of a map.

    \b
    Example: argumap source show article.txt
    """


@command.command("show", short_help="Print an article's units with their locators.")
@click.argument("place", metavar="FILE|MAP")
@source_option
@json_option
def show(place: str, sources: Mapping[str, Path], as_json: bool) -> None:
    """Print the units of an article, each with the locator that a map cites it by.

    FILE is an article (txt, md, html, docx, pdf, vtt, srt); with MAP all its sources at hand are shown. Last comes
    the language that it is read in, how that is known, and what is not watched in it.

    \b
    Example: argumap source show article.txt
    """
    from argumap.cli._console import print_json, say
    from argumap.cli._console import show as show_lines
    from argumap.project import open_articles, tell_left_out, tell_reading
    from argumap.told_lines import heading, line

    articles = open_articles(place, sources)
    if as_json:
        print_json([row for name, article in articles.items() for row in _rows(name, article)])
        return
    for name, article in articles.items():
        if len(articles) > 1:
            show_lines(heading(name))
        _print_units(article)
        show_lines(line(""))
        for sentence in [*tell_reading(name, article), *tell_left_out(article)]:
            say(sentence)
        for warning in article.warnings:
            say(str(warning), stderr=True)


def _rows(name: str, article: Article) -> list[Mapping[str, object]]:
    read = {"language": article.splitter.language.code, "splitter": article.splitter.version}
    return [
        {
            "source": name,
            "at": u.locator,
            "kind": u.kind,
            "start": u.start,
            "end": u.end,
            "text": u.text,
            **({"place": place} if (place := article.fragment_of(u)) else {}),
            **read,
        }
        for u in article.units
    ]


def _print_units(article: Article) -> None:
    from argumap.cli._console import show
    from argumap.told_lines import line

    width = max((len(unit.locator) for unit in article.units), default=0)
    told = []
    shown = ""
    for section in article.sections:
        if section.heading:
            told += [line(""), line(f"{section.heading.locator:<{width}}  ", (section.heading.text, "bold"))]
        for block in section.blocks:
            for unit in block.units:
                place = article.fragment_of(unit)
                if place != shown and place.startswith("page="):
                    told.append(line(("page " + place.removeprefix("page="), "dim")))
                    shown = place
                told.append(line((f"{unit.locator:<{width}}", "dim"), f"  {unit.text}"))
    show(*told)


@command.command("add", short_help="Lock the articles of a map.")
@map_argument
@source_option
@click.option(
    "--file/--no-file",
    "naming",
    default=None,
    help="Leave the article's path in the map (`file:`), so that --source need not be typed; or do not offer to.",
)
@click.option("--fetch", is_flag=True, help="Fetch the texts that are not at hand from the source's `url:`.")
@click.option(
    "--cite",
    "citations",
    metavar="[NAME=]FILE",
    multiple=True,
    callback=parse_files,
    help="Fill in title, authors, date, publisher, DOI and address from BibTeX or CSL JSON.",
)
@json_option
def add(
    map_path: str,
    sources: Mapping[str, Path],
    *,
    naming: bool | None,
    fetch: bool,
    citations: Mapping[str, Path],
    as_json: bool,
) -> None:
    """Write the lock file of MAP: a fingerprint without words of every unit of its sources.

    Sources that are not at hand keep the fingerprints they have. With --file the map names the articles that lie
    in its folder or in this one. With --fetch those are fetched whose source has an address; the map names the
    copy that is kept where git does not look.

    With --cite the sources get what a reference manager knows of them; what the map says already stays. That needs
    no text.

    \b
    Example: argumap source add graph/open-vs-closed-ai --source article.txt
    """
    if citations and not _cite(map_path, sources, citations, lock=fetch or bool(sources), as_json=as_json):
        return
    with ExitStack() as stack:
        fetched = _fetch_missing(map_path, sources, stack) if fetch else {}
        _lock(map_path, {**sources, **fetched}, naming=naming, loose=tuple(fetched), as_json=as_json)


def _cite(
    map_path: str, sources: Mapping[str, Path], citations: Mapping[str, Path], *, lock: bool, as_json: bool
) -> bool:
    """Fill in the sources; gives whether their texts are to be locked as well."""
    from argumap.cli._console import print_wrote, say
    from argumap.project import cite_sources, load

    opened = load(map_path, sources).sound()
    cited = cite_sources(opened, citations)
    print_wrote(cited.written, as_json=as_json, map=opened.name, filled=cited.filled, kept=cited.kept)
    for source_id, values in cited.filled.items() if not as_json else ():
        say(f"{source_id}: {joined(list(values)) or 'nothing'} filled in.")
        for key, value in cited.kept[source_id].items():
            say(f"{source_id}: {key} stays as the map has it; the citation says {value!r}.")
    return lock and not as_json


def _fetch_missing(map_path: str, sources: Mapping[str, Path], stack: ExitStack) -> dict[str, Path]:
    """The texts of sources that have an address and no text at hand, in a folder that goes with ``stack``."""
    from argumap.project import fetch_into, load

    opened = load(map_path, sources).sound()
    missing = {s.id: s.url for s in opened.record.sources if s.url and s.id not in opened.source_files}
    if not missing:
        raise CallError(
            f"{opened.name} has no source with an address (`url:`) whose text is not at hand; leave --fetch out"
        )
    folder = Path(stack.enter_context(TemporaryDirectory()))
    return {source_id: fetch_into(folder, url)[0] for source_id, url in missing.items()}


def _lock(
    map_path: str, sources: Mapping[str, Path], *, naming: bool | None, loose: Sequence[str], as_json: bool
) -> None:
    from argumap.cli._console import print_wrote, say
    from argumap.project import find_unnamed, load, lock_articles, tell_left_out

    opened = load(map_path, sources).sound().with_text().verified()
    units = {}
    for source_id, article in opened.articles.items():
        for warning in article.warnings:
            say(str(warning), stderr=True)
        kinds = [unit.kind for unit in article.units]
        units[source_id] = {kind: kinds.count(kind) for kind in ("sentence", "cell", "heading")}
        if not as_json:
            say(f"{source_id}: {', '.join(counted(n, kind) for kind, n in units[source_id].items())}")
            for sentence in tell_left_out(article):
                say(sentence)
    named = find_unnamed(opened)
    written = lock_articles(opened, naming=bool(naming), loose=loose)
    print_wrote(written, as_json=as_json, map=opened.name, units=units, files=named if naming else {})
    if not as_json and naming is not False:
        _tell_named(named, done=bool(naming))


def _tell_named(named: Mapping[str, str], *, done: bool) -> None:
    """Say what the map names as the texts of its sources since now, or would with ``--file``."""
    from argumap.cli._console import say

    listed = ", ".join(f"{source_id}: `file: {name}`" for source_id, name in named.items())
    if listed and done:
        say(f"The map names its text ({listed}), so --source need not be typed again.")
    elif listed:
        say(
            f"With --file this writes into the map where its text lies ({listed}), and --source need not be typed."
        )


PLUGIN = CommandEntry("make", command)
