from __future__ import annotations

import random

from argumap.semantics.labelling_search import (
    bits,
    find_complete,
    find_preferred,
    find_stable,
    trim_to_admissible,
)


def complete_by_definition(attackers: list[int]) -> set[tuple[int, int]]:
    """(in, out) of every labelling in which in, out and undecided are what the attackers say, by all subsets."""
    found = set()
    everything = (1 << len(attackers)) - 1
    for inn in range(everything + 1):
        out = sum(1 << x for x, mask in enumerate(attackers) if mask & inn)
        defended = sum(1 << x for x, mask in enumerate(attackers) if mask & ~out == 0)
        if inn & out == 0 and defended == inn:
            found.add((inn, out))
    return found


def test_labellings_are_those_of_the_definition() -> None:
    draw = random.Random(5)
    for _ in range(400):
        size = draw.randint(1, 6)
        attackers = [sum(1 << x for x in range(size) if draw.random() < 0.3) for _ in range(size)]
        complete = complete_by_definition(attackers)
        everything = (1 << size) - 1
        assert {(d.inn, d.out) for d in find_complete(attackers)} == complete
        assert {(d.inn, d.out) for d in find_stable(attackers)} == {
            (inn, out) for inn, out in complete if inn | out == everything
        }
        most = {(i, o) for i, o in complete if not any(i != other and i & ~other == 0 for other, _ in complete)}
        assert {(d.inn, d.out) for d in find_preferred(attackers)} == most


def test_an_admissible_set_answers_every_attack_on_it() -> None:
    attackers = [0b010, 0b100, 0]  # 2 attacks 1, 1 attacks 0
    assert trim_to_admissible(attackers, 0b111) == 0b101
    assert trim_to_admissible(attackers, 0b001) == 0


def test_bits_come_lowest_first() -> None:
    assert list(bits(0b101001)) == [0, 3, 5]
    assert list(bits(0)) == []
