"""An address that is none on the web, and so is never made a link."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.model import Origin


def check(subject: Subject) -> Iterator[Problem]:
    for *path, address in (*_links(subject), *_origins(subject)):
        if not str(address).lower().startswith(("https://", "http://")):
            message = "this is no web address and will not be a link; begin it with https://"
            yield subject.warning("AM324", message, *path)


def _links(subject: Subject) -> Iterator[tuple[str | int, ...]]:
    """The paths of what pages link to, each with the address at its end."""
    yield from (("sources", source.id, "url", source.url) for source in subject.map.sources if source.url)
    for person in subject.map.stakeholders:
        if person.same_as:
            yield "stakeholders", person.id, "same_as", person.same_as
    for concept in subject.map.concepts:
        if concept.same_as:
            yield "concepts", concept.id, "same_as", concept.same_as


def _origins(subject: Subject) -> Iterator[tuple[str | int, ...]]:
    """The same of the addresses that things were taken over from; what is no address is a file."""
    whole = subject.map
    if address := _address(whole.origin):
        yield "origin", "file", address
    for kind in ("sources", "issues", "claims", "arguments", "stakeholders", "concepts"):
        for record in getattr(whole, kind):
            if address := _address(record.origin):
                yield kind, record.id, "origin", "file", address
    spoken: Counter[str] = Counter()
    for voice in whole.attributions:
        if address := _address(voice.origin):
            kind = "arguments" if voice.of in subject.index.arguments else "claims"
            yield kind, voice.of, "said", spoken[voice.of], "origin", "file", address
        spoken[voice.of] += 1


def _address(origin: Origin | None) -> str | None:
    return origin.file if origin is not None and origin.file is not None and "://" in origin.file else None


PLUGIN = check
