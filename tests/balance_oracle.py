"""Balance and standards written anew from their definitions, over ids and sets: slow, and importing no semantics.

A label is 1 (stands, applies), 0 (undecided) or −1 (falls, blocked).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Standard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Labels = dict[str, int]


@dataclass(frozen=True)
class Plain:
    """What is said of a claim: its word, the ids on each side, the sums as fractions, and the dial."""

    word: str
    pros: set[str]
    cons: set[str]
    unresolved_pros: set[str]
    unresolved_cons: set[str]
    answered_pros: set[str]
    answered_cons: set[str]
    pro_groups: set[frozenset[str]]
    con_groups: set[frozenset[str]]
    sums: tuple[Fraction, Fraction, Fraction, Fraction]
    dial: dict[str, str]


def cut(argument_map: ArgumentMap, aside: Collection[str] = ()) -> ArgumentMap:
    """The map without what is set aside, steps of weight 0, and all arguments that need or target such a thing.

    Undercutters of what is gone bear on nothing; they stay, as arguments without a target.
    """
    gone = {*aside, *(a.id for a in argument_map.arguments if a.weight == 0)}
    gone |= {a.id for a in argument_map.arguments if gone.intersection(a.premises)}
    return ArgumentMap(
        issues=argument_map.issues,
        standard=argument_map.standard,
        claims=tuple(c for c in argument_map.claims if c.id not in gone),
        arguments=tuple(a for a in argument_map.arguments if a.id not in gone),
    )


def rivals(argument_map: ArgumentMap) -> dict[str, set[str]]:
    """The claims that contradict each claim: as stored, or as answers to one exclusive issue."""
    claims = {c.id: c for c in argument_map.claims}
    exclusive = {i.id for i in argument_map.issues if i.exclusive}
    found: dict[str, set[str]] = {c: set() for c in claims}
    for one, other in combinations(claims, 2):
        a, b = claims[one], claims[other]
        stored = other in a.contradicts or one in b.contradicts
        rephrased = other in a.rephrases or one in b.rephrases
        if stored or (exclusive.intersection(a.answers, b.answers) and not rephrased):
            found[one].add(other)
            found[other].add(one)
    return found


def weight(argument: Argument) -> Fraction:
    return Fraction(1) if argument.weight is None else Fraction(str(argument.weight))


def aimed(argument_map: ArgumentMap, bearing: Bearing, target: str) -> list[Argument]:
    return [a for a in argument_map.arguments if a.bearing is bearing and a.target == target]


def label_step(argument_map: ArgumentMap, label: Labels, step: Argument) -> int:
    if not step.premises or any(p not in label for p in step.premises):
        return -1
    undercuts = [-label[u.id] for u in aimed(argument_map, Bearing.UNDERCUTS, step.id)]
    return min([label[p] for p in step.premises] + undercuts)


def grounded(argument_map: ArgumentMap) -> Labels:
    """The least labelling without standards: from everything undecided, anew until nothing changes."""
    against = rivals(argument_map)
    label = dict.fromkeys([*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)], 0)
    while True:
        new: Labels = {}
        for claim in argument_map.claims:
            terms = [-label[a.id] for a in aimed(argument_map, Bearing.ATTACKS, claim.id)]
            terms += [-label[other] for other in against[claim.id]]
            if claim.requires_support:
                pros = aimed(argument_map, Bearing.SUPPORTS, claim.id)
                terms.append(max([label[a.id] for a in pros], default=-1))
            new[claim.id] = min(terms, default=1)
        for step in argument_map.arguments:
            new[step.id] = label_step(argument_map, label, step)
        if new == label:
            return label
        label = new


def standard_of(argument_map: ArgumentMap, claim: Claim) -> Standard | None:
    """A claim's own standard, else the strictest of its issues', else the map's."""
    strict = [Standard.BACKED, Standard.UNANSWERED, Standard.CLEAR, Standard.BALANCE, Standard.REASON]
    asked = {i.standard for i in argument_map.issues if i.id in claim.answers}
    return claim.standard or next((s for s in strict if s in asked), None) or argument_map.standard


class Plainly:
    """Labels under the standards that a map writes, from equations that are worked out anew each time."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.against = rivals(argument_map)
        self.weight = {a.id: weight(a) for a in argument_map.arguments}
        self.pros = {
            c.id: [a.id for a in aimed(argument_map, Bearing.SUPPORTS, c.id)] for c in argument_map.claims
        }
        self.cons = {c.id: [a.id for a in aimed(argument_map, Bearing.ATTACKS, c.id)] for c in argument_map.claims}
        self.undercuts = {
            a.id: [u.id for u in aimed(argument_map, Bearing.UNDERCUTS, a.id)] for a in argument_map.arguments
        }
        self.standard = {c.id: standard_of(argument_map, c) for c in argument_map.claims}
        self.nothing = dict.fromkeys(
            [*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)], 0
        )

    def least(self) -> Labels:
        """From everything undecided, anew until nothing changes."""
        label = dict(self.nothing)
        while True:
            new = self.image(label)
            if new == label:
                return label
            label = new

    def image(self, label: Labels) -> Labels:
        new = {c.id: self.claim(c, label) for c in self.map.claims}
        for step in self.map.arguments:
            known = [label[p] for p in step.premises if p in label]
            complete = step.premises and len(known) == len(step.premises)
            undercuts = [-label[u] for u in self.undercuts[step.id]]
            new[step.id] = min(known + undercuts) if complete else -1
        return new

    def claim(self, claim: Claim, label: Labels) -> int:
        standard = self.standard[claim.id]
        pro = (self.total(self.pros[claim.id], label, 1), self.total(self.pros[claim.id], label, 0, 1))
        con = (self.total(self.cons[claim.id], label, 1), self.total(self.cons[claim.id], label, 0, 1))
        found = outcome(standard or Standard.UNANSWERED, (*pro, *con), needs=claim.requires_support)
        values = [{"holds": 1, "fails": -1, "open": 0}[found]]
        for other in self.against[claim.id]:
            strikes = label[other]
            if standard in {Standard.BALANCE, Standard.CLEAR}:
                for_other = (self.total(self.pros[other], label, 1), self.total(self.pros[other], label, 0, 1))
                if for_other[1] < pro[0]:
                    strikes = -1
                elif for_other[0] < pro[1]:
                    strikes = min(strikes, 0)
            values.append(-strikes)
        return min(values)

    def total(self, steps: Collection[str], label: Labels, *labels: int) -> Fraction:
        return sum((self.weight[a] for a in steps if label[a] in labels), Fraction(0))

    def every_solution(self) -> Iterator[Labels]:
        """All labellings that their own equations give back, out of all there are."""
        nodes = list(self.nothing)
        for values in product((1, 0, -1), repeat=len(nodes)):
            label = dict(zip(nodes, values, strict=True))
            if self.image(label) == label:
                yield label


def test_of(standard: Standard, pro: Fraction, con: Fraction) -> bool:
    """The tests as the study states them."""
    match standard:
        case Standard.REASON:
            return con == 0 or pro > 0
        case Standard.BALANCE:
            return con == 0 or pro > con
        case Standard.CLEAR:
            return con == 0 or pro >= 2 * con
        case Standard.UNANSWERED:
            return con == 0
        case Standard.BACKED:
            return con == 0 and pro > 0


def outcome(standard: Standard, sums: tuple[Fraction, ...], *, needs: bool) -> str:
    """By every way in which the open reasons could turn out: their sums lie between low and high."""
    pro_low, pro_high, con_low, con_high = sums
    found = {
        test_of(standard, pro, con) and (pro > 0 or not needs)
        for pro in (pro_low, pro_high)
        for con in (con_low, con_high)
    }
    if found == {True}:
        return "holds"
    return "fails" if found == {False} else "open"


def groups(resting: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """The partition of the keys in which those that rest on a common thing fall together."""
    parts = [{node} for node in resting]
    while True:
        for one, other in combinations(parts, 2):
            if any(resting[a] & resting[b] for a in one for b in other):
                parts.remove(other)
                one |= other
                break
        else:
            return {frozenset(part) for part in parts}


def balance(argument_map: ArgumentMap, label: Labels, claim_id: str) -> Plain:
    """What is said of a claim of a map from which nothing is set aside any more."""
    claim = next(c for c in argument_map.claims if c.id == claim_id)
    pros = {a.id: set(a.premises) for a in aimed(argument_map, Bearing.SUPPORTS, claim_id)}
    cons = {a.id: set(a.premises) for a in aimed(argument_map, Bearing.ATTACKS, claim_id)}
    others = {other: {other} for other in rivals(argument_map)[claim_id]}
    weights = {a.id: weight(a) for a in argument_map.arguments}

    def of(side: Mapping[str, set[str]], *labels: int) -> set[str]:
        return {node for node in side if label[node] in labels}

    def total(side: Mapping[str, set[str]], *labels: int) -> Fraction:
        return sum((weights.get(node, Fraction(1)) for node in of(side, *labels)), Fraction(0))

    sums = (total(pros, 1), total(pros, 1, 0), total(cons, 1), total(cons, 1, 0))
    weighed = (*sums[:2], sums[2] + total(others, 1), sums[3] + total(others, 1, 0))
    against = {**cons, **others}
    needs = claim.requires_support or standard_of(argument_map, claim) is Standard.BACKED
    return Plain(
        word=word(label[claim_id], against, of(pros, 0, 1), of(against, 0, 1), needs=needs),
        pros=of(pros, 1),
        cons=of(cons, 1),
        unresolved_pros=of(pros, 0),
        unresolved_cons=of(cons, 0),
        answered_pros=of(pros, -1),
        answered_cons=of(cons, -1),
        pro_groups=groups({node: pros[node] for node in of(pros, 1)}),
        con_groups=groups({node: cons[node] for node in of(cons, 1)}),
        sums=sums,
        dial={s.value: outcome(s, weighed, needs=claim.requires_support) for s in Standard},
    )


def word(label: int, cons: Collection[str], pros: Collection[str], live: Collection[str], *, needs: bool) -> str:
    """``cons`` is all that was said against the claim; ``pros`` and ``live`` what of each side is not answered."""
    if label == 0:
        return "unresolved"
    if label == -1 and needs and not pros:
        return "unsupported"
    if not cons:
        return "unchallenged"
    if not live:
        return "answered"
    return "contested" if pros else "opposed"
