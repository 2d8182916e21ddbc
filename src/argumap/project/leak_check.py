"""A build for publishing holds no more of an article in a row than was said, whatever its files are made of."""

from __future__ import annotations

import base64
import binascii
import re
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from argumap.anchoring import LONGEST_OWN, Guard
from argumap.errors import CallError, CannotRead
from argumap.files import read_bytes
from argumap.text import tokens
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import CopiedRun
    from argumap.project.open_map_protocol import OpenedMap

_SHOWN = 3
_LARGEST = 50_000_000
# What may stand in the middle of a sentence without ending it: in a page, and in a picture between its lines.
_WITHIN = re.compile(r"</?(?:a|b|em|i|mark|small|span|strong|tspan|wbr)\b[^<>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrt\"\\/])")
# Where one text ends and another begins: tags, strings of JSON, cells and what they list, links of Markdown.
_BETWEEN = re.compile(r"[<>\"|\[\]]|;\s|,(?=\S)|\n\s*[-#]|\n\s*\n")
# Scripts and styles are ours, and the same whatever a map holds.
_OURS = re.compile(r'<script(?: type="text/plain" class="library")?>.*?</script>|<style>.*?</style>', re.DOTALL)
# A word that no article has.
_BREAK = " xq0between0qx "
_PICTURE = re.compile(r"data:image/svg\+xml([^,\"'<>]*),([^\"'<>\s)]*)", re.IGNORECASE)


def limit_run(quotes: int) -> int:
    """How many words of a sentence may stand in a row, where ``quotes`` of each passage may be shown.

    Names and set phrases run to six words in one's own sentences too.
    """
    return max(quotes, LONGEST_OWN)


def check_leaks(opened: OpenedMap, files: Mapping[str, str], quotes: int) -> None:
    """Raise `CallError` with the files in which more of an article stands in a row than `limit_run` allows.

    That is of one sentence, or of several short ones that follow each other. Titles of sources are no leak.
    Without an article at hand nothing can have come from one, and nothing is found.
    """
    limit, articles = limit_run(quotes), opened.articles.values()
    guard = Guard(articles, limit + 1, by_unit=True)
    titles = [f" {' '.join(tokens(source.title))} " for source in opened.record.sources]
    wrong = []
    for name in sorted(files, key=lambda name: (not name.endswith(".html"), name)) if articles else ():
        runs = (run for text in read_layers(files[name]) for run in guard.find(text))
        leak = next((run for run in runs if not _is_title(run, titles)), None)
        if leak is not None:
            wrong.append(f"{name} has {counted(leak.words, 'word')} of an article in a row: “{leak.text}”")
    if wrong:
        more = [f"and {counted(len(wrong) - _SHOWN, 'file')} more"] if len(wrong) > _SHOWN else []
        told = "\n".join([*wrong[:_SHOWN], *more])
        raise CallError(
            f"{opened.name} is not published: no more than {limit} words in a row may be an article's\n{told}\n"
            "Say it in other words (`argumap guard` finds the places in the map), or publish to a folder of its "
            "own with --to where another build left a file"
        )


def read_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """The files of text that lie in a folder and beneath it, by name; what is hidden or no text is left out."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            with suppress(CannotRead, UnicodeDecodeError):
                yield name.as_posix(), read_bytes(path, _LARGEST).decode("utf-8")


def tell_check(opened: OpenedMap, quotes: int) -> str:
    """What ``check_leaks`` has made sure of."""
    if not opened.articles:
        return f"{opened.name}: no article is at hand, so no file was compared with one."
    return f"{opened.name}: no file has more than {limit_run(quotes)} words of an article in a row."


def _is_title(run: CopiedRun, titles: Sequence[str]) -> bool:
    return any(f" {run.text} " in title for title in titles)


def read_layers(text: str) -> Iterator[str]:
    """A file as it can be read: as it is written, and what is packed or drawn in it.

    Sentences of a page may be broken by marks and links, those of a picture by its lines.
    """
    from argumap.page import find_data

    text = _OURS.sub("<", text)
    yield _divide(text)
    if "<" in text:
        yield _divide(_WITHIN.sub(" ", text))
        for data in find_data(text):
            yield _divide(data)
    for form, content in _PICTURE.findall(unescape(text)):
        yield from read_layers(_decode(content) if form.endswith(";base64") else unquote(content))


def _divide(text: str) -> str:
    """A text without escapes, with a word of no article wherever one of its texts ends."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text).replace('""', " ")
    return unescape(_BETWEEN.sub(_BREAK, plain))


def _decode(content: str) -> str:
    try:
        return base64.b64decode(unquote(content)).decode("utf-8", "replace")
    except binascii.Error:
        return ""
