"""Arguments out of arrows and step nodes: those on claims first, then what undercuts them, layer by layer."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._drawn.details import OF_STEP, read_details
from argumap.formats._foreign import Loss, LossKind
from argumap.formats._step_ids import StepIds
from argumap.model import Argument, Bearing, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats._drawn.drawing import Details
    from argumap.text import Slugs

# Steps with several conclusions that undercut each other would make twice as many a layer.
_MOST_MADE = 32
_LONGEST_ID = 120
_WORDS = {Bearing.SUPPORTS: "for", Bearing.ATTACKS: "against", Bearing.UNDERCUTS: "undercut"}


@dataclass(slots=True)
class StepPlan:
    """A step of a file before it is an argument: its id there, from which nodes, and how it bears on which."""

    id: str
    premises: list[str] = field(default_factory=list)
    bears: list[tuple[Bearing, str]] = field(default_factory=list)
    details: Details = field(default_factory=dict)

    def find_fault(self) -> str:
        """Why it is no step of a map; "" where it is one."""
        if not self.premises:
            return "a step without premise"
        if not self.bears:
            return "a step without conclusion"
        if any(target in self.premises for bearing, target in self.bears if bearing is not Bearing.UNDERCUTS):
            return "a step from a claim to itself"
        return ""


class StepMaker:
    """Makes arguments of plans; ``made`` has those of each step of the file, ``losses`` what could not be made."""

    def __init__(self, claims: Mapping[str, str], slugs: Slugs) -> None:
        self.claims = claims
        self.made: dict[str, list[Argument]] = {}
        self.losses: list[Loss] = []
        self._ids = StepIds(slugs)

    def make(self, plans: Mapping[str, StepPlan]) -> None:
        """Make what can be made; a step waits until all that it undercuts is there."""
        sound: dict[str, StepPlan] = {}
        for plan in plans.values():
            if why := plan.find_fault():
                self.losses.append(Loss(LossKind.ASIDE, why, plan.id))
            else:
                sound[plan.id] = plan
        waiting: defaultdict[str, list[str]] = defaultdict(list)
        open_: dict[str, int] = {}
        for plan in sound.values():
            needs = {target for bearing, target in plan.bears if bearing is Bearing.UNDERCUTS}
            open_[plan.id] = len(needs)
            for need in needs:
                waiting[need].append(plan.id)
        ready = deque(name for name, n in open_.items() if n == 0)
        while ready:
            name = ready.popleft()
            self._make(sound[name])
            for other in waiting[name]:
                open_[other] -= 1
                if open_[other] == 0:
                    ready.append(other)
        for name in sound:
            if name not in self.made:
                self.losses.append(Loss(LossKind.ASIDE, "an undercut of what is no step of the map", name))

    def _make(self, plan: StepPlan) -> None:
        targets: list[tuple[Bearing, str]] = []
        for bearing, target in dict.fromkeys(plan.bears):
            if bearing is Bearing.UNDERCUTS:
                targets += [(bearing, step.id) for step in self.made[target]]
            else:
                targets.append((bearing, self.claims[target]))
        if len(targets) > _MOST_MADE:
            self.losses.append(Loss(LossKind.ASIDE, "an undercut of more steps than a map would hold", plan.id))
            targets = []
        premises = tuple(dict.fromkeys(self.claims[premise] for premise in plan.premises))
        details = read_details(plan.details, OF_STEP)
        origin = Origin(id=plan.id)
        self.made[plan.id] = [
            Argument(self._name(premises, *bears), premises, *bears, origin=origin, **details) for bears in targets
        ]

    def _name(self, premises: tuple[str, ...], bearing: Bearing, target: str) -> str:
        """``premise/target`` where that is free and not too long; else the words of the target."""
        short = len(premises[0]) + len(target) < _LONGEST_ID
        return self._ids.make(premises, target, f"{_WORDS[bearing]} {target.rpartition('/')[2]}", short=short)
