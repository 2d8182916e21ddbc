"""What would turn a debate, each with the address that shows it on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.verdicts import tell_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.board import Board, BoardAnswer, WhatIf
    from argumap.model import Index
    from argumap.phrases import Phrases

NAMED = 2
"""How many claims are named in a row."""


@dataclass(frozen=True, slots=True)
class TurningLink:
    """“Without X” with what it comes to: the address of the map that shows it, or the claims to set ``aside``."""

    words: str
    address: str
    effect: str
    aside: tuple[str, ...] = ()


def build_turning_links(index: Index, board: Board, answer: BoardAnswer, phrases: Phrases) -> list[TurningLink]:
    """What would change most for an answer, where it changes its place, then all else that would change who leads.

    Of the answer that leads it is what would end its lead.
    """
    found = [*answer.what_ifs]
    if board.together and board.together.answer == answer.claim.id:
        found.insert(0, board.together)
    shown = [each for n, each in enumerate(found) if each.turns or (n == 0 and each.place != answer.place)]
    return [_link(index, each, answer, phrases) for each in shown]


def supposing(what_if: WhatIf) -> str:
    """The address of the map with the claims set aside, the first of them in sight."""
    # Each id is one of a list, and the list is one of the address's values: so it is quoted twice.
    aside = ",".join(quote(quote(claim, safe="", errors="replace")) for claim in what_if.aside)
    return f"map.html#n={quote(what_if.answer, safe='/', errors='replace')}&aside={aside}"


def _link(index: Index, what_if: WhatIf, answer: BoardAnswer, phrases: Phrases) -> TurningLink:
    names = [phrases.quote(index.claims[claim].label) for claim in what_if.aside]
    words = phrases.say("turn.without", names=phrases.join(names))
    if len(names) > NAMED:
        words = phrases.say("turn.without-several", name=names[0], n=len(names) - 1)
    effect = phrases.join(list(_effects(index, what_if, answer, phrases)))
    return TurningLink(words, supposing(what_if), effect, what_if.aside)


def _effects(index: Index, what_if: WhatIf, answer: BoardAnswer, phrases: Phrases) -> Iterator[str]:
    if answer.live_objections and not what_if.objections:
        key = "turn.no-objection-but" if what_if.unresolved else "turn.no-objection"
        yield phrases.say(key, n=what_if.unresolved)
    if answer.live_reasons and not what_if.reasons:
        yield phrases.say("turn.no-reason")
    if what_if.turns and what_if.leaders and what_if.answer not in what_if.leaders:
        names = [phrases.quote(index.claims[claim].label) for claim in what_if.leaders]
        yield phrases.say("turn.others-lead", names=phrases.join(names), n=len(names))
    yield _tell_place(index, what_if, answer, phrases)


def _tell_place(index: Index, what_if: WhatIf, answer: BoardAnswer, phrases: Phrases) -> str:
    its = what_if.answer in what_if.leaders
    others = [phrases.quote(index.claims[c].label) for c in what_if.leaders if c != what_if.answer]
    if its and others:
        return phrases.say("turn.level", names=phrases.join(others[:NAMED]), n=len(others))
    if its:
        return phrases.say("turn.leads-still" if answer.leads and not answer.level else "turn.leads")
    if what_if.place == answer.place:
        return phrases.say("turn.stays", place=tell_ordinal(answer.place, phrases))
    return phrases.say("turn.place", place=tell_ordinal(what_if.place, phrases))
