"""A claim that is given to a speaker nobody names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """“Critics say” hides who does; that may be the source's fault, so it is only pointed out."""
    people = subject.index.stakeholders
    places: Counter[str] = Counter()
    for attribution in subject.map.attributions:
        place = places[attribution.of]
        places[attribution.of] += 1
        speaker = people.get(attribution.by)
        if speaker is not None and speaker.type is StakeholderType.UNSPECIFIED:
            section = "claims" if attribution.of in subject.index.claims else "arguments"
            message = (
                f"{attribution.by!r} is nobody in particular; name who says it, or accept this where the source "
                "does not"
            )
            yield subject.hint("AM312", message, section, attribution.of, "said", place)


PLUGIN = check
