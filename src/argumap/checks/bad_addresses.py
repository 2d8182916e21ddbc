"""An address that is none on the web, and so is never made a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    addresses = [
        *(("sources", source.id, "url", source.url) for source in subject.map.sources),
        *(("stakeholders", person.id, "same_as", person.same_as) for person in subject.map.stakeholders),
        *(("concepts", concept.id, "same_as", concept.same_as) for concept in subject.map.concepts),
    ]
    for *path, address in addresses:
        if address is not None and not address.lower().startswith(("https://", "http://")):
            message = "this is no web address and will not be a link; begin it with https://"
            yield subject.warning("AM324", message, *(str(step) for step in path))


PLUGIN = check
