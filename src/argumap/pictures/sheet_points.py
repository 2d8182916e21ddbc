"""Reasons and objections of a board as a picture tells them: one sign each, and who says it in a few words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.board import find_authors, find_foremost, group_entries
from argumap.pictures.sheet import PointState, SheetPoint, SheetPremise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.board import Entry, Premise
    from argumap.model import Index
    from argumap.phrases import Phrases
    from argumap.query import Stance

NAMED = 2
"""So many of those who say a thing are named, the others counted."""


@dataclass(frozen=True, slots=True)
class PointTeller:
    """Tells the entries of one map in the words of one language."""

    index: Index
    phrases: Phrases

    def tell(self, entries: Sequence[Entry]) -> tuple[SheetPoint, ...]:
        """The entries as points; those that share a premise and stand together have it told once."""
        told: list[SheetPoint] = []
        for group in group_entries(entries):
            shared = tuple(map(self._premise, group.shared))
            for n, entry in enumerate(group.entries):
                premises = tuple(map(self._premise, group.rest_of(entry)))
                told.append(
                    replace(self._point(entry), premises=premises, shared=shared, joined=bool(n and shared))
                )
        strongest = len(find_foremost(entries)) == 1
        return tuple(replace(point, strongest=strongest and n == 0) for n, point in enumerate(told))

    def _point(self, entry: Entry) -> SheetPoint:
        return SheetPoint(
            tuple(self._premise(premise) for premise in entry.premises),
            PointState(entry.state),
            added=entry.added,
            answered=tuple(self._answering(entry)),
            note=self._note(entry),
        )

    def _answering(self, entry: Entry) -> Iterator[tuple[SheetPremise, ...]]:
        for answer in entry.answered:
            yield tuple(SheetPremise(p.claim.id, p.claim.label) for p in answer.premises)
        if entry.lacking:
            name = self.phrases.quote(self.index.claims[entry.lacking].label)
            yield (SheetPremise(entry.lacking, self.phrases.say("picture.lacking", name=name)),)

    def _note(self, entry: Entry) -> str:
        elsewhere = entry.premises[0].full if entry.ghost else None
        if elsewhere is None or not elsewhere.entry:
            return ""
        return self.phrases.say("picture.elsewhere")

    def _premise(self, premise: Premise) -> SheetPremise:
        return SheetPremise(premise.claim.id, premise.claim.label, self._who(premise.said))

    def _who(self, said: Sequence[Stance]) -> str:
        """Who says it; those who only lay it out are named where nobody else is."""
        say = self.phrases.say
        if not said:
            return say("picture.nobody") if self.index.map.attributions else ""
        committed = [stance for stance in said if stance.act.commits]
        names = [self._name(stance) for stance in (committed or said)]
        told = names[:NAMED] + ([say("picture.others", n=len(names) - NAMED)] if len(names) > NAMED else [])
        who = say("grammar.comma").join(told)
        return who if committed else say("picture.presents", n=len(names), who=who)

    def _name(self, stance: Stance) -> str:
        sole = len(self.index.map.sources) == 1 and stance.by.id in find_authors(self.index)
        name = self.phrases.say("picture.author") if sole else stance.by.name
        return self.phrases.say("picture.loosely", who=name) if stance.loosely else name
