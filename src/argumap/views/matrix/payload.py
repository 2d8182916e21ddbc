"""Who argues what: the table of each question, one person's case, two side by side, and what is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import tell_side_counts
from argumap.page import build_voices
from argumap.query import find_bystanders, gaps
from argumap.views import render_reading_page
from argumap.views._speaking import find_speaking
from argumap.views.matrix.pairs import pack_pairs
from argumap.views.matrix.who_table import BRACKETS, build_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.board import Board
    from argumap.model import Claim, Concept, Index, Issue
    from argumap.views import ViewInput
    from argumap.views._speaking import Speaking
    from argumap.views.matrix.who_table import WhoTable

MANY = 12
"""From more people on the names of the heads are slanted and only the most vocal of each side are named."""

SAID = 8
"""So many claims of each stand in sight where there is no table."""


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim in a cell; ``first`` where nothing before it on the page is called by its id."""

    claim: Claim
    first: bool


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    """Criteria by alternatives. A cell without claims is a hole; None is a concept the criterion leaves out."""

    concepts: tuple[Concept, ...]
    rows: tuple[tuple[Issue, tuple[tuple[ComparedClaim, ...] | None, ...]], ...]

    @property
    def holes(self) -> int:
        return sum(cell == () for _, cells in self.rows for cell in cells)


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    index = given.index
    boards = given.boards
    tables = [build_table(board, given.phrases) for board in boards]
    # Without a table, those who speak have a list.
    speaking = () if any(table.people for table in tables) else find_speaking(index)
    listed = {s.claim.id for each in speaking for s in each.claims}
    rows = (row.premise for table in tables for a in table.answers for row in a.rows)
    comparison = build_comparison(index, {*listed, *(premise.claim.id for premise in rows if not premise.full)})
    return render_reading_page(
        given,
        "matrix",
        _find_shown(index, tables, comparison) | listed,
        ("drawn.css", "so-far.css") if speaking else ("drawn.css",),
        speaking=speaking,
        said=SAID,
        tables=tables,
        brackets=BRACKETS,
        counted=lambda answer: tell_side_counts(answer, given.phrases) if answer.entries else (),
        many=MANY,
        told=_tell_nothing(given, tables, speaking),
        pairs=pack_pairs(index, boards),
        records=_pack_records(index, boards),
        voiceless=gaps(index).voiceless,
        others=find_bystanders(index),
        comparison=comparison,
        voices={claim.id: build_voices(index, claim.id) for claim in _compared(comparison)},
    )


def _tell_nothing(given: ViewInput, tables: Sequence[WhoTable], speaking: Sequence[Speaking]) -> str:
    """What to say where there is no table."""
    if not given.index.map.claims:
        return given.phrases.say("who.no-claims")
    if any(table.people for table in tables):
        return ""
    if not speaking:
        return given.phrases.say("who.nobody")
    return given.phrases.say("who.nobody-sides" if given.index.positions else "who.no-question")


def _pack_records(index: Index, boards: Sequence[Board]) -> Mapping[str, Sequence[object]]:
    """Each claim, question and step that a script may name.

    A claim has its label, its text, where it stands; a step what `_pack_steps` says.
    """
    spoken = {a.of for a in index.map.attributions}
    named = {*spoken, *(claim for board in boards for claim in board.shown), *(c.id for c in index.positions)}
    labels: dict[str, Sequence[object]] = {issue.id: [issue.question] for issue in index.debates}
    for claim in index.map.claims:
        if claim.id in named:
            labels[claim.id] = [claim.label, claim.text, [passage.at for passage in claim.at if passage.at]]
        else:
            labels[claim.id] = [claim.label]
    return {**labels, **_pack_steps(index, boards)}


def _pack_steps(index: Index, boards: Sequence[Board]) -> Mapping[str, Sequence[object]]:
    """Each step: its target, premises, bearing, and in a word each whether the map added it and it is answered."""
    entries = [entry for board in boards for answer in board.answers for entry in answer.entries]
    marked = {"added": index.added, "answered": {entry.id for entry in entries if entry.state == "answered"}}
    steps: dict[str, Sequence[object]] = {}
    for step in index.map.arguments:
        how = " ".join(word for word, ids in marked.items() if step.id in ids)
        steps[step.id] = [step.target, step.premises, step.bearing.value, *([how] if how else [])]
    return steps


def build_comparison(index: Index, named: Iterable[str] = ()) -> CriteriaTable | None:
    """Criteria by alternatives; None where a map compares nothing. ``named`` are claims that stand before it."""
    if not index.criteria:
        return None
    met = set(named)

    def place(claim: Claim) -> ComparedClaim:
        first = claim.id not in met
        met.add(claim.id)
        return ComparedClaim(claim, first)

    alternatives = dict.fromkeys(concept_id for issue in index.criteria for concept_id in issue.compares)
    known = [concept_id for concept_id in alternatives if concept_id in index.concepts]
    return CriteriaTable(
        tuple(index.concepts[concept_id] for concept_id in known),
        tuple(
            (
                issue,
                tuple(
                    tuple(place(claim) for claim in index.answering[issue.id] if concept_id in claim.about)
                    if concept_id in issue.compares
                    else None
                    for concept_id in known
                ),
            )
            for issue in index.criteria
        ),
    )


def _find_shown(index: Index, tables: Iterable[WhoTable], comparison: CriteriaTable | None) -> set[str]:
    """The ids of all that have an element on the page."""
    shown = {claim for table in tables for claim in table.board.shown}
    shown.update(table.board.issue.id for table in tables)
    shown.update(s.id for s in index.map.stakeholders)
    shown.update(claim.id for claim in _compared(comparison))
    if comparison:
        shown.update(issue.id for issue, _ in comparison.rows)
        shown.update(concept.id for concept in comparison.concepts)
    return shown


def _compared(comparison: CriteriaTable | None) -> Iterable[Claim]:
    rows = comparison.rows if comparison else ()
    return (compared.claim for _, cells in rows for cell in cells for compared in cell or ())
