"""Who speaks, with the claims that they speak to: for pages of a map whose questions nobody answers yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import find_authors
from argumap.page import build_voices

if TYPE_CHECKING:
    from argumap.model import Claim, Index, Stakeholder
    from argumap.page import Voice

MOST = 60
"""So many claims of each are told."""


@dataclass(frozen=True, slots=True)
class SpokenClaim:
    """A claim with the voice in which somebody speaks to it; ``first`` where no one before them has it."""

    claim: Claim
    voice: Voice
    first: bool


@dataclass(frozen=True, slots=True)
class Speaking:
    """Somebody with who they are in a few words, the claims that they speak to, and who reports all of it.

    ``more`` counts the claims that are left out, as they are too many for a page.
    """

    stakeholder: Stakeholder
    about: str
    author: bool
    claims: tuple[SpokenClaim, ...]
    more: int
    via: tuple[str, ...]


def find_speaking(index: Index) -> tuple[Speaking, ...]:
    """Those who speak to a claim, in the order in which the text brings them up, its authors last."""
    authors, order = find_authors(index), index.debate_order
    spoken: dict[str, dict[str, Voice]] = {}
    for claim in sorted(index.claims, key=order.__getitem__):
        for voice in build_voices(index, claim):
            spoken.setdefault(voice.by, {}).setdefault(claim, voice)
    met: set[str] = set()
    found = []
    for by in sorted((s for s in spoken if s in index.stakeholders), key=lambda by: by in authors):
        claims = []
        for claim, voice in list(spoken[by].items())[:MOST]:
            claims.append(SpokenClaim(index.claims[claim], voice, claim not in met))
            met.add(claim)
        reports = {voice.via for voice in spoken[by].values()}
        via = reports.pop() if len(reports) == 1 else ()
        stakeholder = index.stakeholders[by]
        about, more = _tell_briefly(index, stakeholder), len(spoken[by]) - len(claims)
        found.append(Speaking(stakeholder, about, by in authors, tuple(claims), more, via))
    return tuple(found)


def _tell_briefly(index: Index, stakeholder: Stakeholder) -> str:
    known = index.stakeholders
    return stakeholder.role or ", ".join(known[a].name if a in known else a for a in stakeholder.affiliation)
