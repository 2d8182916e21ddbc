"""All places of a map that cite a passage, whatever kind of record they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.model import ArgumentMap, Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """One locator in a map. ``kind`` is that of the record; ``node`` its id.

    An attribution goes by ``by act of``, a source's ``skip`` by the source's id, a section by its locator.
    """

    node: str
    kind: str
    source: str
    at: str


def find_citations(argument_map: ArgumentMap) -> Iterator[Citation]:
    """The citations of a map in the order of its records; passages known by their quote alone are left out."""
    for kind in ("issue", "claim", "argument", "concept"):
        for record in getattr(argument_map, f"{kind}s"):
            yield from _cited(record.id, kind, record.at)
    for spoken in argument_map.attributions:
        yield from _cited(f"{spoken.by} {spoken.act} {spoken.of}", "attribution", spoken.at)
    for source in argument_map.sources:
        yield from (Citation(source.id, "skip", source.id, at) for at in source.skip)
    for section in argument_map.sections:
        yield Citation(section.at, "section", section.source, section.at)


def _cited(node: str, kind: str, passages: Iterable[Passage]) -> Iterator[Citation]:
    return (Citation(node, kind, passage.source, passage.at) for passage in passages if passage.at)
