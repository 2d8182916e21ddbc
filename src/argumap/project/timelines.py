"""The course of a map over all its snapshots: when, who led, and what was new for a reader each time."""

from __future__ import annotations

import shlex
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.news import JudgedState, StatePair, tell_news, tell_standing
from argumap.phrases import ENGLISH
from argumap.project.map_states import read_map_states
from argumap.project.next_calls import find_place
from argumap.told_lines import ShownInWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.project.open_map_protocol import OpenedMap


@dataclass(frozen=True, slots=True)
class TimelineState:
    """A map as it was kept, or as it ``is_now``: ``date`` and ``note`` are those given then, "" where none were.

    ``leaders`` are, by the id of each debated issue, the answers that lead; ``standing`` says so for the first
    state, and ``news`` what changed for a reader since the one before.
    """

    id: str
    date: str
    note: str
    is_now: bool
    leaders: dict[str, tuple[str, ...]]
    standing: tuple[str, ...] = ()
    news: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline(ShownInWords):
    """The ``states`` of the map called ``name``, oldest first; none where it has no snapshot.

    ``place`` is where the map lies, as a command takes it.
    """

    name: str
    title: str
    states: tuple[TimelineState, ...]
    place: str = ""

    def lines(self) -> Iterator[str]:
        """The timeline as people read it."""
        yield self.title or self.name
        if not self.states:
            yield f"  no snapshot yet; argumap snapshot save {shlex.quote(self.place)} makes one"
        for number, state in enumerate(self.states, 1):
            date = ENGLISH.write_date(state.date) if state.date else ""
            called = date or ("As it is now" if state.is_now else f"State {number}")
            yield "  ".join(filter(None, (called, " ".join(state.note.split()))))
            told = state.standing if number == 1 else state.news
            yield from (f"  {line}" for line in told or ("nothing that a reader would notice",))

    def text(self) -> str:
        """The timeline as people read it, whole."""
        return "\n".join(self.lines())

    def to_dict(self) -> dict[str, object]:
        """All of it as plain data."""
        return {"map": self.name, "title": self.title, "states": [asdict(state) for state in self.states]}


def build_timeline(opened: OpenedMap) -> Timeline:
    """The timeline of a map: its snapshots, and the map as it is where that is none of them.

    Raises `FileTrouble` for snapshots that cannot be read.
    """
    found = read_map_states(opened)
    judged = [JudgedState(state.snapshot, state.text) for state in found]
    news = [(), *(tuple(tell_news(StatePair(a, b), ENGLISH)) for a, b in pairwise(judged))]
    states = (
        TimelineState(
            id=state.snapshot.id,
            date=state.date,
            note=state.note,
            is_now=not (state.date or state.note) and n == len(found) - 1,
            leaders={issue: ranking.leaders for issue, ranking in each.rankings.items()},
            standing=tuple(tell_standing(each, ENGLISH)) if n == 0 else (),
            news=news[n],
        )
        for n, (state, each) in enumerate(zip(found, judged, strict=True))
    )
    return Timeline(opened.name, opened.record.title, tuple(states), find_place(opened))
