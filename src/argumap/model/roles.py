"""The part a claim plays in the debate, derived from what it bears on and never stored."""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model.records import Bearing, ClaimType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model.argument_map import Index
    from argumap.model.records import Argument, Claim


class Role(StrEnum):
    """The field's words for the parts that claims play."""

    POSITION = "position"
    SUPPORTING_POINT = "supporting point"
    OBJECTION = "objection"
    REBUTTAL = "rebuttal"
    FINDING = "finding"
    TOPIC = "topic"
    UNTIED = "untied"


def build_roles(index: Index) -> Mapping[str, Role]:
    """The role of every claim, as its shortest way to a position tells it.

    A claim that answers a debated issue is a *position*; one that supports is a *supporting point*; one that
    attacks, or undercuts a supporting step, is an *objection*; one that attacks an objection, or undercuts an
    attacking step, is a *rebuttal*. A claim that only answers a criterion is a *finding*. One that answers
    nothing and bears on nothing is the *topic* of a debate of its own, or tied to nothing at all: *untied*.
    """
    roles: dict[str, Role] = {claim.id: Role.POSITION for claim in index.positions}
    _spread(index, roles, deque(roles))
    # Claims that reach no position: those that bear on nothing head a debate of their own, then cycles.
    heads = [c.id for c in index.map.claims if c.id not in roles and not index.with_premise[c.id]]
    for head in heads:
        roles[head] = Role.FINDING if index.claims[head].answers else Role.TOPIC
    roles.update((claim.id, Role.UNTIED) for claim in find_untied(index))
    _spread(index, roles, deque(heads))
    for claim in index.map.claims:
        if claim.id not in roles:
            roles[claim.id] = _role(index, index.with_premise[claim.id][0], roles)
            _spread(index, roles, deque([claim.id]))
    return roles


def find_untied(index: Index) -> tuple[Claim, ...]:
    """The claims that nothing ties to the rest of the map, in its order; whoever counts them asks here.

    Such a claim answers and bears on nothing, nothing bears on it, and it neither contradicts nor rephrases
    another. A definition may stand alone.
    """
    rephrased = {general for claim in index.map.claims for general in claim.rephrases}
    return tuple(c for c in index.map.claims if c.id not in rephrased and _stands_alone(index, c))


def _stands_alone(index: Index, claim: Claim) -> bool:
    return not (
        claim.answers
        or claim.rephrases
        or claim.type is ClaimType.DEFINITION
        or index.with_premise[claim.id]
        or index.on[claim.id]
        or index.contradicting[claim.id]
    )


def _spread(index: Index, roles: dict[str, Role], queue: deque[str]) -> None:
    """Give a role to all that bears on the queued claims, nearest first; steps are walked like claims."""
    on, claims, walked = index.on, index.claims, set[str]()
    while queue:
        for argument in on.get(queue.popleft(), ()):
            if argument.id in on and argument.id not in walked:
                walked.add(argument.id)
                queue.append(argument.id)
            for premise in argument.premises:
                if premise not in roles and premise in claims:
                    roles[premise] = _role(index, argument, roles)
                    queue.append(premise)


def _role(index: Index, argument: Argument, roles: Mapping[str, Role]) -> Role:
    match argument.bearing:
        case Bearing.SUPPORTS:
            return Role.SUPPORTING_POINT
        case Bearing.ATTACKS:
            return Role.REBUTTAL if roles.get(argument.target) is Role.OBJECTION else Role.OBJECTION
        case Bearing.UNDERCUTS:
            step = index.arguments.get(argument.target)
            supporting = step is None or step.bearing is Bearing.SUPPORTS
            return Role.OBJECTION if supporting else Role.REBUTTAL
