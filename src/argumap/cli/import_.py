"""``argumap import``: maps taken over from other tools' files."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.errors import ArgumapError
    from argumap.project import ImportedMap

_SHOWN = 3
_LINES = 40


def _parse_columns(_: click.Context, __: click.Parameter, said: Sequence[str]) -> dict[str, str]:
    """What each column is for; a heading may hold a comma, so a part without a sign belongs to the one before."""
    columns: dict[str, str] = {}
    last = ""
    for part in (part for each in said for part in each.split(",")):
        use, sign, name = part.partition("=")
        if sign:
            last = use.strip()
            if last in columns:
                raise click.BadParameter(f"{last!r} stands twice; name one column for it")
            columns[last] = name.strip()
        elif last:
            columns[last] += f",{part}"
        elif not part.strip():
            raise click.BadParameter("it says nothing; write text=Statement")
        else:
            raise click.BadParameter(f"{part!r} says no use; write text={part}")
    return columns


@click.command("import", short_help="Take over maps from other tools.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--from", "format_name", metavar="FORMAT", help="One of `argumap formats`; else the content tells.")
@click.option("--as", "place", metavar="NAME", help="The map's name or folder; else the file's name.")
@click.option(
    "--columns",
    metavar="USE=NAME,...",
    multiple=True,
    callback=_parse_columns,
    help="What the columns of a table are for, by heading or number: text=Statement,parent=3.",
)
@click.option("--strict", is_flag=True, help="Take over only what a map holds as it is.")
@click.option("--dry-run", is_flag=True, help="Tell what would come, and write nothing.")
@json_option
def command(
    files: Sequence[Path],
    format_name: str | None,
    place: str | None,
    columns: Mapping[str, str],
    *,
    strict: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take over each FILE as a map under graph/, and tell what came, and what no map holds.

    What the columns of a table were taken for is told; --columns says it otherwise, and --dry-run tells it before
    anything is written.

    What a map has no key for is kept beside it in origin.jsonl, and goes back where it came from with `export`.

    The same command with a newer file works it into the map that is there: what only the file changed changes,
    what you changed stays, and where both did, that is told. `argumap review MAP --do undo` takes it back.

    \b
    Example: argumap import nodeset.json --as question-time
    """
    from argumap.cli._console import print_json, say
    from argumap.project import import_files

    done = import_files(files, format_name, place, strict=strict, columns=columns, trial=dry_run)
    if as_json:
        print_json(
            {
                "maps": [imported.to_dict() for imported in done.maps],
                "failed": [_describe_failure(file, error) for file, error in done.failed.items()],
            }
        )
    else:
        for imported in done.maps:
            _tell(imported)
        for file, error in done.failed.items():
            say(_tell_failure(file, error), stderr=True)
        if len(files) > 1:
            say(
                f"{counted(len(done.maps), 'file')} {'read' if dry_run else 'taken over'}, {len(done.failed)} not."
            )
        if dry_run and done.maps:
            say("Nothing was written; leave --dry-run out to take it over.")
    if done.failed:
        raise click.exceptions.Exit(max(error.exit_code for error in done.failed.values()))


def _tell_failure(file: str, error: ArgumapError) -> str:
    """Why a file did not come in, with the file and the line named once."""
    line = _find_line(file, error)
    place = f"{file}:{line}" if line else file
    return str(error) if str(error).startswith(file) else f"{place}: {error}"


def _find_line(file: str, error: ArgumapError) -> int:
    """The line in the file that was named; 0 where the error is in another, as in what lies beside a map."""
    own = Path(getattr(error, "file", "")).name in {"", Path(file).name}
    return getattr(error, "line", 0) if own else 0


def _describe_failure(file: str, error: ArgumapError) -> dict[str, object]:
    return {"file": file, "line": _find_line(file, error), "message": _tell_failure(file, error)}


def _tell(imported: ImportedMap) -> None:
    from argumap.cli._console import say

    record = imported.record
    say(f"{imported.file} → {imported.folder} ({imported.format}: {imported.why})")
    figures = [
        counted(len(record.claims), "claim"),
        counted(len(record.arguments), "step"),
        *([counted(len(record.issues), "question")] if record.issues else []),
        f"{counted(len(record.attributions), 'statement')} by {counted(len(record.stakeholders), 'speaker')}",
    ]
    if imported.update is not None and imported.update.same_file:
        say("Nothing has changed in it since it was taken over.", indent=2)
        return
    say(f"{', '.join(figures)}.", indent=2)
    for told in imported.told:
        say(f"{told}.", indent=2)
    _tell_update(imported)
    _tell_losses(imported)
    _tell_next(imported)


def _tell_next(imported: ImportedMap) -> None:
    """How to go on: to a question first, for without one nothing leads."""
    from argumap.cli._console import say
    from argumap.model import Index
    from argumap.project import find_answer_choice

    if not imported.wrote:
        return
    choice = find_answer_choice(Index(imported.record)) if imported.update is None else None
    if choice is not None:
        asked = choice.issue.id if choice.issue else "'THE QUESTION?'"
        answers = " ".join(claim.id for claim in choice.claims[:_SHOWN])
        told = "Nothing answers its question" if choice.issue else "It asks no question"
        call = f'argumap review {shlex.quote(str(imported.folder))} --do "ask {asked} {answers}"'
        say(f"{told}, so no answer leads; give it one, with the claims that answer it: {call}", indent=2)
    if imported.update is None:
        say(f"See it: {shlex.join(['argumap', 'build', str(imported.folder)])}", indent=2)


def _tell_update(imported: ImportedMap) -> None:
    from argumap.cli._console import say

    update = imported.update
    if update is None:
        return
    say(
        f"Worked into the map that was there: {len(update.added)} added, {len(update.changed_ids)} changed, "
        f"{len(update.removed)} taken out; what you changed stays.",
        indent=2,
    )
    for conflict in update.conflicts:
        say(f"Yours was kept: {conflict}.", indent=2)


def _tell_losses(imported: ImportedMap) -> None:
    from argumap.cli._console import say
    from argumap.formats import LossKind
    from argumap.project import sum_up

    words = {
        LossKind.NEARLY: "Held in another way",
        LossKind.ASIDE: "Not in the map, kept aside in origin.jsonl",
    }
    for kind, heading in words.items():
        for n, (why, ids) in enumerate(sum_up(imported.losses, kind)):
            if n == 0:
                say(f"{heading}:", indent=2)
            named = [name for name in ids if name]
            say(f"{len(ids)} × {why}{_tell_places(named)}", indent=4)


def _tell_places(named: Sequence[str]) -> str:
    """What it holds for: lines by their numbers, for each is to be looked at; of anything else the first few."""
    if not named:
        return ""
    numbers = [name.removeprefix("line ") for name in named]
    if len(named) > 1 and all(map(str.isdecimal, numbers)) and named[0].startswith("line "):
        more = f" and {len(named) - _LINES} more" if len(named) > _LINES else ""
        return f" (lines {', '.join(numbers[:_LINES])}{more})"
    return f" ({', '.join(named[:_SHOWN])}{' …' if len(named) > _SHOWN else ''})"


PLUGIN = CommandEntry("exchange", command)
