"""`argumap.Map`, the handle that people hold: a map with its texts, its anchors, its figures and its answers."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from argumap.errors import CallError, NotFound, Problem, Severity, UnreadableMap
from argumap.model import Index, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import networkx as nx

    from argumap.anchoring import AnchorState, Coverage, Lock, SourceCheck
    from argumap.mapfile import Reading
    from argumap.model import ArgumentMap
    from argumap.query import About, Case, Chain, Comparison, Figures, Filters, Found, Gaps, Speech, Stances
    from argumap.semantics import EvaluatedMap
    from argumap.text import Article


class Map:
    """An argument map opened for work; `argumap.load` returns it.

    ``record`` is the plain `argumap.model.ArgumentMap`, ``problems`` what reading it found wrong. What takes
    time (texts, anchors, evaluation) is worked out when it is first asked for.
    """

    def __init__(
        self,
        reading: Reading,
        name: str,
        sources: Mapping[str, Path] = MappingProxyType({}),
        old: Mapping[str, Path] = MappingProxyType({}),
        lock: Lock | None = None,
    ) -> None:
        self.reading = reading
        self.name = name
        self._given = sources
        self._old = old
        self._lock = lock

    @classmethod
    def of(
        cls,
        record: ArgumentMap,
        name: str,
        folder: Path,
        sources: Mapping[str, Path] = MappingProxyType({}),
        lock: Lock | None = None,
    ) -> Map:
        """A record that stands in no file, such as an old snapshot.

        ``folder`` has its texts, and its lock unless that of its time is given as ``lock``.
        """
        from argumap.mapfile import Locations, Reading

        return cls(Reading(record, Locations(), (), folder, ()), name, sources, lock=lock)

    def __repr__(self) -> str:
        return f"<Map {self.name!r}: {len(self.record.claims)} claims, {len(self.problems)} problems>"

    @cached_property
    def record(self) -> ArgumentMap:
        """The map as it was read; a passage known by its quote alone has its locator, if the text is at hand."""
        from argumap.project.quote_locators import locate_quotes

        return locate_quotes(self.reading.map, lambda: self.articles)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What reading the map's files found wrong; `check` finds the rest."""
        return self.reading.problems

    @property
    def folder(self) -> Path:
        """The folder that the map's files lie in."""
        return self.reading.folder

    def sound(self) -> Map:
        """The map itself; raises `UnreadableMap` where reading it found errors."""
        return self._unless(self.problems)

    def verified(self) -> Map:
        """The map itself; raises `UnreadableMap` where an article at hand is not the one that was locked."""
        from argumap.project.map_checking import find_strangers

        return self._unless(find_strangers(self))

    def _unless(self, problems: Iterable[Problem]) -> Map:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors:
            raise UnreadableMap(errors)
        return self

    @cached_property
    def index(self) -> Index:
        """The record with its references followed both ways."""
        return Index(self.record)

    @cached_property
    def source_files(self) -> Mapping[str, Path]:
        """The files of the sources at hand: those given, else those that the map names and that exist.

        A file that the map names is never sought outside its folder.
        """
        given = self._by_id(self._given, "--source")
        named = {s.id: self.folder / s.file for s in self.reading.map.sources if s.file is not None}
        root = self.folder.resolve()
        inside = {id: path for id, path in named.items() if path.resolve().is_relative_to(root)}
        return {id: path for id, path in (inside | given).items() if id in given or path.is_file()}

    def _by_id(self, files: Mapping[str, Path], option: str) -> dict[str, Path]:
        """The files by the ids of the map's sources; one without an id is for the only source.

        Where the map's file is so broken that no source can be read of it, they wait: its errors come first.
        """
        ids = [source.id for source in self.reading.map.sources]
        if not ids and any(problem.severity is Severity.ERROR for problem in self.problems):
            return {}
        given = dict(files)
        if "" in given:
            if len(ids) != 1:
                count = f"has {len(ids)} sources ({', '.join(ids)})" if ids else "has no source"
                raise CallError(f"{self.name} {count}; write {option} NAME=FILE")
            given[ids[0]] = given.pop("")
        if unknown := sorted(set(given) - set(ids)):
            there = f"; it has {', '.join(ids)}" if ids else ", nor any other"
            raise NotFound(f"{self.name} has no source {unknown[0]!r}{there}")
        return given

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The text of every source at hand, by source id."""
        from argumap.text import read_article

        return {id: read_article(path) for id, path in self.source_files.items()}

    @cached_property
    def lock(self) -> Lock | None:
        """The fingerprints of the sources, where the map's folder holds them."""
        from argumap.anchoring import LOCK_NAME, read_lock

        path = self.folder / LOCK_NAME
        return self._lock or (read_lock(path) if path.is_file() else None)

    @cached_property
    def old_articles(self) -> Mapping[str, Article]:
        """The texts as they were locked: those given, else the copies that were kept."""
        from argumap.project.kept_texts import read_kept
        from argumap.text import read_article

        given = {id: read_article(path) for id, path in self._by_id(self._old, "--old").items()}
        return {**read_kept(self.folder, self.lock), **given}

    @cached_property
    def _units(self) -> Lock:
        """The units that the map's locators count: those of the lock, and of articles that it does not hold."""
        from argumap.anchoring import Lock, build_lock

        locked = self.lock.sources if self.lock else {}
        return build_lock({id: a for id, a in self.articles.items() if id not in locked}, Lock(locked))

    @cached_property
    def source_checks(self) -> Mapping[str, SourceCheck]:
        """Every article at hand compared with what was locked of it, by source id."""
        if not self.articles:
            return {}
        from argumap.anchoring import build_source_checks

        return build_source_checks(self._units, self.articles, self.old_articles)

    @cached_property
    def anchor_states(self) -> Sequence[AnchorState]:
        """What became of every anchor whose source is at hand; without a lock file, whether it names a unit."""
        if not self.articles:
            return ()
        from argumap.anchoring import find_states

        return find_states(self.record, self.source_checks)

    def is_pending(self, state: AnchorState) -> bool:
        """Whether an anchor drifted before the text was locked again, so that its old words are not at hand."""
        return (state.node, state.at) in self.source_checks[state.source].pending

    @cached_property
    def anchors(self) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """The verified anchors by node, in the exchange shape; empty without the articles.

        Raises `UnreadableMap` where an article is not the one that was locked.
        """
        if not self.verified().anchor_states:
            return {}
        from argumap.anchoring import build_anchor_table

        return build_anchor_table(self.anchor_states)

    @cached_property
    def coverage(self) -> Coverage | None:
        """What the map cites of its sources; None where neither lock nor article is at hand."""
        if not self._units.sources:
            return None
        from argumap.anchoring import build_coverage

        return build_coverage(self.verified().record, self._units)

    @property
    def uncited(self) -> tuple[Passage, ...] | None:
        """The sentences and cells that no node cites and nobody set aside."""
        if self.coverage is None:
            return None
        return tuple(Passage(part.source, at) for part in self.coverage.sections for at in part.open)

    @property
    def notes(self) -> list[str]:
        """What was not done and why, for a person: a missing article is no fault of the map."""
        missing = [source.id for source in self.record.sources if source.id not in self.articles]
        if not missing:
            return []
        option = "--source FILE" if len(self.record.sources) == 1 else f"--source {missing[0]}=FILE"
        return [
            f"{self.name}: the text of {', '.join(missing)} is not at hand; passages are unverified ({option})."
        ]

    def check(self) -> tuple[Problem, ...]:
        """All that is wrong with the map, its texts and its anchors, in the order of the files."""
        from argumap.project.map_checking import find_problems

        return tuple(sorted(dict.fromkeys(find_problems(self)), key=lambda problem: problem.order))

    def evaluate(self, semantics: str = "qe", as_: str | None = None) -> EvaluatedMap:
        """What stands in this map and how strongly; see `argumap.semantics.evaluate`."""
        from argumap.semantics import evaluate

        return evaluate(self.index, semantics, as_)

    def statuses(self, semantics: str = "qe") -> Mapping[str, Mapping[str, object]]:
        """The status of every claim and argument and the strength of every claim, as plain data for a file."""
        evaluation = self.evaluate(semantics)
        strength = evaluation.strength
        return {
            id: {"status": status, "strength": round(strength[id], 6)}
            if id in self.index.claims
            else {"status": status}
            for id, status in evaluation.status.items()
        }

    def graph(self, arguments: Literal["nodes", "edges"] = "nodes") -> nx.MultiDiGraph[str]:
        """The map as a networkx graph in the exchange shape; see `argumap.graph.build_graph`."""
        from argumap.graph import build_graph

        return build_graph(self.record, arguments=arguments, anchors=self.anchors, evaluation=self.statuses())

    def who(self, claim: str) -> Stances:
        """Everyone who stands somewhere on a claim, in whose voice, and where; see `argumap.query.who`."""
        from argumap import query

        return query.who(self.index, claim)

    def says(self, stakeholder: str, *, on: str | None = None, via: bool = False) -> Speech:
        """What a stakeholder says, grouped by position; see `argumap.query.says`."""
        from argumap import query

        return query.says(self.index, stakeholder, on=on, via=via)

    def case_for(self, claim: str, depth: int | None = None) -> Case:
        """What supports a claim, and all that bears on that; see `argumap.query.case_for`."""
        from argumap import query

        return query.case_for(self.index, claim, depth)

    def case_against(self, claim: str, depth: int | None = None) -> Case:
        """What attacks a claim, and all that bears on that; see `argumap.query.case_against`."""
        from argumap import query

        return query.case_against(self.index, claim, depth)

    def compare(self, a: str, b: str) -> Comparison:
        """What two stakeholders, or two positions, share and dispute; see `argumap.query.compare`."""
        from argumap import query

        return query.compare(self.index, a, b)

    def path(self, a: str, b: str) -> Chain:
        """The shortest chain of reasons between two nodes; see `argumap.query.path`."""
        from argumap import query

        return query.path(self.index, a, b)

    def find(self, words: str = "", filters: Filters | None = None) -> tuple[Found, ...]:
        """The nodes that hold ``words`` and pass ``filters``; see `argumap.query.find`."""
        from argumap import query

        return query.find(self.index, words, filters)

    def about(self, concept: str) -> About:
        """The claims on a concept, and who makes them; see `argumap.query.about`."""
        from argumap import query

        return query.about(self.index, concept)

    def stats(self) -> Figures:
        """The figures of the map; see `argumap.query.stats`."""
        from argumap import query

        return query.stats(self.index)

    def gaps(self) -> Gaps:
        """What the map lacks: support, answers, voices, cells, cited sentences; see `argumap.query.gaps`."""
        from argumap import query

        return query.gaps(self.index, self.uncited)

    def _repr_html_(self) -> str:
        """The network page in a frame that cannot reach the notebook around it."""
        from html import escape

        from argumap.project.outputs import build_view

        page = escape(build_view(self, "map"), quote=True)
        return (
            f'<iframe title="{escape(self.record.title, quote=True)}" srcdoc="{page}" sandbox="allow-scripts"'
            ' style="width:100%;height:640px;border:0"></iframe>'
        )
