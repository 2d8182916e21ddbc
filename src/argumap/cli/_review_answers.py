"""What somebody types at the prompt of a review, as the words of a command: prose needs no quotes there."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from argumap.errors import CallError
from argumap.model import Act
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.model import Claim, Index

LETTERS: Final = {
    "a": "accept",
    "c": "change",
    "w": "who",
    "t": "tie",
    "d": "drop",
    "x": "aside",
    "m": "merge",
    "s": "skip",
    "u": "undo",
    "q": "quit",
    "h": "?",
    "help": "?",
}
_SIGNS: Final = {"+": "supports", "for": "supports", "-": "attacks", "against": "attacks"}
_MOST_LISTED: Final = 5
# What follows these is prose or a name, up to the end of the line.
_PROSE: Final = frozenset({"change", "title", "who", "also"})


def read_answer(line: str, index: Index) -> list[str]:
    """The words of a command; ``skip`` for an empty line. An apostrophe in prose is one, and no quote.

    Raises `CallError` for a quote that is not closed.
    """
    first, _, rest = line.strip().partition(" ")
    verb, rest = LETTERS.get(first, first) or "skip", rest.strip()
    if verb == "tie":
        return [verb, *_read_tie(_split(rest), index)]
    if verb not in _PROSE or not rest:
        return [verb, *_split(rest)]
    named, _, behind = rest.partition(" ")
    subject = [named] if behind and index.kind(named) else []
    prose = behind.strip() if subject else rest
    if prose[0] in "\"'":
        return [verb, *subject, *_split(prose)]
    name, _, last = prose.rpartition(" ")
    if verb in {"who", "also"} and name and last in set(Act):
        return [verb, *subject, name, last]
    return [verb, *subject, prose]


def find_positions(index: Index) -> list[str]:
    """The claims that answer a question, in the map's order, as a reviewer counts them."""
    return [claim.id for claim in index.map.claims if claim.answers]


def tell_short_ties(index: Index) -> str:
    """How a claim is tied to the answers in few keys; "" for a map without answers."""
    positions = find_positions(index)
    if not positions:
        return ""
    listed = joined([f"{n} {position}" for n, position in enumerate(positions[:_MOST_LISTED], 1)])
    return f"; `t + 1` or `t - 1` is for or against: {listed}"


def _read_tie(words: list[str], index: Index) -> list[str]:
    """A tie with its signs and numbers in words: ``+ 1`` is for the first answer."""
    numbered = {str(n): position for n, position in enumerate(find_positions(index), 1)}
    *before, last = words or [""]
    return [*(_SIGNS.get(word, word) for word in before), numbered.get(last, last)] if before else words


def read_claims(line: str, listed: Sequence[Claim]) -> list[str]:
    """The claims that an answer names, by id or by their place in a list. Raises `CallError`."""
    numbered = {str(n): claim.id for n, claim in enumerate(listed, 1)}
    return [numbered.get(word, word) for word in _split(line.replace(",", " "))]


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words)
    except ValueError as error:
        raise CallError(f"a quote is not closed: {words}") from error
