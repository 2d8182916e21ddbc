"""Another splitter: the units of a text are counted anew, and the locators of its map with them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, State, encode_lock, recount_anchors, recount_places, settle
from argumap.authoring.anchor_locations import AnchorPaths
from argumap.authoring.map_editing import write_edits
from argumap.errors import CallError, NotAtHand
from argumap.mapfile import Relocation, drop_repeats, set_locators
from argumap.model import Passage
from argumap.text import read_text
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import Locations, ValuePath
    from argumap.text import Article


def change_splitter(
    opened: EditableMap,
    recounted: Mapping[str, Article],
    beside: Mapping[Path, str | bytes] = MappingProxyType({}),
) -> tuple[list[AnchorState], list[Path]]:
    """Lock the sources in ``recounted``, the texts at hand read by other rules, and renumber the map's locators.

    Every other byte of the files stays, but for a locator that a list would have twice, as two of its sentences
    are one now. What is ``beside`` is written with them. Gives the anchors that have another locator, name more
    than they did, or have none as their words are no one passage any more (these stay open in the lock), and the
    files written.

    Raises `NotAtHand` where the map has no lock, `CallError` where an anchor is open, and as `write_edits` does.
    """
    if opened.lock is None:
        raise NotAtHand(f"{opened.name} has no lock file; write one with `argumap source add`")
    open_ = [state for state in opened.anchor_states if state.source in recounted and not state.settled]
    if open_:
        raise CallError(
            f"{counted(len(open_), 'anchor')} of {opened.name} ({open_[0].node} at {open_[0].at}, …) must be "
            "settled first, for they count by another text; `argumap anchor check` lists them"
        )
    states = recount_anchors(opened.record, opened.articles, recounted)
    told = [state for state in states if state.now != state.at or state.state is State.MERGED]
    paths = AnchorPaths(opened.record)
    relocations = [
        Relocation(paths.record(s), Passage(s.source, s.at), str(s.now)) for s in told if s.now not in {None, s.at}
    ]
    relocated = set_locators(opened.reading, [*relocations, *_find_accepted(opened, recounted)])
    texts = {path: drop_repeats(read_text(path), text) for path, text in relocated.items()}
    lock = settle(opened.lock, recounted, [state for state in told if state.now is None])
    edits = {**texts, opened.folder / LOCK_NAME: encode_lock(lock)}
    return told, write_edits(opened, edits, beside)


def _find_accepted(opened: EditableMap, recounted: Mapping[str, Article]) -> Iterator[Relocation]:
    """The places of accepted problems (``text#s1.p1.s3``) that have another locator now."""
    written = list(_accepted_places(opened.reading.locations))
    for source, article in recounted.items():
        ats = [at for _, of, at in written if of == source]
        now = recount_places(opened.articles[source], article, ats)
        for path, of, at in written:
            if of == source and now[at] not in {None, at}:
                yield Relocation(path, Passage(source, at), str(now[at]))


def _accepted_places(locations: Locations) -> Iterator[tuple[ValuePath, str, str]]:
    """The path of each accepted problem that names a place in a source, with the source and the locator."""
    for n in locations.steps(("accepted",)):
        place: ValuePath = ("accepted", n, "at")
        for spot in (place, *((*place, step) for step in locations.steps(place) if isinstance(step, int))):
            source, sign, at = (locations.text(spot) or "").partition("#")
            if sign:
                yield ("accepted", n), source, at
