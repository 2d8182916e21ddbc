"""What nobody has seen of a map since it was drafted or imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model.argument_map import Index
from argumap.model.debate_order import in_debate_order

if TYPE_CHECKING:
    from argumap.model.argument_map import ArgumentMap

WHOLE_MAP = "the map"
"""What a map as a whole is called among its items; no id has a blank."""


@dataclass(frozen=True, slots=True)
class UnseenItem:
    """A record of a map that nobody has seen, or that is said by somebody in an attribution nobody has seen.

    ``kind`` is that of the record, or ``map`` for the map as a whole; ``made`` is who or what made it, as
    ``draft, by statement``.
    """

    id: str
    kind: str
    made: str

    @property
    def name(self) -> str:
        """What it is called among all that is unseen: a source may have the id of a claim, so it says its kind."""
        return f"source:{self.id}" if self.kind == "source" else self.id

    @property
    def path(self) -> tuple[str, ...]:
        """Where the file of a map has it."""
        return ("unseen",) if self.kind == "map" else (f"{self.kind}s", self.id)

    @property
    def rule(self) -> str:
        """The rule of the draft that proposed it; empty where another made it."""
        return get_rule(self.made)


def get_rule(made: str) -> str:
    """The rule of a draft in the words that say who made an item; empty where it was made otherwise."""
    return made.partition(", by ")[2]


def find_unseen(record: ArgumentMap) -> list[UnseenItem]:
    """All that nobody has seen: the map, sources, people, questions and concepts, then the claims as they stand.

    A step follows the claim that it goes from. Whatever goes by this (the hint, the figures, the review, what
    publishing refuses) means the same items.
    """
    marked = {a.of: a.unseen for a in reversed(record.attributions) if a.unseen}
    items = [UnseenItem(WHOLE_MAP, "map", record.unseen)] if record.unseen else []
    items += [
        UnseenItem(known.id, kind, known.unseen)
        for kind, records in (
            ("source", record.sources),
            ("stakeholder", record.stakeholders),
            ("issue", record.issues),
            ("concept", record.concepts),
        )
        for known in records
        if known.unseen
    ]
    sources = {source.id: n for n, source in enumerate(record.sources)}
    steps = Index(record).with_premise
    for claim in in_debate_order(record.claims, sources):
        if made := claim.unseen or marked.get(claim.id):
            items.append(UnseenItem(claim.id, "claim", made))
        items += [
            UnseenItem(step.id, "argument", made)
            for step in steps[claim.id]
            if step.premises[0] == claim.id and (made := step.unseen or marked.get(step.id))
        ]
    return items
