"""Positions of a small framework by search: complete, preferred and stable labellings over bit masks.

Each argument has a domain among in, out and undecided; domains are narrowed until nothing changes, then the
search branches. A preferred labelling is a complete one whose undecided rest holds no admissible set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Domains:
    """Which arguments may be in, out or undecided, as bit masks."""

    inn: int
    out: int
    und: int


def find_complete(attackers: Sequence[int]) -> Iterator[Domains]:
    """All complete labellings; ``attackers[x]`` is the mask of those that attack ``x``."""
    yield from _search(attackers, _open(attackers))


def find_stable(attackers: Sequence[int]) -> Iterator[Domains]:
    """All complete labellings that leave nothing undecided."""
    everything = (1 << len(attackers)) - 1
    yield from _search(attackers, Domains(everything, everything, 0))


def find_preferred(attackers: Sequence[int]) -> Iterator[Domains]:
    """All complete labellings with as much in as possible."""
    for found in _search(attackers, _open(attackers), maximal=True):
        if not found.und or not _holds_admissible(attackers, found.und):
            yield found


def trim_to_admissible(attackers: Sequence[int], some: int) -> int:
    """The largest admissible set within ``some``, which attacks none of its own members."""
    while True:
        attacked = _attacked_by(attackers, some)
        kept = sum(1 << x for x in bits(some) if not attackers[x] & ~attacked)
        if kept == some:
            return some
        some = kept


def bits(mask: int) -> Iterator[int]:
    """The positions of the ones of ``mask``, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _open(attackers: Sequence[int]) -> Domains:
    everything = (1 << len(attackers)) - 1
    return Domains(everything, everything, everything)


def _search(attackers: Sequence[int], start: Domains, *, maximal: bool = False) -> Iterator[Domains]:
    stack = [start]
    while stack:
        domains = _narrow(attackers, stack.pop())
        if domains is None:
            continue
        settled_und = domains.und & ~domains.inn & ~domains.out
        if maximal and settled_und and _defends_itself(attackers, settled_und, domains):
            continue
        several = (domains.inn & domains.out) | (domains.inn & domains.und) | (domains.out & domains.und)
        if not several:
            yield domains
            continue
        pick = max(bits(several), key=lambda x: attackers[x].bit_count())
        bit = 1 << pick
        if domains.und & bit:
            stack.append(Domains(domains.inn & ~bit, domains.out & ~bit, domains.und))
        if domains.out & bit:
            stack.append(Domains(domains.inn & ~bit, domains.out, domains.und & ~bit))
        if domains.inn & bit:
            stack.append(Domains(domains.inn, domains.out & ~bit, domains.und & ~bit))


def _narrow(attackers: Sequence[int], domains: Domains) -> Domains | None:
    """Take away labels that no complete labelling can give; None where an argument has none left."""
    inn, out, und = domains.inn, domains.out, domains.und
    everything = (1 << len(attackers)) - 1
    before = None
    while before != (inn, out, und):
        before = (inn, out, und)
        for x, row in enumerate(attackers):
            bit = 1 << x
            if row & ~out:
                inn &= ~bit
            if not row & inn:
                out &= ~bit
            if row & inn & ~out & ~und or not row & und:
                und &= ~bit
            if not out & bit:
                inn &= ~row
                if not und & bit:
                    und &= ~row
            elif not (inn | und) & bit:
                possible = row & inn
                if not possible & (possible - 1):
                    out &= ~possible
                    und &= ~possible
        if inn | out | und != everything:
            return None
    return Domains(inn, out, und)


def _attacked_by(attackers: Sequence[int], some: int) -> int:
    return sum(1 << x for x, row in enumerate(attackers) if row & some)


def _defends_itself(attackers: Sequence[int], und: int, domains: Domains) -> bool:
    """Whether some of ``und`` can be seen at once to hold together: then this branch is not maximal."""
    surely_out = domains.out & ~domains.inn & ~domains.und
    return any(_grow(attackers, x, und, surely_out) for x in bits(und))


def _grow(attackers: Sequence[int], seed: int, und: int, surely_out: int) -> bool:
    team, threats = 0, attackers[seed] & ~surely_out
    joining = seed
    while True:
        team |= 1 << joining
        threats |= attackers[joining] & ~surely_out
        if threats & team:
            return False
        unanswered = [t for t in bits(threats) if not attackers[t] & team]
        if not unanswered:
            return True
        attacked = _attacked_by(attackers, team)
        helpers = attackers[unanswered[0]] & und & ~threats & ~attacked
        if not helpers:
            return False
        joining = next(bits(helpers))


def _holds_admissible(attackers: Sequence[int], und: int) -> bool:
    members = list(bits(und))
    place = {x: n for n, x in enumerate(members)}
    inner = [sum(1 << place[y] for y in bits(attackers[x] & und)) for x in members]
    return any(found.inn for found in _search(inner, _open(inner)))
