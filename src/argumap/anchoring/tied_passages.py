"""The sentences and cells that a claim is tied to, by itself and by what is said of it, as they stand today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.anchoring.anchor_states import AnchorState
    from argumap.model import ArgumentMap, Attribution, Claim, Passage
    from argumap.text import Article, Language, Unit


@dataclass(frozen=True, slots=True, eq=False)
class TiedUnit:
    """A sentence or cell of a source: its locator today, its words, and their language; there is one of each."""

    at: str
    text: str
    language: Language


class TiedPassages:
    """What each claim of a map is tied to in the articles at hand; ``states`` are those of its anchors."""

    def __init__(
        self, argument_map: ArgumentMap, states: Iterable[AnchorState], articles: Mapping[str, Article]
    ) -> None:
        self._articles = articles
        self._places = {(state.node, state.source, state.at): state.now for state in states}
        self._said: dict[str, list[Attribution]] = {}
        for spoken in argument_map.attributions:
            if spoken.at:
                self._said.setdefault(spoken.of, []).append(spoken)
        self._units: dict[tuple[str, str], TiedUnit] = {}
        self._found: dict[str, Sequence[TiedUnit] | None] = {}

    def find(self, claim: Claim) -> Sequence[TiedUnit] | None:
        """The units that a claim is tied to, each once; None where a passage of it is not at hand."""
        if claim.id not in self._found:
            self._found[claim.id] = self._find(claim)
        return self._found[claim.id]

    def _find(self, claim: Claim) -> Sequence[TiedUnit] | None:
        found: dict[TiedUnit, None] = {}
        for node, passage in self._passages(claim):
            now = self._places.get((node, passage.source, passage.at))
            if now is None or passage.source not in self._articles:
                return None
            for unit in self._articles[passage.source].covered(now):
                found[self._tied(passage.source, unit)] = None
        return list(found)

    def _passages(self, claim: Claim) -> Iterable[tuple[str, Passage]]:
        yield from ((claim.id, passage) for passage in claim.at)
        for spoken in self._said.get(claim.id, ()):
            node = f"{spoken.by} {spoken.act} {spoken.of}"
            yield from ((node, passage) for passage in spoken.at)

    def _tied(self, source: str, unit: Unit) -> TiedUnit:
        tied = self._units.get((source, unit.locator))
        if tied is None:
            language = self._articles[source].language
            tied = self._units[source, unit.locator] = TiedUnit(unit.locator, unit.text, language)
        return tied
