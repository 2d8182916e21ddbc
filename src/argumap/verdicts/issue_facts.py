"""All that a verdict on an issue rests on, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.verdicts.adding_up import name_others

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model import Index, Standard
    from argumap.semantics import Balance, ClaimWord
    from argumap.verdicts.adding_up import WayOfAdding
    from argumap.verdicts.answer_ranking import Ranking
    from argumap.verdicts.judged_by import Judgement
    from argumap.verdicts.stakeholder_lights import Light
    from argumap.verdicts.turning_points import TurningPoints


@dataclass(frozen=True)
class IssueFacts:
    """Who leads among the answers to ``issue``, and what that hangs on.

    ``balances`` has what speaks for and against each answer. ``standard`` is the one that was asked for, else that
    of the issue or the map, else None; ``judged`` has what each answer comes to by that or by another one that the
    map writes for it, and ``standard_written`` tells that the map writes any. ``own_steps`` tells that steps which
    the map added were left out; where they were not, ``own`` is the ranking without them, None where none bears on
    the issue, and ``own_words`` the words of the answers then; ``added_steps`` counts those that do. ``grouped``
    is the ranking where reasons on a common premise count once. ``settled`` tells that who leads stays so
    however what is undecided turns out; ``rivals`` that some of the answers exclude each other.
    """

    issue: str
    ranking: Ranking
    balances: Mapping[str, Balance]
    turning: TurningPoints
    grouped: Ranking
    ways: tuple[WayOfAdding, ...]
    own: Ranking | None
    own_words: Mapping[str, ClaimWord]
    added_steps: int
    lights: tuple[Light, ...]
    standard: Standard | None
    standard_written: bool
    judged: Mapping[str, Judgement]
    own_steps: bool
    settled: bool
    rivals: bool
    index: Index = field(repr=False, compare=False)

    @property
    def narrowly_ahead(self) -> bool:
        """Whether one answer leads, and would not with one live reason or objection less."""
        return self.ranking.leader is not None and bool(self.turning.decisive)

    @property
    def clearly_ahead(self) -> bool:
        """Whether one answer is clearly ahead of all, not narrowly, and nothing unresolved could change that."""
        return self.ranking.clear and self.settled and not self.narrowly_ahead

    @property
    def how_ahead(self) -> str:
        """How the answer that leads does, as the phrases call it: ``narrowly``, ``clearly`` or ``simply``."""
        return "narrowly" if self.narrowly_ahead else "clearly" if self.clearly_ahead else "simply"

    @property
    def hangs_on_added_steps(self) -> bool:
        """Whether others would lead without the steps that the map added."""
        return self.own is not None and set(self.own.leaders) != set(self.ranking.leaders)

    @property
    def hangs_on_adding_up(self) -> bool:
        """Whether none of those that lead does where reasons are added up in some other way."""
        return bool(name_others(self.ranking.leaders, self.ways))
