"""``argumap formats``: the formats a map can be taken from and handed on in, and what each of them keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEADS = ("name", "tool", "goes", "what stays behind")
_GAP = 2
_NARROWEST = 24
_WIDEST = 100


@click.command("formats", short_help="List the formats of other tools, and what each keeps.")
@click.argument("word", metavar="[NAME]", default="")
@click.option("--features", is_flag=True, help="Show feature by feature what comes back through each format.")
@json_option
def command(word: str, *, features: bool, as_json: bool) -> None:
    """List the formats that are read and written, and what stays behind in each.

    With NAME, which is a format's or a tool's, show one whole: its files, its calls, and what it keeps. What comes
    back through a format that is read and written is measured, by writing a small map that has every feature and
    reading it again.

    \b
    Example: argumap formats kialo
    """
    from argumap.cli._console import print_json
    from argumap.project import find_formats, order_formats

    if features and word:
        raise click.UsageError("--features shows all formats; leave it out to see one")
    names = find_formats(word) if word else None
    if as_json:
        from argumap.formats import FORMATS

        rows = [_row(name) for name in (names or order_formats(FORMATS))]
        print_json(rows[0] if word and (len(rows) == 1 or rows[0]["name"] == word.casefold()) else rows)
    elif features:
        _show_features()
    elif names and (len(names) == 1 or names[0] == word.casefold()):
        _show_sheet(names[0])
        _show_ways("Others for the same files or tool:", names[1:])
    else:
        _show_guide(names)
        _show_ways("What each reads and writes:", names or ())


def _find_width() -> int:
    from shutil import get_terminal_size

    return min(get_terminal_size((_WIDEST, 24)).columns, _WIDEST)


def _show_guide(names: Sequence[str] | None) -> None:
    from argumap.cli._console import say, show
    from argumap.formats import FORMATS
    from argumap.project import build_format_guide
    from argumap.told_lines import line

    guide = build_format_guide(names or FORMATS)
    rows = [told for lines in guide.values() for told in lines]
    cells = [_HEADS[:3], *((r.name, r.tool, r.ways) for r in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    gap = " " * _GAP
    room = max(_find_width() - sum(widths) - 4 * _GAP, _NARROWEST)

    def write(*cells: str) -> str:
        return gap.join([gap + cells[0].ljust(widths[0]), *map(str.ljust, cells[1:3], widths[1:]), cells[3]])

    told = [line((write(*_HEADS), "dim"))]
    for family, lines in guide.items():
        told.append(line((family.capitalize(), "bold")))
        told += [line(write(r.name, r.tool, r.ways, r.tell_misses(room))) for r in lines]
    show(*told)
    say("")
    say("One whole: argumap formats NAME, a format's or a tool's.")
    say("Take over: argumap import FILE.   Hand on: argumap export MAP --to NAME.")


def _show_ways(heading: str, names: Sequence[str]) -> None:
    from argumap.cli._console import say
    from argumap.project import tell_ways

    for n, told in enumerate(tell_ways(names)):
        if n == 0:
            say(heading)
        say(told, indent=2)


def _show_sheet(name: str) -> None:
    from argumap.cli._console import say
    from argumap.formats import FORMATS
    from argumap.project import MARKS, FormatSheet

    plug_in = FORMATS[name]
    sheet = FormatSheet(name, plug_in)
    say((name, "bold"), f": {plug_in.title}")
    facts = [("tool", plug_in.tool or plug_in.title), ("family", str(plug_in.family))]
    files = "a folder of notes" if plug_in.folder else ", ".join(plug_in.suffixes)
    for head, words in [*facts, ("files", files), *sheet.tell_calls()]:
        say(f"{head:<8}", words, indent=2)
    for sentence in sheet.tell_limits():
        say(sentence, indent=2)
    if plug_in.read and plug_in.aside:
        say(f"On the way in no map holds {', '.join(plug_in.aside)}: kept aside, told, and given back.", indent=2)
    if sheet.kept:
        say("Of a map comes back, measured:")
        for fidelity, features in sheet.kept.items():
            say(f"{MARKS[fidelity]} {fidelity}: {', '.join(features) or 'nothing'}", indent=2)
        if sheet.plainly:
            say(f"{', '.join(sheet.plainly)}: only of a map that is nothing but names and attacks.", indent=2)
    elif plug_in.write:
        say(f"On the way out stays behind: {', '.join(plug_in.loses) or 'nothing'}.")


def _show_features() -> None:
    from rich.table import Table

    from argumap.cli._console import say, show
    from argumap.project import LEGEND, build_fidelity_tables

    width = _find_width()
    for whole in build_fidelity_tables():
        for part in whole.split(width):
            table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
            table.add_column(part.family)
            for name in part.formats:
                table.add_column(name, justify="center", no_wrap=True)
            for feature, marks in part.rows:
                table.add_row(feature, *marks)
            show(table)
            for told in part.tell_alike():
                say(told)
            say("")
    say(LEGEND)


def _row(name: str) -> Mapping[str, object]:
    from argumap.formats import FORMATS
    from argumap.project import Fidelity, measure

    plug_in = FORMATS[name]
    measured = measure(plug_in)
    lost = [feature for feature, kept in measured.items() if kept is Fidelity.LOST]
    return {
        "name": name,
        "title": plug_in.title,
        "tool": plug_in.tool or plug_in.title,
        "family": plug_in.family,
        "suffixes": list(plug_in.suffixes),
        "reads": plug_in.read is not None,
        "writes": plug_in.write is not None,
        "loses": lost or list(plug_in.loses),
        "aside": list(plug_in.aside),
        "features": measured,
    }


PLUGIN = CommandEntry("exchange", command)
