"""Same input, same bytes: whatever the process, and in whatever order its sets and dictionaries hash.

What is compared is read from the registries: a new format, report or page is tried by being there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from every_output import BEFORE, MAP, name_outputs

ROOT = Path(__file__).parents[1]
WORKER = Path(__file__).with_name("every_output.py")


def make_all(folder: Path, seed: str) -> dict[str, str]:
    """The digest of every output, made in a process of its own under a hash seed."""
    for name in (MAP, BEFORE):
        shutil.copytree(ROOT / MAP, folder / name)
    text = (ROOT / MAP / "map.yaml").read_text(encoding="utf-8")
    older = text.replace("supports: close-it", "attacks: close-it", 1).replace("old town", "inner town", 2)
    (folder / BEFORE / "map.yaml").write_text(older, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(WORKER), str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, str] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    one, other = (make_all(tmp_path_factory.mktemp("outputs") / "here", seed) for seed in ("1", "2"))
    return one, other


@pytest.mark.parametrize("output", name_outputs())
def test_two_processes_with_two_hash_seeds_agree(
    output: str, twice: tuple[dict[str, str], dict[str, str]]
) -> None:
    one, other = twice
    assert one[output].startswith("exit code 0")
    assert one[output] == other[output]
