"""The scripts of the pages have tests of their own, run by node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NODE = shutil.which("node")
SUITES = sorted(Path(__file__).parents[1].rglob("*.test.mjs"))


@pytest.mark.skipif(NODE is None, reason="node is not installed, so the page's scripts are not tried alone")
@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_script(suite: Path) -> None:
    done = subprocess.run([NODE or "", "--test", str(suite)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
