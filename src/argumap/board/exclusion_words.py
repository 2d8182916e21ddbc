"""Which claims keep an answer from standing, in words: they are no objections, and are counted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board.board_records import EntryState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board.board_records import BoardAnswer
    from argumap.phrases import Phrases

NAMED = 2
"""So many are named; of more the first, and the others are counted."""

_KEYS = {EntryState.LIVE: "rivals.excluded", EntryState.UNRESOLVED: "rivals.undecided"}


def tell_exclusion(answer: BoardAnswer, phrases: Phrases) -> Sequence[str]:
    """What excludes an answer while it stands, then what excludes it and is undecided: a phrase each, if any."""
    told = []
    for state, key in _KEYS.items():
        names = [phrases.quote(rival.claim.label) for rival in answer.rivals if rival.state is state]
        if names:
            told.append(phrases.say(key, n=len(names), names=phrases.join(_name_few(names, phrases))))
    return told


def _name_few(names: Sequence[str], phrases: Phrases) -> list[str]:
    if len(names) <= NAMED:
        return [*names]
    return [*names[: NAMED - 1], phrases.say("counts.others", n=len(names) - NAMED + 1)]
