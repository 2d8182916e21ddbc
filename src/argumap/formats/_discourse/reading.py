"""From a discourse graph to a map: questions, claims and sources from its pages, steps from its relations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from argumap.formats._discourse.document import read_document
from argumap.formats._discourse.vocabulary import CLAIM_KINDS, ROLES, Meaning, PageRole, plain, tell_meaning
from argumap.formats._foreign import Imported, Loss, LossKind, take_apart
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Issue,
    Origin,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats._discourse.document import DiscourseDocument, Link, Page
    from argumap.formats._foreign import Foreign

RelationFact: TypeAlias = "tuple[Meaning, str, str]"
"""What a relation means, and from which address to which it runs."""
_MARK = re.compile(r"(?:\[\[[A-Z]{2,5}\]\]|(?:QUE|CLM|EVD|HYP|CON|RES|THE|SRC)(?=\s))\s*[-–—]\s+|@(?=\S)")
_CITED = re.compile(r"\s+[-–—]\s+(?:\[\[(@[^\[\]]+)\]\]|(@\S+))$")
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The title of a page: what it says, between the mark of its kind and the source that it cites."""

    mark: str
    text: str
    tail: str = ""
    cites: str = ""


@dataclass(slots=True)
class DiscourseParts:
    """A document with what was made of it, by addresses: titles and roles of pages, and what relations say."""

    document: DiscourseDocument
    record: ArgumentMap
    titles: dict[str, PageTitle]
    told: dict[int, RelationFact]
    losses: list[Loss] = field(default_factory=list)


def read(foreign: Foreign) -> Imported:
    """The map of a graph. Raises `OtherTool` where there is none in the file."""
    parts = read_parts(foreign)
    return Imported(parts.record, tuple(take_apart(foreign.json)), tuple(parts.losses))


def read_parts(foreign: Foreign) -> DiscourseParts:
    """What is in a file, piece by piece. Raises `OtherTool` as `read` does."""
    document = read_document(foreign)
    return _DiscourseReader(document, name_map(foreign.name)).read()


class _DiscourseReader:
    def __init__(self, document: DiscourseDocument, name: str) -> None:
        self.document = document
        self.name = name
        self.losses = list(document.losses)
        self.roles = _find_roles(document)
        sources = {page.title: iri for iri, page in document.pages.items() if self.roles[iri] is PageRole.SOURCE}
        self.titles = {
            iri: _read_title(page.title, self.roles[iri], sources)
            for iri, page in document.pages.items()
            if self.roles[iri]
        }
        texts = " ".join([title.text for title in self.titles.values()][:_SAMPLE])
        self.slugs = Slugs(get_language(guess_language(texts) or "en"), taken=())
        self.ids = {iri: self.slugs.make(title.text) for iri, title in self.titles.items()}
        self.told: dict[int, RelationFact] = {}
        self.answers: dict[str, list[str]] = {}
        self.cited: dict[str, list[str]] = {}
        self.steps: dict[str, Argument] = {}
        self.people: dict[str, Stakeholder] = {}
        self.step_ids = StepIds(self.slugs)

    def read(self) -> DiscourseParts:
        self._tell_pages()
        self._read_links()
        pages = self.document.pages
        attributions = tuple(
            self._attribute(pages[iri]) for iri in self._all(PageRole.CLAIM) if pages[iri].creator
        )
        record = ArgumentMap(
            title=self.name,
            issues=tuple(
                Issue(self.ids[iri], self.titles[iri].text, origin=Origin(id=iri))
                for iri in self._all(PageRole.QUESTION)
            ),
            claims=tuple(self._claim(iri) for iri in self._all(PageRole.CLAIM)),
            arguments=tuple(self.steps.values()),
            sources=tuple(self._source(iri) for iri in self._all(PageRole.SOURCE)),
            stakeholders=tuple(self.people.values()),
            attributions=attributions,
        )
        return DiscourseParts(self.document, record, self.titles, self.told, self.losses)

    def _all(self, role: PageRole) -> list[str]:
        return [iri for iri in self.titles if self.roles[iri] is role]

    def _lose(self, kind: LossKind, why: str, foreign_id: str) -> None:
        self.losses.append(Loss(kind, why, foreign_id))

    def _tell_pages(self) -> None:
        for iri, page in self.document.pages.items():
            role = self.roles[iri]
            if role is None:
                self._lose(LossKind.ASIDE, f"a page of the kind {page.kind or 'none'!r}", page.id)
                continue
            if role is PageRole.CLAIM and plain(page.kind) not in {"claim", *CLAIM_KINDS}:
                self._lose(
                    LossKind.NEARLY, f"a page of the kind {page.kind or 'none'!r}, held as a claim", page.id
                )
            if page.more:
                self._lose(LossKind.ASIDE, "the text of a page, and when it was changed", page.id)
            if page.creator and role is PageRole.CLAIM:
                self._lose(LossKind.NEARLY, "who wrote a page, held as presenting what it says", page.id)
            elif page.creator:
                self._lose(LossKind.ASIDE, "who wrote the page of a question or a source", page.id)

    def _claim(self, iri: str) -> Claim:
        title, kind = self.titles[iri], plain(self.document.pages[iri].kind)
        return Claim(
            self.ids[iri],
            title.text,
            title=make_title(title.text),
            answers=tuple(self.ids[issue] for issue in self.answers.get(iri, ())),
            tags=(kind,) if kind in CLAIM_KINDS else (),
            origin=Origin(id=iri),
        )

    def _source(self, iri: str) -> Source:
        """A source; its origin names, behind itself, the claims that cite it."""
        return Source(
            self.ids[iri], self.titles[iri].text, origin=Origin(id=" ".join((iri, *self.cited.get(iri, ()))))
        )

    def _attribute(self, page: Page) -> Attribution:
        if page.creator not in self.people:
            made = self.slugs.make(page.creator, names=True)
            self.people[page.creator] = Stakeholder(made, page.creator, StakeholderType.PERSON)
        by = self.people[page.creator].id
        return Attribution(by, Act.PRESENTS, self.ids[page.iri], date=page.day or None)

    def _read_links(self) -> None:
        for iri, title in self.titles.items():
            if title.cites:
                self.cited.setdefault(title.cites, []).append(iri)
        seen: set[RelationFact] = set()
        waiting: list[tuple[Link, RelationFact]] = []
        for link in self.document.links:
            fact = self._tell(link)
            if fact is None:
                continue
            if fact in seen:
                self._lose(LossKind.ASIDE, "a relation that is told twice", link.key)
                continue
            seen.add(fact)
            waiting.append((link, fact))
        while waiting:
            later = [(link, fact) for link, fact in waiting if not self._hold(link, fact)]
            if len(later) == len(waiting):
                break
            waiting = later
        for link, _ in waiting:
            self._lose(LossKind.ASIDE, _find_fault(link, self.roles), link.key)
        order = {link.key: n for n, link in enumerate(self.document.links)}
        self.steps = dict(sorted(self.steps.items(), key=lambda step: order[step[0]]))

    def _tell(self, link: Link) -> RelationFact | None:
        meaning = tell_meaning(link.label)
        if meaning is None:
            self._lose(LossKind.ASIDE, f"a relation {link.label or 'without a name'!r}", link.key)
            return None
        ends = (link.target, link.source) if meaning[1] else (link.source, link.target)
        if ends[0] == ends[1]:
            self._lose(LossKind.ASIDE, "a relation of a page with itself", link.key)
            return None
        return meaning[0], *ends

    def _hold(self, link: Link, fact: RelationFact) -> bool:
        """Take what a relation says into the map; whether both its ends are there as it needs them."""
        meaning, start, end = fact
        roles = (self.roles.get(start), self.roles.get(end))
        if meaning is Meaning.ADDRESSES and roles == (PageRole.CLAIM, PageRole.QUESTION):
            self.answers.setdefault(start, []).append(end)
        elif meaning is Meaning.CITES and roles == (PageRole.CLAIM, PageRole.SOURCE):
            if start not in self.cited.setdefault(end, []):
                self.cited[end].append(start)
        elif meaning in {Meaning.SUPPORTS, Meaning.OPPOSES} and roles == (PageRole.CLAIM, PageRole.CLAIM):
            bearing = Bearing.SUPPORTS if meaning is Meaning.SUPPORTS else Bearing.ATTACKS
            self._add_step(link, start, bearing, self.ids[end])
        elif meaning is Meaning.OPPOSES and roles == (PageRole.CLAIM, None) and end in self.steps:
            self._add_step(link, start, Bearing.UNDERCUTS, self.steps[end].id)
        else:
            return False
        self.told[link.place] = fact
        return True

    def _add_step(self, link: Link, premise: str, bearing: Bearing, target: str) -> None:
        made = self.step_ids.make([self.ids[premise]], target, f"also {self.ids[premise]}")
        step = Argument(made, (self.ids[premise],), bearing, target, origin=Origin(id=link.key))
        self.steps[link.key] = step


def _find_roles(document: DiscourseDocument) -> dict[str, PageRole | None]:
    """What each page is in a map; whatever supports or opposes another page is a claim."""
    arguing = {
        end
        for link in document.links
        if (meaning := tell_meaning(link.label)) and meaning[0] in {Meaning.SUPPORTS, Meaning.OPPOSES}
        for end in (link.source, link.target)
    }
    return {
        iri: ROLES.get(plain(page.kind)) or (PageRole.CLAIM if iri in arguing else None)
        for iri, page in document.pages.items()
    }


def _find_fault(link: Link, roles: Mapping[str, PageRole | None]) -> str:
    if link.source not in roles or link.target not in roles:
        return "a relation to a page that is not there"
    return f"a relation {link.label!r} between pages that it cannot join in a map"


def _read_title(title: str, role: PageRole | None, sources: Mapping[str, str]) -> PageTitle:
    found = _MARK.match(title)
    mark = found[0] if found and len(found[0]) < len(title) else ""
    text = title[len(mark) :]
    cited = _CITED.search(text) if role is PageRole.CLAIM else None
    source = sources.get(cited[1] or cited[2], "") if cited else ""
    if cited and source and cited.start():
        return PageTitle(mark, text[: cited.start()], cited[0], source)
    return PageTitle(mark, text)
