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
from argumap.query.lookup import get_id

if TYPE_CHECKING:
    from argumap.model import Index


@dataclass(frozen=True, slots=True)
class Stances:
    """Everyone's stance on a claim or an argument.

    ``arguing_from`` are the stances on arguments that the claim is a premise of, of those who commit to
    such an argument and not to the claim itself.
    """

    node: AnswerNode
    stances: tuple[Stance, ...]
    arguing_from: tuple[Stance, ...]


def who(index: Index, claim: str) -> Stances:
    """Who asserts, argues, endorses, concedes, disputes, questions, supposes or presents ``claim``.

    ``claim`` is a name as `get_id` understands it, of a claim or of an argument.
    """
    node = get_id(index, claim, "claim", "argument")
    return Stances(
        get_node(index, node),
        build_stances(index, node),
        tuple(build_stance(index, attribution) for attribution in find_arguing_from(index, node)),
    )
