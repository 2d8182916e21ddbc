"""By which standard a claim is judged: the one that is asked for, else the one that the map writes for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.semantics import IN, OUT, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model import Standard
    from argumap.semantics import Balance, Evaluation, Outcome


@dataclass(frozen=True, slots=True)
class Judgement:
    """The ``standard`` by which a claim is judged, and what that comes to; both None where there is none.

    ``written`` tells that the map writes it; then ``outcome`` is the claim's status, which heeds its rivals too.
    """

    standard: Standard | None
    outcome: Outcome | None
    written: bool

    def to_dict(self) -> dict[str, object]:
        return {"standard": self.standard and self.standard.value, "holds": self.outcome}


def judge(evaluation: Evaluation, balance: Balance, asked: Standard | None = None) -> Judgement:
    """What a claim of that balance comes to by the standard that is ``asked`` for, else by the map's own."""
    if asked is not None:
        return Judgement(asked, balance.holds(asked), written=False)
    written = evaluation.written_standard(balance.claim)
    if written is None:
        return Judgement(None, None, written=False)
    return Judgement(written, _OUTCOMES[evaluation.labelling.label[evaluation.node(balance.claim)]], written=True)


_OUTCOMES: Mapping[int, Outcome] = {IN: "holds", OUT: "fails", UNDECIDED: "open"}
