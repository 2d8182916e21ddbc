"""The sampler on a toy: it draws the same places for a seed, runs what covers them, and names what survives."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

import mutate
from mutation.trial import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from mutation.places import Mutant

pytestmark = pytest.mark.slow

TOY = '''
def clamp(value: int) -> int:
    """Not more than 9."""
    if value > 9:
        return 9
    return value


def wait(turns: int) -> int:
    while turns < 3:
        turns += 1
    return turns


def unused(value: int) -> int:
    return value + 1
'''
TESTS = """
import time

from argumap.toy import clamp, wait


def test_clamp():
    assert clamp(20) == 9
    assert clamp(1) == 1


def test_wait():
    assert wait(1) == 3


def test_that_fails():
    assert clamp(0) == 1
"""
CONFTEST = """
from hypothesis import settings

settings.register_profile("mutation")
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("toy")
    files = {
        "pyproject.toml": "[tool.pytest.ini_options]\nmarkers = ['browser: none']\n",
        "src/argumap/__init__.py": "",
        "src/argumap/toy.py": TOY,
        "tests/conftest.py": CONFTEST,
        "tests/toy/test_toy.py": TESTS,
        "tests/examples/tests/test_other.py": "import nothing_of_this_tree",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def tried(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    drawn = [m for m in mutate.draw_mutants(tree, "toy", seed=1, count=0) if (m.old, m.new) in CHOSEN]
    outcomes = mutate.try_all(tree, tmp_path_factory.mktemp("copies"), "toy", drawn)
    return {f"{mutant.text}: {mutant.old} → {mutant.new}": outcome for mutant, outcome in outcomes}


CHOSEN = {(">", ">="), ("9", "10"), ("+", "-")}


def test_what_a_test_notices_and_what_it_does_not(tried: dict[str, Outcome]) -> None:
    assert tried == {
        "if value > 9:: > → >=": Outcome.SURVIVED,
        "if value > 9:: 9 → 10": Outcome.SURVIVED,
        "return 9: 9 → 10": Outcome.NOTICED,
        "return value + 1: + → -": Outcome.UNCOVERED,
    }


def test_the_tree_itself_is_left_alone(tree: Path, tried: dict[str, Outcome]) -> None:
    assert tried
    assert (tree / "src/argumap/toy.py").read_text(encoding="utf-8") == TOY


def test_a_second_run_records_nothing_anew_until_a_test_changes(
    tree: Path, tried: dict[str, Outcome], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried
    assert list(mutate.try_all(tree, tmp_path / "again", "toy", [])) == []
    assert "Recording" not in capsys.readouterr().out


def test_a_change_that_never_ends_is_noticed(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mutation.trial.START", 3.0)
    (endless,) = (m for m in mutate.draw_mutants(tree, "toy", seed=1, count=0) if m.new == "pass")
    assert [outcome for _, outcome in mutate.try_all(tree, tmp_path, "toy", [endless])] == [Outcome.TIMEOUT]


def test_a_seed_draws_the_same_places(tree: Path) -> None:
    def draw(seed: int, count: int) -> list[Mutant]:
        return mutate.draw_mutants(tree, "toy", seed, count)

    assert draw(1, 4) == draw(1, 4) == draw(1, 0)[:4]
    assert draw(1, 4) != draw(2, 4)
    assert sorted(draw(1, 0)) == sorted(draw(2, 0))


def test_what_is_known_to_be_harmless_is_found_by_the_text_of_its_line(tree: Path) -> None:
    listed = tree / "harmless.toml"
    entry = {"file": "src/argumap/toy.py", "line": "if value > 9:", "old": ">", "new": ">=", "why": "nine is nine"}
    listed.write_text("[[mutant]]\n" + "".join(f'{key} = "{value}"\n' for key, value in entry.items()), "utf-8")
    known = mutate.read_harmless(listed)
    drawn = mutate.draw_mutants(tree, "toy", seed=1, count=0)
    assert [m.new for m in drawn if mutate.place_of(m) in known] == [">="]


def test_the_share_leaves_out_what_is_harmless() -> None:
    told = Counter({Outcome.NOTICED: 8, Outcome.TIMEOUT: 1, Outcome.SURVIVED: 1, "harmless": 3})
    assert mutate.tell(told, "toy", 7) == (
        "toy, seed 7: 90 % noticed of 10 (3 harmless, 8 noticed, 1 survived, 1 timeout)"
    )
