"""Whether a step may stand: between claims that were proved, one way only, and by words where it is shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from argumap.assisted_draft.proposals import DroppedProposal
from argumap.assisted_draft.quotation_proof import stands_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.assisted_draft.proposals import ProvedClaim, RelationProposal
    from argumap.model import Bearing

# A word that shows a step stands in one of two claims that are no further apart.
_APART: Final = 12


@dataclass
class ProvedSteps:
    """The steps between ``claims`` that were taken so far, by their numbers.

    Each has the words that show it, "" where only the sense does. ``fixed`` steps are those that the article's own
    words show, by the rules.
    """

    claims: Mapping[int, ProvedClaim]
    fixed: Mapping[tuple[int, int], Bearing] = field(default_factory=dict)
    taken: dict[tuple[int, int], tuple[Bearing, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._onward: dict[int, list[int]] = defaultdict(list)
        for premise, target in self.fixed:
            self._onward[premise].append(target)

    def take(self, proposal: RelationProposal) -> DroppedProposal | None:
        """Take a step, or say why not."""
        fault = self._find_fault(proposal)
        if fault is None:
            self.taken[proposal.premise, proposal.target] = (proposal.bearing, proposal.words)
            self._onward[proposal.premise].append(proposal.target)
            return None
        return self._drop(proposal, *fault)

    def _find_fault(self, proposal: RelationProposal) -> tuple[str, str] | None:
        pair = proposal.premise, proposal.target
        unknown = [n for n in pair if n not in self.claims]
        if unknown:
            return "unknown-claim", f"there is no claim {unknown[0]} in the list"
        if proposal.premise == proposal.target:
            return "bears-on-itself", "a claim is no reason for or against itself"
        if pair in self.taken:
            return "told-twice", "give each pair of claims once"
        if self.fixed.get(pair, proposal.bearing) is not proposal.bearing:
            return "against-the-text", "the article's own words show the contrary"
        if self._leads_back(proposal):
            return "goes-in-a-circle", "reasons may not lead back to where they come from"
        if proposal.words and not self._is_shown(proposal):
            return "words-not-found", "copy the words from the sentences of either claim, or leave them empty"
        return None

    def _is_shown(self, proposal: RelationProposal) -> bool:
        premise, target = self.claims[proposal.premise], self.claims[proposal.target]
        near = abs(premise.numbers[0] - target.numbers[0]) <= _APART
        return near and any(stands_in(proposal.words, claim.passage) for claim in (premise, target))

    def _leads_back(self, proposal: RelationProposal) -> bool:
        """Whether the target bears on the premise already, over steps for or against."""
        seen, open_ends = {proposal.target}, [proposal.target]
        while open_ends:
            for target in self._onward.get(open_ends.pop(), ()):
                if target == proposal.premise:
                    return True
                if target not in seen:
                    seen.add(target)
                    open_ends.append(target)
        return False

    def _drop(self, proposal: RelationProposal, code: str, hint: str) -> DroppedProposal:
        known = [self.claims[n] for n in (proposal.premise, proposal.target) if n in self.claims]
        at = tuple(at for claim in known for at in claim.at)
        return DroppedProposal("relate", code, hint, at, " → ".join(claim.text for claim in known), proposal.given)
