from __future__ import annotations

from argumap.semantics import evaluate
from maps import MAPS


def test_conflicts_hold_each_undecided_claim_once() -> None:
    evaluation = evaluate(MAPS["cycle"])
    claims = evaluation.index.claims
    held = sorted(claim for conflict in evaluation.conflicts for claim in conflict.claims)
    assert held == sorted(
        node_id for node_id, status in evaluation.status.items() if status == "undecided" and node_id in claims
    )
    assert evaluate(MAPS["town"]).conflicts == ()
