"""Runs of words that a map, or any file, has copied from the map's sources."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.anchoring import CopiedRun, Guard, find_copies, find_sampled
from argumap.errors import NotAtHand
from argumap.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from argumap.project.map import Map


@dataclass(frozen=True, slots=True)
class Copy:
    """A ``run`` of words in ``file`` that stands in a source; ``run.line`` is its line in the file."""

    file: str
    run: CopiedRun

    def to_dict(self) -> dict[str, object]:
        """Where it stands, how many words it has and which, as plain data."""
        return {"file": self.file, "line": self.run.line, "words": self.run.words, "text": self.run.text}


def find_copied(opened: Map, files: Sequence[Path]) -> Iterator[Copy]:
    """The runs that the map and ``files`` share with the map's sources; a file that is a source is passed over.

    Without an article at hand the lock file's sample finds longer stretches. Raises `NotAtHand` where there is
    neither, `UnreadableMap` where an article is not the one that was locked.
    """
    opened.verified()
    own = {os.path.realpath(path) for path in opened.source_files.values()}
    others = [file for file in files if os.path.realpath(file) not in own]
    if opened.articles:
        guard = Guard(opened.articles.values())
        for record_id, run in find_copies(opened.record, guard):
            location = opened.reading.locations.of(record_id)
            if location:
                yield Copy(location.file, replace(run, line=location.line))
        for file in others:
            yield from (Copy(str(file), run) for run in guard.find(read_text(file)))
    elif opened.lock is not None:
        sample = [value for source in opened.lock.sources.values() for value in source.sample]
        for file in [*opened.reading.files, *others]:
            yield from (Copy(str(file), run) for run in find_sampled(read_text(file), sample))
    else:
        raise NotAtHand(f"{opened.name} has neither a source at hand nor a lock; give one with --source FILE")
