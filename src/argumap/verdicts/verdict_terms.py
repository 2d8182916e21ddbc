"""What people read for a standard, a place among answers and a balance: the same in every answer."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.model import Standard, quoted
from argumap.semantics import name
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argumap.model import Index
    from argumap.semantics import Balance
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking
    from argumap.verdicts.live_speakers import LiveSpeakers


@dataclass(frozen=True, slots=True)
class Term:
    """A ``label`` and what it ``means``."""

    label: str
    means: str


STANDARD_TERMS: Mapping[Standard, Term] = MappingProxyType(
    {
        Standard.REASON: Term("reason", "a reason stands, or no objection is open"),
        Standard.BALANCE: Term("balance", "more stands for it than is open against it"),
        Standard.CLEAR: Term("clear", "at least twice as much stands for it as is open against it"),
        Standard.UNANSWERED: Term("unanswered", "no objection is open"),
        Standard.BACKED: Term("backed", "a reason stands, and no objection is open"),
    }
)
"""What a claim has to have for each standard, from lax to strict."""

NAMED = 6
"""How many reasons of one side are named; the rest are counted."""

SOURCES = 2
"""How many sources of a map are named."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def call(index: Index, claim: str) -> str:
    """A claim by its label, between quotation marks; its own become the inner ones."""
    return quoted(name(index, claim)[1:-1])


def tell_premises(index: Index, node_id: str, write: Callable[[Index, str], str] = call) -> str:
    """What a reason or an objection rests on: "“A” together with “B”" is one, "“A”; “B”" are two."""
    first, *others = [write(index, premise) for premise in _premises(index, node_id)] or [""]
    return f"{first} together with {joined(others)}" if others else first


def tell_origin(index: Index, of: str = "") -> str:
    """Which map this is and what it is drawn from; nothing where it does not say.

    ``of`` is the id of a record of the map that is asked about, for several maps may be asked at once.
    """
    prefix = of.rpartition("#")[0]
    title = prefix or " ".join(index.map.title.split())
    sources = [quoted(" ".join(s.title.split())) for s in index.map.sources if s.id.rpartition("#")[0] == prefix]
    drawn = joined(sources) if len(sources) <= SOURCES else counted(len(sources), "source")
    return " — ".join(filter(None, [title, f"drawn from {drawn}" if drawn else ""]))


def tell_place(ranking: Ranking, answer: RankedAnswer) -> str:
    """An answer's place in a word: it ``leads``, is ``level`` with others at the head, or comes ``second``."""
    if answer.claim in ranking.leaders:
        return "leads" if len(ranking.leaders) == 1 else "level"
    return _ORDINALS[answer.place - 1] if answer.place <= len(_ORDINALS) else f"{answer.place}th"


def tell_counts(balance: Balance) -> str:
    """What is live for and against a claim: "6 reasons stand, 1 objection is open"; weights where they differ."""
    return f"{_reasons(balance)}, {_objections(balance)}"


def tell_score(balance: Balance) -> str:
    """The word of a claim and how many reasons stand and objections are open: "contested 6 : 1"."""
    return f"{balance.word.replace('-', ' ')} {len(balance.pros):,} : {len(balance.cons):,}"


def tell_balance(index: Index, balance: Balance) -> str:
    """What is live for and against a claim, how much of it the map added, what shares a premise, and the rest."""
    added = tell_added(index, balance)
    told = f"{tell_counts(balance)}{f' ({added})' if added else ''}"
    return "; ".join(filter(None, [told, *tell_shared(index, balance), tell_rest(balance)]))


def tell_details(index: Index, balance: Balance) -> Iterator[str]:
    """What stands beside the counts: how much the map added, what shares a premise, what no longer counts."""
    details = (tell_added(index, balance), *tell_shared(index, balance), tell_rest(balance))
    return filter(None, details)


def tell_outcome(outcome: str, number: int = 1) -> str:
    """What a claim does by a standard, or several of them: it holds, does not hold, or is unresolved."""
    one, many = _OUTCOMES[outcome]
    return one if number == 1 else many


def tell_written(standard: Standard, claim: str, outcome: str) -> str:
    """What one claim comes to by the standard that the map writes for it."""
    term = STANDARD_TERMS[standard]
    return (
        f"By the standard {quoted(term.label)}, which the map writes for {claim} ({term.means}), "
        f"it {tell_outcome(outcome)}."
    )


_OUTCOMES = {
    "holds": ("holds", "hold"),
    "fails": ("does not hold", "do not hold"),
    "open": ("is unresolved", "are unresolved"),
}


def tell_live(index: Index, nodes: Sequence[str], most: int = NAMED, speakers: LiveSpeakers | None = None) -> str:
    """The first of some reasons or objections by name, with who says them, and how many more there are."""
    told = [f"{tell_premises(index, node)}{_how(index, node, speakers)}" for node in nodes[:most]]
    return "; ".join([*told, *([f"… and {len(nodes) - most:,} more"] if len(nodes) > most else [])])


def _how(index: Index, node_id: str, speakers: LiveSpeakers | None) -> str:
    if node_id in index.claims:
        return " (contradicts it)"
    told = [*speakers.tell(node_id)] if speakers else []
    if node_id in index.added:
        told.append("the step added by the map" if told else "added by the map")
    return f" ({'; '.join(told)})" if told else ""


def tell_sides(index: Index, balance: Balance, speakers: LiveSpeakers | None = None) -> Iterator[str]:
    """What is live for a claim and against it by name, a line a side that has any."""
    for side, live in (("for", balance.pros), ("against", balance.cons)):
        if live:
            yield f"{side}: {tell_live(index, live, speakers=speakers)}"


def tell_rest(balance: Balance) -> str:
    """What is answered and what is unresolved on both sides; nothing where there is neither."""
    parts = [
        *_rest(balance.answered_pros, balance.answered_cons, "answered"),
        *_rest(balance.unresolved_pros, balance.unresolved_cons, "unresolved"),
    ]
    return "; ".join(parts)


def tell_added(index: Index, balance: Balance) -> str:
    """How many of the live steps the map added; nothing where there is none."""
    pros, cons = _count_added(index, balance.pros), _count_added(index, balance.cons)
    live = len(balance.pros) + len(balance.cons)
    if not pros and not cons:
        return ""
    if pros + cons == live:
        return {1: "a step", 2: "both steps"}.get(live, f"all {live} steps") + " added by the map"
    sides = [counted(n, noun) for n, noun in ((pros, "reason"), (cons, "objection")) if n]
    return f"{joined(sides)} added by the map"


def tell_shared(index: Index, balance: Balance) -> Iterator[str]:
    """Which live reasons and objections rest on one premise, so that they are one thought and several steps."""
    for groups, noun in ((balance.pro_groups, "reasons"), (balance.con_groups, "objections")):
        live = sum(map(len, groups))
        for group in groups:
            if len(group) < 2:
                continue
            which = f"{len(group)} of the" if len(group) < live else "both" if live == 2 else f"all {live}"
            common = set.intersection(*(set(_premises(index, each)) for each in group))
            shared = next((p for p in _premises(index, group[0]) if p in common), None)
            yield f"{which} {noun} rest on {call(index, shared) if shared else 'premises that they share'}"


def _premises(index: Index, node_id: str) -> Sequence[str]:
    return index.arguments[node_id].premises if node_id in index.arguments else (node_id,)


def _reasons(balance: Balance) -> str:
    count = len(balance.pros)
    if not count:
        return "no reason stands"
    return f"{counted(count, 'reason')} {'stands' if count == 1 else 'stand'}{_weight(count, balance.pro_low)}"


def _objections(balance: Balance) -> str:
    count = len(balance.cons)
    if not count:
        return "no objection is open"
    return f"{counted(count, 'objection')} {'is' if count == 1 else 'are'} open{_weight(count, balance.con_low)}"


def _weight(count: int, weight: float) -> str:
    return "" if weight == count else f" (weighing {weight:g})"


def _rest(pros: Sequence[str], cons: Sequence[str], state: str) -> Iterator[str]:
    sides = [counted(len(n), noun) for n, noun in ((pros, "reason"), (cons, "objection")) if n]
    if sides:
        one = len(pros) + len(cons) == 1
        yield f"{joined(sides)} {'is' if one else 'are'} {state}"


def _count_added(index: Index, arguments: Sequence[str]) -> int:
    return sum(a in index.added for a in arguments)
