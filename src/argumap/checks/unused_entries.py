"""Stakeholders and concepts that nothing in the map names."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    whole = subject.map
    speaking = {
        *chain.from_iterable((voice.by, *voice.via) for voice in whole.attributions),
        *(source.author for source in whole.sources),
        *(concern.stakeholder for claim in whole.claims for concern in claim.concerns),
        *chain.from_iterable(stakeholder.affiliation for stakeholder in whole.stakeholders),
    }
    for stakeholder in whole.stakeholders:
        if stakeholder.id not in speaking:
            message = f"{stakeholder.id!r} says nothing and has no stake; add `said:` or `concerns:`, or delete it"
            yield subject.hint("AM320", message, "stakeholders", stakeholder.id)
    named = {
        *chain.from_iterable(claim.about for claim in whole.claims),
        *chain.from_iterable(issue.compares for issue in whole.issues),
        *chain.from_iterable(concept.broader for concept in whole.concepts),
    }
    for concept in whole.concepts:
        if concept.id not in named:
            message = f"no claim is about {concept.id!r}; add `about: {concept.id}`, or delete it"
            yield subject.hint("AM321", message, "concepts", concept.id)


PLUGIN = check
