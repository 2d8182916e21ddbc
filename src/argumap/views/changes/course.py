"""How the answers to an issue fared over all states of a map, as lines that can be drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from argumap.news import find_last_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.news import JudgedState, StatePair

COLOURS: Final = 8
"""So many lines have a colour of their own; the palette has no more."""
_STEP: Final = 22
_LEAST: Final = 120
_MOST: Final = 320
_PAD: Final = 16
_LABEL: Final = 24
_APART: Final = 28


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """An answer in the state of number ``n``: ``x`` in hundredths of the width, ``y`` in pixels from the top."""

    n: int
    x: float
    y: float
    margin: float
    leads: bool


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One answer over all states that have it; ``label`` is the height of its name beside the lines."""

    claim: str
    title: str
    colour: int
    points: tuple[CoursePoint, ...]
    label: float

    @property
    def parts(self) -> Iterator[tuple[CoursePoint, CoursePoint]]:
        """The stretches between states that follow each other."""
        return ((a, b) for a, b in pairwise(self.points) if b.n == a.n + 1)


@dataclass(frozen=True, slots=True)
class Course:
    """The lines of one issue, ``height`` pixels high; ``level`` is where as much speaks for an answer as against.

    ``left_out`` counts the answers without a line, which never led.
    """

    issue: str
    question: str
    lines: tuple[CourseLine, ...]
    height: float
    level: float
    left_out: int

    @property
    def turns(self) -> Sequence[float]:
        """Where others lead than in the state before, in hundredths of the width."""
        led: dict[float, set[str]] = {}
        for line in self.lines:
            for point in line.points:
                led.setdefault(point.x, set()).update([line.claim] if point.leads else [])
        return [b for a, b in pairwise(sorted(led)) if led[a] != led[b]]


def build_courses(steps: Sequence[StatePair]) -> tuple[Course, ...]:
    """The course of each debated issue that has rival answers in the last state, in the order of the map.

    ``steps`` are the states in pairs that follow each other.
    """
    states = [*(step.old for step in steps), steps[-1].new]
    names, last = find_last_names(steps), states[-1]
    courses = (_build_course(issue.id, issue.question, states, names) for issue in last.index.debates)
    return tuple(course for course in courses if len(course.lines) > 1)


@dataclass(slots=True)
class _Track:
    """An answer by the number of each state that has it: its margin there, and whether it leads."""

    title: str = ""
    margins: dict[int, float] = field(default_factory=dict)
    led: set[int] = field(default_factory=set)


def _build_course(
    issue: str, question: str, states: Sequence[JudgedState], names: Sequence[Mapping[str, str]]
) -> Course:
    tracks = _find_tracks(issue, states, names)
    last = len(states) - 1
    # What is gone at the end comes last; ties keep the order of the last ranking.
    order = sorted(tracks, key=lambda claim: -tracks[claim].margins.get(last, float("-inf")))
    drawn = [claim for n, claim in enumerate(order) if n < COLOURS or tracks[claim].led][: 2 * COLOURS]
    values = [0, *(margin for claim in drawn for margin in tracks[claim].margins.values())]
    scale = _Scale(min(values), max(values))
    apart = min(7.0, _APART / max(1, len(drawn)))
    points = [
        tuple(
            CoursePoint(
                n,
                x=round((n + 0.5) * 100 / len(states), 3),
                y=round(scale.at(margin) + apart * _find_lane(claim, n, drawn, tracks), 1),
                margin=margin,
                leads=n in tracks[claim].led,
            )
            for n, margin in tracks[claim].margins.items()
        )
        for k, claim in enumerate(drawn)
    ]
    labels = _part([each[-1].y for each in points])
    return Course(
        issue,
        question,
        lines=tuple(
            CourseLine(claim, tracks[claim].title, k % COLOURS, points[k], labels[k])
            for k, claim in enumerate(drawn)
        ),
        height=max([scale.height, *(label + _LABEL for label in labels)]),
        level=scale.at(0),
        left_out=len(order) - len(drawn),
    )


def _find_lane(claim: str, state: int, drawn: Sequence[str], tracks: Mapping[str, _Track]) -> float:
    """How many lanes off its height a line runs, so that lines that are level run beside each other."""
    margin = tracks[claim].margins[state]
    level = [other for other in drawn if tracks[other].margins.get(state) == margin]
    return level.index(claim) - (len(level) - 1) / 2


def _find_tracks(
    issue: str, states: Sequence[JudgedState], names: Sequence[Mapping[str, str]]
) -> Mapping[str, _Track]:
    tracks: defaultdict[str, _Track] = defaultdict(_Track)
    for n, (state, called) in enumerate(zip(states, names, strict=True)):
        for own_id, ranking in state.rankings.items():
            for answer in ranking.answers if called.get(own_id, own_id) == issue else ():
                track = tracks[called.get(answer.claim, answer.claim)]
                track.title = state.call(answer.claim)
                track.margins[n] = answer.margin
                if answer.claim in ranking.leaders:
                    track.led.add(n)
    return tracks


class _Scale:
    """Where a margin between ``low`` and ``high`` is drawn."""

    def __init__(self, low: float, high: float) -> None:
        self.high, self.span = high, max(1, high - low)
        self.height = min(_MOST, max(_LEAST, self.span * _STEP)) + 2 * _PAD

    def at(self, margin: float) -> float:
        return round(_PAD + (self.high - margin) / self.span * (self.height - 2 * _PAD), 1)


def _part(wanted: Sequence[float]) -> list[float]:
    """The heights of names, none over another and each as near to the end of its line as those above it leave."""
    placed = [0.0] * len(wanted)
    free = 0.0
    for k in sorted(range(len(wanted)), key=lambda k: wanted[k]):
        placed[k] = round(max(free, wanted[k] - _LABEL / 2), 1)
        free = placed[k] + _LABEL
    return placed
