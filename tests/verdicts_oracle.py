"""Verdicts on issues written anew from their definitions, over ids, sets and whole maps: slow and plain.

Every question is answered by making the map that it is about and labelling that from the beginning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from argumap.model import Act, Argument, ArgumentMap, Bearing, Claim
from balance_oracle import Plainly, aimed, cut, groups, weight

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from balance_oracle import Labels

Sides = tuple[dict[str, Fraction], dict[str, Fraction]]
"""What is live for an answer and against it, with its weights."""
COMMITTING = {Act.ASSERTS, Act.ARGUES, Act.ENDORSES, Act.CONCEDES}


@dataclass(frozen=True)
class Standing:
    """What is live on both sides of every answer to the issue, by its id."""

    sides: dict[str, Sides]
    premises: dict[str, set[str]]

    def order(self) -> dict[str, tuple[Fraction, Fraction]]:
        """By what answers are ranked: margin, then reasons."""
        return {c: (total(pro) - total(con), total(pro)) for c, (pro, con) in self.sides.items()}

    def leaders(self) -> set[str]:
        return highest({c: margin for c, (margin, _) in self.order().items()})

    def without(self, claim: str, gone: Collection[str]) -> Standing:
        """The same where some of what is live for or against one answer has gone."""
        pro, con = ({n: w for n, w in side.items() if n not in gone} for side in self.sides[claim])
        return replace(self, sides={**self.sides, claim: (pro, con)})


def total(side: dict[str, Fraction]) -> Fraction:
    return sum(side.values(), Fraction(0))


def highest(marks: dict[str, Fraction]) -> set[str]:
    """Whoever has the highest mark; marks that differ in the tenth digit are the same."""
    rounded = {c: round(float(mark), 9) for c, mark in marks.items()}
    return {c for c, mark in rounded.items() if mark == max(rounded.values())}


def least(argument_map: ArgumentMap) -> Labels:
    return Plainly(argument_map).least()


def stand(argument_map: ArgumentMap, issue: str, labels: Callable[[ArgumentMap], Labels] = least) -> Standing:
    """What stands of a whole map on its issue; a step of weight 0 is as if nobody had taken it."""
    whole = cut(argument_map)
    label = labels(whole)
    sides = {}
    for claim in whole.claims:
        if issue in claim.answers:
            pro = {a.id: weight(a) for a in aimed(whole, Bearing.SUPPORTS, claim.id) if label[a.id] == 1}
            con = {a.id: weight(a) for a in aimed(whole, Bearing.ATTACKS, claim.id) if label[a.id] == 1}
            sides[claim.id] = (pro, con)
    return Standing(sides, {a.id: set(a.premises) for a in whole.arguments})


def find_hinges(argument_map: ArgumentMap, issue: str) -> dict[str, set[str]]:
    """The claims, answers left out, without which others lead: each is cut from the map, and all labelled anew."""
    before = stand(argument_map, issue).leaders()
    found = {}
    for claim in argument_map.claims:
        if issue not in claim.answers:
            after = stand(cut(argument_map, [claim.id]), issue).leaders()
            if after != before:
                found[claim.id] = after
    return found


def find_decisive(standing: Standing) -> set[str]:
    """The live arguments without which others lead, labels being as they are."""
    return {
        node
        for claim, (pro, con) in standing.sides.items()
        for node in (*pro, *con)
        if node in standing.premises and standing.without(claim, {node}).leaders() != standing.leaders()
    }


def count_least_reasons(standing: Standing) -> int | None:
    """The size of the smallest set of the leader's live reasons without which others lead: all sets are tried."""
    if len(standing.leaders()) != 1:
        return None
    (leader,) = standing.leaders()
    reasons = list(standing.sides[leader][0])
    for size in range(1, len(reasons) + 1):
        for gone in combinations(reasons, size):
            if standing.without(leader, gone).leaders() != {leader}:
                return size
    return None


def leads_with(standing: Standing, more: int, weighing: Fraction) -> bool:
    """Whether the answer that leads still leads alone with so many more objections of that weight."""
    (leader,) = standing.leaders()
    pro, con = standing.sides[leader]
    loaded = {**con, **{f"more {n}": weighing for n in range(more)}}
    return replace(standing, sides={**standing.sides, leader: (pro, loaded)}).leaders() == {leader}


def leave_out_added(argument_map: ArgumentMap) -> ArgumentMap:
    return replace(argument_map, arguments=tuple(a for a in argument_map.arguments if not a.inferred))


def lead_by_best(standing: Standing) -> set[str]:
    def best(side: dict[str, Fraction]) -> Fraction:
        return max(side.values(), default=Fraction(0))

    return highest({c: best(pro) - best(con) for c, (pro, con) in standing.sides.items()})


def lead_by_premises(standing: Standing) -> set[str]:
    def once(side: dict[str, Fraction]) -> Fraction:
        parts = groups({node: standing.premises.get(node, {node}) for node in side})
        return sum((max(side[node] for node in part) for part in parts), Fraction(0))

    return highest({c: once(pro) - once(con) for c, (pro, con) in standing.sides.items()})


class OwnCase(Plainly):
    """The labels of a stakeholder's own case: what they hold stands, positions are weighed, all else falls."""

    def __init__(self, argument_map: ArgumentMap, spoken: ArgumentMap, stakeholder: str) -> None:
        super().__init__(argument_map)
        own = [a for a in spoken.attributions if a.by == stakeholder]
        steps = {a.id: a for a in spoken.arguments}
        held = {a.of for a in own if a.act in COMMITTING}
        held |= {p for a in own if a.act in COMMITTING and a.of in steps for p in steps[a.of].premises}
        self.disputed = {a.of for a in own if a.act is Act.DISPUTES}
        self.held = held - self.disputed
        debated = {i.id for i in argument_map.issues if not i.compares}
        self.free = {c.id for c in argument_map.claims if debated.intersection(c.answers)}

    def claim(self, claim: Claim, label: Labels) -> int:
        if claim.id in self.free:
            return super().claim(claim, label)
        return 1 if claim.id in self.held else -1

    def image(self, label: Labels) -> Labels:
        return {node: -1 if node in self.disputed - self.free else x for node, x in super().image(label).items()}


def stand_by_lights(argument_map: ArgumentMap, issue: str, stakeholder: str) -> Standing:
    """What stands on its issue by the lights of a stakeholder, who speaks of steps of weight 0 as well."""

    def label(whole: ArgumentMap) -> Labels:
        return OwnCase(whole, argument_map, stakeholder).least()

    return stand(argument_map, issue, label)


def answered_reason(argument_map: ArgumentMap, claim: str) -> ArgumentMap:
    """The map with one more reason for a claim, and an answer to it."""
    return replace(
        argument_map,
        claims=(*argument_map.claims, Claim("new-reason", "One more."), Claim("new-answer", "Not so.")),
        arguments=(
            *argument_map.arguments,
            Argument("new-step", ("new-reason",), Bearing.SUPPORTS, claim),
            Argument("new-reply", ("new-answer",), Bearing.UNDERCUTS, "new-step"),
        ),
    )


def split_reason(argument_map: ArgumentMap, argument: str) -> ArgumentMap:
    """The map in which one step is taken twice, the second time from a claim that says the same in other words."""
    step = next(a for a in argument_map.arguments if a.id == argument)
    return replace(
        argument_map,
        claims=(*argument_map.claims, Claim("same-again", "In other words.")),
        arguments=(*argument_map.arguments, replace(step, id="taken-again", premises=("same-again",))),
    )


def ids_of(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    return {one: set(many) for one, many in pairs}


def rounded(order: dict[str, tuple[Fraction, Fraction]]) -> dict[str, tuple[float, float]]:
    return {c: (round(float(margin), 9), float(pro)) for c, (margin, pro) in order.items()}
