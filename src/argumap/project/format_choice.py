"""The format that somebody names, and which it may be where they name a tool."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from argumap.errors import CallError, NotFound
from argumap.formats import FORMATS, Family
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats import Format

_MOST_USED = (
    *("kialo", "argdown", "aif", "xaif", "mindmup", "discourse-graphs"),
    *("table", "xlsx", "markdown", "opml", "canvas", "obsidian", "mermaid", "graphml", "cyjs", "node-link"),
    *("apx", "json-ld", "turtle", "brat"),
)
_READ, _WRITTEN = "read", "written"


def order_formats(names: Iterable[str]) -> list[str]:
    """Names of formats as people look for them: family by family, and what most come with first."""
    families, used = list(Family), {name: n for n, name in enumerate(_MOST_USED)}
    return sorted(names, key=lambda name: (families.index(FORMATS[name].family), used.get(name, len(used)), name))


def find_formats(word: str) -> list[str]:
    """The names of the formats that a person means by their name, a tool's or a suffix; a format's own name first.

    Raises `NotFound` where none is meant.
    """
    names = _find_meant(word, FORMATS)
    if not names:
        hint = suggest(word, FORMATS, "; did you mean {}?", otherwise="")
        raise NotFound(f"no format and no tool here is called {word!r}{hint or '; argumap formats lists them'}")
    return names


def _find_meant(word: str, names: Iterable[str]) -> list[str]:
    asked = word.casefold().strip()
    if asked in FORMATS:
        others = [name for name in order_formats(names) if name != asked and _is_meant(asked, FORMATS[name])]
        return [asked, *others] if asked in names else others
    return [name for name in order_formats(names) if asked and _is_meant(asked, FORMATS[name])]


def _is_meant(asked: str, plug_in: Format) -> bool:
    words = re.findall(r"[\w-]+", f"{plug_in.tool} {plug_in.title}".casefold())
    suffix = f".{asked.removeprefix('.')}"
    return f" {asked} " in f" {' '.join(words)} " or any(f".{s}".endswith(suffix) for s in plug_in.suffixes)


def get_reader(name: str) -> Format:
    """The format ``name``, if it is read; raises `NotFound` for none, `CallError` for one only written."""
    if name not in FORMATS or FORMATS[name].read is None:
        _refuse(name, {each for each in FORMATS if FORMATS[each].read}, _READ, _WRITTEN)
    return FORMATS[name]


def get_writer(name: str) -> Format:
    """The format ``name``, if it is written; raises `NotFound` for none, `CallError` for one only read."""
    if name not in FORMATS or FORMATS[name].write is None:
        _refuse(name, {each for each in FORMATS if FORMATS[each].write}, _WRITTEN, _READ)
    return FORMATS[name]


def _refuse(name: str, able: set[str], done: str, only: str) -> NoReturn:
    listed = f"`argumap formats` lists those that are {done}."
    if name in FORMATS:
        others = _find_meant(name, able)
        hint = f" Did you mean {' or '.join(others)}?" if others else ""
        raise CallError(f"{name} ({FORMATS[name].title}) is only {only}.{hint} {listed}")
    meant = _find_meant(name, able)
    hint = f" Did you mean {' or '.join(meant)}?" if meant else suggest(name, able, " Did you mean {}?")
    raise NotFound(f"no format is called {name!r}.{hint} {listed}")
