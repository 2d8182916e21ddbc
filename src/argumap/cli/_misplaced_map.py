"""A question that failed as a map was named where it takes a claim, an issue or a kind: how it takes the map."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from argumap.cli import COMMANDS
from argumap.errors import ArgumapError

if TYPE_CHECKING:
    from collections.abc import Sequence


def tell_misplaced_map(arguments: Sequence[str]) -> str:
    """That a word of a call is a map, and how its command takes one; "" where it takes none so, or has one."""
    name, *words = arguments or [""]
    if name not in COMMANDS or {"-m", "--map"}.intersection(words):
        return ""
    options = [option for option in COMMANDS[name].command.params if isinstance(option, click.Option)]
    if all(option.name != "map_paths" for option in options):
        return ""
    found = next((word for word in words if not word.startswith("-") and _is_map(word)), None)
    return f"{found!r} is a map here; this command takes it so: {_write_call(name, words, found)}" if found else ""


def _write_call(name: str, words: Sequence[str], found: str) -> str:
    """The call as it was meant, with the name in capitals of what it lacks then."""
    at = words.index(found)
    kept = [*words[:at], *words[at + 1 :]]
    taken = [each for each in COMMANDS[name].command.params if isinstance(each, click.Argument)]
    lacking = [each.make_metavar(click.Context(COMMANDS[name].command)) for each in taken if each.required]
    given = shlex.join(kept)
    return " ".join(filter(None, ["argumap", name, given or " ".join(lacking), f"-m {shlex.quote(found)}"]))


def _is_map(word: str) -> bool:
    from argumap.project import find_map, is_one_map

    try:
        path = find_map(word)
        return (path.is_dir() or path.suffix == ".yaml") and is_one_map([word])
    except (ArgumapError, OSError, ValueError):
        return False
