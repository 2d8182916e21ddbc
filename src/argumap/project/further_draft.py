"""Drafts for the sentences that a map does not cite yet; what a person wrote stays as it is, byte for byte."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.authoring import MapChange
from argumap.errors import CallError
from argumap.model import Argument, ArgumentMap, Passage
from argumap.project.next_calls import tell_call
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.model import Attribution, Claim, Source, Stakeholder
    from argumap.project.map import Map


@dataclass(frozen=True, slots=True)
class FurtherDraft:
    """The ids of the ``claims`` and ``stakeholders`` added, and how many sentences nothing cites still."""

    claims: tuple[str, ...]
    stakeholders: tuple[str, ...]
    open_sentences: int

    def to_dict(self) -> dict[str, object]:
        """What was added, as plain data."""
        return {
            "claims": list(self.claims),
            "stakeholders": list(self.stakeholders),
            "open_sentences": self.open_sentences,
        }


def draft_further(opened: Map) -> FurtherDraft:
    """Add a claim for each sentence at hand that argues, by the rules of the draft, and that nothing cites yet.

    Sentences that their source skips are left out, and so are cells of tables. Speakers that the map has under the
    same name are these. Raises `NotAtHand` where no article is, `CallError` where one was changed since it was
    locked, `UnreadableMap` where the map has errors.
    """
    from argumap.draft import draft_map

    open_places = find_open(opened)
    drafts = {source: draft_map(opened.articles[source]).map for source in open_places}
    return add_drafts(opened, drafts)


def find_open(opened: Map) -> dict[str, frozenset[str]]:
    """The places of each article at hand that nothing cites or skips, by its source; raises as `draft_further`."""
    opened.sound().verified().with_text()
    _check_locked(opened)
    places: dict[str, set[str]] = {s.id: set() for s in opened.record.sources if s.id in opened.articles}
    for passage in opened.uncited or ():
        if passage.source in places:
            places[passage.source].add(passage.at)
    return {source: frozenset(at) for source, at in places.items()}


def add_drafts(opened: Map, drafts: Mapping[str, ArgumentMap]) -> FurtherDraft:
    """Add of articles' drafts, by source, the claims whose sentences nothing cites, and whoever says them."""
    change = MapChange(opened)
    names = _FreeNames(opened)
    claims: list[str] = []
    people: list[str] = []
    open_places = {(passage.source, passage.at) for passage in opened.uncited or ()}
    cited: set[tuple[str, str]] = set()
    for source, draft in drafts.items():
        drafted = _fit(opened, opened.index.sources[source], draft, open_places, names)
        cited |= {(passage.source, passage.at) for claim in drafted.claims for passage in claim.at}
        claims += (claim.id for claim in drafted.claims)
        people += (person.id for person in drafted.stakeholders)
        change.add_all(drafted)
    if claims:
        change.write(f"drafted {counted(len(claims), 'claim')} more")
    return FurtherDraft(tuple(claims), tuple(people), len(open_places - cited))


def _check_locked(opened: Map) -> None:
    from argumap.anchoring import is_locked

    for source_id, article in opened.articles.items():
        locked = opened.lock.sources.get(source_id) if opened.lock else None
        if locked is not None and not is_locked(article, locked):
            raise CallError(
                f"the text of {source_id} was changed since it was locked; "
                f"`{tell_call('anchor relocate', opened)}` first"
            )


class _FreeNames:
    """Ids that nothing in a map has yet."""

    def __init__(self, opened: Map) -> None:
        index = opened.index
        kinds = (index.issues, index.claims, index.arguments, index.stakeholders, index.concepts, index.sources)
        self._taken = {record_id for kind in kinds for record_id in kind}

    def make(self, wanted: str) -> str:
        made, n = wanted, 1
        while made in self._taken:
            n += 1
            made = f"{wanted}-{n}"
        self._taken.add(made)
        return made


def _fit(
    opened: Map, source: Source, draft: ArgumentMap, open_places: set[tuple[str, str]], names: _FreeNames
) -> ArgumentMap:
    """What the draft of an article adds to the map, in the ids of the map."""
    fresh = [claim for claim in draft.claims if _is_fresh(claim, source.id, open_places)]
    ids = {claim.id: names.make(claim.id) for claim in fresh}
    said = [attribution for attribution in draft.attributions if attribution.of in ids]
    speaking = {by for attribution in said for by in (attribution.by, *attribution.via)}
    people = _find_known(opened, source, draft)
    coming = [person for person in _with_affiliations(draft, speaking) if person.id not in people]
    people |= {person.id: names.make(person.id) for person in coming}
    return ArgumentMap(
        sources=opened.record.sources,
        sections=opened.record.sections,
        stakeholders=tuple(_call(person, people) for person in coming),
        claims=tuple(
            replace(claim, id=ids[claim.id], at=tuple(Passage(source.id, p.at) for p in claim.at))
            for claim in fresh
        ),
        arguments=tuple(_steps(draft.arguments, ids)),
        attributions=tuple(_speech(said, ids, people)),
    )


def _is_fresh(claim: Claim, source: str, open_places: set[tuple[str, str]]) -> bool:
    """Whether a claim states a sentence that nothing cites; a cell answers what the map may not ask."""
    return bool(claim.at) and not claim.answers and all((source, p.at) in open_places for p in claim.at)


def _find_known(opened: Map, source: Source, draft: ArgumentMap) -> dict[str, str]:
    """The stakeholders of the draft that the map has: its author, and whoever has one of its names alone."""
    called = Counter(name for person in opened.record.stakeholders for name in _names(person))
    known = {
        name: person.id for person in opened.record.stakeholders for name in _names(person) if called[name] == 1
    }
    found = {person.id: known[name] for person in draft.stakeholders for name in _names(person) if name in known}
    author = draft.sources[0].author
    if author is not None and source.author is not None:
        found[author] = source.author
    return found


def _names(person: Stakeholder) -> set[str]:
    return {name.casefold() for name in (person.name, *person.aliases)}


def _with_affiliations(draft: ArgumentMap, speaking: set[str]) -> Iterator[Stakeholder]:
    belonging = {to for person in draft.stakeholders if person.id in speaking for to in person.affiliation}
    yield from (person for person in draft.stakeholders if person.id in speaking | belonging)


def _call(person: Stakeholder, people: Mapping[str, str]) -> Stakeholder:
    return replace(
        person, id=people[person.id], affiliation=tuple(people[to] for to in person.affiliation if to in people)
    )


def _steps(steps: Iterable[Argument], ids: Mapping[str, str]) -> Iterator[Argument]:
    """The steps between new claims alone; what they have to do with the others is a person's to say."""
    for step in steps:
        if step.target in ids and all(premise in ids for premise in step.premises):
            premises = tuple(ids[premise] for premise in step.premises)
            target = ids[step.target]
            yield replace(step, id=f"{premises[0]}/{target}", premises=premises, target=target)


def _speech(
    said: Sequence[Attribution], ids: Mapping[str, str], people: Mapping[str, str]
) -> Iterator[Attribution]:
    for attribution in said:
        yield replace(
            attribution,
            by=people[attribution.by],
            via=tuple(people[by] for by in attribution.via),
            of=ids[attribution.of],
        )
