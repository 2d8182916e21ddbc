from __future__ import annotations

import pytest

from argumap.scoring.best_pairs import find_best_pairs
from draws import draws, seeded
from scoring_oracle import best_pairing


def test_nobody_has_nobody() -> None:
    assert find_best_pairs({}) == {}


def test_more_pairs_come_before_better_ones() -> None:
    assert find_best_pairs({("a", "x"): 9, ("a", "y"): 0, ("b", "x"): 0}) == {"a": "y", "b": "x"}


def test_of_as_many_pairs_the_better_ones_are_taken() -> None:
    assert find_best_pairs({("a", "x"): 1, ("b", "x"): 2}) == {"b": "x"}


@pytest.mark.parametrize("seed", range(draws(300)))
def test_no_pairing_is_better(seed: int) -> None:
    random = seeded(seed)
    dense = random.choice([0.3, 0.6, 0.9])
    merits = {
        (left, right): random.randint(0, 4) for left in "abcd" for right in "wxyz" if random.random() < dense
    }
    merits = dict(random.sample(sorted(merits.items()), min(len(merits), 9)))
    pairs = find_best_pairs(merits)
    assert set(pairs.items()) <= set(merits)
    assert len(set(pairs.values())) == len(pairs)
    assert (len(pairs), sum(merits[pair] for pair in pairs.items())) == best_pairing(merits)


def test_a_long_chain_of_swaps_is_found() -> None:
    """Each of 400 has taken what the one before needs."""
    merits = {(f"l{n}", f"r{n}"): 0 for n in range(400)} | {(f"l{n}", f"r{n - 1}"): 1 for n in range(1, 400)}
    assert len(find_best_pairs(merits)) == 400
