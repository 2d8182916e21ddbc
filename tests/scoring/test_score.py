from __future__ import annotations

import pytest

from argumap.scoring import Fault, Score
from argumap.scoring.score import find_kappa
from draws import draws, seeded
from scoring_oracle import kappa


def test_the_shares_of_a_figure() -> None:
    score = Score(3, 4, 3, 6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert score.to_dict() == {
        "right": 3,
        "drafted": 4,
        "found": 3,
        "expected": 6,
        "precision": 0.75,
        "recall": 0.5,
        "f1": 0.6,
        "kappa": None,
    }


def test_of_nothing_there_is_no_share() -> None:
    assert (Score(0, 0, 0, 2).precision, Score(0, 0, 0, 2).recall, Score(0, 0, 0, 2).f1) == (None, 0.0, None)
    assert Score(0, 2, 0, 2).f1 == 0.0
    assert Fault(0, 0).to_dict() == {"count": 0, "of": 0, "share": None}
    assert Fault(1, 4).share == 0.25


def test_kappa_of_a_worked_example() -> None:
    """Both say yes to 20 things and no to 15; of 50 the one says yes to 25 and the other to 30."""
    labels = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert find_kappa(labels) == pytest.approx(0.4)


@pytest.mark.parametrize("labels", [[], [("a", "a")], [("a", "a")] * 5], ids=["none", "one", "one kind"])
def test_where_chance_leaves_nothing_open_there_is_no_kappa(labels: list[tuple[str, str]]) -> None:
    assert find_kappa(labels) is None


@pytest.mark.parametrize("seed", range(draws(60)))
def test_kappa_is_that_of_the_textbook(seed: int) -> None:
    random = seeded(seed)
    labels: list[tuple[object, object]] = [
        (random.choice("abc"), random.choice("abc")) for _ in range(random.randint(0, 12))
    ]
    wanted = kappa(labels)
    assert find_kappa(labels) == (wanted if wanted is None else pytest.approx(wanted))
