"""``argumap view``: one page, written where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from argumap.views import build_navigation

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", [view.name for view in build_navigation()])
def test_a_page_is_written_by_its_name(name: str, here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["view", name, "bridge", "--to", "pages"]) == 0
    assert capfd.readouterr().out == f"Wrote pages/{name}.html\n"
    assert [path.name for path in (here / "pages").iterdir()] == [f"{name}.html"]


@pytest.mark.parametrize("name", ["atlas", "changes"], ids=["no such page", "a page of two versions"])
def test_a_page_that_no_map_has_is_answered_with_those_there_are(
    name: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["view", name, "bridge"]) == 2
    assert f"views has no {name!r}; it has index, map, matrix, outline, sections" in capfd.readouterr().err
    assert not (here / "output").exists()
