"""Anchors put right: quotes pinned to locators, and drifted locators moved to where their passages stand now."""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, State, encode_lock, settle
from argumap.errors import CallError, NotAtHand, NotFound
from argumap.files import write_together
from argumap.mapfile import Relocation, attribution_paths, drop_quotes, set_locators
from argumap.model import Passage
from argumap.project.anchor_locations import AnchorPaths
from argumap.project.kept_texts import keep_texts
from argumap.project.quote_locators import find_locators
from argumap.suggestions import suggest
from argumap.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.mapfile import ValuePath
    from argumap.project.map import Map

SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Repaired:
    """The anchors that were ``accepted``, those ``left`` open, and the files ``written``."""

    accepted: tuple[AnchorState, ...]
    left: tuple[AnchorState, ...]
    written: tuple[Path, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """What was accepted and what is open, as plain data."""
        return {
            "accepted": [state.to_dict() for state in self.accepted],
            "open": [state.to_dict() for state in self.left],
        }


def repair_anchors(opened: Map, accept: Sequence[str] = ()) -> Repaired:
    """Relocate the open anchors that ``accept`` takes, as `choose` says; without it nothing is written.

    Raises as `find_open_anchors`, `choose` and `relocate` do.
    """
    open_ = find_open_anchors(opened)
    accepted = choose(open_, accept)
    written = relocate(opened, accepted) if accept else []
    taken = frozenset(accepted)
    return Repaired(tuple(accepted), tuple(s for s in open_ if s not in taken), tuple(written))


def find_open_anchors(opened: Map) -> list[AnchorState]:
    """The anchors that are not exactly where and what they were, in the order of the map.

    Raises `NotAtHand` where nothing is at hand to compare, `UnreadableMap` where a source is another document.
    """
    if opened.lock is None:
        raise NotAtHand(f"{opened.name} has no lock file; write one with `argumap source add`")
    if not any(record_id in opened.lock.sources for record_id in opened.articles):
        raise NotAtHand(f"no locked source of {opened.name} is at hand; name its file with --source FILE")
    return [state for state in opened.verified().anchor_states if not state.settled]


def choose(states: Sequence[AnchorState], wanted: Iterable[str]) -> list[AnchorState]:
    """The anchors that ``wanted`` accepts: by state, by node, or ``safe`` for exact, cosmetic and moved ones.

    An anchor in whose passage a negation or a number changed is accepted by its node alone. Raises `NotFound`
    for what names no open anchor, `CallError` for a node whose passage stands nowhere.
    """
    chosen: dict[int, AnchorState] = {}
    for word in wanted:
        found = list(_chosen(states, word))
        if not found and word != SAFE and word not in set(State):
            nodes = [state.node for state in states]
            hint = suggest(word, nodes, "did you mean {!r}?", otherwise="`argumap anchor check` lists them")
            raise NotFound(f"{word!r} names no open anchor; {hint}")
        chosen |= dict(found)
    return [chosen[n] for n in sorted(chosen)]


def _chosen(states: Sequence[AnchorState], word: str) -> Iterator[tuple[int, AnchorState]]:
    for n, state in enumerate(states):
        named = word == state.node
        by_state = not state.flags and (word == state.state or (word == SAFE and state.same_words))
        if named and state.now is None:
            raise CallError(
                f"the passage {state.at} of {word!r} stands nowhere now; cite another in the map's file"
            )
        if (named or by_state) and state.now is not None:
            yield n, state


def relocate(opened: Map, accepted: Sequence[AnchorState]) -> list[Path]:
    """Write the accepted locators into the map's files, and the lock of the texts as they are now.

    Every other byte of the files stays. Anchors that were not accepted stay open in the lock until they are,
    or until their node cites another passage.
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
    return write_edits(opened, {**texts, path: encode_lock(lock)}, keep_texts(opened.folder, opened.source_files))


def write_edits(
    opened: Map, edits: Mapping[Path, str], beside: Mapping[Path, str | bytes] = MappingProxyType({})
) -> list[Path]:
    """Write edited files of a map, and its lock if it is among them, as one, with others ``beside`` them.

    Raises `ChangedMeanwhile` where a file of the map, edited or not, is not as it was read.
    """
    inside = all(file.parent == opened.folder for file in edits)
    read = dict(opened.reading.digests)
    if (lock := opened.folder / LOCK_NAME) in edits:
        read[lock] = opened.lock.digest if opened.lock else ""
    write_together(opened.folder if inside else opened.folder / os.pardir, {**edits, **beside}, read)
    return list(edits)


def pin_anchors(opened: Map, *, drop: bool = False) -> list[Path]:
    """Write the locator of every quote that stands exactly once beside it, or in its place.

    With ``drop`` no quote that has a locator stays. Quotes that stand nowhere or several times are left alone;
    `Map.check` tells of them. Raises `NotAtHand` where no article is.
    """
    from argumap.anchoring import QuoteFinder

    finders = {source: QuoteFinder(article) for source, article in opened.with_text().articles.items()}
    relocations = [
        Relocation(path, passage, locators[0])
        for path, passages in _passages(opened)
        for passage in passages
        if len(locators := find_locators(passage, finders)) == 1
    ]
    texts = set_locators(opened.reading, relocations) if relocations else {}
    if drop:
        texts |= {path: drop_quotes(texts.get(path) or read_text(path)) for path in opened.reading.files}
    return write_edits(opened, {path: text for path, text in texts.items() if text != read_text(path)})


def _passages(opened: Map) -> Iterator[tuple[ValuePath, tuple[Passage, ...]]]:
    record = opened.reading.map
    for kind in ("issues", "claims", "arguments", "concepts"):
        yield from (((kind, node.id), node.at) for node in getattr(record, kind))
    yield from zip(attribution_paths(record), (a.at for a in record.attributions), strict=True)
