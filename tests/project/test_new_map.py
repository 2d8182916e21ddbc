from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import AlreadyThere, Severity
from argumap.project import build, load, start_map
from argumap.text import parse_article
from places import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_map_builds_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written = [path.as_posix() for path in start_map("town")]
    assert written == ["graph/town/map.yaml", "graph/map.schema.json", "graph/part.schema.json"]
    opened = load("town").sound()
    assert [p for p in opened.check() if p.severity is not Severity.HINT] == []
    assert build(opened, tmp_path / "out")


def test_a_new_map_of_an_article_has_its_sections_and_a_locked_source(tmp_path: Path) -> None:
    start_map(str(tmp_path / "bridge"), article=parse_article(ARTICLE))
    (tmp_path / "text.md").write_text(ARTICLE, encoding="utf-8")
    opened = load(tmp_path / "bridge", {"": tmp_path / "text.md"})
    assert opened.record.title == "Leave the bridge to walkers"
    assert [section.title for section in opened.record.sections][1:] == ["Why close it", "What the carters say"]
    assert {state.state for state in opened.anchor_states} == {"exact"}
    assert [p for p in opened.check() if p.severity is not Severity.HINT] == []


@pytest.mark.parametrize(
    "title",
    ['A "quoted" title', "back\\slash", "line\nbreak", "colon: # and hash", "’✓", "del\x7fete", "no\u200bwidth"],
)
def test_any_title_makes_a_map_that_reads_back(tmp_path: Path, title: str) -> None:
    start_map(str(tmp_path / "map"), title)
    assert load(tmp_path / "map").sound().record.title == " ".join(title.split())


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    start_map(str(tmp_path / "map"))
    before = (tmp_path / "map/map.yaml").read_bytes()
    with pytest.raises(AlreadyThere, match="is there already"):
        start_map(str(tmp_path / "map"))
    assert (tmp_path / "map/map.yaml").read_bytes() == before


@pytest.mark.parametrize("naming", [True, False])
def test_the_text_of_a_new_map_is_kept_so_that_its_first_correction_is_told_in_words(
    naming: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = tmp_path / "text.md"
    text.write_text(ARTICLE, encoding="utf-8")
    written = start_map("bridge", article=parse_article(ARTICLE), text=text, naming=naming)
    kept = tmp_path / "graph/bridge/.argumap"
    assert {path.name for path in kept.iterdir()} == {"article.md", ".gitignore"}
    assert (kept / "article.md").read_bytes() == text.read_bytes()
    assert not any(".argumap" in path.parts for path in written)
