"""Points in a tree become claims, questions and steps: what stands beneath speaks for or against what is above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._foreign import Loss, LossKind
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Issue,
    Origin,
    Stakeholder,
    StakeholderType,
)
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.formats._outlines.words import PointWords

_SAMPLE = 200


@dataclass(slots=True)
class OutlinePoint:
    """A point: its words, where it stands, and the points beneath it."""

    words: PointWords
    where: str
    beneath: list[OutlinePoint] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Above:
    """What a point hangs on: a claim or a question by its words, a step by its number, a side with its owner."""

    claim: str = ""
    issue: str = ""
    step: int = -1
    side: Bearing | None = None
    jointly: bool = False


@dataclass(slots=True)
class OutlineReading:
    """What an outline says, each claim and question by its words; ``at`` is where each stands first."""

    claims: dict[str, str] = field(default_factory=dict)
    issues: dict[str, str] = field(default_factory=dict)
    steps: list[tuple[dict[str, None], Bearing, str | int, str]] = field(default_factory=list)
    answers: dict[str, dict[str, None]] = field(default_factory=dict)
    voices: dict[tuple[str, Act, str], None] = field(default_factory=dict)
    sided: dict[str, str] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    made: set[tuple[str, Bearing, str | int]] = field(default_factory=set)

    def aside(self, why: str, where: str) -> None:
        self.losses.append(Loss(LossKind.ASIDE, why, where))


def read_points(roots: Sequence[OutlinePoint]) -> OutlineReading:
    """What the points of an outline say of each other."""
    reading = OutlineReading()
    open_ = [(point, _Above()) for point in reversed(roots)]
    while open_:
        point, above = open_.pop()
        below = _read_point(reading, point, above)
        if below.issue and not below.side:
            _tell_bare_answers(reading, point.beneath)
        open_ += [(each, below) for each in reversed(point.beneath)]
    _drop_empty(reading)
    return reading


def _tell_bare_answers(reading: OutlineReading, points: Sequence[OutlinePoint]) -> None:
    """Say which answers have nothing beneath them though others have, for such a point may be a mere note."""
    answers = [point for point in points if point.words.text and not point.words.side and not point.words.asks]
    if any(point.beneath for point in answers):
        for point in answers:
            if not point.beneath:
                why = "a point without reasons beside others that have some, held as an answer"
                reading.losses.append(Loss(LossKind.NEARLY, why, point.where))


def _drop_empty(reading: OutlineReading) -> None:
    """Leave out steps without a premise, and what denies them; a step comes before what denies it."""
    kept: dict[int, int] = {}
    steps = reading.steps
    reading.steps = []
    for n, (premises, bearing, target, where) in enumerate(steps):
        if not premises:
            reading.aside("a side without a point", where)
        elif isinstance(target, int) and target not in kept:
            reading.aside("an undercut of what is no step", where)
        else:
            kept[n] = len(reading.steps)
            now = kept[target] if isinstance(target, int) else target
            reading.steps.append((premises, bearing, now, where))


def _read_point(reading: OutlineReading, point: OutlinePoint, above: _Above) -> _Above:
    """Take a point in; what those beneath it hang on."""
    words = point.words
    if words.asks:
        if above.claim and not above.side:
            reading.aside("a question beneath a claim", point.where)
        reading.issues.setdefault(words.text, point.where)
        return _Above(issue=words.text)
    if not words.text:
        return _open_side(reading, point, above)
    reading.claims.setdefault(words.text, point.where)
    for name, act in words.speakers:
        reading.voices[name, act, words.text] = None
    step = _relate(reading, point, above)
    return _Above(claim=words.text, step=step)


def _open_side(reading: OutlineReading, point: OutlinePoint, above: _Above) -> _Above:
    side = point.words.side
    if side is None:
        reading.aside("a point without words", point.where)
        return above
    if not point.beneath:
        reading.aside("a side without a point", point.where)
    if not point.words.jointly or not point.beneath:
        return _Above(above.claim, above.issue, above.step, side)
    target = _find_target(reading, point, above, side)
    if target is None:
        return _Above(above.claim, above.issue, -1, side)
    bears = Bearing.UNDERCUTS if isinstance(target, int) else side
    reading.steps.append(({}, bears, target, point.where))
    return _Above(above.claim, above.issue, len(reading.steps) - 1, side, jointly=True)


def _relate(reading: OutlineReading, point: OutlinePoint, above: _Above) -> int:
    """Note what a claim bears on; the number of the step, -1 where there is none."""
    words = point.words
    if above.jointly and words.side is None:
        if reading.steps[above.step][2] == words.text:
            reading.aside("a point that bears on itself", point.where)
        else:
            reading.steps[above.step][0][words.text] = None
        return -1
    side = words.side or above.side
    if side is None:
        if above.issue:
            reading.answers.setdefault(words.text, {})[above.issue] = None
        elif above.claim:
            reading.aside("a point beneath another without a side (pro or con)", point.where)
        return -1
    target = _find_target(reading, point, above, side)
    if target is None:
        return -1
    bears = Bearing.UNDERCUTS if isinstance(target, int) else side
    if (words.text, bears, target) in reading.made:
        reading.aside("a point that stands twice", point.where)
        return -1
    reading.made.add((words.text, bears, target))
    reading.steps.append(({words.text: None}, bears, target, point.where))
    return len(reading.steps) - 1


def _find_target(reading: OutlineReading, point: OutlinePoint, above: _Above, side: Bearing) -> str | int | None:
    """The claim or the step that a sided point bears on; None, told, where there is none."""
    if side is Bearing.UNDERCUTS or (above.jointly and side is Bearing.ATTACKS):
        if above.step >= 0:
            return above.step
        reading.aside("an undercut of what is no step", point.where)
        return None
    if above.jointly:
        reading.aside("a reason for a step, while reasons are for claims", point.where)
        return None
    if above.claim and above.claim != point.words.text:
        return above.claim
    if above.claim:
        reading.aside("a point that bears on itself", point.where)
    else:
        why = "a reason for or against a question, held as a claim with the tag pro or con"
        reading.losses.append(Loss(LossKind.NEARLY, why, point.where))
        if point.words.text:
            reading.sided[point.words.text] = "pro" if side is Bearing.SUPPORTS else "con"
    return None


def make_map(reading: OutlineReading, title: str) -> ArgumentMap:
    """The map of what an outline says."""
    language = get_language(guess_language(" ".join([*reading.claims][:_SAMPLE])) or "en")
    slugs = Slugs(language, taken=("question",))
    ids = {text: slugs.make(text) for text in reading.claims}
    asked = {text: slugs.make(text) for text in reading.issues}
    people = {name: slugs.make(name, names=True) for name in dict.fromkeys(name for name, _, _ in reading.voices)}
    return ArgumentMap(
        title=title,
        issues=tuple(Issue(asked[text], text, origin=Origin(id=at)) for text, at in reading.issues.items()),
        claims=tuple(
            Claim(
                ids[text],
                text,
                title=make_title(text),
                answers=tuple(asked[issue] for issue in reading.answers.get(text, ())),
                tags=(reading.sided[text],) if text in reading.sided else (),
                origin=Origin(id=at),
            )
            for text, at in reading.claims.items()
        ),
        arguments=tuple(_make_steps(reading, ids, slugs)),
        stakeholders=tuple(Stakeholder(made, name, StakeholderType.PERSON) for name, made in people.items()),
        attributions=tuple(Attribution(people[name], act, ids[text]) for name, act, text in reading.voices),
    )


def _make_steps(reading: OutlineReading, ids: dict[str, str], slugs: Slugs) -> list[Argument]:
    made: list[Argument] = []
    step_ids = StepIds(slugs)
    for premises, bearing, target, where in reading.steps:
        bears_on = made[target].id if isinstance(target, int) else ids[target]
        premise_ids = tuple(ids[p] for p in premises)
        name = step_ids.make(premise_ids, bears_on, f"step {bears_on}")
        made.append(Argument(name, premise_ids, bearing, bears_on, origin=Origin(id=where)))
    return made
