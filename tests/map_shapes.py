"""Small random maps of ten shapes, each full of what the shape is named after; ids come in no order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Issue, Standard
from oracle import random_map, weightless

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping, Sequence

# Decimals that floats add up wrongly, one that is tiny, and none.
WEIGHTS = (None, None, 1.0, 0.1, 0.2, 0.3, 0.7, 1e-12, 0.0)


def _ids(draw: random.Random, most: int) -> list[str]:
    ids = [f"c{n}" for n in range(draw.randint(2, most))]
    draw.shuffle(ids)
    return ids


def _claims(ids: Sequence[str]) -> tuple[Claim, ...]:
    return tuple(Claim(node_id, f"Statement {node_id}.") for node_id in ids)


def _side(draw: random.Random) -> Bearing:
    return draw.choice([Bearing.SUPPORTS, Bearing.ATTACKS])


def tree(draw: random.Random) -> ArgumentMap:
    ids = _ids(draw, 9)
    arguments = [Argument(f"r{n}", (ids[n],), _side(draw), ids[draw.randrange(n)]) for n in range(1, len(ids))]
    return ArgumentMap(claims=_claims(ids), arguments=tuple(arguments))


def cycles(draw: random.Random) -> ArgumentMap:
    ids = _ids(draw, 6)
    arguments = [
        Argument(f"r{n}", (draw.choice(ids),), _side(draw), draw.choice(ids)) for n in range(draw.randint(2, 12))
    ]
    return ArgumentMap(claims=_claims(ids), arguments=tuple(arguments))


def undercut_chains(draw: random.Random) -> ArgumentMap:
    ids = _ids(draw, 5)
    arguments = [Argument("r0", (ids[0],), _side(draw), ids[1])]
    for n in range(1, draw.randint(2, 9)):
        aim = draw.choice(["", "", "chain"])
        if aim:
            arguments.append(Argument(f"r{n}", (draw.choice(ids),), Bearing.UNDERCUTS, draw.choice(arguments).id))
        else:
            arguments.append(Argument(f"r{n}", (draw.choice(ids),), _side(draw), draw.choice(ids)))
    return ArgumentMap(claims=_claims(ids), arguments=tuple(arguments))


def linked_premises(draw: random.Random) -> ArgumentMap:
    ids = _ids(draw, 7)
    arguments = [
        Argument(
            f"r{n}",
            tuple(draw.sample(ids, min(len(ids), draw.randint(1, 4)))),
            _side(draw),
            draw.choice(ids),
        )
        for n in range(draw.randint(2, 10))
    ]
    return ArgumentMap(claims=_claims(ids), arguments=tuple(arguments))


def contradictions(draw: random.Random) -> ArgumentMap:
    drawn = tree(draw)
    ids = sorted(c.id for c in drawn.claims)
    pairs = [(a, b) for a in ids for b in ids if a < b and draw.random() < 0.3]
    return replace(
        drawn,
        claims=tuple(replace(c, contradicts=tuple(b for a, b in pairs if a == c.id)) for c in drawn.claims),
    )


def required_support(draw: random.Random) -> ArgumentMap:
    drawn = draw.choice([tree, cycles, undercut_chains])(draw)
    return replace(drawn, claims=tuple(replace(c, requires_support=draw.random() < 0.6) for c in drawn.claims))


def exclusive_issues(draw: random.Random) -> ArgumentMap:
    drawn = draw.choice([tree, cycles, linked_premises])(draw)
    issues = tuple(Issue(f"q{n}", f"Question {n}?", exclusive=draw.random() < 0.8) for n in range(2))
    return replace(
        drawn,
        issues=issues,
        claims=tuple(
            replace(c, answers=tuple(q.id for q in issues if draw.random() < 0.45)) for c in drawn.claims
        ),
    )


def weights(draw: random.Random) -> ArgumentMap:
    drawn = draw.choice([tree, cycles, linked_premises, undercut_chains])(draw)
    return replace(drawn, arguments=tuple(replace(a, weight=draw.choice(WEIGHTS)) for a in drawn.arguments))


def standards(draw: random.Random) -> ArgumentMap:
    drawn = draw.choice([tree, cycles, contradictions, required_support, exclusive_issues, weights])(draw)
    return with_standards(draw, drawn)


def mixed(draw: random.Random) -> ArgumentMap:
    drawn = weightless(draw, random_map(draw, claims=6, arguments=9))
    issues = (Issue("q0", "Question?", exclusive=True), Issue("q1", "Another?"))
    claims = tuple(replace(c, answers=draw.choice([(), (), ("q0",), ("q1",), ("q0", "q1")])) for c in drawn.claims)
    made = replace(drawn, issues=issues, claims=claims)
    return draw.choice([made, with_standards(draw, made)])


def with_standards(draw: random.Random, drawn: ArgumentMap) -> ArgumentMap:
    often = draw.random()

    def some() -> Standard | None:
        return draw.choice([*Standard]) if draw.random() < often else None

    return replace(
        drawn,
        standard=draw.choice([None, None, *Standard]),
        issues=tuple(replace(i, standard=some()) for i in drawn.issues),
        claims=tuple(replace(c, standard=some()) for c in drawn.claims),
    )


def without_standards(drawn: ArgumentMap) -> ArgumentMap:
    return replace(
        drawn,
        standard=None,
        issues=tuple(replace(i, standard=None) for i in drawn.issues),
        claims=tuple(replace(c, standard=None) for c in drawn.claims),
    )


SHAPES: Mapping[str, Callable[[random.Random], ArgumentMap]] = {
    shape.__name__: shape
    for shape in (
        tree,
        cycles,
        undercut_chains,
        linked_premises,
        contradictions,
        required_support,
        exclusive_issues,
        weights,
        standards,
        mixed,
    )
}


def renamed(draw: random.Random, drawn: ArgumentMap) -> tuple[ArgumentMap, Mapping[str, str]]:
    """The same map with other ids, its claims and arguments in another order; and the new ids by the old."""
    old = [*(c.id for c in drawn.claims), *(a.id for a in drawn.arguments)]
    new = [f"n{n}" for n in range(len(old))]
    draw.shuffle(new)
    names = dict(zip(old, new, strict=True))
    pairs = [(names[c.id], names[d]) for c in drawn.claims for d in c.contradicts]
    pairs = [(min(pair), max(pair)) for pair in pairs]
    claims = [
        replace(
            c,
            id=names[c.id],
            contradicts=tuple(b for a, b in pairs if a == names[c.id]),
            rephrases=tuple(names[r] for r in c.rephrases),
        )
        for c in drawn.claims
    ]
    arguments = [
        replace(
            a,
            id=names[a.id],
            premises=tuple(draw.sample([names[p] for p in a.premises], len(a.premises))),
            target=names.get(a.target, a.target),
        )
        for a in drawn.arguments
    ]
    draw.shuffle(claims)
    draw.shuffle(arguments)
    return replace(drawn, claims=tuple(claims), arguments=tuple(arguments)), names
