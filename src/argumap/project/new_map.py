"""A new map: a folder with a commented starter and, where its article is given, the lock of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.errors import AlreadyThere, CallError
from argumap.files import write_together, write_whole
from argumap.folders import MAPS_FOLDER
from argumap.mapfile import MAP_FILE
from argumap.project.kept_texts import FOLDER as KEPT_FOLDER
from argumap.project.kept_texts import keep_texts, name_kept
from argumap.project.named_texts import write_file_name
from argumap.wording import fold

if TYPE_CHECKING:
    from argumap.text import Article

SCHEMA_NAME = "map.schema.json"
PART_SCHEMA_NAME = "part.schema.json"
SCHEMA_PATH = f"../{SCHEMA_NAME}"
"""Where the schema lies that a new map writes beside its folder."""
FOR_ANOTHER_DRAFT = (
    "give the draft another name with `--as NAME`, or draft what that map lacks with `argumap draft --more MAP`"
)
"""What to do where the map of an article is there already."""
SOURCE = "article"
_CLAIMS_OF_THE_STARTER = 3
_IDS_OF_THE_STARTER = {"article", "question", "do-it", "it-helps", "it-costs"}


def start_map(
    place: str,
    title: str | None = None,
    article: Article | None = None,
    *,
    text: Path | None = None,
    naming: bool = True,
    author: str | None = None,
) -> list[Path]:
    """Make the folder of a new map and return the files written; a bare name goes under ``graph/``.

    ``text`` is the article's file, of which a copy is kept, and which the map names if it may and ``naming`` does
    not forbid it; ``author`` is the name of who wrote it. Raises `AlreadyThere` where a map is there already:
    nothing is ever overwritten; `CallError` for what is no name of a map.
    """
    from argumap.mapfile import build_starter

    folder = choose_folder(place)
    given = title or (article and _headline(article)) or folder.name.replace("-", " ").capitalize()
    headings = None if article is None else _headings(article)
    starter = build_starter(
        given,
        str(folder),
        f"../{SCHEMA_NAME}",
        headings,
        _first(article),
        author=(_id_of(author), author) if author else ("author", "The author"),
        file=name_text(folder, article, text) if article and text and naming else None,
    )
    return write_new(folder, starter, article, text)


def choose_folder(place: str, remedy: str = "choose another name") -> Path:
    """The folder of a new map; a bare name goes under ``graph/``. Raises as `start_map` does, with the remedy."""
    folder = find_place(place)
    # What a draft that broke off was answered is kept in there, and is no map.
    taken = folder.exists() and (not folder.is_dir() or any(each.name != KEPT_FOLDER for each in folder.iterdir()))
    if taken:
        raise AlreadyThere(f"{folder} is there already; {remedy}", folder)
    return folder


def find_place(place: str) -> Path:
    """The folder that a new map's name means: a bare one is under ``graph/``.

    Raises `CallError` for one that names nothing, has characters that cannot be shown, or lies in another map.
    """
    folder = Path(place) if Path(place).parent != Path() else MAPS_FOLDER / place
    if place.strip() in {"", "."} or not str(folder).isprintable() or folder.name in {"", ".."}:
        raise CallError(f"{place!r} is no name for a map; choose a plain one")
    for above in folder.parents:
        if (above / MAP_FILE).exists():
            remedy = f"choose {above.parent / folder.name}, which lies beside it"
            raise CallError(f"{folder} lies in the map {above}, and would be a part of it; {remedy}")
    return folder


def write_new(folder: Path, written: str, article: Article | None, text: Path | None) -> list[Path]:
    """Write the map, the lock of its ``article`` and a copy of its ``text`` together; return the files written."""
    lock, kept = ({}, {}) if article is None else (_lock(folder, article), _keep(folder, article, text))
    write_together(folder, {folder / MAP_FILE: written, **lock, **kept})
    return [folder / MAP_FILE, *lock, *write_schemas(folder.parent)]


def name_text(folder: Path, article: Article, text: Path, *, loose: bool = False) -> str | None:
    """The file that a new map in ``folder`` names as the text of its article; None where it may name none.

    Of a saved web page it is the article that was found in it, as it is kept in the map's folder: another version
    of what finds articles might find it otherwise. So it is of a ``loose`` text, which is soon gone.
    """
    if loose or article.document == "html":
        return name_kept(SOURCE, article, text)
    return write_file_name(folder, text)


def _lock(folder: Path, article: Article) -> dict[Path, str]:
    from argumap.anchoring import LOCK_NAME, build_lock, encode_lock

    return {folder / LOCK_NAME: encode_lock(build_lock({SOURCE: article}))}


def _keep(folder: Path, article: Article, text: Path | None) -> dict[Path, str | bytes]:
    return keep_texts(folder, {SOURCE: text}, {SOURCE: article}) if text else {}


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas that the first lines of the maps in ``folder`` name, where they are not there yet."""
    from argumap.mapfile import json_schema

    missing = {
        folder / name: json_schema(part=part)
        for name, part in ((SCHEMA_NAME, False), (PART_SCHEMA_NAME, True))
        if not (folder / name).exists()
    }
    return [
        write_whole(path, json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
        for path, schema in missing.items()
    ]


def _id_of(name: str) -> str:
    """The id of a person in a new map: the name in plain small letters, where that makes an id of its own."""
    from argumap.mapfile import is_slug

    letters = fold(name)
    made = "-".join(re.findall(r"[a-z0-9]+", letters, re.ASCII))
    plain = letters.isascii() and is_slug(made) and not re.fullmatch(r"s\d+", made)
    return made if plain and made not in _IDS_OF_THE_STARTER else "author"


def _headline(article: Article) -> str:
    return next((section.title for section in article.sections if section.title), "")


def _headings(article: Article) -> dict[str, str]:
    return {section.locator: section.title for section in article.sections if section.title}


def _first(article: Article | None) -> tuple[str, ...]:
    """Sentences for the starter's claims to stand on, so that a new map is anchored from the start."""
    sentences = [unit.locator for unit in article.units if unit.kind == "sentence"] if article else []
    return tuple(sentences[:_CLAIMS_OF_THE_STARTER])
