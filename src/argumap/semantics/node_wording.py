"""How claims, arguments, speakers and places are named in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Act, Argument, mention
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
    """Who takes which stand on a claim or an argument; for an argument nobody speaks of, on its premises."""
    spoken = [node_id]
    if node_id in index.arguments and not index.voices[node_id]:
        spoken = list(index.arguments[node_id].premises)
    return "; ".join(dict.fromkeys(_voice(index, a) for one in spoken for a in index.voices[one]))


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


def _voice(index: Index, attribution: Attribution) -> str:
    via = [_called(index, reporter) for reporter in attribution.via if reporter != attribution.by]
    reported = f", as {joined(via)} {'reports' if len(via) == 1 else 'report'}" if via else ""
    loosely = " loosely" if attribution.loosely else ""
    return f"{SAID[attribution.act]}{loosely} by {_called(index, attribution.by)}{reported}"


def _called(index: Index, stakeholder: str) -> str:
    known = index.stakeholders.get(stakeholder)
    return mention(_one_line(known.name)) if known else stakeholder


def _one_line(text: str) -> str:
    return "".join(ch if ch.isprintable() else " " for ch in " ".join(text.split()))
