"""A map that is named where a question takes something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("call", "meant"),
    [
        ("verdict bridge", "verdict -m bridge"),
        ("cruxes graph/bridge", "cruxes -m graph/bridge"),
        ("gaps bridge", "gaps -m bridge"),
        ("who bridge", "who CLAIM -m bridge"),
        ("who new-cracks bridge", "who new-cracks -m bridge"),
    ],
)
def test_a_question_that_takes_a_map_otherwise_tells_how(
    call: str, meant: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "graph" / "bridge").rename(here / "graph" / "town")
    call, meant = call.replace("bridge", "town"), meant.replace("bridge", "town")
    assert run(call.split()) == 2
    assert f"is a map here; this command takes it so: argumap {meant}\n" in capfd.readouterr().err


def test_a_map_whose_name_may_mean_its_claims_is_told_of_as_well(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    other = 'issues:\n  toll: {question: "Should cars pay for the Mill Bridge?"}\n'
    write_map(here / "graph" / "cars-bridge", MAP.replace("issues:\n", other))
    (here / "graph" / "bridge" / "map.yaml").unlink()
    assert run(["verdict", "cars-bridge"]) == 2
    told = capfd.readouterr().err
    assert (
        "'cars-bridge' may mean 2 things; ask for one of them:\n  Should cars pay for the Mill Bridge?\n" in told
    )
    assert told.endswith("'cars-bridge' is a map here; this command takes it so: argumap verdict -m cars-bridge\n")


def test_what_is_no_map_is_told_as_it_was(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "nobody-knows"]) == 2
    (here / "notes.md").write_text("x", encoding="utf-8")
    for call in ("who notes.md", "view nothing bridge", "who bridge -m bridge", "nothing bridge"):
        assert run(call.split()) == 2
    assert "is a map here" not in capfd.readouterr().err
