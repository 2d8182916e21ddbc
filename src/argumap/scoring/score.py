"""The figures by which two maps are compared, and where they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


@dataclass(frozen=True, slots=True)
class Miss:
    """A difference: at the sentences ``at`` the gold has what is ``expected``, and the draft what ``stands``."""

    at: str
    expected: str
    stands: str


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: ``right`` of ``drafted`` items are in the gold map, ``found`` of its ``expected`` in the draft.

    ``kappa`` is their agreement beyond what chance would give: 1 is all, 0 no more than chance. It and the shares
    are None where there is nothing to have them of.
    """

    right: int
    drafted: int
    found: int
    expected: int
    kappa: float | None = None
    misses: tuple[Miss, ...] = ()

    @property
    def precision(self) -> float | None:
        return self.right / self.drafted if self.drafted else None

    @property
    def recall(self) -> float | None:
        return self.found / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_dict(self) -> dict[str, object]:
        """All figures as plain data, shares to six places; the misses stand elsewhere."""
        counts = {name: getattr(self, name) for name in ("right", "drafted", "found", "expected")}
        shares = {name: getattr(self, name) for name in ("precision", "recall", "f1", "kappa")}
        return counts | {name: None if share is None else round(share, 6) for name, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Fault:
    """How many of ``of`` items of a draft have a fault that is graver than a miss; ``where`` lists them."""

    count: int
    of: int
    where: tuple[Miss, ...] = ()

    @property
    def share(self) -> float | None:
        return self.count / self.of if self.of else None

    def to_dict(self) -> dict[str, object]:
        return {"count": self.count, "of": self.of, "share": None if self.share is None else round(self.share, 6)}


def find_kappa(labels: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of the labels that two people gave the same things; None where chance leaves nothing open."""
    return find_kappa_of(Counter(labels))


def find_kappa_of(counts: Counter[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of pairs of labels, by how often each pair was given."""
    total = sum(counts.values())
    ours: Counter[Hashable] = Counter()
    theirs: Counter[Hashable] = Counter()
    for (our, their), count in counts.items():
        ours[our] += count
        theirs[their] += count
    same = total * sum(count for (our, their), count in counts.items() if our == their)
    by_chance = sum(count * theirs[label] for label, count in ours.items())
    return (same - by_chance) / (total * total - by_chance) if total * total > by_chance else None
