"""Which tests of a case come true in its map, for the program weighs otherwise: the others would be its errors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.formats._carneades.case import LABELS
from argumap.formats._foreign import Loss, LossKind
from argumap.semantics import evaluate

if TYPE_CHECKING:
    from argumap.formats._carneades.case import StatedCase
    from argumap.model import ArgumentMap, Claim
    from argumap.semantics import EvaluatedMap

_WORDS = {"stands": "in", "falls": "out", "undecided": "undecided"}


def keep_held_tests(record: ArgumentMap) -> tuple[ArgumentMap, list[Loss]]:
    """The map with the expectations that it meets, and those of the case's tests that come out otherwise here."""
    if not any(claim.expect for claim in record.claims):
        return record, []
    evaluated = evaluate(record)
    failing = [
        claim for claim in record.claims if claim.expect and evaluated.status[claim.id] != claim.expect.status
    ]
    left_out = {claim.id for claim in failing}
    kept = tuple(replace(claim, expect=None) if claim.id in left_out else claim for claim in record.claims)
    return replace(record, claims=kept), [_tell(claim, evaluated) for claim in failing]


def _tell(claim: Claim, evaluated: EvaluatedMap) -> Loss:
    wanted = _WORDS[str(claim.expect.status)] if claim.expect else ""
    standard = evaluated.written_standard(claim.id)
    by = f" by the standard {standard.value!r}, which weighs otherwise" if standard else ""
    why = f"a test that comes out otherwise: {wanted} there, {_WORDS[str(evaluated.status[claim.id])]} here{by}"
    return Loss(LossKind.ASIDE, why, (claim.origin.id or "") if claim.origin else "")


def find_failing_tests(record: ArgumentMap, case: StatedCase) -> dict[str, str]:
    """The tests of a ``case`` that its map ``record`` does not expect, so that they can go back as they came."""
    expected = {claim.origin.id for claim in record.claims if claim.origin and claim.expect}
    return {name: label for name, label in case.tests.items() if name not in expected and label in LABELS}
