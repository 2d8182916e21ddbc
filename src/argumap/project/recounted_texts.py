"""The texts of a map read by another splitter, and what that changes in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.anchoring import State
from argumap.authoring import change_splitter
from argumap.project.anchor_repair import find_open_anchors
from argumap.project.kept_texts import keep_texts
from argumap.project.map_texts import read_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.project.map import Map
    from argumap.text import Splitter


@dataclass(frozen=True, slots=True)
class Recounted:
    """The splitters of the sources that changed theirs, before and after, by source id, and what came of it.

    ``told`` are the anchors that have another locator now or name more than they did (their state is ``merged``),
    as their sentence became a part of a longer one. ``left`` are those whose words are no one passage any more:
    they stay open. ``anchors`` counts all anchors on these sources.
    """

    splitters: Mapping[str, tuple[Splitter, Splitter]]
    told: tuple[AnchorState, ...] = ()
    left: tuple[AnchorState, ...] = ()
    anchors: int = 0
    written: tuple[Path, ...] = ()

    @property
    def moved(self) -> tuple[AnchorState, ...]:
        """The anchors that have another locator now."""
        return tuple(state for state in self.told if state.now != state.at)

    @property
    def merged(self) -> tuple[AnchorState, ...]:
        """The anchors that name more than they did."""
        return tuple(state for state in self.told if state.state is State.MERGED)

    def to_dict(self) -> dict[str, object]:
        """What was changed, as plain data."""
        return {
            "sources": {
                source_id: {"from": old.version, "to": new.version, "language": new.language.code}
                for source_id, (old, new) in self.splitters.items()
            },
            "moved": [state.to_dict() for state in self.moved],
            "merged": [state.to_dict() for state in self.merged],
            "open": [state.to_dict() for state in self.left],
            "anchors": self.anchors,
        }


def recount_texts(opened: Map, version: int) -> Recounted:
    """Read the texts at hand by the rules of ``version``, renumber the map's locators by them and lock them so.

    Each is read in the language that the map names, else in the one that it is guessed to be in. Sources that are
    read so already, and those that are not at hand or not locked, stay as they are. Raises as
    `find_open_anchors` and ``change_splitter`` do, and `CallError` for a version that does not exist.
    """
    find_open_anchors(opened)
    locked = opened.lock.sources if opened.lock else {}
    read = {
        source_id: read_by(opened, source_id, path, version)
        for source_id, path in opened.source_files.items()
        if source_id in locked
    }
    changed = {
        source_id: article
        for source_id, article in read.items()
        if article.splitter is not opened.articles[source_id].splitter
    }
    if not changed:
        return Recounted({})
    states, written = change_splitter(
        opened, changed, keep_texts(opened.folder, opened.source_files, opened.articles)
    )
    return Recounted(
        {source_id: (opened.articles[source_id].splitter, new.splitter) for source_id, new in changed.items()},
        told=tuple(state for state in states if state.now is not None),
        left=tuple(state for state in states if state.now is None),
        anchors=sum(state.source in changed for state in opened.anchor_states),
        written=tuple(written),
    )
