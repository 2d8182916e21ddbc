"""``argumap picture``: a debate as a picture for a slide, a sheet of paper or a post."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, listing
from argumap.errors import CallError
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.pictures import Picture, PictureForm, PictureSize
    from argumap.project import Map


class _Asked(NamedTuple):
    """How a picture is asked for, once all of it is known to be sound."""

    form: PictureForm
    size: PictureSize
    theme: str


def _sizes() -> Iterable[tuple[str, str]]:
    from argumap.pictures import USES

    return (*USES.items(), ("N×M", "so many pixels wide and high, as 1920x1080"))


@click.command("picture", cls=listing("Sizes", _sizes), short_help="Draw a debate for a slide, a page or a post.")
@click.argument("map_path", metavar="MAP")
@click.option("--of", metavar="ID", default="", help="An issue, claim or stakeholder; else the largest question.")
@click.option("--to", "form", metavar="FORM", help="svg (the default), png or pdf; else by the name of FILE.")
@click.option("--size", default="slide", show_default=True, metavar="SIZE", help="One of the sizes below.")
@click.option("--theme", default="light", show_default=True, metavar="THEME", help="light or dark.")
@click.option("-o", "--output", "target", metavar="FILE", help="Write there; - for standard output, as SVG.")
@click.option("--alt", "alternative", is_flag=True, help="Print what tells it in words, and draw nothing.")
@json_option
def command(
    map_path: str,
    of: str,
    form: str | None,
    size: str,
    theme: str,
    target: str | None,
    alternative: bool,
    as_json: bool,
) -> None:
    """Draw the answers to a question of MAP with what stands for and against each; the same bytes every time.

    Without -o the picture goes to output/<map>/, and beside it a .txt that tells all of it. What has no room is
    counted on the picture. PNG and PDF, and fonts within an SVG, come with the extra [picture].

    MAP may be an old version: a snapshot (its file, or the beginning of its id) or a git revision of a map,
    written HEAD~3:graph/old-town-cars.

    \b
    Example: argumap picture graph/old-town-cars --size a4 -o old-town.svg
    """
    from argumap.cli._console import print_errors_of, print_unplaced
    from argumap.project import draw, open_version, parse_version

    asked = _check(form, size, theme, target)
    version = print_errors_of(open_version(parse_version(map_path), {}))
    print_unplaced(version)
    picture = draw(version.map, of, asked.size, asked.theme)
    if alternative:
        _print_alternative(picture, as_json=as_json)
    elif target == "-":
        _print_drawn(picture, asked.form, as_json=as_json)
    else:
        _write(picture, asked.form, version.map, of, target, as_json=as_json)


def _check(form: str | None, size: str, theme: str, target: str | None) -> _Asked:
    """What is asked for; raises one `CallError` that tells everything that is wrong with it."""
    from argumap.pictures import PICTURE_FORMS, SIZES, THEMES, parse_size

    named = Path(target or "").suffix.lstrip(".").lower()
    wanted = (form or (named if named in PICTURE_FORMS else "svg")).lower()
    chosen = next((known for known in PICTURE_FORMS if known == wanted), None)
    wrong = [*_check_forms(wanted, named, target)]
    if theme not in THEMES:
        wrong.append(f"--theme: {_unlike(theme, THEMES)}")
    measured = SIZES["slide"]
    try:
        measured = parse_size(size)
    except CallError as error:
        wrong.append(f"--size: {error}")
    if wrong or chosen is None:
        raise CallError("\n".join(wrong))
    return _Asked(chosen, measured, theme)


def _check_forms(wanted: str, named: str, target: str | None) -> Iterator[str]:
    from argumap.pictures import PICTURE_FORMS

    if wanted not in PICTURE_FORMS:
        yield f"--to: {_unlike(wanted, PICTURE_FORMS)}"
    elif named and named not in PICTURE_FORMS:
        yield f"-o {target}: {_unlike(f'.{named}', [f'.{known}' for known in PICTURE_FORMS])}"
    elif named and named != wanted:
        yield f"--to {wanted} and -o {target} do not agree; leave one out"


def _unlike(word: str, known: Iterable[str]) -> str:
    hint = suggest(word, known, "; did you mean {}?")
    return f"there is no {word!r}; there are {', '.join(known)}{hint}"


def _print_alternative(picture: Picture, *, as_json: bool) -> None:
    from argumap.cli._console import print_json, say

    if as_json:
        print_json({"alternative": picture.alternative, "text": picture.text})
    else:
        say(picture.alternative)


def _print_drawn(picture: Picture, form: PictureForm, *, as_json: bool) -> None:
    from argumap.cli._console import print_document

    if as_json or form != "svg":
        what = "--json tells what was written" if as_json else f"{form.upper()} is not text"
        raise click.UsageError(f"{what}; name a file with -o")
    print_document(picture.write("svg").decode("utf-8"))


def _write(
    picture: Picture, form: PictureForm, opened: Map, of: str, target: str | None, *, as_json: bool
) -> None:
    from argumap.cli._console import print_wrote, say
    from argumap.project import name_picture, spare_own, write_picture

    file = Path(target) if target else name_picture(opened.name, picture, of, form)
    spare_own(opened, [file, file.with_suffix(".txt")])
    written = write_picture(picture, file, form)
    left_out, claims = picture.laid_out.left_out, picture.sheet.claims
    shown, size = len(picture.laid_out.shown), picture.size.name
    told = {"of": of or None, "form": form, "size": size, "theme": picture.theme, "shown": shown, "claims": claims}
    print_wrote(
        written, as_json=as_json, map=opened.name, **told, left_out=left_out, alternative=picture.alternative
    )
    if as_json:
        return
    if left_out:
        say(f"{left_out:,} of what is said had no room and are counted; --size a4 has most.", stderr=True)
    if form == "svg" and not picture.has_fonts:
        say(
            "Its words take the fonts of whoever opens it; with the extra [picture] it brings its own.",
            stderr=True,
        )


PLUGIN = CommandEntry("show", command)
