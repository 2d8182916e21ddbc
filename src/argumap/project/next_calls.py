"""Commands to run next, each with the map and the articles that it needs, so that it runs as it is told."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from argumap.mapfile import MAP_FILE

if TYPE_CHECKING:
    from argumap.project.open_map_protocol import OpenedMap


def tell_call(command: str, opened: OpenedMap) -> str:
    """``argumap COMMAND MAP``, with ``--source`` for each article that the map's file does not name.

    Where no article is at hand it says ``--source FILE``, for a person to fill in.
    """
    words = ["argumap", *command.split(), find_place(opened)]
    sources = {source.id: source.file for source in opened.reading.map.sources}
    for source, path in opened.source_files.items():
        named = sources.get(source)
        if named is None or opened.folder / named != path:
            words += ["--source", str(path) if len(sources) == 1 else f"{source}={path}"]
    told = shlex.join(words)
    return told if opened.source_files else f"{told} --source FILE"


def find_place(opened: OpenedMap) -> str:
    """Where a map lies, as a command takes it: its folder, or its file where that is called otherwise."""
    main = opened.folder / MAP_FILE
    return str(opened.folder if main in opened.reading.files else next(iter(opened.reading.files), opened.folder))
