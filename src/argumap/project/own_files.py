"""What people write is never written over by what is made of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME
from argumap.errors import CallError
from argumap.mapfile import MAP_FILE, MAP_SUFFIXES
from argumap.project.foreign_records import RECORDS_FILE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from argumap.project.open_map_protocol import OpenedMap


def spare_own(opened: OpenedMap, places: Iterable[Path], earlier: Container[Path] = ()) -> None:
    """Raise `CallError` where one of the places to write to is a map's file, its lock, or an article of the map.

    Any file of YAML that is there passes for a map's unless it is an ``earlier`` one of what is written, and so
    does any that would come to lie in the folder of a map, where it would be read as a part of it.
    """
    articles = {os.path.realpath(path) for path in opened.source_files.values()}
    wrong = list(_find_own(places, articles, earlier))
    if wrong:
        raise CallError("\n".join(f"{told}; nothing was written, name another place" for told in wrong))


def _find_own(places: Iterable[Path], articles: set[str], earlier: Container[Path]) -> Iterator[str]:
    for place in places:
        if os.path.realpath(place) in articles:
            yield f"{place} is an article of the map"
        elif place.name in {LOCK_NAME, RECORDS_FILE}:
            yield f"{place} is a file of a map"
        elif place.suffix in MAP_SUFFIXES and (place.parent / MAP_FILE).is_file():
            yield f"{place} {'is' if place.exists() else 'would be'} a file of a map"
        elif place.suffix in MAP_SUFFIXES and place.exists() and place not in earlier:
            yield f"{place} is a file of a map"
