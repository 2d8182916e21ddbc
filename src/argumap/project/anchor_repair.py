"""Anchors put right: which are open, which of them are taken, and what is written then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.anchoring import State
from argumap.authoring import pin_quotes, relocate
from argumap.errors import CallError, NotAtHand, NotFound
from argumap.project.kept_texts import keep_texts
from argumap.project.next_calls import tell_call
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.errors import Problem
    from argumap.model import Passage
    from argumap.project.map import Map

_UNPINNED = frozenset({"AM201", "AM202"})
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
    """Relocate the open anchors that ``accept`` takes, as ``choose`` says; without it nothing is written.

    Raises as `find_open_anchors`, ``choose`` and ``relocate`` do.
    """
    open_ = find_open_anchors(opened)
    accepted = choose(open_, accept)
    written = (
        relocate(opened, accepted, keep_texts(opened.folder, opened.source_files, opened.articles))
        if accept
        else []
    )
    taken = frozenset(accepted)
    return Repaired(tuple(accepted), tuple(s for s in open_ if s not in taken), tuple(written))


def find_open_anchors(opened: Map) -> list[AnchorState]:
    """The anchors that are not exactly where and what they were, in the order of the map.

    Raises `NotAtHand` where nothing is at hand to compare, `UnreadableMap` where a source is another document.
    """
    if opened.lock is None:
        raise NotAtHand(f"{opened.name} has no lock file; write one with `{tell_call('source add', opened)}`")
    if not any(record_id in opened.lock.sources for record_id in opened.articles):
        raise NotAtHand(f"no locked source of {opened.name} is at hand; name its file with --source FILE")
    return [state for state in opened.verified().anchor_states if not state.settled]


def choose(states: Sequence[AnchorState], wanted: Iterable[str]) -> list[AnchorState]:
    """The anchors that ``wanted`` accepts: by state, by node, or ``safe`` for exact, cosmetic and moved ones.

    An anchor in whose passage a negation, a number or a meaning changed is accepted by its node alone. Raises
    `NotFound` for what names no open anchor, `CallError` for a node whose passage stands nowhere.
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


@dataclass(frozen=True, slots=True)
class Pinned:
    """The files ``written``, and a problem for each quote that stands nowhere, or several times."""

    written: tuple[Path, ...]
    unpinned: tuple[Problem, ...]


def pin_anchors(opened: Map, *, drop: bool = False) -> Pinned:
    """Write the locators of the quotes of a map, as ``argumap.authoring.pin_quotes`` says.

    Raises `NotAtHand` where no article is.
    """
    from argumap.anchoring import check_quotes

    def where(node: str, _passage: Passage) -> tuple[str, int, int]:
        location = opened.reading.locations.of(node)
        return (location.file, location.line, location.column) if location else (str(opened.folder), 0, 0)

    found = check_quotes(opened.reading.map, opened.with_text().articles, where)
    unpinned = tuple(problem for problem in found if problem.code in _UNPINNED)
    return Pinned(tuple(pin_quotes(opened, drop=drop)), unpinned)
