"""Which claims keep an answer from standing, in words: they are no objections, and are counted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board.board_records import EntryState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board.board_records import BoardAnswer
    from argumap.phrases import Phrases

_KEYS = {EntryState.LIVE: "rivals.excluded", EntryState.UNRESOLVED: "rivals.undecided"}


def tell_exclusion(answer: BoardAnswer, phrases: Phrases) -> Sequence[str]:
    """What excludes an answer while it stands, then what excludes it and is undecided: a phrase each, if any."""
    told = []
    for state, key in _KEYS.items():
        names = [phrases.quote(rival.claim.label) for rival in answer.rivals if rival.state is state]
        if names:
            told.append(phrases.say(key, n=len(names), names=phrases.join(names)))
    return told
