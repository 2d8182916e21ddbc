"""What people read for a standard, a place among answers and a balance: the same in every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import quoted
from argumap.phrases import ENGLISH
from argumap.semantics import name
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argumap.model import Index, Standard
    from argumap.phrases import Phrases
    from argumap.semantics import Balance
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking
    from argumap.verdicts.live_speakers import LiveSpeakers


NAMED = 6
"""How many reasons of one side are named; the rest are counted."""

SOURCES = 2
"""How many sources of a map are named."""

_ORDINALS = 10
"""Up to which place there is a word for it."""


def tell_standard(standard: Standard, phrases: Phrases = ENGLISH) -> str:
    """What a claim has to have to hold by a standard."""
    return phrases.say(f"standard-means.{standard}")


def call(index: Index, claim: str, phrases: Phrases = ENGLISH) -> str:
    """A claim by its label, between quotation marks; its own become the inner ones."""
    return phrases.quote(name(index, claim)[1:-1])


def tell_premises(
    index: Index, node_id: str, write: Callable[[Index, str], str] = call, phrases: Phrases = ENGLISH
) -> str:
    """What a reason or an objection rests on: "“A” together with “B”" is one, "“A”; “B”" are two."""
    first, *others = [write(index, premise) for premise in _premises(index, node_id)] or [""]
    return phrases.say("verdict.together", first=first, others=phrases.join(others)) if others else first


def tell_origin(index: Index, of: str = "") -> str:
    """Which map this is and what it is drawn from; nothing where it does not say.

    ``of`` is the id of a record of the map that is asked about, for several maps may be asked at once.
    """
    prefix = of.rpartition("#")[0]
    title = prefix or " ".join(index.map.title.split())
    sources = [
        quoted(" ".join(s.title.split())) for s in index.map.drawn_from if s.id.rpartition("#")[0] == prefix
    ]
    drawn = joined(sources) if len(sources) <= SOURCES else counted(len(sources), "source")
    return " — ".join(filter(None, [title, f"drawn from {drawn}" if drawn else ""]))


def tell_place(
    ranking: Ranking, answer: RankedAnswer, phrases: Phrases = ENGLISH, balance: Balance | None = None
) -> str:
    """An answer's place in a word: it ``leads``, is ``level`` with others at the head, or comes ``second``.

    With its ``balance``, one for which no reason stands has no place to be proud of, unless it leads: it is told
    what it lacks.
    """
    if answer.claim in ranking.leaders:
        return phrases.say("place.leads" if len(ranking.leaders) == 1 else "place.level")
    if balance and not balance.pros:
        return phrases.say("place.no-reason" if balance.argued else "place.not-argued")
    return tell_ordinal(answer.place, phrases)


def tell_ordinal(place: int, phrases: Phrases = ENGLISH) -> str:
    """A place counted from 1 in a word: ``second``."""
    if place <= _ORDINALS:
        return phrases.say(f"place.{_ORDINAL_KEYS[place - 1]}")
    last = "" if place // 10 % 10 == 1 else {1: "-first", 2: "-second", 3: "-third"}.get(place % 10, "")
    return phrases.say(f"place.further{last}", n=place)


_ORDINAL_KEYS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def tell_counts(balance: Balance, phrases: Phrases = ENGLISH) -> str:
    """What is live for and against a claim: "6 reasons stand, 1 objection is unanswered", or their weights."""
    sides = (
        _weighed(
            phrases.say("verdict.reasons-stand", n=len(balance.pros)), balance.pros, balance.pro_low, phrases
        ),
        _weighed(
            phrases.say("verdict.objections-open", n=len(balance.cons)), balance.cons, balance.con_low, phrases
        ),
    )
    return phrases.say("grammar.comma").join(sides)


def tell_score(balance: Balance, phrases: Phrases = ENGLISH) -> str:
    """The word of a claim and how many reasons stand and objections are unanswered: "contested 6 : 1"."""
    word = phrases.say(f"word.{balance.word}")
    return phrases.say("verdict.score", word=word, pro=len(balance.pros), con=len(balance.cons))


def tell_balance(index: Index, balance: Balance) -> str:
    """What is live for and against a claim, how much of it the map added, what shares a premise, and the rest."""
    added = tell_added(index, balance)
    told = f"{tell_counts(balance)}{f' ({added})' if added else ''}"
    return "; ".join(filter(None, [told, *tell_shared(index, balance), tell_rest(balance)]))


def tell_outcome(outcome: str, number: int = 1, phrases: Phrases = ENGLISH) -> str:
    """What a claim does by a standard, or several of them: it holds, does not hold, or is unresolved."""
    return phrases.say(f"outcome.{outcome}", n=number)


def tell_written(standard: Standard, claim: str, outcome: str, phrases: Phrases = ENGLISH) -> str:
    """What one claim comes to by the standard that the map writes for it."""
    return phrases.say(
        "verdict.standard-of-one",
        standard=phrases.quote(phrases.say(f"standard.{standard}")),
        claim=claim,
        means=tell_standard(standard, phrases),
        outcome=tell_outcome(outcome, phrases=phrases),
    )


def tell_live(index: Index, nodes: Sequence[str], most: int = NAMED, speakers: LiveSpeakers | None = None) -> str:
    """The first of some reasons or objections by name, with who says them, and how many more there are."""
    told = [f"{tell_premises(index, node)}{_how(index, node, speakers)}" for node in nodes[:most]]
    return "; ".join([*told, *([f"… and {len(nodes) - most:,} more"] if len(nodes) > most else [])])


def _how(index: Index, node_id: str, speakers: LiveSpeakers | None) -> str:
    told = [*speakers.tell(node_id)] if speakers else []
    if node_id in index.added:
        told.append("the step added by the map" if told else "added by the map")
    return f" ({'; '.join(told)})" if told else ""


def tell_sides(index: Index, balance: Balance, speakers: LiveSpeakers | None = None) -> Iterator[str]:
    """What is live for a claim and against it by name, a line a side that has any; what excludes it last."""
    for side, live in (("for", balance.pros), ("against", balance.cons)):
        if live:
            yield f"{side}: {tell_live(index, live, speakers=speakers)}"
    if balance.rivals:
        yield f"excluded by what stands: {tell_live(index, balance.rivals)}"


def tell_rest(balance: Balance, phrases: Phrases = ENGLISH) -> str:
    """What is answered and what is unresolved on both sides; nothing where there is neither."""
    parts = (
        _rest("verdict.are-answered", len(balance.answered_pros), len(balance.answered_cons), phrases),
        _rest("verdict.are-unresolved", len(balance.unresolved_pros), len(balance.unresolved_cons), phrases),
    )
    return "; ".join(filter(None, parts))


def _rest(key: str, pros: int, cons: int, phrases: Phrases) -> str:
    return phrases.say(key, n=pros + cons, what=_tell_both(pros, cons, phrases)) if pros or cons else ""


def _tell_both(pros: int, cons: int, phrases: Phrases) -> str:
    sides = ((pros, "counts.reasons"), (cons, "counts.objections"))
    return phrases.join([phrases.say(key, n=n) for n, key in sides if n])


def tell_added(index: Index, balance: Balance, phrases: Phrases = ENGLISH) -> str:
    """How many of the live steps the map added; nothing where there is none."""
    pros, cons = _count_added(index, balance.pros), _count_added(index, balance.cons)
    live = len(balance.pros) + len(balance.cons)
    if not pros and not cons:
        return ""
    if pros + cons == live:
        key = {1: "verdict.step-added", 2: "verdict.both-steps-added"}.get(live, "verdict.all-steps-added")
        return phrases.say(key, n=live)
    return phrases.say("verdict.some-added", what=_tell_both(pros, cons, phrases))


def tell_shared(index: Index, balance: Balance, phrases: Phrases = ENGLISH) -> Iterator[str]:
    """Which live reasons and objections rest on one premise, so that they are one thought and several steps."""
    for groups, side in ((balance.pro_groups, "reasons"), (balance.con_groups, "objections")):
        live = sum(map(len, groups))
        for group in groups:
            if len(group) < 2:
                continue
            which = "some" if len(group) < live else "both" if live == 2 else "all"
            common = set.intersection(*(set(_premises(index, each)) for each in group))
            shared = next((p for p in _premises(index, group[0]) if p in common), None)
            premise = call(index, shared, phrases) if shared else phrases.say("verdict.premises-shared")
            yield phrases.say(f"shared.{side}-{which}", n=len(group), premise=premise)


def _premises(index: Index, node_id: str) -> Sequence[str]:
    return index.arguments[node_id].premises if node_id in index.arguments else (node_id,)


def _weighed(told: str, nodes: Sequence[str], weight: float, phrases: Phrases) -> str:
    return told if weight == len(nodes) else phrases.say("verdict.weighing", told=told, weight=weight)


def _count_added(index: Index, arguments: Sequence[str]) -> int:
    return sum(a in index.added for a in arguments)
