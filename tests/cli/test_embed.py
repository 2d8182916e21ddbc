from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MAP = "graph/old-town-cars"


def test_the_frame_is_printed_and_the_folder_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["embed", MAP, "--to", str(tmp_path / "town")]) == 0
    told = capsys.readouterr().out
    assert f"Wrote {tmp_path / 'town'}" in told
    assert '<iframe src="town/index.html"' in told


def test_json_has_the_files_and_the_snippet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["embed", MAP, "--to", str(tmp_path / "town"), "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert written["map"] == "old-town-cars"
    assert written["snippet"].startswith("<iframe")
    assert str(tmp_path / "town" / "index.html") in written["wrote"]
