"""A map as part of somebody's page: a folder to put on a server, and the snippet that shows it in a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.project.drawing import draw
from argumap.project.outputs import write_files
from argumap.project.publishing import build_published_files, publish

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.project.map import Map

SNIPPET = "snippet.html"
_PICTURE = "picture.svg"


@dataclass(frozen=True, slots=True)
class Embedded:
    """The ``files`` that were written, and the ``snippet`` to copy into a page."""

    files: tuple[Path, ...]
    snippet: str


def embed_map(opened: Map, folder: Path, address: str = "", page: str = "index.html", quotes: int = 0) -> Embedded:
    """Publish the map's pages to ``folder``, with the snippet that shows ``page`` of them.

    ``address`` is where the folder will stand, its name where none is given; ``quotes`` is as in `publish`;
    raises `CallError` as that and ``check_leaks`` do.
    """
    shown = publish(opened, quotes)
    files = dict(build_published_files(shown, folder))
    place = (address or quote(folder.name)).rstrip("/")
    told = draw(shown).alternative if _PICTURE in files else ""
    files[SNIPPET] = write_snippet(place, page, opened.record.title, told)
    written = write_files(opened, {folder / name: text for name, text in files.items()}, folder)
    return Embedded(tuple(written), files[SNIPPET])


def write_snippet(place: str, page: str, title: str, told: str) -> str:
    """A frame that may run its own scripts and save and copy what is asked for, and nothing else.

    Its size stands in attributes too, as a page whose policy forbids inline styles would give it 300 by 150.
    In it, for who has no frames, a link and the picture, of which ``told`` is what it shows; without, the title.
    """
    from markupsafe import Markup

    drawn = Markup('<img src="{}" alt="{}" style="max-width:100%">')
    picture = drawn.format(f"{place}/{_PICTURE}", told) if told else title
    return Markup(
        '<iframe src="{0}" title="{1}" sandbox="allow-scripts allow-popups allow-downloads" '
        'allow="clipboard-write" loading="lazy" width="100%" height="640" '
        'style="width:100%;height:40rem;border:1px solid #ccc;border-radius:6px">'
        '<a href="{0}">{2}</a></iframe>\n'
    ).format(f"{place}/{page}", title, picture)
