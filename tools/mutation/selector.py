"""A pytest plug-in that runs the tests named in a file, in the order of that file, and no others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

CHOSEN = "MUTATION_TESTS"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    wanted = Path(os.environ[CHOSEN]).read_text(encoding="utf-8").split("\0")
    by_id = {item.nodeid: item for item in items}
    items[:] = [by_id[test] for test in wanted if test in by_id]
