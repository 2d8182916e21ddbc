"""A draft as a new map: its folder, its lock, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.errors import AlreadyThere
from argumap.project import draft_article, load
from argumap.text import read_article


@pytest.fixture
def column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "column.txt"
    path.write_text("Close the square\n\nThe guild says that trade would suffer.\n", encoding="utf-8")
    return path


def test_every_passage_of_a_draft_is_proved(column: Path) -> None:
    draft, written = draft_article("square", read_article(column), column, author="Ana Brook")
    assert [path.name for path in written][:2] == ["map.yaml", "anchors.lock.json"]
    opened = load("graph/square").with_text()
    assert {state.state.value for state in opened.anchor_states} == {"exact"}
    assert opened.record == draft.map
    assert opened.record.sources[0].author == "ana-brook"


def test_a_map_that_is_there_stays(column: Path) -> None:
    draft_article("square", read_article(column), column)
    before = Path("graph/square/map.yaml").read_bytes()
    with pytest.raises(AlreadyThere, match="another name with `--as NAME`, or draft what that map lacks"):
        draft_article("square", read_article(column), column)
    assert Path("graph/square/map.yaml").read_bytes() == before


def test_a_draft_names_the_schema_that_it_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = tmp_path / "dike.md"
    text.write_text("# The dike\n\nThe mayor said that the dike must be raised.\n", encoding="utf-8")
    draft_article("dike", read_article(text), text)
    first = Path("graph/dike/map.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert Path("graph/dike", first.partition("$schema=")[2]).resolve() == Path("graph/map.schema.json").resolve()
    assert Path("graph/map.schema.json").is_file()
