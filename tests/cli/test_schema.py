"""``argumap schema``: what an editor is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argumap.mapfile import json_schema
from shell import data

if TYPE_CHECKING:
    import pytest

SHIPPED = Path(__file__).parents[2] / "docs" / "map.schema.json"


def test_an_editor_gets_the_schema_of_this_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert data(["schema"], capfd) == json_schema()


def test_an_editor_gets_the_ids_of_a_map(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["schema", "bridge"], capfd)
    assert "close-it" in told["$defs"]["ClaimEntry"]["properties"]["attacks"]["anyOf"][0]["enum"]
    assert data(["schema", "--part"], capfd) == json_schema(part=True)


def test_the_schema_that_new_maps_name_is_the_one_that_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    from argumap.cli import run

    assert run(["schema"]) == 0
    assert capfd.readouterr().out == SHIPPED.read_text(encoding="utf-8")
