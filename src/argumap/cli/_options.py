"""The arguments and options that several commands share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# Any: a decorator takes a command with whatever parameters it has.
F = TypeVar("F", bound="Callable[..., Any]")


def listing(title: str, rows: Callable[[], Iterable[tuple[str, str]]]) -> type[click.Command]:
    """A command whose help ends with the names that may be asked for, each with what it is."""

    class Listing(click.Command):
        def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
            with formatter.section(title):
                formatter.write_dl(list(rows()))

    return Listing


def map_argument(function: F) -> F:
    """``MAP``: a map's file or folder, or its name under ``graph/``."""
    return click.argument("map_path", metavar="MAP")(function)


def maps_argument(function: F) -> F:
    """``[MAP]...`` beside `map_option`, for a command that asks for nothing else: it takes maps either way."""
    return click.argument("named", metavar="[MAP]...", nargs=-1)(function)


def map_option(function: F) -> F:
    """``-m MAP``, repeatable; without it a command speaks of all maps under ``graph/``."""
    return click.option(
        "-m",
        "--map",
        "map_paths",
        metavar="MAP",
        multiple=True,
        help="A map: its file, folder or name. Repeat for several; all maps under graph/ without it.",
    )(function)


def source_option(function: F) -> F:
    """``--source FILE`` or ``--source NAME=FILE``: the articles at hand, by source id (empty for the only one)."""
    return click.option(
        "--source",
        "sources",
        metavar="[NAME=]FILE",
        multiple=True,
        callback=parse_files,
        help="The article's text, for its passages; NAME=FILE where a map has several sources.",
    )(function)


def json_option(function: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(function)


def semantics_options(function: F) -> F:
    """``--semantics NAME`` chooses how strength is worked out; ``--no-evaluate`` leaves the figures out."""
    named = click.option(
        "--semantics", default="qe", show_default=True, metavar="NAME", help="How strength is worked out."
    )
    without = click.option(
        "--evaluate/--no-evaluate", "evaluated", default=True, help="With or without status and strength."
    )
    return named(without(function))


def judging_options(function: F) -> F:
    """``--semantics NAME`` and ``--as STAKEHOLDER``: how strength is worked out, and with whose base scores."""
    named = click.option(
        "--semantics", default="qe", show_default=True, metavar="NAME", help="How strength is worked out."
    )
    as_ = click.option(
        "--as", "as_", metavar="STAKEHOLDER", help="Take the base scores from a stakeholder's stances."
    )
    return named(as_(function))


def to_option(function: F) -> F:
    return click.option(
        "--to", "target", metavar="DIR", type=click.Path(path_type=Path), help="Write there instead of output/."
    )(function)


def parse_files(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> Mapping[str, Path]:
    """Files by the names before their ``=``; the empty name stands for the only source of a map."""
    pairs = (
        value.partition("=") if "=" in value and not Path(value).exists() else ("", "", value) for value in values
    )
    files: dict[str, Path] = {}
    for value in values:
        if re.match(r"(?:[a-z0-9-]+=)?https?:/", value, re.IGNORECASE):
            raise click.UsageError(
                f"{value} is an address, and --source takes files; write it into the map as `url:` of the source, "
                "then: argumap source add MAP --fetch"
            )
    for name, _, file in pairs:
        if name in files:
            what = f"the source {name}" if name else "one source"
            several = "" if name else "; where a map has several, write NAME=FILE for each"
            raise click.UsageError(f"{files[name]} and {file} are both given for {what}; name one{several}")
        files[name] = Path(file)
    return files
