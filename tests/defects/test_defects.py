"""Every way of being wrong has a folder with a broken map and the lines that it earns; near misses earn none.

After a change that is meant, ``ARGUMAP_GOLDEN=write`` writes the lines anew; read the difference like code.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argumap.checks import Subject, find_problems
from argumap.errors import Severity
from argumap.mapfile import read_map
from argumap.model import Index
from argumap.semantics import evaluate
from checked import tied_to

HERE = Path(__file__).parent
BROKEN = sorted(folder for folder in (HERE / "broken").iterdir())
SILENT = sorted(folder for folder in (HERE / "silent").iterdir())


def lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reading and checking say, with the file's path as seen from the folder.

    A text that lies beside the map, ``note.md``, is that of its source ``note``.
    """
    monkeypatch.chdir(folder)
    reading = read_map(next(Path().rglob("map.yaml")).parent)
    problems = list(reading.problems)
    if all(problem.severity is not Severity.ERROR for problem in problems):
        index = Index(reading.map)
        subject = Subject(reading.map, index, reading.locations.nearest, evaluate(index))
        texts = {path.stem: path.read_text("utf-8") for path in Path().glob("*.md")}
        problems += find_problems(tied_to(subject, texts) if texts else subject)
    return [str(problem) for problem in sorted(problems, key=lambda problem: problem.order)]


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_map_earns_its_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earned = "\n".join([*lines(folder, monkeypatch), ""])
    expected = folder / "expected.txt"
    if os.environ.get("ARGUMAP_GOLDEN") == "write":
        expected.write_text(earned, encoding="utf-8")
    assert earned == expected.read_text(encoding="utf-8")
    assert earned.strip()


@pytest.mark.parametrize("folder", SILENT, ids=lambda folder: folder.name)
def test_a_near_miss_stays_silent(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines(folder, monkeypatch) == []
