"""Entries of a map file as the records of an argument map: references checked, short forms written out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from argumap.mapfile.cycles import find_cycles
from argumap.mapfile.default_speaker import default_attribution, default_via, find_first
from argumap.mapfile.entries import UNREADABLE, at, did_you_mean, list_named_targets, list_targets
from argumap.mapfile.ids import KINDS, Ids
from argumap.mapfile.lost_speech import LostSpeech
from argumap.mapfile.sound_entries import ASSERTED
from argumap.model import (
    Acceptance,
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Concept,
    Concern,
    Expectation,
    Issue,
    Locator,
    Origin,
    Passage,
    Quote,
    Section,
    Source,
    Stakeholder,
    Stop,
    UnreadableSpeech,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argumap.errors import Problem
    from argumap.mapfile.entries import Entries
    from argumap.mapfile.locations import Locations, ValuePath
    from argumap.mapfile.schema import (
        Anchored,
        ArgumentEntry,
        ClaimEntry,
        ConceptEntry,
        ExpectEntry,
        IssueEntry,
        OriginEntry,
        PassageEntry,
        SaidEntry,
        SourceEntry,
        StakeholderEntry,
    )

_LOCATOR_LIKE = re.compile(r"s\d+(?:[.-]|$)", re.ASCII)
_PLAIN_LOCATOR = re.compile(r"s\d+(?:\.p\d+(?:\.s\d+)?)?", re.ASCII)
_BEARINGS = tuple(Bearing)

E = TypeVar("E")
R = TypeVar("R")
Linked = TypeVar("Linked", "Issue", "Claim", "Stakeholder", "Concept")


def build_records(entries: Entries, shared: Entries, locations: Locations, problems: list[Problem]) -> ArgumentMap:
    """The map that ``entries`` describe, with those shared stakeholders and concepts that it names."""
    return _RecordBuilder(entries, shared, locations, problems).map()


class _RecordBuilder:
    def __init__(self, entries: Entries, shared: Entries, locations: Locations, problems: list[Problem]) -> None:
        self.entries = entries.sections
        self.head = entries.head
        self.locations = locations
        self.problems = problems
        self.shared = shared.sections
        kinds = {
            record_id: KINDS[section]
            for section in ("stakeholders", "concepts")
            for record_id in shared.written[section]
        }
        self.ids = Ids(entries, kinds, locations, problems)
        self.complain = self.ids.complain
        self.sole = next(iter(self.ids.sources)) if len(self.ids.sources) == 1 else None
        self.authors: dict[str, str | None] = {}
        self.voices: dict[tuple[str, str], Act] = {}
        self.attributions: list[Attribution] = []
        self.unreadable: list[UnreadableSpeech] = []
        self.lost = LostSpeech()
        self.folded: list[Argument] = []

    def map(self) -> ArgumentMap:
        own, shared = self.entries, self.shared
        sources = tuple(self._source(record_id, entry) for record_id, entry in own.sources.items())
        sections = tuple(self._sections())
        if self.problems:
            self.lost.lose_authors(self.authors, self.ids.sources, self.locations)
            self.lost.lose_sections(self.locations, own.sections)
        issues = tuple(self._issue(record_id, entry) for record_id, entry in own.issues.items())
        opposed = self._contradictions()
        claims = tuple(self._claim(record_id, entry, opposed) for record_id, entry in _used_up(own.claims))
        arguments = [a for record_id, entry in _used_up(own.arguments) if (a := self._argument(record_id, entry))]
        stakeholders = self._own_and_taken("stakeholder", own.stakeholders, shared.stakeholders, self._stakeholder)
        concepts = self._own_and_taken("concept", own.concepts, shared.concepts, self._concept)
        self._check_cycles(claims, stakeholders, concepts)
        whole = ArgumentMap(
            title=self.head.title or "",
            sources=sources,
            sections=sections,
            issues=issues,
            claims=claims,
            arguments=(*self.folded, *arguments),
            stakeholders=stakeholders,
            attributions=tuple(self.attributions),
            concepts=concepts,
            language=self.head.language,
            standard=self.head.standard,
            origin=self._origin(self.head.origin, ()),
            tour=tuple(self._tour()),
            accepted=tuple(self._accepted()),
            unseen=self.head.unseen,
            unreadable=tuple(dict.fromkeys(self.unreadable)),
        )
        return _without_loose_ends(whole) if self.problems else whole

    # the map as a whole -------------------------------------------------------------------------------

    def _tour(self) -> Iterable[Stop]:
        for n, stop in enumerate(self.head.tour):
            if self.ids.has_one_of(("tour", n, "of"), stop.of, "claim", "argument", "issue"):
                yield Stop(stop.of, stop.text)

    def _accepted(self) -> Iterable[Acceptance]:
        for n, entry in enumerate(self.head.accepted):
            if not entry.at:
                yield Acceptance(entry.code, "", entry.reason)
            for k, written in enumerate(entry.at):
                named = self._accepted_place(written, ("accepted", n, "at", k))
                if named is not None:
                    yield Acceptance(entry.code, named, entry.reason)

    def _accepted_place(self, written: str, path: ValuePath) -> str | None:
        """What an accepted problem is about: a record, a source, a cell of a comparison or a place in a source."""
        kinds = self.ids.kinds
        if written in kinds or written in self.ids.sources:
            return written
        issue, slash, concept = written.partition("/")
        if slash and kinds.get(issue) == "issue":
            return written if self.ids.has(path, concept, "concept") else None
        if "#" in written or _LOCATOR_LIKE.match(written):
            source, locator = self._place(written, path)
            return None if source is None or locator is None else f"{source}#{locator}"
        near = self.ids.near(written) or "; name an id, issue/concept or a locator"
        self.complain(path, "AM112", f"nothing in the map has the id {written!r}{near}")
        return None

    def _origin(self, entry: OriginEntry | None, path: ValuePath) -> Origin | None:
        if entry is None:
            return None
        file = entry.file
        if file is not None and "://" not in file and (trouble := _why_refused(file)):
            message = f"{file!r} {trouble}; name a file in the map's folder, or an address"
            self.complain((*path, "origin", "file"), "AM118", message)
            file = None
        return Origin(entry.format, file, entry.id, entry.digest)

    # text ---------------------------------------------------------------------------------------------

    def _source(self, record_id: str, entry: SourceEntry) -> Source:
        path: ValuePath = ("sources", record_id)
        known = entry.author is not None and self.ids.has((*path, "author"), entry.author, "stakeholder")
        self.authors[record_id] = entry.author if known else None
        file = entry.file
        if file is not None and (trouble := _why_refused(_without_steps_up(file))):
            self.complain(
                (*path, "file"),
                "AM118",
                f"{file!r} {trouble}; write its path from the map's folder, as ../text.md",
            )
            file = None
        skip = tuple(s for n, s in enumerate(entry.skip) if self._is_locator(s, (*path, "skip", n)))
        return Source(
            record_id,
            title=entry.title,
            author=self.authors.get(record_id),
            published=entry.published,
            url=entry.url,
            file=file,
            skip=skip,
            language=entry.language,
            origin=self._origin(entry.origin, path),
            unseen=entry.unseen,
            authors="; ".join(entry.authors) or None,
            publisher=entry.publisher,
            doi=entry.doi,
        )

    def _sections(self) -> Iterable[Section]:
        for key, entry in self.entries.sections.items():
            path = ("sections", key)
            source, locator = self._place(key, path)
            if source is None or locator is None:
                self.lost.lose_section(self.locations, key, None)
                continue
            if not re.fullmatch(r"s\d+", locator, re.ASCII):
                self.problems.append(at(self.locations.key(path), "AM115", f"{key!r} is no section; write s2"))
                self.lost.lose_section(self.locations, key, None)
                continue
            self.lost.sections.add((source, locator))
            if entry.voice is not None:
                self.voices[source, locator] = entry.voice
            elif self.problems or self.locations.key((*path, "voice")) is not None:
                self.lost.lose_section(self.locations, key, (source, locator))
            yield Section(source, locator, entry.title, entry.voice)

    def _place(self, text: str, path: ValuePath) -> tuple[str | None, str | None]:
        """Source and locator of ``column#s2.p1.s1`` or, with one source, of ``s2.p1.s1``."""
        source, sign, locator = text.rpartition("#")
        if not sign:
            return self._only_source(path), locator if self._is_locator(locator, path) else None
        return self._named_source(source, path), locator if self._is_locator(locator, path) else None

    def _only_source(self, path: ValuePath) -> str | None:
        if self.sole is None and self.ids.sources:
            names = ", ".join(f"{name}#" for name in self.ids.sources)
            self.complain(path, "AM116", f"the map has several sources; begin the locator with one of {names}")
        elif self.sole is None:
            self.complain(
                path, "AM116", "the map has no source that this could stand in; add one under `sources:`"
            )
        return self.sole

    def _named_source(self, name: str, path: ValuePath) -> str | None:
        if name in self.ids.sources:
            return name
        near = did_you_mean(name, list(self.ids.sources))
        self.complain(path, "AM116", f"no source has the id {name!r}{near or '; add it under `sources:`'}")
        return None

    def _is_locator(self, text: str, path: ValuePath) -> bool:
        if _PLAIN_LOCATOR.fullmatch(text):
            return True
        try:
            Locator.parse(text)
        except ValueError as error:
            self.complain(path, "AM115", str(error))
            return False
        return True

    def _passages(self, entry: Anchored, path: ValuePath) -> tuple[Passage, ...]:
        if entry.quote is None and (entry.prefix is not None or entry.suffix is not None):
            spot = (*path, "suffix" if entry.prefix is None else "prefix")
            self.complain(spot, "AM122", "words around a quote need `quote:`; add it")
        if not entry.at:
            return self._quoted(entry, path) if entry.quote is not None else ()
        if entry.quote is not None and len(entry.at) > 1:
            message = "`quote:` stands beside several places; write `at: [{at: …, quote: …}, …]` instead"
            self.complain((*path, "quote"), "AM122", message)
        passages: list[Passage] = []
        for n, place in enumerate(entry.at):
            spot = (*path, "at", n)
            if not isinstance(place, str):
                passages.extend(self._spelt_out(place, spot))
                continue
            source, locator = self._place(place, spot)
            if source is not None and locator is not None:
                passages.append(Passage(source, locator, _quote(entry)))
        return tuple(passages)

    def _quoted(self, entry: Anchored, path: ValuePath) -> tuple[Passage, ...]:
        source = self._only_source((*path, "quote"))
        return () if source is None else (Passage(source, "", _quote(entry)),)

    def _spelt_out(self, place: PassageEntry, path: ValuePath) -> Iterable[Passage]:
        if place.at is None and place.quote is None:
            self.complain(path, "AM122", "a passage needs `at:` or `quote:`; add one")
            return
        if place.quote is None and (place.prefix is not None or place.suffix is not None):
            self.complain(path, "AM122", "words around a quote need `quote:`; add it")
        if place.source is not None:
            source = self._named_source(place.source, (*path, "source"))
            locator = place.at or ""
            if locator and not self._is_locator(locator, (*path, "at")):
                return
        elif place.at is not None:
            source, found = self._place(place.at, (*path, "at"))
            if found is None:
                return
            locator = found
        else:
            source, locator = self._only_source(path), ""
        if source is not None:
            yield Passage(source, locator, _quote(place))

    # speech -------------------------------------------------------------------------------------------

    def _attribute(
        self, of: str, said: Sequence[str | SaidEntry], places: tuple[Passage, ...], path: ValuePath
    ) -> None:
        for n, written in enumerate(said):
            spot: ValuePath = (*path, "said", n)
            by, by_path, entry = (
                (written, spot, ASSERTED) if isinstance(written, str) else (written.by, (*spot, "by"), written)
            )
            if by.startswith(UNREADABLE):
                self.unreadable.append(UnreadableSpeech(of, int(by[1:] or 0)))
                continue
            if not self.ids.has(by_path, by, "stakeholder"):
                self._lose(of, spot)
                continue
            own = self._passages(entry, spot)
            if _are_lost(own, entry):
                self._lose(of, spot)
                continue
            if entry.via is None and (line := self._find_lost_reporter(own or places)) is not None:
                # Without its reporter what is passed on would be in the speaker's own voice.
                self.unreadable.append(UnreadableSpeech(of, line))
                continue
            via = (
                self.ids.known((*spot, "via"), entry.via, "stakeholder")
                if entry.via is not None
                else (default_via(by, own or places, self.authors, self.sole))
            )
            if entry.via is not None and len(via) < len(set(entry.via)):
                self._lose(of, spot)
                continue
            self.attributions.append(
                Attribution(
                    by,
                    entry.act,
                    of,
                    via=via,
                    loosely=entry.loosely,
                    cue=entry.cue,
                    at=own,
                    date=entry.date,
                    origin=self._origin(entry.origin, spot),
                    unseen=entry.unseen,
                )
            )

    def _find_lost_reporter(self, at: tuple[Passage, ...]) -> int | None:
        """The line of the author who would report what is said at these passages, where that cannot be read."""
        if not self.lost.authors:
            return None
        first = find_first(at, self.authors)
        source = first.source if first else self.sole
        return None if source is None else self.lost.authors.get(source)

    def _lose(self, of: str, spot: ValuePath) -> None:
        location = self.locations.nearest(spot)
        self.unreadable.append(UnreadableSpeech(of, location.line if location else 0))

    def _attribute_default(self, of: str, entry: Anchored, places: tuple[Passage, ...], path: ValuePath) -> None:
        """A claim without ``said`` is its author's; nobody's where anything that decides it is unreadable."""
        written = self.locations.key((*path, "said"))
        default = default_attribution(of, places, self.authors, self.voices)
        lost = written.line if written else None
        if lost is None and _are_lost(places, entry) and (self.lost.authors or any(self.authors.values())):
            spot = self.locations.nearest((*path, "at" if entry.at else "quote"))
            lost = spot.line if spot else 0
        if lost is None:
            lost = self.lost.find_line(places, self.authors)
        if lost is not None:
            self.unreadable.append(UnreadableSpeech(of, lost))
        elif default is not None:
            self.attributions.append(default)

    # logic --------------------------------------------------------------------------------------------

    def _issue(self, record_id: str, entry: IssueEntry) -> Issue:
        path = ("issues", record_id)
        compares = self.ids.known((*path, "compares"), entry.compares, "concept")
        return Issue(
            record_id,
            entry.question,
            compares,
            entry.exclusive,
            self._passages(entry, path),
            entry.tags,
            standard=entry.standard,
            origin=self._origin(entry.origin, path),
            unseen=entry.unseen,
        )

    def _contradictions(self) -> Mapping[str, tuple[str, ...]]:
        """Stored once, on the claim whose id sorts first, whichever of the two names the other."""
        pairs: dict[str, dict[str, None]] = {}
        for record_id, entry in self.entries.claims.items():
            if not entry.contradicts:
                continue
            path = ("claims", record_id, "contradicts")
            for other in self.ids.known(path, entry.contradicts, "claim"):
                if other == record_id:
                    self.complain(path, "AM123", f"{record_id!r} cannot contradict itself; name another claim")
                else:
                    first, second = sorted((record_id, other))
                    pairs.setdefault(first, {})[second] = None
        return {first: tuple(others) for first, others in pairs.items()}

    def _claim(self, record_id: str, entry: ClaimEntry, opposed: Mapping[str, tuple[str, ...]]) -> Claim:
        path = ("claims", record_id)
        known = self.ids.known
        places = self._passages(entry, path)
        if entry.said is not None:
            self._attribute(record_id, entry.said, places, path)
        else:
            self._attribute_default(record_id, entry, places, path)
        for bearing, targets in list_targets(entry):
            if targets:
                self._fold_sugar(record_id, bearing, targets, path)
        return Claim(
            record_id,
            entry.text,
            title=entry.title,
            type=entry.type,
            answers=known((*path, "answers"), entry.answers, "issue") if entry.answers else (),
            about=known((*path, "about"), entry.about, "concept") if entry.about else (),
            concerns=self._concerns(entry, path) if entry.concerns else (),
            contradicts=opposed.get(record_id, ()),
            rephrases=known((*path, "rephrases"), entry.rephrases, "claim") if entry.rephrases else (),
            implicit=entry.implicit,
            date=entry.date,
            base=entry.base,
            requires_support=entry.requires_support,
            expect=self._expectation(entry.expect, path) if entry.expect is not None else None,
            tags=entry.tags,
            at=places,
            standard=entry.standard,
            also=entry.also,
            origin=self._origin(entry.origin, path),
            unseen=entry.unseen,
        )

    def _fold_sugar(self, claim: str, bearing: Bearing, targets: tuple[str, ...], path: ValuePath) -> None:
        alone = (claim,)
        for target in self.ids.known((*path, str(bearing)), targets, bearing.target_kind):
            self.folded.append(Argument(f"{claim}/{target}", alone, bearing, target))

    def _concerns(self, entry: ClaimEntry, path: ValuePath) -> tuple[Concern, ...]:
        return tuple(
            Concern(stakeholder, effect)
            for stakeholder, effects in entry.concerns.items()
            if self.ids.has((*path, "concerns", stakeholder), stakeholder, "stakeholder")
            for effect in dict.fromkeys(effects)
        )

    def _expectation(self, entry: ExpectEntry, path: ValuePath) -> Expectation:
        said_by = self.ids.known((*path, "expect", "said_by"), entry.said_by, "stakeholder")
        return Expectation(entry.status, said_by, entry.strength)

    def _argument(self, record_id: str, entry: ArgumentEntry) -> Argument | None:
        path = ("arguments", record_id)
        premises = self.ids.known((*path, "premises"), entry.premises, "claim")
        places = self._passages(entry, path)
        self._attribute(record_id, entry.said, places, path)
        target = self._target(entry, path)
        if target is None or len(premises) < len(set(entry.premises)):
            return None
        bearing, target_id = target
        if "/" in record_id and record_id != f"{premises[0]}/{target_id}":
            message = f"{record_id!r} is the id of a claim's own argument; this one is another, give it a plain id"
            self.problems.append(at(self.locations.key(path), "AM107", message))
        return Argument(
            record_id,
            premises,
            bearing,
            target_id,
            scheme=entry.scheme,
            warrant=entry.warrant,
            weight=entry.weight,
            inferred=entry.inferred,
            at=places,
            origin=self._origin(entry.origin, path),
            unseen=entry.unseen,
        )

    def _target(self, entry: ArgumentEntry, path: ValuePath) -> tuple[Bearing, str] | None:
        named = list_named_targets(entry)
        if len(named) == 1:
            bearing, target = named[0]
            return named[0] if self.ids.has((*path, str(bearing)), target, bearing.target_kind) else None
        written = [b for b in _BEARINGS if self.locations.key((*path, str(b)))]
        if len(named) == len(written):  # otherwise a target was refused before
            message = "an argument has exactly one of `supports`, `attacks`, `undercuts`"
            remedy = "add the one" if not named else "keep one, and make a second argument for the other"
            spot = self.locations.key((*path, str(written[1])) if written else path)
            self.problems.append(at(spot, "AM114", f"{message}; {remedy}"))
        return None

    # who and what -------------------------------------------------------------------------------------

    def _own_and_taken(
        self, kind: str, own: Mapping[str, E], shared: Mapping[str, E], build: Callable[[str, E], R]
    ) -> tuple[R, ...]:
        """The map's own records of a kind, then the shared ones that it names; building one may name another."""
        built = [build(record_id, entry) for record_id, entry in own.items()]
        taken: dict[str, R | None] = {}
        while waiting := [
            record_id for record_id, k in self.ids.taken.items() if k == kind and record_id not in taken
        ]:
            for record_id in waiting:
                entry = shared.get(record_id)
                taken[record_id] = None if entry is None else build(record_id, entry)
        ordered = (taken.get(record_id) for record_id in shared)
        return (*built, *(record for record in ordered if record is not None))

    def _stakeholder(self, record_id: str, entry: StakeholderEntry) -> Stakeholder:
        affiliation = self.ids.known(("stakeholders", record_id, "affiliation"), entry.affiliation, "stakeholder")
        return Stakeholder(
            record_id,
            entry.name,
            entry.type,
            role=entry.role,
            affiliation=affiliation,
            interests=entry.interests,
            aliases=entry.aliases,
            same_as=entry.same_as,
            origin=self._origin(entry.origin, ("stakeholders", record_id)),
            unseen=entry.unseen,
        )

    def _concept(self, record_id: str, entry: ConceptEntry) -> Concept:
        path = ("concepts", record_id)
        broader = self.ids.known((*path, "broader"), entry.broader, "concept")
        return Concept(
            record_id,
            entry.label,
            entry.type,
            broader,
            entry.same_as,
            self._passages(entry, path),
            origin=self._origin(entry.origin, path),
            unseen=entry.unseen,
        )

    def _check_cycles(
        self, claims: Iterable[Claim], stakeholders: Iterable[Stakeholder], concepts: Iterable[Concept]
    ) -> None:
        for section, key, edges in (
            ("claims", "rephrases", {c.id: c.rephrases for c in claims if c.rephrases}),
            ("stakeholders", "affiliation", {s.id: s.affiliation for s in stakeholders if s.affiliation}),
            ("concepts", "broader", {c.id: c.broader for c in concepts if c.broader}),
        ):
            for cycle in find_cycles(edges):
                way = " → ".join((*cycle, cycle[0]))
                self.complain(
                    (section, cycle[0], key), "AM117", f"{key!r} runs in a circle: {way}; cut it somewhere"
                )


def _used_up(entries: dict[str, E]) -> Iterable[tuple[str, E]]:
    """The entries of a section, each let go once it is taken."""
    for record_id in list(entries):
        yield record_id, entries.pop(record_id)


def _quote(entry: Anchored | PassageEntry) -> Quote | None:
    return None if entry.quote is None else Quote(entry.quote, entry.prefix or "", entry.suffix or "")


def _are_lost(places: Sequence[Passage], entry: Anchored) -> bool:
    """Whether a passage is written that cannot be read."""
    return len(places) < len(entry.at) or (not places and entry.quote is not None)


def _without_steps_up(file: str) -> str:
    """A path without the ``../`` that it begins with: an article may lie where its map is worked on."""
    below = file
    while below.startswith("../"):
        below = below[3:]
    return below


def _why_refused(file: str) -> str | None:
    """Why the path of a file is refused; None where it stays in its folder."""
    path = PurePosixPath(file)
    if "://" in file:
        return "is an address"
    if "\\" in file or (len(file) > 1 and file[1] == ":"):
        return "is not a plain path with /"
    if any(character < " " or character == "\x7f" for character in file):
        return "has a character that no file's name should have"
    if path.is_absolute() or file.startswith("~"):
        return "is an absolute path"
    return "leaves the map's folder" if ".." in path.parts else None


def _without_loose_ends(whole: ArgumentMap) -> ArgumentMap:
    """The map without references to entries that were left out, so that whoever walks it finds all it names."""
    claims, issues = _ids_of(whole.claims), _ids_of(whole.issues)
    concepts, people = _ids_of(whole.concepts), _ids_of(whole.stakeholders)
    arguments = _standing(whole.arguments, claims)
    spoken_of = claims | _ids_of(arguments)
    return replace(
        whole,
        sources=tuple(_with_author(source, people) for source in whole.sources),
        issues=tuple(_kept(issue, compares=concepts) for issue in whole.issues),
        claims=tuple(
            _kept(
                _with_concerns(claim, people),
                answers=issues,
                about=concepts,
                contradicts=claims,
                rephrases=claims,
            )
            for claim in whole.claims
        ),
        arguments=arguments,
        stakeholders=tuple(_kept(stakeholder, affiliation=people) for stakeholder in whole.stakeholders),
        attributions=tuple(
            a for a in whole.attributions if a.of in spoken_of and people.issuperset((a.by, *a.via))
        ),
        concepts=tuple(_kept(concept, broader=concepts) for concept in whole.concepts),
        tour=tuple(stop for stop in whole.tour if stop.of in spoken_of or stop.of in issues),
    )


def _ids_of(records: Iterable[Claim | Issue | Concept | Stakeholder | Argument]) -> set[str]:
    return {record.id for record in records}


def _standing(arguments: tuple[Argument, ...], claims: set[str]) -> tuple[Argument, ...]:
    while True:
        ids = {"argument": {argument.id for argument in arguments}, "claim": claims}
        kept = tuple(
            a for a in arguments if claims.issuperset(a.premises) and a.target in ids[a.bearing.target_kind]
        )
        if len(kept) == len(arguments):
            return kept
        arguments = kept


def _kept(record: Linked, **known: set[str]) -> Linked:
    """``record`` with only the ids that are known, in the fields named."""
    # Any: a field that is known only by its name has no type of its own.
    changed: dict[str, Any] = {
        name: tuple(record_id for record_id in getattr(record, name) if record_id in ids)
        for name, ids in known.items()
        if not ids.issuperset(getattr(record, name))
    }
    return replace(record, **changed) if changed else record


def _with_author(source: Source, people: set[str]) -> Source:
    return source if source.author is None or source.author in people else replace(source, author=None)


def _with_concerns(claim: Claim, people: set[str]) -> Claim:
    if all(concern.stakeholder in people for concern in claim.concerns):
        return claim
    return replace(claim, concerns=tuple(c for c in claim.concerns if c.stakeholder in people))
