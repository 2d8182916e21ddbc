"""Sources get what a citation says of them: authors, day, publisher, DOI, address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.files import read_bytes
from argumap.mapfile import set_source_values
from argumap.text import decode, parse_citations
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from argumap.model import Source
    from argumap.project.map import Map
    from argumap.text import SourceCitation, SourceFacts

_LIMIT = 5_000_000


@dataclass(frozen=True, slots=True)
class Cited:
    """What was written: by source the values that it got, and those that it has otherwise and kept."""

    written: tuple[Path, ...]
    filled: Mapping[str, Mapping[str, str]]
    kept: Mapping[str, Mapping[str, str]]


def cite_sources(opened: Map, files: Mapping[str, Path]) -> Cited:
    """Fill in what the sources of a map do not say yet from files of BibTeX or CSL JSON, by source id.

    A file without an id is for whichever sources it has entries of: by the entry's key, by title, DOI or address;
    where map and file have one each, it is that. Raises `CallError` where an entry or a source cannot be told, and
    as `parse_citations`, `set_source_values` and `write_edits` do.
    """
    from argumap.authoring import write_edits

    chosen: dict[str, SourceFacts] = {}
    for source_id, path in files.items():
        found = parse_citations(decode(read_bytes(path, _LIMIT), str(path)), str(path))
        chosen |= _one(opened, source_id, found, path) if source_id else _match(opened, found, path)
    sources = {source.id: source for source in opened.record.sources}
    filled = {each: dict(_missing(sources[each], facts)) for each, facts in chosen.items()}
    kept = {each: dict(_other(sources[each], facts)) for each, facts in chosen.items()}
    edits = set_source_values(opened.reading, {each: values for each, values in filled.items() if values})
    return Cited(tuple(write_edits(opened, edits)) if edits else (), filled, kept)


def _one(opened: Map, source_id: str, found: list[SourceCitation], path: Path) -> dict[str, SourceFacts]:
    known = [source.id for source in opened.record.sources]
    if source_id not in known:
        raise CallError(f"{opened.name} has no source {source_id!r}; it has {joined(known)}")
    named = [each for each in found if each.key == source_id]
    if len(found) > 1 and len(named) != 1:
        keys = joined([each.key for each in found])
        raise CallError(
            f"{path} has several entries ({keys}) and none is called {source_id}; leave one, or its name out"
        )
    return {source_id: (named or found)[0].facts}


def _match(opened: Map, found: list[SourceCitation], path: Path) -> dict[str, SourceFacts]:
    sources = opened.record.sources
    if len(found) == len(sources) == 1:
        return {sources[0].id: found[0].facts}
    pairs = [(source.id, each.facts) for source in sources for each in found if _is_of(source, each)]
    told = [source_id for source_id, _ in pairs]
    if not pairs or len(set(told)) != len(told):
        entries, ids = joined([each.key for each in found]), joined([source.id for source in sources])
        raise CallError(
            f"which entry of {path} ({entries}) is which source of {opened.name} ({ids}) cannot be told: call an "
            "entry by its source's id, or write --cite NAME=FILE with one entry in it"
        )
    return dict(pairs)


def _is_of(source: Source, citation: SourceCitation) -> bool:
    facts = citation.facts
    return (
        citation.key == source.id
        or facts.title.casefold() == source.title.casefold()
        or bool(facts.doi and facts.doi == source.doi)
        or bool(facts.url and facts.url == source.url)
    )


def _values(facts: SourceFacts) -> Iterator[tuple[str, str]]:
    told = (
        ("title", facts.title),
        ("authors", "; ".join(facts.authors)),
        ("published", facts.published),
        ("publisher", facts.publisher),
        ("doi", facts.doi),
        ("url", facts.url),
    )
    return ((key, value) for key, value in told if value)


def _missing(source: Source, facts: SourceFacts) -> Iterator[tuple[str, str]]:
    return ((key, value) for key, value in _values(facts) if not getattr(source, key))


def _other(source: Source, facts: SourceFacts) -> Iterator[tuple[str, str]]:
    """What the source says otherwise than the citation; somebody wrote it, so it stays."""
    return (
        (key, value) for key, value in _values(facts) if getattr(source, key) and getattr(source, key) != value
    )
