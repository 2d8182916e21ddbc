"""How many reasons and objections an answer has, in the same words wherever they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board.board_records import EntryState
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board.board_records import BoardAnswer, Entry
    from argumap.phrases import Phrases

_SPENT = (EntryState.UNRESOLVED.value, EntryState.ANSWERED.value, "undecisive")


def tell_side_counts(answer: BoardAnswer, phrases: Phrases) -> tuple[str, str]:
    """What counts for an answer and what against it, and what no longer does.

    ``4 reasons, plus 2 answered`` where some count; ``2 objections, both answered`` where none does;
    ``no objection`` where none is given. What the place tells is not told again.
    """
    if answer.told_place and not answer.leads and not answer.entries:
        return "", ""
    placed = answer.told_place and not answer.leads and not answer.reasons
    reasons = "" if placed else _tell_side(answer.reasons, "counts.reasons", phrases)
    return reasons, _tell_side(answer.objections, "counts.objections", phrases)


def _tell_side(entries: Sequence[Entry], key: str, phrases: Phrases) -> str:
    """One side, by the ``key`` of what it has."""
    live, spent = sum(entry.live for entry in entries), _tell_spent(entries, phrases)
    if not spent:
        return phrases.say(key, n=live)
    if live:
        return phrases.say("counts.plus", what=phrases.say(key, n=live), others=phrases.join(spent))
    states = {_find_state(entry) for entry in entries}
    what = phrases.say(key, n=len(entries))
    if len(states) == 1:
        return phrases.say("counts.spent", n=len(entries), what=what, state=phrases.say(f"state.{states.pop()}"))
    return phrases.say("grammar.comma").join([what, phrases.join(spent)])


def _tell_spent(entries: Sequence[Entry], phrases: Phrases) -> list[str]:
    """How many of some no longer count, by why; nothing of which there are none."""
    counted = ((state, sum(_find_state(entry) == state for entry in entries)) for state in _SPENT)
    return [phrases.say(f"counts.{state}", n=count) for state, count in counted if count]


def _find_state(entry: Entry) -> str:
    """Why an entry does not count: what may be true and does not decide it is not answered as what is not so."""
    undercut = entry.state is EntryState.ANSWERED and any(
        a.bearing is Bearing.UNDERCUTS for a in entry.answered[:1]
    )
    return "undecisive" if undercut else entry.state.value
