"""Who stands where on a claim, in whose voice and where, and who is committed to it by arguing from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import find_arguing_from
from argumap.query.answer_records import (
    AnswerNode,
    Stance,
    build_stance,
    build_stances,
    get_node,
)
from argumap.query.answer_words import WordedAnswer, call_speaker, name_node, tell_voice
from argumap.query.lookup import get_id
from argumap.told_lines import heading, line, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.model import Index
    from argumap.query.answer_words import Telling
    from argumap.told_lines import Line


@dataclass(frozen=True, slots=True)
class Stances(WordedAnswer):
    """Everyone's stance on a claim or an argument.

    ``arguing_from`` are the stances on arguments that the claim is a premise of, of those who commit to
    such an argument and not to the claim itself.
    """

    node: AnswerNode
    stances: tuple[Stance, ...]
    arguing_from: tuple[Stance, ...]

    def _tell(self, telling: Telling) -> Iterator[Line]:
        node = self.node
        yield line(*name_node(node))
        if node.text and node.text != node.label:
            yield padded(line(node.text), 2)
        if node.at:
            yield padded(line(("at ", "dim"), (telling.places(node.at), "cyan")), 2)
            yield from telling.quotes(node.at, 4)
        yield line("")
        if not self.stances and not node.unreadable:
            yield line("Nobody in this map speaks to it.")
        for stance in self.stances:
            yield padded(telling.stance(stance), 2)
            yield from telling.quotes([place for place in stance.at if place not in node.at], 4)
        if self.arguing_from:
            yield line("")
            yield heading("Committed to it because they argue from it")
        for stance in self.arguing_from:
            said = f"{tell_voice(stance)}: {telling.label(stance.of)}"
            where = (f"  {telling.places(stance.at)}", "cyan")
            yield padded(line((f"{call_speaker(stance.by)} ", "bold"), said, where), 2)


def who(index: Index, claim: str) -> Stances:
    """Who asserts, argues, endorses, concedes, disputes, questions, supposes or presents ``claim``.

    ``claim`` is a name as `get_id` understands it, of a claim or of an argument.
    """
    node = get_id(index, claim, "claim", "argument")
    return Stances(
        get_node(index, node),
        build_stances(index, node),
        tuple(build_stance(index, attribution) for attribution in find_arguing_from(index, node)),
        index=index,
    )
