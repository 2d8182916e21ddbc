"""The adjacency report as JSON, for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from argumap.reports.adjacency.rows import build_adjacency

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.graph import BesideConcept, BesideStakeholder, Step
    from argumap.model import Attribution, Index
    from argumap.reports import ReportInput
    from argumap.reports.adjacency.rows import Row


_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_json(given: ReportInput) -> str:
    """The report as data, one node a line; nodes name each other by id."""
    adjacency = build_adjacency(given)
    index = adjacency.index
    return (
        f'{{"title": {_encode(given.map.title)},\n'
        f' "figures": {_encode(asdict(adjacency.figures))},\n'
        f' "claims": [{_lines(_claim_json(row) for row in adjacency.rows)}],\n'
        f' "stakeholders": [{_lines(_stakeholder_json(beside, index) for beside in adjacency.stakeholders)}],\n'
        f' "concepts": [{_lines(_concept_json(beside, index) for beside in adjacency.concepts)}]}}\n'
    )


def _lines(records: Iterable[object]) -> str:
    return ",\n".join(["", *map(_encode, records)]).removeprefix(",")


def _claim_json(row: Row) -> dict[str, object]:
    beside, claim = row.beside, row.beside.claim
    return {
        "id": claim.id,
        "title": claim.title,
        "text": claim.text,
        "type": claim.type,
        "role": row.role,
        "answers": claim.answers,
        "about": claim.about,
        "said_by": [_voice_json(voice) for voice in beside.voices],
        "anchors": [dict(anchor) for anchor in row.anchors],
        "supported_by": [_step_json(step) for step in beside.supported_by],
        "attacked_by": [_step_json(step) for step in beside.attacked_by],
        "bears_on": [_step_json(step) for step in beside.bears_on],
        "undercut_by": [argument.id for argument in beside.undercut_by],
        "contradicts": beside.contradicts,
        "rephrases": claim.rephrases,
        "rephrased_by": beside.rephrased_by,
        "concerns": [{"stakeholder": c.stakeholder, "effect": c.effect} for c in claim.concerns],
        "unsupported": row.unsupported,
        "unanswered": row.unanswered,
        "status": row.status,
        "strength": row.strength,
    }


def _step_json(step: Step) -> dict[str, object]:
    argument = step.argument
    return {
        "argument": argument.id,
        "premises": argument.premises,
        "bearing": argument.bearing,
        "target": argument.target,
        "inferred": argument.inferred,
        "said_by": [_voice_json(voice) for voice in step.voices],
        "undercut_by": [undercut.id for undercut in step.undercut_by],
    }


def _voice_json(voice: Attribution) -> dict[str, object]:
    places = [{"source": passage.source, "at": passage.at} for passage in voice.at]
    return {"by": voice.by, "act": voice.act, "via": voice.via, "loosely": voice.loosely, "anchors": places}


def _stakeholder_json(beside: BesideStakeholder, index: Index) -> dict[str, object]:
    stakeholder = index.stakeholders[beside.stakeholder]
    return {
        "id": stakeholder.id,
        "name": stakeholder.name,
        "type": stakeholder.type,
        "role": stakeholder.role,
        "affiliation": stakeholder.affiliation,
        "members": beside.members,
        "interests": stakeholder.interests,
        "says": [_voice_json(voice) | {"of": voice.of} for voice in beside.says],
        "reports": list(dict.fromkeys(voice.by for voice in beside.reports)),
        "touched_by": [{"claim": claim, "effect": concern.effect} for claim, concern in beside.touched_by],
    }


def _concept_json(beside: BesideConcept, index: Index) -> dict[str, object]:
    concept = index.concepts[beside.concept]
    return {
        "id": concept.id,
        "label": concept.label,
        "type": concept.type,
        "broader": concept.broader,
        "narrower": beside.narrower,
        "claims": beside.claims,
        "compared_by": beside.compared_by,
    }
