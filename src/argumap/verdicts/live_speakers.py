"""Who says what counts for a claim and against it: whoever is named beside the author of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Act, mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Attribution, Index

NAMED = 2
_VERBS = {Act.PRESENTS: "sets it out", Act.SUPPOSES: "supposes it"}
_UNSAID = frozenset({Act.DISPUTES, Act.QUESTIONS})


class LiveSpeakers:
    """Who says the premises of reasons and objections, by name save for the one author of the source.

    ``of`` is the id of a record of the map that is asked about, for several maps may be asked at once. In a map
    that says of nothing who says it there is nothing to tell.
    """

    def __init__(self, index: Index, of: str) -> None:
        prefix = _get_prefix(of)
        authors = {s.author for s in index.map.sources if s.author and _get_prefix(s.id) == prefix}
        self.index = index
        self.author = authors.pop() if len(authors) == 1 else ""
        self.known = any(_get_prefix(a.of) == prefix for a in index.map.attributions)

    def tell(self, node_id: str) -> Sequence[str]:
        """The names behind an argument, then whether nobody says what it rests on; of a claim nothing."""
        if not self.known or node_id not in self.index.arguments:
            return ()
        said = self._find_said(node_id)
        named: dict[str, bool] = {}
        for attribution in (a for each in said.values() for a in each):
            if attribution.by != self.author:
                named[attribution.by] = named.get(attribution.by, True) and attribution.loosely
        told = [f"{self._call(who)}{', loosely' if loosely else ''}" for who, loosely in named.items()]
        if len(told) > NAMED:
            told[NAMED:] = [f"and {len(told) - NAMED:,} more"]
        unsaid = sum(not each for each in said.values())
        if unsaid and self.author:
            told.append("said by nobody" if unsaid == len(said) else "in part said by nobody")
        return told

    def tell_rest(self, nodes: Iterable[str]) -> str:
        """Who says those of ``nodes`` behind which nobody is named; nothing where there is none."""
        unnamed = [n for n in nodes if n in self.index.arguments and not self.tell(n)]
        if not self.known or not unnamed:
            return ""
        if not self.author:
            return "Where nobody is named, nobody says it."
        acts = [a.act for n in unnamed for each in self._find_said(n).values() for a in each]
        verbs = sorted({_VERBS.get(act, "says it") for act in acts}, key=("says it", *_VERBS.values()).index)
        return f"Where nobody is named, {self._call(self.author)} {' or '.join(verbs)}."

    def _find_said(self, argument_id: str) -> Mapping[str, list[Attribution]]:
        """What is said of each premise; who takes the step says all of them."""
        voices = self.index.voices
        taken = [a for a in voices[argument_id] if a.act.commits]
        return {
            premise: [*(a for a in voices[premise] if a.act not in _UNSAID), *taken]
            for premise in self.index.arguments[argument_id].premises
        }

    def _call(self, stakeholder: str) -> str:
        known = self.index.stakeholders.get(stakeholder)
        return mention(" ".join(known.name.split())) if known else stakeholder


def _get_prefix(record_id: str) -> str:
    return record_id.rpartition("#")[0]
