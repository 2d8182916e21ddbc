"""Frameworks judged by going through every subset: slow, and plainly the textbook's definitions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Issue

if TYPE_CHECKING:
    import random
    from collections.abc import Collection, Iterable, Mapping

Attacks = frozenset[tuple[str, str]]
Family = frozenset[frozenset[str]]


def framework_map(arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> ArgumentMap:
    """A framework as a map: a claim for each argument, a one-premise argument for each attack."""
    return ArgumentMap(
        claims=tuple(Claim(x, x) for x in arguments),
        arguments=tuple(Argument(f"{x}/{y}", (x,), Bearing.ATTACKS, y) for x, y in attacks),
    )


def random_framework(draw: random.Random, most: int = 10) -> tuple[list[str], list[tuple[str, str]]]:
    size = draw.randint(1, most)
    names = [f"x{n}" for n in range(size)]
    density = draw.choice([0.08, 0.15, 0.25, 0.4])
    pairs = [(a, b) for a in names for b in names if draw.random() < density * (0.3 if a == b else 1)]
    return names, pairs


def judge(arguments: Collection[str], attacks: Iterable[tuple[str, str]]) -> dict[str, Family]:
    """The extensions of all six semantics, from all subsets (as bit masks, for speed)."""
    names = list(arguments)
    place = {x: n for n, x in enumerate(names)}
    attackers, attacked = [0] * len(names), [0] * len(names)
    for a, b in attacks:
        attackers[place[b]] |= 1 << place[a]
        attacked[place[a]] |= 1 << place[b]
    everything = (1 << len(names)) - 1
    admissible, complete, span = [], [], {}
    for subset in range(everything + 1):
        hit = 0
        for n, row in enumerate(attacked):
            if subset >> n & 1:
                hit |= row
        if hit & subset:
            continue
        defended = sum(1 << n for n, row in enumerate(attackers) if not row & ~hit)
        if subset & ~defended == 0:
            admissible.append(subset)
            span[subset] = subset | hit
            if subset == defended:
                complete.append(subset)
    preferred = [s for s in complete if not any(s != t and s & ~t == 0 for t in complete)]
    shared = everything
    for s in preferred:
        shared &= s
    ideal = max((s for s in admissible if s & ~shared == 0), key=int.bit_count)
    found = {
        "grounded": [min(complete, key=int.bit_count)],
        "complete": complete,
        "preferred": preferred,
        "stable": [s for s in complete if span[s] == everything],
        "semi-stable": [
            s for s in complete if not any(span[s] != span[t] and span[s] & ~span[t] == 0 for t in complete)
        ],
        "ideal": [ideal],
    }
    return {
        semantics: frozenset(frozenset(names[n] for n in range(len(names)) if s >> n & 1) for s in family)
        for semantics, family in found.items()
    }


def random_map(draw: random.Random, claims: int = 5, arguments: int = 7) -> ArgumentMap:
    """Linked premises, undercuts of undercuts, supports that are required, contradictions, circles."""
    ids = [f"c{n}" for n in range(draw.randint(1, claims))]
    drawn: list[Argument] = []
    for n in range(draw.randint(0, arguments)):
        premises = tuple(draw.sample(ids, min(len(ids), draw.choice([1, 1, 1, 2, 3]))))
        bearing = draw.choice([Bearing.SUPPORTS, Bearing.ATTACKS, Bearing.ATTACKS, Bearing.UNDERCUTS])
        if bearing is Bearing.UNDERCUTS and not n:
            bearing = Bearing.ATTACKS
        aims = [f"r{m}" for m in range(arguments)] if bearing is Bearing.UNDERCUTS else ids
        drawn.append(
            Argument(f"r{n}", premises, bearing, draw.choice(aims), weight=draw.choice([None, None, 0.5]))
        )
    made = {a.id for a in drawn}
    pairs = [(a, b) for a in ids for b in ids if a < b and draw.random() < 0.08]
    return ArgumentMap(
        claims=tuple(
            Claim(
                record_id,
                f"Statement {record_id}.",
                base=draw.choice([None, None, 0.0, 0.1, 0.5, 0.9, 1.0]),
                requires_support=draw.random() < 0.25,
                contradicts=tuple(b for a, b in pairs if a == record_id),
            )
            for record_id in ids
        ),
        arguments=tuple(a for a in drawn if a.bearing is not Bearing.UNDERCUTS or a.target in made),
    )


def weightless(draw: random.Random, argument_map: ArgumentMap) -> ArgumentMap:
    """The map with some of its steps at weight 0."""
    steps = (replace(a, weight=0.0) if draw.random() < 0.2 else a for a in argument_map.arguments)
    return replace(argument_map, arguments=tuple(steps))


def graph(base: Mapping[str, float], relations: str) -> ArgumentMap:
    """``graph({"a": 0.5, "b": 0.5}, "b+a")``: b supports a; ``b-a``: b attacks a."""
    signs = {"+": Bearing.SUPPORTS, "-": Bearing.ATTACKS}
    arguments = []
    for relation in relations.split():
        sign = "+" if "+" in relation else "-"
        source, _, target = relation.partition(sign)
        arguments.append(Argument(relation, (source,), signs[sign], target))
    return ArgumentMap(claims=tuple(Claim(c, c, base=x) for c, x in base.items()), arguments=tuple(arguments))


def even(ids: str, base: float = 0.5) -> dict[str, float]:
    return dict.fromkeys(ids.split(), base)


# X has no strength and leaves the others undecided, so that nothing is blocked and all of the hub counts.
HUB = graph(
    {"A": 1.0, **{f"B{n}": 0.0 for n in range(10)}, **{f"C{n}": 0.0 for n in range(10)}, "X": 0.0},
    "X-X " + " ".join(f"X-C{n} A+B{n} C{n}-A {' '.join(f'B{n}+C{m}' for m in range(10))}" for n in range(10)),
)
EXCLUSIVE = ArgumentMap(
    issues=(Issue("cars", "Who may drive?", exclusive=True), Issue("cost", "Who pays?")),
    claims=(
        Claim("close", "Close it.", answers=("cars",)),
        Claim("open", "Keep it open.", answers=("cars",), contradicts=("close",)),
        Claim("summer", "Close it in summer.", answers=("cars",), rephrases=("close",)),
        Claim("town", "The town pays.", answers=("cost",)),
        Claim("drivers", "Drivers pay.", answers=("cost",)),
    ),
)
