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


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("atlas", "views has no 'atlas'; it has changes, index, map, matrix, outline, sections"),
        ("changes", "bridge is known in one state only; keep another with `argumap snapshot save`"),
    ],
    ids=["no such page", "a page of several states"],
)
def test_a_page_that_a_map_cannot_have_is_answered_with_what_there_is(
    name: str, told: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["view", name, "bridge"]) == 2
    assert told in capfd.readouterr().err
    assert not (here / "output").exists()
