"""What the overview says of a map whose questions nobody answers yet, as a fresh draft is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import Bearing, ClaimType, find_unseen
from argumap.views._speaking import find_speaking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.board import Board
    from argumap.model import Argument, ArgumentMap, Claim, Index
    from argumap.phrases import Phrases
    from argumap.views._speaking import Speaking

PROPOSALS = 4
"""So many claims that say what should be done stand in sight, as answers may be among them."""

SPEAKERS = 9
"""So many of those who speak stand in sight."""

SAID, STATED = 3, 9
"""So many claims of each of them, and of the author or of nobody, who have a row to themselves."""

UNSAID = 60
"""So many claims that nobody says are told."""

STEPS = 6
"""So many steps stand in sight."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step: from which claims, which way, and on which claim or on the step from which claims it bears."""

    premises: tuple[Claim, ...]
    bearing: Bearing
    targets: tuple[Claim, ...]

    @property
    def side(self) -> str:
        return "for" if self.bearing is Bearing.SUPPORTS else "against"


@dataclass(frozen=True, slots=True)
class SoFar:
    """What there is. ``told`` is its first paragraph, ``proposals`` say what should be done.

    Nobody says ``unsaid``; of the claims in a pair of ``excluding`` only one can hold. ``reported`` names who
    reports everything that the others say, where there is one. Of ``items`` ``unseen`` have been looked at by
    nobody. ``shown`` have an address on the page.
    """

    told: tuple[str, ...]
    proposals: tuple[Claim, ...]
    speaking: tuple[Speaking, ...]
    reported: tuple[str, ...]
    authors: tuple[Speaking, ...]
    unsaid: tuple[Claim, ...]
    steps: tuple[StepLine, ...]
    excluding: tuple[tuple[Claim, Claim], ...]
    items: int
    unseen: int
    shown: frozenset[str]

    @property
    def seen(self) -> int:
        return self.items - self.unseen


def find_so_far(index: Index, boards: Sequence[Board], phrases: Phrases) -> SoFar | None:
    """What there is of a map that has claims and no answer to any question; None of any other."""
    if not index.claims or any(board.answers for board in boards):
        return None
    record, speaking = index.map, find_speaking(index)
    order = index.debate_order
    proposals = [claim for claim in record.claims if claim.type is ClaimType.POLICY]
    proposals.sort(key=lambda claim: order[claim.id])
    unsaid = [claim for claim in record.claims if not index.voices[claim.id]]
    others = tuple(each for each in speaking if not each.author)
    reports = {each.via for each in others}
    unsaid.sort(key=lambda claim: order[claim.id])
    steps = tuple(filter(None, (_line(index, argument) for argument in record.arguments)))
    items = sum(map(len, (record.claims, record.arguments, record.stakeholders, record.issues, record.concepts)))
    return SoFar(
        told=tuple(_tell(index, speaking, phrases)),
        proposals=tuple(proposals),
        speaking=others,
        reported=reports.pop() if len(reports) == 1 else (),
        authors=tuple(each for each in speaking if each.author),
        unsaid=tuple(unsaid[:UNSAID]),
        steps=steps,
        excluding=tuple(_find_excluding(index)),
        items=items,
        unseen=_count_unseen(record),
        shown=frozenset(_find_shown(speaking, unsaid[:UNSAID])),
    )


def _count_unseen(record: ArgumentMap) -> int:
    """How many of the items nobody has looked at: the map itself and its sources are none of them."""
    return sum(item.kind not in {"map", "source"} for item in find_unseen(record))


def _find_excluding(index: Index) -> Iterator[tuple[Claim, Claim]]:
    """The claims that cannot both hold, as far as the map has them."""
    for one, other in index.map.contradictions():
        if one in index.claims and other in index.claims:
            yield index.claims[one], index.claims[other]


def _find_shown(speaking: Sequence[Speaking], unsaid: Sequence[Claim]) -> Iterator[str]:
    for each in speaking:
        yield each.stakeholder.id
        yield from (spoken.claim.id for spoken in each.claims)
    yield from (claim.id for claim in unsaid)


def _line(index: Index, argument: Argument) -> StepLine | None:
    """The step in claims; None where the map lacks one of them."""
    denied = index.arguments.get(argument.target)
    targets = denied.premises if denied else (argument.target,)
    if not all(claim in index.claims for claim in (*argument.premises, *targets)):
        return None
    claims = index.claims
    return StepLine(
        tuple(claims[premise] for premise in argument.premises),
        argument.bearing,
        tuple(claims[target] for target in targets),
    )


def _tell(index: Index, speaking: Sequence[Speaking], phrases: Phrases) -> Iterator[str]:
    say = phrases.say
    yield say("so-far.no-answer" if index.debates else "so-far.no-question")
    claims = say("counts.claims", n=len(index.claims))
    steps = say("so-far.steps", n=len(index.map.arguments))
    if speaking:
        yield say("so-far.holds", claims=claims, voices=say("so-far.voices", n=len(speaking)), steps=steps)
    else:
        yield say("so-far.holds-unsaid", claims=claims, steps=steps)
