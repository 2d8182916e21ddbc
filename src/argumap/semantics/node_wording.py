"""How claims, arguments, speakers and places are named in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import ADDED_STEP, Act, Argument, ClaimType, mention, speaks_as_many, tell_chain
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.model import Attribution, Claim, Index, Passage

SAID = {
    Act.ASSERTS: "asserted",
    Act.ARGUES: "argued",
    Act.ENDORSES: "endorsed",
    Act.CONCEDES: "conceded",
    Act.DISPUTES: "disputed",
    Act.QUESTIONS: "questioned",
    Act.SUPPOSES: "supposed",
    Act.PRESENTS: "presented",
}


def name(index: Index, node_id: str) -> str:
    """A claim by its label, an argument by its premises, in quotation marks and on one line."""
    if node_id in index.claims:
        return f"“{_one_line(index.claims[node_id].label).removesuffix('.')}”"
    argument = index.arguments[node_id]
    return joined([name(index, p) if p in index.claims else f"“{p}” (missing)" for p in argument.premises])


def said(index: Index, node_id: str) -> str:
    """Who takes which stand on a claim or an argument; for an argument nobody speaks of, on its premises.

    A step of the map's own is said to be added by it, for whoever speaks to its premises does not take it.
    """
    argument = index.arguments.get(node_id)
    if argument is None or index.voices[node_id]:
        own = "; ".join(_voices(index, [node_id]))
        return ", ".join(part for part in (ADDED_STEP if is_added(index, node_id) else "", own) if part)
    voices = _voices(index, argument.premises)
    if not is_added(index, node_id):
        return "; ".join(voices)
    claims = [index.claims[premise] for premise in argument.premises if premise in index.claims]
    facts = "facts" if all(claim.type is ClaimType.FACT for claim in claims) else "what is"
    return f"{ADDED_STEP}, from {facts} {joined(voices)}" if voices else ADDED_STEP


def is_added(index: Index, node_id: str) -> bool:
    """Whether this is a step that the map added and the source does not take."""
    return node_id in index.added


def added_note(index: Index, node_id: str) -> str:
    """What stands behind the name of a step that the map added, so that it is nobody else's; else nothing."""
    return f" ({ADDED_STEP})" if is_added(index, node_id) else ""


def status_verb(status: str) -> str:
    """``status`` as what a claim or an argument does: it stands, it is undecided."""
    return f"is {status}" if status in {"undecided", "blocked"} else status


def begun(words: str) -> str:
    """``words`` at the beginning of a sentence."""
    return f"T{words[1:]}" if words.startswith("the step from ") else words


def called(index: Index, node_id: str) -> str:
    """A claim by its name, an argument as the step from its premises, and whose it is."""
    if node_id in index.claims:
        return name(index, node_id)
    return f"the step from {name(index, node_id)}{added_note(index, node_id)}"


def places(index: Index, node_id: str) -> str:
    """Where a claim or argument stands in the sources; an argument without a place, where its premises do."""
    record: Claim | Argument = index.claims[node_id] if node_id in index.claims else index.arguments[node_id]
    passages: Iterable[Passage] = record.at
    if isinstance(record, Argument) and not record.at:
        passages = [q for p in record.premises if p in index.claims for q in index.claims[p].at]
    several = len(index.map.sources) > 1
    return ", ".join(
        dict.fromkeys(f"{p.source}#{p.at}" if several else p.at for p in passages if p.at),
    )


def _voices(index: Index, nodes: Iterable[str]) -> list[str]:
    voices = dict.fromkeys(_voice(index, a) for node_id in nodes for a in index.voices[node_id])
    lost = dict.fromkeys(u.words for node_id in nodes for u in index.unreadable[node_id])
    return [*voices, *lost]


def _voice(index: Index, attribution: Attribution) -> str:
    via = [reporter for reporter in attribution.via if reporter != attribution.by]
    first = index.stakeholders.get(via[0]) if via else None
    many = bool(first and speaks_as_many(first.name, first.type))
    reported = f", {tell_chain([_called(index, each) for each in via], many=many)}" if via else ""
    loosely = " loosely" if attribution.loosely else ""
    return f"{SAID[attribution.act]}{loosely} by {_called(index, attribution.by)}{reported}"


def _called(index: Index, stakeholder: str) -> str:
    known = index.stakeholders.get(stakeholder)
    return mention(_one_line(known.name)) if known else stakeholder


def _one_line(text: str) -> str:
    return "".join(ch if ch.isprintable() else " " for ch in " ".join(text.split()))
