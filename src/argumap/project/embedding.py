"""A map as part of somebody's page: a folder to put on a server, and the snippet that shows it in a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

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
    raises `CallError` as that and `check_leaks` do.
    """
    files = dict(build_published_files(publish(opened, quotes)))
    place = (address or quote(folder.name)).rstrip("/")
    files[SNIPPET] = write_snippet(place, page, opened.record.title, with_picture=_PICTURE in files)
    written = write_files(opened, {folder / name: text for name, text in files.items()}, folder)
    return Embedded(tuple(written), files[SNIPPET])


def write_snippet(place: str, page: str, title: str, *, with_picture: bool) -> str:
    """A frame that may run its own scripts and nothing else; in it, for who has no frames, picture and link."""
    from markupsafe import Markup

    picture = Markup('<img src="{}" alt="{}">').format(f"{place}/{_PICTURE}", title) if with_picture else title
    return Markup(
        '<iframe src="{0}" title="{1}" sandbox="allow-scripts allow-popups" loading="lazy" '
        'style="width:100%;height:40rem;border:0"><a href="{0}">{2}</a></iframe>\n'
    ).format(f"{place}/{page}", title, picture)
