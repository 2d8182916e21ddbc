"""Many drafts, each scored by the gold map of its name, and what they come to together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.scoring.map_scores import MapScores, write_share
from argumap.scoring.score import Fault, Score
from argumap.told_lines import Grid, ShownInWords, heading, line, write_as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.told_lines import Told


@dataclass(frozen=True, slots=True, repr=False)
class ManyScores(ShownInWords):
    """The scores of several drafts by the name of the map."""

    maps: Mapping[str, MapScores]

    @property
    def total(self) -> MapScores:
        """All items of all maps taken together; kappa and the differences belong to one map."""
        each = list(self.maps.values())
        return MapScores(
            sum(one.sentences for one in each),
            {name: _add_scores([one.scores[name] for one in each]) for name in each[0].scores},
            {name: _add_faults([one.faults[name] for one in each]) for name in each[0].faults},
        )

    def text(self) -> str:
        return write_as_text(self.lines())

    def lines(self, *, misses: bool = True) -> Iterator[Told]:
        """The figures of all together, precision and recall of each map, and where each differs."""
        yield heading(f"{len(self.maps)} maps together" if len(self.maps) > 1 else "1 map")
        yield from self.total.lines(misses=False)
        yield line("")
        figures = list(self.total.scores)
        rows = [
            ((figure,), *((_write_both(one.scores[figure]),) for one in self.maps.values())) for figure in figures
        ]
        yield Grid(("precision / recall", *self.maps), tuple(rows))
        for name, one in self.maps.items() if misses else ():
            yield line("")
            yield heading(name)
            yield from one.tell_differences()

    def to_dict(self, *, misses: bool = True) -> dict[str, object]:
        """All figures as plain data."""
        return {
            "total": self.total.to_dict(misses=False),
            "maps": {name: one.to_dict(misses=misses) for name, one in self.maps.items()},
        }


def _write_both(score: Score) -> str:
    return f"{write_share(score.precision)} / {write_share(score.recall)}"


def _add_scores(scores: list[Score]) -> Score:
    return Score(
        sum(score.right for score in scores),
        sum(score.drafted for score in scores),
        sum(score.found for score in scores),
        sum(score.expected for score in scores),
    )


def _add_faults(faults: list[Fault]) -> Fault:
    return Fault(sum(fault.count for fault in faults), sum(fault.of for fault in faults))
