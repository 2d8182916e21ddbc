"""`argumap.Map`, the handle that people hold: a map with its texts, its anchors, its figures and its answers."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from argumap.errors import CallError, NotAtHand, NotFound, Problem, Severity, UnreadableMap
from argumap.gc_pause import gc_paused
from argumap.model import Index, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import networkx as nx

    from argumap.anchoring import AnchorState, Coverage, Lock, SourceCheck, SourceLock
    from argumap.mapfile import Reading
    from argumap.model import ArgumentMap
    from argumap.pictures import Picture, PictureSize
    from argumap.project.asked_verdicts import AnyVerdict
    from argumap.project.timelines import Timeline
    from argumap.query import (
        About,
        Case,
        Comparison,
        Figures,
        Filters,
        Findings,
        Gaps,
        ReasonChain,
        Speech,
        Stances,
    )
    from argumap.scoring import MapScores
    from argumap.semantics import Addition, EvaluatedMap
    from argumap.text import Article
    from argumap.verdicts import Supposition


class Map:
    """An argument map opened for work; `argumap.load` returns it.

    Its answers are small frozen records, and ``.text()`` of one is what the command line says. Where a method
    takes the name of a claim, stakeholder or concept, that is an id, a title or name, or an unambiguous beginning
    of one; it raises `NotFound` with the nearest names where nothing is called so, and `Ambiguous` with the
    candidates where several things are. What takes time (texts, anchors, evaluation) is worked out when it is
    first asked for, and kept: a map does not see later changes to its files.

    ``name`` is the map's name in commands and in ``output/``, ``reading`` what reading its files gave.

    >>> town = argumap.load("graph/old-town-cars")
    >>> town
    <Map 'old-town-cars': 27 claims, 0 problems>

    The other examples go on from here.
    """

    def __init__(
        self,
        reading: Reading,
        name: str,
        sources: Mapping[str, Path] = MappingProxyType({}),
        old: Mapping[str, Path] = MappingProxyType({}),
        lock: Lock | None = None,
        *,
        placed: bool = True,
    ) -> None:
        self.reading = reading
        self.name = name
        self._given = sources
        self._old = old
        self._lock = lock
        self._placed = placed
        self._evaluated: dict[tuple[str, str | None], EvaluatedMap] = {}

    @classmethod
    def of(
        cls,
        record: ArgumentMap,
        name: str,
        folder: Path,
        sources: Mapping[str, Path] = MappingProxyType({}),
        lock: Lock | None = None,
        *,
        placed: bool = True,
    ) -> Map:
        """Make a map of a ``record`` that stands in no file, such as that of an old snapshot.

        ``name`` is what it is called, ``folder`` has its texts, and its lock unless that of its time is given as
        ``lock``; ``sources`` are the files of its articles by source id. Without ``placed`` its locators count
        the units of a text that nobody knows, so it takes neither lock nor article at hand for those.

        >>> argumap.Map.of(town.record, "old", town.folder).statuses() == town.statuses()
        True
        """
        from argumap.mapfile import Locations, Reading

        return cls(Reading(record, Locations(), (), folder, ()), name, sources, lock=lock, placed=placed)

    def __repr__(self) -> str:
        return f"<Map {self.name!r}: {len(self.record.claims)} claims, {len(self.problems)} problems>"

    @cached_property
    def record(self) -> ArgumentMap:
        """The map as it was read; a passage known by its quote alone has its locator, if the text is at hand.

        >>> town.record.title
        'Who may drive in the old town?'
        """
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
        """The map itself, where reading it found no error; raises `UnreadableMap` with the errors otherwise.

        >>> town.sound() is town
        True
        """
        return self._unless(self.problems)

    def verified(self) -> Map:
        """The map itself; raises `UnreadableMap` where an article at hand is not the one that was locked.

        >>> town.verified() is town
        True
        """
        from argumap.project.map_checking import find_strangers

        return self._unless(find_strangers(self))

    def with_text(self) -> Map:
        """The map itself; raises `NotAtHand` where the text of none of its sources is at hand.

        >>> town.with_text() is town
        True
        """
        if not self.articles:
            raise NotAtHand(f"no source of {self.name} is at hand; name its file with --source FILE")
        return self

    def covered(self) -> Coverage:
        """Its `coverage`, in sentences and cells; raises `NotAtHand` where neither lock nor article is at hand.

        >>> town.covered() == town.coverage
        True
        """
        if self.coverage is None:
            raise NotAtHand(f"{self.name} has neither a lock nor a source at hand; give one with --source FILE")
        return self.coverage

    def _unless(self, problems: Iterable[Problem]) -> Map:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors:
            raise UnreadableMap(errors)
        return self

    @cached_property
    def index(self) -> Index:
        """The record with its references followed both ways.

        >>> [argument.id for argument in town.index.attacking("trade-falls")]
        ['takings-recovered/trade-falls', 'walkers-replace-drivers']
        """
        return Index(self.record)

    @cached_property
    def source_files(self) -> Mapping[str, Path]:
        """The files of the sources at hand, by source id: those given, else those that the map names.

        A file that the map names is taken if it exists and lies in the map's folder; or in the folder that this
        runs in, if the map's lock knows the text. Raises `NotFound` for a file given to a source that the map does
        not have, `CallError` for one without a source's id where there is not exactly one source, and as `lock`
        does.
        """
        from argumap.project.named_texts import find_named_texts

        return {**find_named_texts(self), **self._by_id(self._given, "--source")}

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
            if ids[0] in given:
                raise CallError(
                    f"{given['']} and {given[ids[0]]} are both given for the source {ids[0]}; name one"
                )
            given[ids[0]] = given.pop("")
        if unknown := sorted(set(given) - set(ids)):
            there = f"; it has {', '.join(ids)}" if ids else ", nor any other"
            raise NotFound(f"{self.name} has no source {unknown[0]!r}{there}")
        return given

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The text of every source at hand, by source id.

        Raises `CannotRead`, `TooLarge` or `NoText` for a file that holds no article, and as `source_files` and
        `lock` do.

        >>> town.articles["column"].sections[1].title
        'What we would gain'
        """
        from argumap.project.map_texts import read_text_of

        if not self._placed:
            return {}
        return {source_id: read_text_of(self, source_id, path) for source_id, path in self.source_files.items()}

    @cached_property
    def lock(self) -> Lock | None:
        """The fingerprints of the sources; None where the map's folder has no lock file.

        Raises `DamagedFile` or `OtherFormat` for a lock file that cannot be read.
        """
        from argumap.anchoring import LOCK_NAME, read_lock

        path = self.folder / LOCK_NAME
        if self._lock is not None or not self._placed:
            return self._lock
        return read_lock(path) if path.is_file() else None

    @cached_property
    def old_articles(self) -> Mapping[str, Article]:
        """The texts as they were locked, by source id: those given, else the copies that were kept."""
        from argumap.project.kept_texts import read_kept

        given = {source_id: a for source_id, a in self._given_old.items() if not self._is_earlier(source_id)}
        at_hand = {source_id: (self.source_files[source_id], a) for source_id, a in self.articles.items()}
        return {**read_kept(self.folder, self.lock, at_hand), **given}

    @cached_property
    def _given_old(self) -> Mapping[str, Article]:
        from argumap.project.map_texts import read_text_of

        given = self._by_id(self._old, "--old")
        return {source_id: read_text_of(self, source_id, path) for source_id, path in given.items()}

    def _is_earlier(self, source_id: str) -> bool:
        """Whether a text given as old is that of an earlier lock, which an open anchor has waited from since."""
        from argumap.anchoring import has_words, is_locked

        locked = self.lock.sources.get(source_id) if self.lock else None
        old = self._given_old[source_id]
        return (
            locked is not None
            and not is_locked(old, locked)
            and any(has_words(old, left.at, left.was) for left in locked.pending)
        )

    def get_old_article(self, state: AnchorState) -> Article | None:
        """The text at hand that has the words which the passage of an anchor had when it was settled last.

        ``state`` is one of `anchor_states`.

        >>> town.get_old_article(town.anchor_states[0]) is None
        True
        """
        from argumap.anchoring import has_words

        left = self.source_checks[state.source].pending.get((state.node, state.at))
        if left is None:
            return self.old_articles.get(state.source)
        old = self._given_old.get(state.source)
        return old if old is not None and has_words(old, state.at, left.was) else None

    @cached_property
    def fingerprints(self) -> Lock:
        """The units that the map's locators count: those of the lock, and of articles that it does not hold.

        >>> list(town.fingerprints.sources)
        ['column']
        """
        from argumap.anchoring import Lock, build_lock

        locked = self._locked
        return build_lock(
            {source_id: a for source_id, a in self.articles.items() if source_id not in locked}, Lock(locked)
        )

    @cached_property
    def source_checks(self) -> Mapping[str, SourceCheck]:
        """Every article at hand compared with what was locked of it, by source id."""
        return {source_id: self._compare(source_id, article) for source_id, article in self.articles.items()}

    def _compare(self, source_id: str, article: Article) -> SourceCheck:
        from argumap.anchoring import build_source_check, build_unlocked_check, lock_source

        locked, old = self._locked.get(source_id), self.old_articles.get(source_id)
        if locked is None and old is None:
            return build_unlocked_check(article)
        return build_source_check(locked or lock_source(article), article, old)

    @property
    def _locked(self) -> Mapping[str, SourceLock]:
        return self.lock.sources if self.lock else {}

    @cached_property
    def anchor_states(self) -> Sequence[AnchorState]:
        """What became of every anchor whose source is at hand; without a lock file, whether it names a unit.

        ``start`` and ``end`` of a state count code points of the file as given.

        >>> {str(anchor.state) for anchor in town.anchor_states}
        {'exact'}
        """
        if not self.articles:
            return ()
        from argumap.anchoring import find_states

        return find_states(self.record, self.source_checks)

    def is_pending(self, state: AnchorState) -> bool:
        """Whether an anchor drifted before the text was locked again, and its old words cannot be known again.

        ``state`` is one of `anchor_states`.

        >>> any(town.is_pending(state) for state in town.anchor_states)
        False
        """
        left = self.source_checks[state.source].pending.get((state.node, state.at))
        return left is not None and not left.was

    @cached_property
    def anchors(self) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """The verified anchors by node, as files for other tools have them; empty without the articles.

        ``start`` and ``end`` count code points of the file as given. Raises `UnreadableMap` where an article is
        not the one that was locked.

        >>> [anchor["at"] for anchor in town.anchors["close-it"]]
        ['s1.h', 's1.p1.s4']
        """
        if not self.verified().anchor_states:
            return {}
        from argumap.anchoring import build_anchor_table

        return build_anchor_table(self.anchor_states)

    @cached_property
    def file_places(self) -> Mapping[tuple[str, str], str]:
        """Where in its file each passage stands (``page=2``, ``t=75``) by source and locator, where that is known.

        >>> town.file_places
        {}
        """
        from argumap.anchoring import find_file_places

        record = self.record
        cited = (record.issues, record.claims, record.arguments, record.concepts, record.attributions)
        return find_file_places((at for kind in cited for each in kind for at in each.at), self.fingerprints)

    @cached_property
    def coverage(self) -> Coverage | None:
        """What the map cites of its sources, in sentences and cells; None without lock and article.

        Raises `UnreadableMap` where an article is not the one that was locked.
        """
        units: dict[str, Article | SourceLock] = {**self.articles, **self._locked}
        if not units:
            return None
        from argumap.anchoring import build_coverage

        return build_coverage(self.verified().record, units)

    @property
    def uncited(self) -> tuple[Passage, ...] | None:
        """The sentences and cells that no node cites and nobody set aside; None where `coverage` is.

        >>> town.uncited
        ()
        """
        if self.coverage is None:
            return None
        return tuple(Passage(part.source, at) for part in self.coverage.sections for at in part.open)

    @property
    def notes(self) -> list[str]:
        """What was not done and why, in sentences for a person: a missing article is no fault of the map."""
        from argumap.project.language_notes import tell_languages
        from argumap.project.named_texts import tell_missing_texts

        return [*tell_missing_texts(self), *tell_languages(self)]

    def check(self) -> tuple[Problem, ...]:
        """All that is wrong with the map, its texts and its anchors, in the order of the files.

        Problems are data: nothing is raised for them. The lock file and the texts raise as `lock` and `articles`
        do.

        >>> for problem in town.check():
        ...     print(problem.severity, problem.code, problem.line)
        hint AM312 311
        """
        from argumap.project.map_checking import find_problems

        with gc_paused():
            return tuple(sorted(dict.fromkeys(find_problems(self)), key=lambda problem: problem.order))

    def evaluate(self, semantics: str = "qe", as_: str | None = None) -> EvaluatedMap:
        """What stands in this map and how strongly; it speaks of the map, never of the truth.

        ``semantics`` names the way in which strength, from 0 to 1, is worked out; status does not depend on it.
        ``as_`` is the id of a stakeholder, whose stances then give the base scores. Raises `NotFound` for a
        semantics or a stakeholder that does not exist, `CallError` for a score outside [0, 1].

        >>> evaluated = town.evaluate()
        >>> evaluated.status["trade-falls"], round(evaluated.strength["trade-falls"], 2)
        ('falls', 0.25)
        """
        from argumap.semantics import evaluate

        if (semantics, as_) not in self._evaluated:
            self._evaluated[semantics, as_] = evaluate(self.index, semantics, as_)
        return self._evaluated[semantics, as_]

    def verdict(
        self,
        issue: str | None = None,
        *,
        standard: str | None = None,
        lights: Sequence[str] = (),
        own_steps: bool = False,
    ) -> AnyVerdict:
        """Which answer to an issue leads, by what, what would turn it, and how much of that the map added.

        ``issue`` is its name; of a claim its word and its balance are told, and without a name every issue in a
        table. ``standard``, one of reason, balance, clear, unanswered and backed, has it told which answers hold
        by it; ``lights`` are the names of stakeholders whose own case is told beside the map, or ``"all"``;
        ``own_steps`` leaves out what the map added. Raises `CallError` for the criterion of a comparison.

        >>> verdict = town.verdict("cars")
        >>> verdict.ranking.leaders, verdict.balances["close-it"].margin
        (('close-it',), 4.0)
        >>> print(town.verdict("trade-falls").text().splitlines()[0])
        “Shops lose trade” is opposed in this map: objections to it are unanswered, and no reason for it stands.
        """
        from argumap.project.asked_verdicts import find_verdict

        return find_verdict(self.evaluate(), issue, standard=standard, lights=lights, own_steps=own_steps)

    def picture(self, of: str = "", size: PictureSize | None = None, theme: str = "light") -> Picture:
        """A question with its answers as a picture; ``of`` names another one, a claim or a stakeholder.

        ``size`` is a slide unless one is given, as `argumap.pictures.parse_size` reads it; ``theme`` is light or
        dark. Raises `NotFound` for what the map lacks, `CallError` for what cannot be drawn.

        >>> town.picture("keep-open").sheet.upshot
        '“Keep the gates open to all” is opposed: no reason stands, 2 objections are unanswered.'
        """
        from argumap.pictures import SIZES
        from argumap.project.drawing import draw

        return draw(self, of, size or SIZES["slide"], theme)

    def what_if(
        self,
        set_aside: Sequence[str] = (),
        doubt: Mapping[str, float] | None = None,
        add: Addition | Sequence[Addition] = (),
        *,
        semantics: str = "qe",
        as_: str | None = None,
    ) -> Supposition:
        """What would change, and which answer would lead, with the map left as it is.

        ``set_aside`` are the names of claims or arguments that go with all that needs them, ``doubt`` gives claims
        by their names another base score, ``add`` is as in `argumap.semantics.EvaluatedMap.what_if`; a single name
        or addition needs no list. ``semantics`` is as in `evaluate`, ``as_`` the name of a stakeholder. Raises
        `CallError` for a score outside [0, 1] or an addition that makes no sense.

        >>> supposed = town.what_if(set_aside=["people come", "a year later"])
        >>> print(supposed.text().splitlines()[1])
          “Close the old town to private cars” would be contested (3 for, 1 against), no longer answered
        """
        from argumap.project.asked_verdicts import find_supposition
        from argumap.query import get_id

        evaluated = self.evaluate(semantics, get_id(self.index, as_, "stakeholder") if as_ else None)
        return find_supposition(evaluated, set_aside, (doubt or {}).items(), add)

    def statuses(self, semantics: str = "qe") -> Mapping[str, Mapping[str, object]]:
        """What became of every claim and argument, as plain data for a file.

        All have their ``status``; claims also their ``strength``, from 0 to 1 and rounded to six digits, their
        ``word``, and how many reasons for them stand and how many objections to them are open. ``semantics`` is as
        in `evaluate`.

        >>> town.statuses()["trade-falls"]
        {'status': 'falls', 'strength': 0.25, 'word': 'opposed', 'for': 0, 'against': 2}
        """
        from argumap.semantics import count_live, find_words

        evaluation = self.evaluate(semantics)
        told: dict[str, Mapping[str, object]] = {
            node_id: {"status": status} for node_id, status in evaluation.status.items()
        }
        rows = zip(self.index.claims, find_words(evaluation), count_live(evaluation), strict=True)
        for claim_id, word, (pros, cons) in rows:
            told[claim_id] = {
                **told[claim_id],
                "strength": round(evaluation.strength[claim_id], 6),
                "word": word.value,
                "for": pros,
                "against": cons,
            }
        return told

    def graph(self, arguments: Literal["nodes", "edges"] = "nodes") -> nx.MultiDiGraph[str]:
        """The map as a networkx graph, its arrows running from reason to what it bears on.

        With ``arguments="nodes"`` an argument is a node of its own; with ``"edges"`` each of its premises has an
        edge to the claim that it bears on. Nodes carry their anchors, status and strength, as in files for other
        tools. Raises `UnreadableMap` as `anchors` does.

        >>> graph = town.graph()
        >>> graph.nodes["claim:trade-falls"]["status"]
        'falls'
        >>> sorted(graph.successors("claim:people-arrive"))
        ['argument:people-arrive/close-it', 'argument:walkers-replace-drivers', 'section:column#s2']
        """
        from argumap.graph import build_graph

        return build_graph(self.record, arguments=arguments, anchors=self.anchors, evaluation=self.statuses())

    def who(self, claim: str) -> Stances:
        """Everyone who stands somewhere on a claim or an argument, in whose voice, and where.

        ``claim`` is its name.

        >>> [(stance.by.name, str(stance.act)) for stance in town.who("trade-falls").stances]
        [('Benno Rask', 'argues')]
        """
        from argumap import query

        return query.who(self.index, claim)

    def says(self, stakeholder: str, *, on: str | None = None, via: bool = False) -> Speech:
        """What a stakeholder says, grouped by the position on which it bears.

        ``stakeholder`` is a name. ``on``, the name of a position, keeps what bears on that; ``via`` keeps what
        somebody else reports of them.

        >>> group = town.says("rask", on="close-it").groups[0]
        >>> [(said.node.id, str(said.side)) for said in group.said]
        [('trade-falls', 'against'), ('tolm-takings-fell', 'against'), ('frail-shut-out', 'against')]
        """
        from argumap import query

        return query.says(self.index, stakeholder, on=on, via=via)

    def case_for(self, claim: str, depth: int | None = None) -> Case:
        """What supports a claim, and all that bears on that, in the order of the tree.

        ``claim`` is a name, ``depth`` the most arguments between the claim and what is told: None tells all.
        ``hidden`` of the answer counts what was left out.

        >>> case = town.case_for("close-it", depth=1)
        >>> [premise.claim.id for reason in case.reasons for premise in reason.premises]
        ['lanes-full', 'people-arrive', 'walkers-spend', 'pupils-breathe-fumes', 'level-drops']
        """
        from argumap import query

        return query.case_for(self.index, claim, depth)

    def case_against(self, claim: str, depth: int | None = None) -> Case:
        """What attacks a claim, and all that bears on that, in the order of the tree.

        ``claim``, ``depth`` and the answer are as in `case_for`.

        >>> case = town.case_against("close-it", depth=1)
        >>> [premise.claim.id for reason in case.reasons for premise in reason.premises]
        ['trade-falls', 'frail-shut-out']
        """
        from argumap import query

        return query.case_against(self.index, claim, depth)

    def compare(self, a: str, b: str) -> Comparison:
        """What two stakeholders, or two positions, share and where they differ.

        ``a`` and ``b`` are their names. Raises `CallError` where they are not of one kind.

        >>> [leaning.position.id for leaning in town.compare("guild", "varga").positions if leaning.opposed]
        ['keep-open']
        """
        from argumap import query

        return query.compare(self.index, a, b, self.evaluate())

    def path(self, a: str, b: str) -> ReasonChain:
        """The shortest chain of reasons between two nodes of any kind.

        ``a`` and ``b`` are their names. A chain that follows the arrows from ``a`` to ``b`` is preferred. Raises
        `NotFound` where nothing connects the two.

        >>> for sentence in town.path("tolm-walkers", "close-it").sentences:
        ...     print(sentence)
        “Tolm: a third more walkers” supports “People come where cars leave”
        “People come where cars leave” supports “Close the old town to private cars”
        """
        from argumap import query

        return query.path(self.index, a, b)

    def find(self, words: str = "", filters: Filters | None = None) -> Findings:
        """The nodes that hold each of ``words`` at the beginning of a word and pass all ``filters``.

        Accents and case do not matter; what holds the words in its title or name comes first. Without either,
        everything is found. Raises `CallError` for a section that is no locator, and for names in the filters as
        names do.

        >>> [found.node.id for found in town.find("bus")][:3]
        ['frail-shut-out', 'run-a-bus', 'toll-pays-bus']
        >>> [found.node.id for found in town.find("takings", argumap.Filters(unattacked=True))]
        ['villages-fell-too', 'takings-recovered']
        """
        from argumap import query

        return query.find(self.index, words, filters)

    def about(self, concept: str) -> About:
        """The claims on a concept or a narrower one, and who makes them, in the order of the map.

        ``concept`` is a name.

        >>> [remark.claim.id for remark in town.about("toll").remarks][:3]
        ['charge-a-toll', 'toll-thins-traffic', 'toll-pays-bus']
        """
        from argumap import query

        return query.about(self.index, concept)

    def stats(self) -> Figures:
        """The map in figures: records by kind, what bears on each position, who speaks most.

        >>> figures = town.stats()
        >>> figures.kinds["claims"], figures.kinds["arguments"]
        (27, 23)
        """
        from argumap import query

        return query.stats(self.index, self.evaluate())

    def gaps(self) -> Gaps:
        """What the map lacks: support, answers, voices, cells of a comparison, cited sentences.

        Raises `UnreadableMap` as `coverage` does.

        >>> [lacking.stakeholder.name for lacking in town.gaps().voiceless]
        ['Pupils in Fuller Lane', 'People who cannot walk far']
        """
        from argumap import query

        return query.gaps(self.index, self.uncited)

    def timeline(self) -> Timeline:
        """How the debate went over all snapshots of the map: when, who led, what was new for a reader.

        >>> [state.date for state in town.timeline().states][:1]
        ['2026-11-25']
        """
        from argumap.project.timelines import build_timeline

        return build_timeline(self)

    def score_by(self, gold: Map) -> MapScores:
        """How far this map is right by a ``gold`` map of the same article, and where it is not.

        Of two people's maps it tells how far they agree. Raises `UnreadableMap` where one of them has errors,
        `NotAtHand` where the text of a source is neither locked nor at hand, `OtherText` where the two are of
        different texts.

        >>> scores = town.score_by(town)
        >>> scores.scores["attachment"].f1, scores.scores["claims"].right
        (1.0, 27)
        """
        from argumap.scoring import score_draft

        draft, wanted = self.sound(), gold.sound()
        return score_draft(draft.index, draft.fingerprints, wanted.index, wanted.fingerprints)

    def _repr_html_(self) -> str:
        """The network page in a frame that cannot reach the notebook around it."""
        from html import escape

        from argumap.project.outputs import build_view

        page = escape(build_view(self, "map"), quote=True)
        return (
            f'<iframe title="{escape(self.record.title, quote=True)}" srcdoc="{page}" sandbox="allow-scripts"'
            ' style="width:100%;height:640px;border:0"></iframe>'
        )
