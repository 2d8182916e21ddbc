"""A map that is named where a question takes something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "call", ["verdict bridge", "cruxes graph/bridge", "gaps bridge", "who bridge", "who new-cracks bridge"]
)
def test_a_question_that_takes_a_map_otherwise_tells_how(
    call: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "graph" / "bridge").rename(here / "graph" / "town")
    call = call.replace("bridge", "town")
    assert run(call.split()) == 2
    assert f"is a map here; this command takes it so: -m {call.split()[-1]}\n" in capfd.readouterr().err


def test_what_is_no_map_is_told_as_it_was(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "nobody-knows"]) == 2
    (here / "notes.md").write_text("x", encoding="utf-8")
    for call in ("who notes.md", "view nothing bridge", "who bridge -m bridge", "nothing bridge"):
        assert run(call.split()) == 2
    assert "is a map here" not in capfd.readouterr().err
