from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.cli import run
from places import write_map

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_titles_stand_in_the_order_of_the_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["titles", str(write_map(tmp_path)), "--json"]) == 0
    assert list(json.loads(capfd.readouterr().out)) == ["close-it", "new-cracks", "slower-trade", "ring-road"]
