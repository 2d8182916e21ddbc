"""Who wrote a page, by what it says of itself: in linked data (JSON-LD), else in its meta elements."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_META: Final = re.compile(r"<meta\s[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z:._-]{1,40})\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))")
_DATA: Final = re.compile(
    r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>([^<]{2,100000})</script", re.IGNORECASE
)
# What names authors, the most careful first; libraries ask for those of ``citation_author``.
_NAMED: Final = ("citation_author", "dc.creator", "dcterms.creator", "author", "parsely-author", "article:author")
_BETWEEN: Final = re.compile(r"\s*(?:;|,\s*(?:and|und|et|y|&)\s|,|\s(?:and|und|et|y|&|\|)\s)\s*")
_BY: Final = re.compile(r"(?:by|von|par|por)\s+", re.IGNORECASE)
_MOST: Final = 20
_LONGEST: Final = 80
_LOOKED_AT: Final = 1_000_000


def find_page_authors(page: str) -> tuple[str, ...]:
    """The names of whoever wrote a page, each once; none where it does not say."""
    page = page[:_LOOKED_AT]
    found = tuple(chain.from_iterable(map(_in_data, _DATA.findall(page))))
    return tuple(dict.fromkeys(found or _in_metas(page)))[:_MOST]


def _in_data(written: str) -> Iterator[str]:
    """The authors of the first thing with a headline that some linked data describes."""
    try:
        # Any: what a page says of itself may be of any shape.
        open_ends = [json.loads(written, strict=False)]
    except (ValueError, RecursionError):
        return
    while open_ends:
        thing = open_ends.pop(0)
        if isinstance(thing, list):
            open_ends += thing
        elif isinstance(thing, dict) and "headline" in thing and "author" in thing:
            authors = thing["author"] if isinstance(thing["author"], list) else [thing["author"]]
            for author in authors:
                name = author.get("name") if isinstance(author, dict) else author
                yield from _read(name) if isinstance(name, str) else ()
            return
        elif isinstance(thing, dict):
            open_ends += [
                part for key, part in thing.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"}
            ]


def _in_metas(page: str) -> list[str]:
    by_name: dict[str, list[str]] = {}
    for written in _META.findall(page):
        values = {key.lower(): "".join(value) for key, *value in _ATTRIBUTE.findall(written)}
        name = (values.get("name") or values.get("property") or "").lower()
        if name in _NAMED:
            by_name.setdefault(name, []).extend(_read(values.get("content", "")))
    return next((by_name[name] for name in _NAMED if by_name.get(name)), [])


def _read(told: str) -> Iterator[str]:
    """The names in what a page tells; *Brook, Ana* is one, and an address is none."""
    told = " ".join("".join(c if c.isprintable() else " " for c in unescape(told)).split())
    return filter(_is_name, _divide(_BY.sub("", told, count=1) if _BY.match(told) else told))


def _divide(told: str) -> list[str]:
    parts = [part for part in _BETWEEN.split(told) if part]
    family, _, given = told.partition(", ")
    if all(" " in part for part in parts):
        return parts
    return [f"{given} {family}"] if given and len(parts) == 2 else [told]


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST and any(map(str.isalpha, text)) and "/" not in text and "@" not in text
