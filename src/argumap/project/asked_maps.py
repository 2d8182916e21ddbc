"""Maps that a question goes to, as one: whatever door it comes through, it is asked and answered here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.model import Index
from argumap.project.asked_verdicts import find_supposition, find_verdict
from argumap.project.opening import load_all
from argumap.query import SourcePlace, find_namesakes, get_id, join_maps, to_json
from argumap.wording import listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.model import Passage
    from argumap.project.asked_verdicts import AnyVerdict
    from argumap.project.map import Map
    from argumap.semantics import Agreement, Cruxes, EvaluatedMap
    from argumap.verdicts import IssueHinges, Supposition


@dataclass(frozen=True)
class AskedMaps:
    """The maps asked, by name. In what is asked of several, an id is written ``map#id``."""

    maps: Mapping[str, Map]

    @cached_property
    def index(self) -> Index:
        """The only map, or all of them joined, with its references followed both ways."""
        if len(self.maps) == 1:
            return next(iter(self.maps.values())).index
        return Index(join_maps({name: opened.record for name, opened in self.maps.items()}))

    @cached_property
    def namesakes(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Whom the maps together take for one by an id alone, each with what the maps call them."""
        return find_namesakes({name: opened.record for name, opened in self.maps.items()})

    @property
    def uncited(self) -> Sequence[Passage] | None:
        """The open sentences of all maps; None where no text and no lock is at hand for any of them."""
        known = {name: opened.uncited for name, opened in self.maps.items()}
        if len(known) == 1:
            return next(iter(known.values()))
        if all(passages is None for passages in known.values()):
            return None
        return [
            replace(passage, source=f"{name}#{passage.source}")
            for name, passages in known.items()
            for passage in passages or ()
        ]

    @cached_property
    def _anchors(self) -> Mapping[tuple[str, str], AnchorState]:
        """The passages of the articles at hand, by source (``map#source`` where several maps are asked)."""
        prefixes = {name: f"{name}#" if len(self.maps) > 1 else "" for name in self.maps}
        return {
            (f"{prefixes[name]}{state.source}", state.at): state
            for name, opened in self.maps.items()
            for state in opened.anchor_states
        }

    def passage(self, place: SourcePlace) -> AnchorState | None:
        """The passage as it stands in the article; None where it is not at hand or not there."""
        state = self._anchors.get((place.source, place.at))
        return state if state and state.text else None

    @property
    def unquotable(self) -> list[str]:
        """Why passages cannot be quoted, in sentences: their text is not at hand, or is another document."""
        if len(self.maps) > 1 and not any(opened.articles for opened in self.maps.values()):
            return ["no article is at hand; give it with --source NAME=FILE"]
        from argumap.project.map_checking import find_strangers

        told = []
        for name, opened in self.maps.items():
            told += opened.notes
            told += [f"{name}: {problem.message}" for problem in find_strangers(opened)]
        return told

    def write_answer(self, answer: object, *, words: bool = False) -> object:
        """The answer as plain data; with ``words`` each passage has its ``words`` and its ``state``."""
        data = to_json(answer)
        stack = [data] if words else []
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack += item
            elif isinstance(item, dict):
                stack += item.values()
                if item.keys() == {"source", "at", "quote"}:
                    passage = self.passage(SourcePlace(**item))
                    item["words"] = passage.text if passage else None
                    item["state"] = str(passage.state) if passage else None
        return data

    def evaluate(self, semantics: str = "qe", as_: str | None = None) -> EvaluatedMap:
        """What stands and how strongly, by the stances of the stakeholder that ``as_`` names if any does."""
        from argumap.semantics import evaluate

        return evaluate(self.index, semantics, get_id(self.index, as_, "stakeholder") if as_ else None)

    def suppose(
        self,
        *,
        set_aside: Iterable[str] = (),
        doubt: Iterable[tuple[str, float]] = (),
        add: Sequence[str] = (),
        semantics: str = "qe",
        as_: str | None = None,
    ) -> Supposition:
        """What would change, and who would lead, with claims by any of their names; see ``Map.what_if``."""
        return find_supposition(self.evaluate(semantics, as_), set_aside, doubt, add)

    def find_cruxes(self, names: Sequence[str], semantics: str = "qe") -> Cruxes | Agreement | IssueHinges:
        """What would turn the verdict on the claim or the issue named, or make the two stakeholders named agree.

        Without names, what would turn the verdict on every issue. Raises `CallError` for more names than two.
        """
        from argumap.verdicts import build_issue_hinges

        names = listed(names)
        if len(names) > 2:
            raise CallError(f"cruxes takes an issue, a claim or two stakeholders, not {len(names)} names")
        evaluated = self.evaluate(semantics)
        if not names:
            return build_issue_hinges(evaluated)
        if len(names) == 1:
            node = get_id(self.index, names[0], "claim", "argument", "issue")
            return build_issue_hinges(evaluated, [node]) if node in self.index.issues else evaluated.cruxes(node)
        one, other = (get_id(self.index, name, "stakeholder") for name in names)
        return evaluated.cruxes_between(one, other)

    def find_verdict(
        self,
        name: str | None = None,
        *,
        standard: str | None = None,
        lights: Sequence[str] = (),
        own_steps: bool = False,
    ) -> AnyVerdict:
        """The verdict on the issue or claim named, or on every issue; see ``Map.verdict``."""
        return find_verdict(self.evaluate(), name, standard=standard, lights=lights, own_steps=own_steps)

    def open_database(self, semantics: str | None = None) -> sqlite3.Connection:
        """The maps as tables, with status and strength where ``semantics`` says how they are worked out."""
        from argumap.query import open_database

        statuses = {name: opened.statuses(semantics) for name, opened in self.maps.items()} if semantics else None
        return open_database({name: opened.index for name, opened in self.maps.items()}, evaluation=statuses)


def ask_maps(paths: Sequence[str] = (), sources: Mapping[str, Path] | None = None) -> AskedMaps:
    """The maps that ``paths`` name, or all under ``graph/``, opened to be asked; raises as `load_all` does."""
    return AskedMaps(load_all(paths, sources))
