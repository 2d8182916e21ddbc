"""The source in its own order: its text where at hand, claims beside their passages, and what is left out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from argumap.anchoring import build_link, link_into
from argumap.legend import RELATIONS, WORDS
from argumap.model import Argument, Claim, Concept, Locator, Role, build_roles
from argumap.page import (
    PagePart,
    PartLinks,
    Voice,
    Where,
    build_places,
    build_voices,
    pack_parts,
    relation,
    section_link,
    section_of,
)
from argumap.semantics import Scale
from argumap.views import render_reading_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.anchoring import SectionCoverage
    from argumap.model import Index, Issue, Passage, Source
    from argumap.text import Article, Block, Unit
    from argumap.views import ViewInput


LINKED = 500
"""Up to so many claims a card links to its very words in the source on the web; each link takes a walk over it."""

LARGEST_PART = 1_500
"""How many cards a page holds; a larger map comes in parts, each a page that leads to the others."""

_UNPLACED_TOGETHER = 250
"""So many of the claims without a passage stay on one part."""

TONES = {
    Role.POSITION: "answers",
    Role.FINDING: "answers",
    Role.TOPIC: "answers",
    Role.UNTIED: "answers",
    Role.SUPPORTING_POINT: "supports",
    Role.OBJECTION: "attacks",
    Role.REBUTTAL: "rebuts",
}


@dataclass(frozen=True, slots=True)
class RecordCard:
    """One record beside its passage. ``kind`` is claim, issue, argument or concept; ``tone`` a relation's name.

    ``part`` is the phrase for the part it plays. ``bears`` says what it does, as (relation, id of the claim that
    it bears on or whose step it denies, whether the map added that). ``word`` is that of an evaluated claim.
    """

    id: str
    kind: str
    label: str
    text: str
    part: str
    tone: str
    voices: tuple[Voice, ...] = ()
    places: tuple[Where, ...] = ()
    bears: tuple[tuple[str, str, bool], ...] = ()
    outside: str | None = None
    paged: str = ""
    word: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class PageUnit:
    """One unit of the text. ``state`` is cited, skipped, open or none (headings that need no citing)."""

    locator: str
    text: str
    state: str
    lead: bool
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, list, table or heading with the cards beside it; ``again`` are cards that stand elsewhere.

    ``lines`` are the items of a list and the rows of a table; a paragraph has one. None is an empty cell.
    """

    kind: str
    locator: str
    lines: tuple[tuple[PageUnit | None, ...], ...]
    cards: tuple[RecordCard, ...] = ()
    again: tuple[RecordCard, ...] = ()


@dataclass(frozen=True, slots=True)
class BookChapter:
    """A section of a source. ``roles`` count the claims that cite it, ``units`` are its sentences' states.

    ``continued``: it began on the part before.
    """

    source: str
    locator: str
    title: str
    heading: PageBlock | None
    parts: tuple[PageBlock, ...]
    roles: Mapping[str, int]
    units: tuple[tuple[str, str], ...]
    continued: bool = False

    @property
    def claims(self) -> int:
        return sum(self.roles.values())

    def count(self, state: str) -> int:
        return sum(each == state for _, each in self.units)


@dataclass(frozen=True, slots=True)
class Book:
    """One source with its chapters; ``whole`` tells whether its text is at hand."""

    source: Source
    whole: bool
    chapters: tuple[BookChapter, ...]


def build_books(given: ViewInput) -> tuple[Book, ...]:
    """Every source of the map, section by section."""
    desk = _Desk(given)
    return tuple(
        Book(source, source.id in given.articles, tuple(_chapters(desk, source.id)))
        for source in given.map.sources
    )


def _chapters(desk: _Desk, source: str) -> Iterable[BookChapter]:
    article = desk.given.articles.get(source)
    return _with_text(desk, source, article) if article else _without_text(desk, source)


class _Desk:
    """The records on cards, and which of them cite what."""

    def __init__(self, given: ViewInput) -> None:
        self.given = given
        self.told_places = given.told_places
        self.index = given.index
        self.roles = build_roles(given.index)
        self.cited = list(_find_cited(given.index))
        self.titles = {(s.source, s.at): s.title or "" for s in given.map.sections}
        self.counts = self._count_claims()
        sections = given.coverage.sections if given.coverage else ()
        self.parts: Mapping[tuple[str, str], SectionCoverage] = {(p.source, p.section): p for p in sections}
        self.scale = Scale.of(given.evaluation) if given.evaluation else None

    def _count_claims(self) -> Mapping[tuple[str, str], Counter[str]]:
        """How many claims of each role cite each section."""
        counts: dict[tuple[str, str], Counter[str]] = {}
        for claim in self.index.map.claims:
            for key in dict.fromkeys((p.source, section_of(p.at) or "") for p in claim.at):
                counts.setdefault(key, Counter())[self.roles[claim.id]] += 1
        return counts

    def roles_in(self, source: str, section: str) -> Mapping[str, int]:
        count = self.counts.get((source, section), Counter())
        return {role.value: count[role] for role in Role if count[role]}

    def units_in(self, source: str, section: str) -> tuple[tuple[str, str], ...]:
        """The sentences and cells of a section with what became of them, in reading order."""
        part = self.parts.get((source, section))
        if part is None:
            return ()
        told = [(at, state) for state in ("cited", "skipped", "open") for at in getattr(part, state)]
        return tuple(sorted(told, key=lambda each: Locator.parse(each[0]).order))

    def card(self, record_id: str) -> RecordCard:
        index = self.index
        if (claim := index.claims.get(record_id)) is not None:
            return self._claim(claim)
        if (argument := index.arguments.get(record_id)) is not None:
            return self._step(argument)
        if (issue := index.issues.get(record_id)) is not None:
            word = "part.criterion" if issue.compares else "part.issue"
            return RecordCard(record_id, "issue", issue.question, "", word, "answers", places=self._places(issue))
        concept = index.concepts[record_id]
        return RecordCard(record_id, "concept", concept.label, "", "sections.term", "about")

    def _claim(self, claim: Claim) -> RecordCard:
        bears = tuple(dict.fromkeys(map(self._bearing, self.index.with_premise[claim.id])))
        role = self.roles[claim.id]
        balance = (
            self.scale.weigh(self.given.evaluation.node(claim.id))
            if self.scale and self.given.evaluation
            else None
        )
        return RecordCard(
            claim.id,
            "claim",
            label=claim.label,
            text=claim.text,
            part=f"role.{role.value.replace(' ', '-')}",
            tone=TONES[role],
            voices=build_voices(self.index, claim.id),
            places=self._places(claim),
            bears=bears,
            outside=self._outside(claim.at),
            paged=next((told for p in claim.at if (told := self.told_places.get((p.source, p.at)))), ""),
            word=balance.word if balance else "",
            bare=balance.bare if balance else False,
        )

    def _step(self, argument: Argument) -> RecordCard:
        premises = " + ".join(self._label(premise) for premise in argument.premises)
        text = argument.warrant or ""
        bears = (self._bearing(argument),)
        voices = build_voices(self.index, argument.id)
        places = self._places(argument)
        return RecordCard(
            argument.id,
            "argument",
            label=premises,
            text=text,
            part="sections.step",
            tone="about",
            voices=voices,
            places=places,
            bears=bears,
        )

    def _bearing(self, argument: Argument) -> tuple[str, str, bool]:
        step = self.index.arguments.get(argument.target)
        target = next(iter(step.premises), argument.target) if step else argument.target
        return relation(argument, self.roles), target, argument.id in self.index.added

    def _label(self, node_id: str) -> str:
        claim = self.index.claims.get(node_id)
        return claim.label if claim else node_id

    def _places(self, record: Claim | Issue | Argument) -> tuple[Where, ...]:
        return build_places(self.index, self.given.anchors, record, self.told_places)

    def _outside(self, passages: Sequence[Passage]) -> str | None:
        """A link to the words themselves, where the source is on the web and its text at hand."""
        if len(self.index.claims) > LINKED:
            return None
        for passage in passages:
            place = self.given.file_places.get((passage.source, passage.at))
            known = self.index.sources.get(passage.source)
            if place and known and (address := link_into(known.url, place)):
                return address
            source, article = self.index.sources.get(passage.source), self.given.articles.get(passage.source)
            if source and source.url and article and passage.at and section_of(passage.at):
                return build_link(source.url, article, passage.at)
        return None


def _find_cited(index: Index) -> Iterable[tuple[str, str, Passage]]:
    """(record, key of its anchors, passage), in the order of the map; what cites for a stance is its claim."""
    record = index.map
    kinds: tuple[Sequence[Issue | Claim | Argument | Concept], ...] = (
        record.issues,
        record.claims,
        record.arguments,
        record.concepts,
    )
    for each in (each for kind in kinds for each in kind):
        yield from ((each.id, each.id, passage) for passage in each.at)
    for spoken in record.attributions:
        if spoken.of in index.claims or spoken.of in index.arguments:
            key = f"{spoken.by} {spoken.act} {spoken.of}"
            yield from ((spoken.of, key, passage) for passage in spoken.at)


def _with_text(desk: _Desk, source: str, article: Article) -> Iterable[BookChapter]:
    citing = _find_citing(desk, source, article)
    placed: set[str] = set()
    skipped = {unit.locator for at in desk.index.sources[source].skip for unit in _covered(article, at)}

    def piece(unit: Unit) -> PageUnit:
        nodes = tuple(citing.get(unit.locator, ()))
        state = "cited" if nodes else "skipped" if unit.locator in skipped else "open"
        if state == "open" and unit.kind in {"heading", "header"}:
            state = "none"
        return PageUnit(unit.locator, unit.text, state, unit.lead, nodes)

    for section in article.sections:
        # A claim that cites a heading and a sentence stands beside the sentence.
        blocks = [_part(desk, block, piece, placed) for block in section.blocks]
        heading = None
        if section.heading:
            line = ((piece(section.heading),),)
            heading = _beside(desk, PageBlock("heading", section.heading.locator, line), placed)
        pieces = [each for part in blocks for line in part.lines for each in line if each]
        yield BookChapter(
            source,
            section.locator,
            title=section.title or desk.titles.get((source, section.locator), ""),
            heading=heading,
            parts=tuple(blocks),
            roles=desk.roles_in(source, section.locator),
            units=tuple((each.locator, each.state) for each in pieces if ".r0." not in each.locator),
        )


def _covered(article: Article, at: str) -> Sequence[Unit]:
    try:
        return article.covered(at)
    except ValueError:
        return ()


def _find_citing(desk: _Desk, source: str, article: Article) -> Mapping[str, list[str]]:
    """For each unit the records that cite it; anchors tell where a passage stands now, if it was looked for."""
    units = article.units
    ends = [unit.end for unit in units]
    citing: dict[str, dict[str, None]] = {}
    for node, key, passage in desk.cited:
        if passage.source != source:
            continue
        anchor = next(
            (a for a in desk.given.anchors.get(key, ()) if (a["source"], a["at"]) == (source, passage.at)), None
        )
        found: Iterable[Unit]
        if anchor is None:
            found = _covered(article, passage.at)
        elif "start" in anchor:
            found = _between(units, ends, int(str(anchor["start"])), int(str(anchor["end"])))
        else:
            found = ()
        for unit in found:
            citing.setdefault(unit.locator, {})[node] = None
    return {locator: list(nodes) for locator, nodes in citing.items()}


def _between(units: Sequence[Unit], ends: Sequence[int], start: int, end: int) -> Iterable[Unit]:
    for n in range(bisect_left(ends, start + 1), len(units)):
        if units[n].start >= end:
            return
        yield units[n]


def _part(desk: _Desk, block: Block, piece: Callable[[Unit], PageUnit], placed: set[str]) -> PageBlock:
    if block.kind == "table":
        lines = _table_lines([piece(unit) for unit in block.units])
    else:
        rows: dict[str, list[PageUnit | None]] = {}
        for unit in block.units:
            item = unit.locator.rpartition(".")[0] if block.kind == "list" else ""
            rows.setdefault(item, []).append(piece(unit))
        lines = tuple(tuple(row) for row in rows.values())
    return _beside(desk, PageBlock(block.kind, block.locator, lines), placed)


def _table_lines(pieces: Sequence[PageUnit]) -> tuple[tuple[PageUnit | None, ...], ...]:
    """The cells by row and column; what the source leaves empty is None."""
    cells: dict[int, dict[int, PageUnit]] = {}
    for each in pieces:
        (_, row), (_, column) = Locator.parse(each.locator).steps[-2:]
        cells.setdefault(row, {})[column] = each
    width = max((column for row in cells.values() for column in row), default=0)
    return tuple(tuple(cells[row].get(column) for column in range(1, width + 1)) for row in sorted(cells))


def _beside(desk: _Desk, part: PageBlock, placed: set[str]) -> PageBlock:
    nodes = list(dict.fromkeys(node for line in part.lines for each in line if each for node in each.nodes))
    cards = tuple(desk.card(node) for node in nodes if node not in placed)
    again = tuple(desk.card(node) for node in nodes if node in placed)
    placed.update(nodes)
    return PageBlock(part.kind, part.locator, part.lines, cards, again)


@dataclass(slots=True)
class _Listed:
    """The places of a section that are cited, each with the records that cite it."""

    places: dict[str, dict[str, None]] = field(default_factory=dict)


def _without_text(desk: _Desk, source: str) -> Iterable[BookChapter]:
    """The sections that the map names or cites, with their cited places in reading order."""
    sections: dict[str, _Listed] = {at: _Listed() for (of, at) in desk.titles if of == source}
    for of, at in desk.parts:
        if of == source:
            sections.setdefault(at, _Listed())
    for node, _, passage in desk.cited:
        if passage.source == source and passage.at and (section := section_of(passage.at)):
            sections.setdefault(section, _Listed()).places.setdefault(passage.at, {})[node] = None
    placed: set[str] = set()
    for section in sorted(sections, key=lambda at: Locator.parse(at).order):
        places = sections[section].places
        parts = []
        for at in sorted(places, key=lambda at: Locator.parse(at).order):
            fresh = tuple(desk.card(node) for node in places[at] if node not in placed)
            again = tuple(desk.card(node) for node in places[at] if node in placed)
            placed.update(places[at])
            parts.append(PageBlock("place", at, (), fresh, again))
        yield BookChapter(
            source,
            section,
            title=desk.titles.get((source, section), ""),
            heading=None,
            parts=tuple(parts),
            roles=desk.roles_in(source, section),
            units=desk.units_in(source, section),
        )


def find_unplaced(given: ViewInput, books: Sequence[Book]) -> tuple[RecordCard, ...]:
    """The claims that stand nowhere on the page: without a passage, or with one that was not found."""
    shown = {
        card.id
        for book in books
        for chapter in book.chapters
        for part in (*chapter.parts, *([chapter.heading] if chapter.heading else []))
        for card in part.cards
    }
    desk = _Desk(given)
    return tuple(desk.card(claim.id) for claim in given.map.claims if claim.id not in shown)


def tell(given: ViewInput, books: Sequence[Book]) -> str:
    """What the page shows, in a sentence or two."""
    whole, say = sum(book.whole for book in books), given.phrases.say
    if not books:
        return say("sections.no-source")
    if whole == len(books):
        return say("sections.whole")
    return say("sections.partly-whole", n=whole) if whole else say("sections.places-only")


@dataclass(frozen=True, slots=True)
class SectionsPiece:
    """What stays together on a part: one block of one chapter of a book, or claims without a passage."""

    book: Book | None
    unplaced: tuple[RecordCard, ...] = ()


def build_pages(given: ViewInput) -> Mapping[str, str]:
    """The pages by file name, that of the view first; the same map gives the same bytes."""
    books = build_books(given)
    unplaced = find_unplaced(given, books)
    groups = [unplaced[n : n + _UNPLACED_TOGETHER] for n in range(0, len(unplaced), _UNPLACED_TOGETHER)]
    pieces = [*chain.from_iterable(map(_split, books)), *(SectionsPiece(None, group) for group in groups)]
    parts = pack_parts("sections", ((piece, [*_find_ids(piece)]) for piece in pieces), LARGEST_PART)
    links = PartLinks.between(parts)
    return {part.file: _render(given, books, parts, part, links(part.file)) for part in parts}


def _split(book: Book) -> Iterator[SectionsPiece]:
    """A book with one chapter and one block of it, for each block."""
    if not book.chapters:
        yield SectionsPiece(book)
    for chapter in book.chapters:
        for n in range(len(chapter.parts) or 1):
            heading = None if n else chapter.heading
            one = replace(chapter, heading=heading, parts=chapter.parts[n : n + 1], continued=n > 0)
            yield SectionsPiece(replace(book, chapters=(one,)))


def _find_ids(piece: SectionsPiece) -> Iterator[str]:
    yield from (card.id for card in piece.unplaced)
    for chapter in piece.book.chapters if piece.book else ():
        if not chapter.continued:
            yield f"{chapter.source}.{chapter.locator}"
        for block in (*chapter.parts, *([chapter.heading] if chapter.heading else [])):
            yield from (card.id for card in block.cards)


def _join(pieces: Iterable[SectionsPiece]) -> list[Book]:
    """The books of one part, with all of their chapters and blocks that stand on it."""
    books: dict[str, Book] = {}
    begun: dict[str, list[tuple[BookChapter, list[PageBlock]]]] = {}
    for book in (piece.book for piece in pieces if piece.book):
        books[book.source.id] = book
        chapters = begun.setdefault(book.source.id, [])
        for chapter in book.chapters:
            if chapters and chapter.continued:
                chapters[-1][1].extend(chapter.parts)
            else:
                chapters.append((chapter, [*chapter.parts]))
    return [
        replace(book, chapters=tuple(replace(chapter, parts=tuple(parts)) for chapter, parts in begun[source]))
        for source, book in books.items()
    ]


def _list_cited(index: Index) -> set[str]:
    """Whatever may be told with a place in a text."""
    issues, concepts = ({each.id for each in kind if each.at} for kind in (index.map.issues, index.map.concepts))
    return {*issues, *index.claims, *concepts}


def _render(
    given: ViewInput,
    books: Sequence[Book],
    parts: Sequence[PagePart[SectionsPiece]],
    part: PagePart[SectionsPiece],
    links: PartLinks,
) -> str:
    index = given.index
    labels = {claim.id: claim.label for claim in index.map.claims}
    chapters = [chapter for book in books for chapter in book.chapters]

    def lead_to(source: str, section: str) -> str:
        file = links.file_of.get(f"{source}.{section}", "")
        return section_link("" if file == part.file else file, source, section)

    return render_reading_page(
        given,
        "sections",
        _list_cited(index),
        told=tell(given, books),
        books=_join(part.pieces),
        contents=books if part.number == 1 else (),
        part=part,
        parts=parts,
        parts_table=links.build_table(labels, parts[0].file) if len(parts) > 1 else None,
        unplaced=tuple(card for piece in part.pieces for card in piece.unplaced),
        coverage=given.coverage,
        most=max((chapter.claims for chapter in chapters), default=0),
        labels=labels,
        tones={role.value: tone for role, tone in TONES.items()},
        drawn_tones={TONES[Role(role)] for chapter in chapters for role in chapter.roles},
        relations=RELATIONS,
        words=WORDS,
        lead_to=lead_to,
        link=links.link,
    )
