"""The adjacency report as JSON, for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING

from argumap.gc_pause import gc_paused
from argumap.model import Bearing
from argumap.reports.adjacency.rows import build_adjacency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.graph import ArgumentStep, BesideConcept, BesideStakeholder
    from argumap.model import Argument, Attribution, Index
    from argumap.reports import ReportInput
    from argumap.reports.adjacency.rows import ClaimRow


_encode = json.JSONEncoder(ensure_ascii=False).encode


@gc_paused()
def write_json(given: ReportInput) -> str:
    """The report as data, one node a line; nodes name each other by id."""
    adjacency = build_adjacency(given)
    index, steps = adjacency.index, _Steps(adjacency.index)
    title, figures = _encode(given.map.title), _encode(asdict(adjacency.figures))
    parts = (
        (f'{{"title": {title},\n "figures": {figures},\n "claims": [',),
        _lines(_claim(row, steps) for row in adjacency.rows),
        ('],\n "stakeholders": [',),
        _lines(_stakeholder(beside, index) for beside in adjacency.stakeholders),
        ('],\n "concepts": [',),
        _lines(_concept(beside, index) for beside in adjacency.concepts),
        ("]}\n",),
    )
    # Joined once, as the text of a large map is hundreds of megabytes.
    return "".join(chain.from_iterable(parts))


def _lines(records: Iterable[str]) -> Iterator[str]:
    between = "\n"
    for record in records:
        yield between
        yield record
        between = ",\n"


class _Steps:
    """Steps as JSON. Each stands beside its target, and beside each of its premises without listing them again.

    An undercut, which bears on no claim, lists them beside the first.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._known: dict[str, tuple[str, str]] = {}
        self._encoded: dict[str, str] = {}

    def on(self, steps: Iterable[ArgumentStep]) -> str:
        """Steps beside their target, with their premises."""
        return f"[{', '.join([self._of(step, in_full=True) for step in steps])}]"

    def of(self, claim: str, steps: Iterable[ArgumentStep]) -> str:
        """Steps beside one of their premises."""
        return f"[{', '.join([self._of(step, in_full=_is_first(claim, step.argument)) for step in steps])}]"

    def _of(self, step: ArgumentStep, *, in_full: bool) -> str:
        argument = step.argument
        known = self._known.get(argument.id)
        if known is None:
            known = self._known[argument.id] = f'{{"argument": {_encode(argument.id)}, ', self._rest(step)
        start, rest = known
        return f'{start}"premises": {self._ids(argument.premises)}, {rest}' if in_full else start + rest

    def _rest(self, step: ArgumentStep) -> str:
        # Written by hand, as an encoder that is called for every step takes most of the time.
        argument = step.argument
        said = _encode([_voice_json(voice) for voice in step.voices]) if step.voices else "[]"
        lost = _lost_speech(argument.id, self.index)
        end = f", {_encode(lost)[1:]}" if lost else "}"
        return (
            f'"bearing": {_encode(argument.bearing)}, "target": {self._id(argument.target)}, '
            f'"inferred": {"true" if argument.id in self.index.added else "false"}, "said_by": {said}, '
            f'"undercut_by": {self._ids([undercut.id for undercut in step.undercut_by])}{end}'
        )

    def _ids(self, ids: Iterable[str]) -> str:
        return f"[{', '.join(map(self._id, ids))}]"

    def _id(self, record_id: str) -> str:
        """An id as JSON: each is named all over a map, so it is encoded once."""
        known = self._encoded.get(record_id)
        if known is None:
            known = self._encoded[record_id] = _encode(record_id)
        return known


def _is_first(claim: str, argument: Argument) -> bool:
    return argument.bearing is Bearing.UNDERCUTS and argument.premises[0] == claim


def _claim(row: ClaimRow, steps: _Steps) -> str:
    beside = row.beside
    return (
        f"{_encode(_before_steps(row))[:-1]}, "
        f'"supported_by": {steps.on(beside.supported_by)}, '
        f'"attacked_by": {steps.on(beside.attacked_by)}, '
        f'"bears_on": {steps.of(beside.claim.id, beside.bears_on)}, '
        f"{_encode(_after_steps(row, steps.index))[1:]}"
    )


def _before_steps(row: ClaimRow) -> dict[str, object]:
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
    }


def _after_steps(row: ClaimRow, index: Index) -> dict[str, object]:
    beside, claim = row.beside, row.beside.claim
    return {
        "undercut_by": [argument.id for argument in beside.undercut_by],
        "contradicts": beside.contradicts,
        "rephrases": claim.rephrases,
        "rephrased_by": beside.rephrased_by,
        "concerns": [{"stakeholder": c.stakeholder, "effect": c.effect} for c in claim.concerns],
        "unsupported": row.unsupported,
        "unattacked": row.unattacked,
        "status": row.status,
        "word": row.word,
        "live": {"for": row.live[0], "against": row.live[1]} if row.word else None,
        "strength": row.strength,
        **_lost_speech(claim.id, index),
        **({"also": claim.also} if claim.also else {}),
        **({"unseen": claim.unseen} if claim.unseen else {}),
    }


def _lost_speech(node_id: str, index: Index) -> dict[str, object]:
    """The lines of the map's file on which it says in a way that cannot be read who speaks to a node."""
    lost = index.unreadable[node_id]
    return {"unreadable": [each.line for each in lost]} if lost else {}


def _voice_json(voice: Attribution) -> dict[str, object]:
    places = [{"source": passage.source, "at": passage.at} for passage in voice.at]
    return {"by": voice.by, "act": voice.act, "via": voice.via, "loosely": voice.loosely, "anchors": places}


def _stakeholder(beside: BesideStakeholder, index: Index) -> str:
    stakeholder = index.stakeholders[beside.stakeholder]
    fields = {
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
    return _encode(fields)


def _concept(beside: BesideConcept, index: Index) -> str:
    concept = index.concepts[beside.concept]
    fields = {
        "id": concept.id,
        "label": concept.label,
        "type": concept.type,
        "broader": concept.broader,
        "narrower": beside.narrower,
        "claims": beside.claims,
        "compared_by": beside.compared_by,
    }
    return _encode(fields)
