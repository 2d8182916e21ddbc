"""The debate as one tree: what hangs under what, each claim once, everything else as a cross link.

The tree grows from the issues over their positions to the reasons, nearest first, supports before objections.
A claim that bears on several has its place under the nearest; the other steps become cross links, which is
also how cycles end. An undercut hangs under the reason whose step it denies. Claims that only answer a
criterion stand under it in the group `CRITERIA`, what bears on no issue in the group `UNTIED`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.model import Bearing, Role, build_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argumap.model import Argument, Index

CRITERIA = "+criteria"
UNTIED = "+untied"

_ORDER = {Bearing.SUPPORTS: 0, Bearing.ATTACKS: 1, Bearing.UNDERCUTS: 2}


@dataclass(frozen=True, slots=True)
class TreePlace:
    """Where an issue, a claim or a group stands. Reads "id, by step, relation parent".

    ``relation`` is ``answers``, ``supports``, ``attacks``, ``rebuts``, ``undercuts`` or ``none``; ``step`` is
    the argument that ties it to its parent.
    """

    id: str
    parent: str | None
    relation: str = "none"
    step: str | None = None


@dataclass(frozen=True, slots=True)
class CrossLink:
    """A relation that the tree has no room for. Reads "source relation target"."""

    source: str
    relation: str
    target: str
    step: str | None = None


@dataclass(frozen=True, slots=True)
class DebateTree:
    """``places`` in reading order (a parent before its children), ``links`` in the order of the map."""

    places: tuple[TreePlace, ...]
    links: tuple[CrossLink, ...]
    roles: Mapping[str, Role]
    relations: Mapping[str, str]


def build_tree(index: Index) -> DebateTree:
    """The tree of a debate, one pass over its arguments."""
    roles = build_roles(index)
    relations = {argument.id: relation(argument, roles) for argument in index.map.arguments}
    growth = _Growth(index, relations)
    _plant_issues(growth)
    _plant_criteria(growth)
    _plant_rest(growth, roles)
    return DebateTree(tuple(growth.in_reading_order()), tuple(_find_links(growth)), roles, relations)


def relation(argument: Argument, roles: Mapping[str, Role]) -> str:
    """The bearing of an argument, where an attack on an objection is told apart: it ``rebuts``."""
    if argument.bearing is Bearing.ATTACKS and roles.get(argument.target) is Role.OBJECTION:
        return "rebuts"
    return str(argument.bearing)


@dataclass(slots=True)
class _Growth:
    index: Index
    relations: Mapping[str, str]
    places: dict[str, TreePlace] = field(default_factory=dict)
    children: dict[str | None, list[str]] = field(default_factory=dict)
    carriers: dict[str, str] = field(default_factory=dict)
    """The claim that an argument's step is shown at: its first premise to find a place."""

    def plant(self, place: TreePlace) -> None:
        self.places[place.id] = place
        self.children.setdefault(place.parent, []).append(place.id)

    def grow(self, claims: Iterable[str]) -> None:
        """Place all that bears on ``claims``, nearest first."""
        queue = deque(claims)
        while queue:
            parent = queue.popleft()
            for argument in self._bearing_on(parent):
                for premise in argument.premises:
                    if premise in self.places or premise not in self.index.claims:
                        continue
                    self.plant(TreePlace(premise, parent, self.relations[argument.id], argument.id))
                    queue.append(premise)

    def _bearing_on(self, claim: str) -> list[Argument]:
        steps = [step for step in self.index.with_premise[claim] if step.id not in self.carriers]
        self.carriers.update((step.id, claim) for step in steps)
        against_steps = [a for step in steps for a in self.index.on[step.id]]
        return sorted([*self.index.on[claim], *against_steps], key=self._order)

    def _order(self, argument: Argument) -> tuple[int, int]:
        order = self.index.debate_order
        first = min((order.get(premise, len(order)) for premise in argument.premises), default=0)
        return (_ORDER[argument.bearing], first)

    def in_reading_order(self) -> Iterable[TreePlace]:
        waiting = list(reversed(self.children.get(None, [])))
        while waiting:
            node_id = waiting.pop()
            yield self.places[node_id]
            waiting.extend(reversed(self.children.get(node_id, [])))


def _plant_issues(growth: _Growth) -> None:
    index, order = growth.index, growth.index.debate_order
    for issue in sorted(index.debates, key=lambda issue: order[issue.id]):
        growth.plant(TreePlace(issue.id, None))
    for claim in sorted(index.positions, key=lambda claim: order[claim.id]):
        issue_id = next(issue for issue in claim.answers if issue in growth.places)
        growth.plant(TreePlace(claim.id, issue_id, "answers"))
    # A claim as near to two debates is told in the one that more is said on.
    size = {
        issue: sum(len(index.on[node_id]) for node_id in growth.children.get(issue, ())) for issue in growth.places
    }
    issues = sorted(growth.children[None], key=lambda issue: -size[issue]) if growth.places else []
    growth.grow(position for issue in issues for position in growth.children.get(issue, ()))


def _plant_criteria(growth: _Growth) -> None:
    index = growth.index
    criteria = {issue.id for issue in index.criteria}
    waiting = [
        (claim.id, next(issue_id for issue_id in claim.answers if issue_id in criteria))
        for claim in index.map.claims
        if claim.id not in growth.places and not criteria.isdisjoint(claim.answers)
    ]
    if not waiting:
        return
    growth.plant(TreePlace(CRITERIA, None))
    used = {criterion for _, criterion in waiting}
    for issue in index.criteria:
        if issue.id in used:
            growth.plant(TreePlace(issue.id, CRITERIA))
    for claim_id, criterion in waiting:
        growth.plant(TreePlace(claim_id, criterion, "answers"))
    growth.grow(claim_id for claim_id, _ in waiting)


def _plant_rest(growth: _Growth, roles: Mapping[str, Role]) -> None:
    left = [claim.id for claim in growth.index.map.claims if claim.id not in growth.places]
    if not left:
        return
    growth.plant(TreePlace(UNTIED, None))
    heads = [node_id for node_id in left if roles[node_id] in {Role.TOPIC, Role.UNTIED}]
    for head in heads:
        growth.plant(TreePlace(head, UNTIED))
    growth.grow(heads)
    for claim in left:
        if claim not in growth.places:
            growth.plant(TreePlace(claim, UNTIED))
            growth.grow([claim])


def _find_links(growth: _Growth) -> Iterable[CrossLink]:
    index, places = growth.index, growth.places
    for argument in index.map.arguments:
        target = growth.carriers.get(argument.target, argument.target)
        for premise in argument.premises:
            if premise in places and target in places and places[premise].step != argument.id:
                yield CrossLink(premise, growth.relations[argument.id], target, argument.id)
    for claim in index.map.claims:
        for issue in claim.answers:
            if issue in places and places[claim.id].parent != issue:
                yield CrossLink(claim.id, "answers", issue)
        for name, others in (("contradicts", claim.contradicts), ("rephrases", claim.rephrases)):
            for other in others:
                if other in places:
                    yield CrossLink(claim.id, name, other)
