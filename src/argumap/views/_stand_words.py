"""Where somebody stands on an answer, in a few words: "for, with its strongest reason"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import EntryState, find_foremost
from argumap.query import Side

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from argumap.board import BoardAnswer, Entry, Stand
    from argumap.phrases import Phrases


@dataclass(frozen=True, slots=True)
class StandWords:
    """What stands in a cell: the ``side`` for its sign, or nothing; the ``words``; whether they say anything.

    ``state`` is that of what they bring, for the sign as well; ``hint`` how far they are held to it; ``brief`` are
    the words without the point that they name.
    """

    side: str
    words: str
    brief: str
    told: bool = True
    state: EntryState = EntryState.LIVE
    hint: str = ""


def tell_stand(stand: Stand, answer: BoardAnswer, phrases: Phrases) -> StandWords:
    """Where somebody stands on ``answer``, by what, and how far they are held to it."""
    key, values = _find_words(stand, answer, phrases)
    outright = phrases.say("stand.outright") if stand.outright else ""
    name = values.pop("name", "")
    brief = phrases.say(f"stand.{key}", outright=outright, **values)
    words = phrases.say("stand.named", n=values.get("n", 1), words=brief, name=name) if name else brief
    state = next((each for each in EntryState if key.endswith(f"-{each}")), EntryState.LIVE)
    hint = phrases.say("voice.loosely") if stand.loosely and not stand.silent else ""
    return StandWords(stand.side or "", words, brief, not stand.silent, state, hint)


def tell_side(stand: Stand, answer: BoardAnswer, phrases: Phrases) -> str:
    """Which side somebody takes on ``answer``, without by what."""
    taken = stand.side in {Side.FOR, Side.AGAINST}
    return phrases.say(f"stand.{stand.side}") if taken else tell_stand(stand, answer, phrases).words


def _find_words(stand: Stand, answer: BoardAnswer, phrases: Phrases) -> tuple[str, dict[str, object]]:
    if stand.silent:
        return "silent", {}
    if stand.side is None:
        return _tell_no_side(stand), {}
    if stand.side is Side.BOTH:
        return "both", {}
    how, values = _tell_how(stand, answer)
    if how == "beneath" and not stand.further:
        return stand.side.value, {}
    if how == "beneath":
        values = {"n": len(stand.further), "name": phrases.quote(stand.further[0].label)}
    if how == "denies":
        denied = next(entry for entry in answer.entries if entry.id in stand.entries)
        values = {"name": phrases.join([phrases.quote(premise.claim.label) for premise in denied.premises])}
    return f"{stand.side}-{how}", values


def _tell_no_side(stand: Stand) -> str:
    if stand.presents:
        return "presents"
    return "used" if (stand.used or stand.through_added) and not (stand.stances or stand.beneath) else "no-side"


def _tell_how(stand: Stand, answer: BoardAnswer) -> tuple[str, dict[str, object]]:
    """By what they take their side: the best of it, as it is placed."""
    entries = answer.reasons if stand.side is Side.FOR else answer.objections
    live = [entry.id for entry in entries if entry.live]
    held = [entry.id for entry in entries if entry.id in stand.entries]
    counting = [entry for entry in held if entry in live]
    if not held:
        return ("outright" if stand.stances else "denies" if stand.entries else "beneath"), {}
    if not counting:
        return _tell_state(entries, held), {}
    if len(counting) > 1:
        return ("all" if len(counting) == len(live) else "several"), {"n": len(counting), "all": len(live)}
    if len(live) == 1:
        return "only", {}
    return _tell_one(entries, counting[0]), {}


def _tell_one(entries: Iterable[Entry], held: str) -> str:
    """Whether the one they bring counts for more than all others."""
    foremost = find_foremost(entries)
    return "strongest" if len(foremost) == 1 and foremost[0].id == held else "one"


def _tell_state(entries: Iterable[Entry], held: Container[str]) -> str:
    """What became of what they bring where none of it counts."""
    unresolved = any(entry.state == "unresolved" for entry in entries if entry.id in held)
    return "unresolved" if unresolved else "answered"
