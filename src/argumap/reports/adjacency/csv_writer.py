"""The adjacency report as CSV: one row a node, of which a spreadsheet takes no cell for a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.gc_pause import gc_paused
from argumap.graph import write_csv
from argumap.reports.adjacency.rows import build_adjacency

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.graph import BesideConcept, BesideStakeholder
    from argumap.model import Argument, Attribution, Index
    from argumap.reports import ReportInput
    from argumap.reports.adjacency.rows import ClaimRow

_COLUMNS = (
    *("kind", "id", "title", "text", "type", "role", "answers", "about", "said by", "where"),
    *("supported by", "attacked by", "undercut by", "bears on", "contradicts", "rephrases", "rephrased by"),
    *("status", "word", "reasons that stand", "open objections", "strength", "note"),
)


@gc_paused()
def write_table(given: ReportInput) -> str:
    """One row a node; neighbours are ids with ``; `` between them and ``+`` between linked premises."""
    adjacency = build_adjacency(given)
    cells = [
        *(_claim_cells(row, adjacency.index) for row in adjacency.rows),
        *(_stakeholder_cells(beside, adjacency.index) for beside in adjacency.stakeholders),
        *(_concept_cells(beside, adjacency.index) for beside in adjacency.concepts),
    ]
    return write_csv(_COLUMNS, cells)


def _claim_cells(row: ClaimRow, index: Index) -> dict[str, str | float | None]:
    beside, claim = row.beside, row.beside.claim
    notes = {"unsupported": row.unsupported, "unattacked": row.unattacked, "unseen": claim.unseen is not None}
    return {
        "kind": "claim",
        "id": claim.id,
        "title": claim.title,
        "text": claim.text,
        "type": claim.type,
        "role": row.role,
        "answers": _joined(claim.answers),
        "about": _joined(claim.about),
        "said by": _joined(
            [*map(_voice_cell, beside.voices), *(lost.words for lost in index.unreadable[claim.id])]
        ),
        "where": _joined(f"{anchor['source']}#{anchor['at']}" for anchor in row.anchors if anchor.get("at")),
        "supported by": _joined(_linked(step.argument) for step in beside.supported_by),
        "attacked by": _joined(_linked(step.argument) for step in beside.attacked_by),
        "undercut by": _joined(map(_linked, beside.undercut_by)),
        "bears on": _joined(f"{step.argument.bearing} {step.argument.target}" for step in beside.bears_on),
        "contradicts": _joined(beside.contradicts),
        "rephrases": _joined(claim.rephrases),
        "rephrased by": _joined(beside.rephrased_by),
        "status": row.status,
        "word": row.word,
        "reasons that stand": row.word and row.live[0],
        "open objections": row.word and row.live[1],
        "strength": row.strength,
        "note": _joined(note for note, holds in notes.items() if holds),
    }


def _stakeholder_cells(beside: BesideStakeholder, index: Index) -> dict[str, str | float | None]:
    stakeholder = index.stakeholders[beside.stakeholder]
    touched = [f"{claim} {concern.effect} it" for claim, concern in beside.touched_by]
    return {
        "kind": "stakeholder",
        "id": stakeholder.id,
        "title": stakeholder.name,
        "text": stakeholder.role,
        "type": stakeholder.type,
        "bears on": _joined(f"{voice.act} {voice.of}" for voice in beside.says),
        "note": _joined([*touched, *(f"belongs to {other}" for other in stakeholder.affiliation)]),
    }


def _concept_cells(beside: BesideConcept, index: Index) -> dict[str, str | float | None]:
    concept = index.concepts[beside.concept]
    compared = [f"compared by {issue}" for issue in beside.compared_by]
    return {
        "kind": "concept",
        "id": concept.id,
        "title": concept.label,
        "type": concept.type,
        "about": _joined(beside.claims),
        "note": _joined([*(f"part of {wider}" for wider in concept.broader), *compared]),
    }


def _joined(items: Iterable[str]) -> str:
    return "; ".join(items)


def _linked(argument: Argument) -> str:
    return " + ".join(argument.premises)


def _voice_cell(voice: Attribution) -> str:
    via = f" via {' < '.join(reversed(voice.via))}" if voice.via else ""
    return f"{voice.by} {voice.act}{' loosely' if voice.loosely else ''}{via}"
