"""What is said about a thing, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.query.answer_records import AnswerNode, Stance, build_stances, get_node
from argumap.query.answer_words import WordedAnswer, name_node
from argumap.query.lookup import get_id
from argumap.told_lines import heading, line, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.model import Index
    from argumap.query.answer_words import Telling
    from argumap.told_lines import Line


@dataclass(frozen=True, slots=True)
class Remark:
    """A claim about a thing: who stands where on it, and through which narrower concepts it is about the thing."""

    claim: AnswerNode
    through: tuple[AnswerNode, ...]
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class About(WordedAnswer):
    """All that is said about a concept or one of its narrower concepts."""

    concept: AnswerNode
    narrower: tuple[AnswerNode, ...]
    remarks: tuple[Remark, ...]

    def _tell(self, telling: Telling) -> Iterator[Line]:
        yield heading(self.concept.label)
        if self.narrower:
            yield padded(line(("with ", "dim"), ", ".join(node.label for node in self.narrower)), 2)
        if not self.remarks:
            yield padded(line("No claim of this map is about it."), 2)
        for remark in self.remarks:
            through = ", ".join(node.label for node in remark.through)
            yield padded(line(*name_node(remark.claim), (f"  on {through}" if through else "", "dim")), 2)
            for stance in remark.stances:
                yield padded(telling.stance(stance), 6)
            if not remark.stances and remark.claim.at:
                yield padded(line((telling.places(remark.claim.at), "cyan")), 6)
            yield from telling.quotes(remark.claim.at, 6)


def about(index: Index, concept: str) -> About:
    """The claims about ``concept`` (a name as `get_id` understands it) and who makes them, in map order."""
    node_id = get_id(index, concept, "concept")
    things = find_narrower(index, node_id)
    return About(
        get_node(index, node_id),
        tuple(get_node(index, c.id) for c in index.map.concepts if c.id in things and c.id != node_id),
        tuple(
            Remark(
                get_node(index, claim.id),
                tuple(get_node(index, c) for c in claim.about if c in things and c != node_id),
                build_stances(index, claim.id),
            )
            for claim in index.map.claims
            if not things.isdisjoint(claim.about)
        ),
        index=index,
    )


def find_narrower(index: Index, concept: str) -> frozenset[str]:
    """``concept`` and all concepts that have it as a broader one, directly or not."""
    found = {concept}
    front = [concept]
    while front:
        front = [c.id for c in index.map.concepts if c.id not in found and not set(front).isdisjoint(c.broader)]
        found.update(front)
    return frozenset(found)
