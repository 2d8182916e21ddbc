"""Relocation: the locators of drifted passages are written anew, and the lock with them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, encode_lock, settle
from argumap.authoring.anchor_locations import AnchorPaths
from argumap.authoring.map_editing import write_edits
from argumap.errors import NotAtHand
from argumap.mapfile import Relocation, set_locators
from argumap.model import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.authoring.map_editing import EditableMap


def relocate(
    opened: EditableMap,
    accepted: Sequence[AnchorState],
    beside: Mapping[Path, str | bytes] = MappingProxyType({}),
) -> list[Path]:
    """Write the accepted locators into the map's files, and the lock of the texts as they are now.

    Every other byte of the files stays. Anchors that were not accepted stay open in the lock until they are,
    or until their node cites another passage. What is ``beside`` is written with them. Raises `NotAtHand` where
    the map has no lock.
    """
    if opened.lock is None:
        raise NotAtHand(f"{opened.name} has no lock file; write one with `argumap source add`")
    moved = [state for state in accepted if state.now != state.at]
    paths = AnchorPaths(opened.record)
    texts = set_locators(
        opened.reading,
        [Relocation(paths.record(s), Passage(s.source, s.at), str(s.now)) for s in moved],
    )
    kept = {id(state) for state in accepted}
    open_ = [state for state in opened.anchor_states if not state.settled and id(state) not in kept]
    lock = settle(
        opened.lock,
        {
            record_id: opened.articles[record_id]
            for record_id in opened.articles
            if record_id in opened.lock.sources
        },
        open_,
    )
    path = opened.folder / LOCK_NAME
    return write_edits(opened, {**texts, path: encode_lock(lock)}, beside)
