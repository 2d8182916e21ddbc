"""A text that makes more than one claim, so that nobody can argue with one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


_VERB = r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|should|must|may|might|do|does|did)"
_NAMED = r"(?:the|its|their|a|an|no|all|many|most|some)(?: [\w’'-]+){1,3}"
_SUBJECT = rf"(?:it|they|he|she|we|you|there|this|these|those|{_NAMED})"
# Only what is nearly sure: two sentences, or two clauses with a subject and a verb each.
_SIGNS = (
    (re.compile(r"[a-z]{3}[.!?] +[A-Z]"), "make it two claims"),
    (re.compile(r"\w; \w"), "make it two claims"),
    (re.compile(rf", (?:and|but|so) {_SUBJECT} {_VERB} ", re.IGNORECASE), "make it two claims"),
    (
        re.compile(r"(?<!not)(?<!only)(?<!just)(?<!simply)(?<!merely) because (?!of\b)"),
        "make the reason a claim that supports it",
    ),
)


# What none of the signs does without.
_MARKS = re.compile(r"[.!?;,] | because ")


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        if not _MARKS.search(claim.text):
            continue
        for sign, remedy in _SIGNS:
            if sign.search(claim.text):
                yield subject.hint(
                    "AM319", f"{claim.id!r} says more than one thing; {remedy}", "claims", claim.id, "text"
                )
                break


PLUGIN = check
