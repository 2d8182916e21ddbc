from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.project import load, lock_articles
from argumap.project.named_texts import write_file_name
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A map whose text lies beside its folder, where commands run."""
    folder = write_map(tmp_path / "bridge", MAP.replace("file: bridge.md", "file: ../text.md"), article=None)
    (tmp_path / "text.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_text_beside_the_map_is_read_where_the_lock_knows_it(folder: Path, tmp_path: Path) -> None:
    lock_articles(load(folder, {"": tmp_path / "text.md"}))
    opened = load(folder)
    assert opened.source_files == {"article": folder / "../text.md"}
    assert {str(state.state) for state in opened.anchor_states} == {"exact"}
    assert opened.notes == []


def test_a_map_leads_to_no_file_that_its_author_did_not_have(folder: Path) -> None:
    opened = load("bridge")
    assert opened.articles == {}
    assert opened.notes == [
        "bridge: ../text.md, which the map names as the text of article, lies outside the map's folder and is not "
        "locked; passages are unverified (lock it: `argumap source add bridge --source text.md`)."
    ]


def test_a_map_leads_to_no_file_beyond_where_the_command_runs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_articles(load(folder, {"": tmp_path / "text.md"}))
    monkeypatch.chdir(folder)
    opened = load(".")
    assert opened.articles == {}
    assert "lies outside the map's folder and the folder that this command runs in" in opened.notes[0]


def test_a_link_to_a_file_beyond_is_not_followed(folder: Path, tmp_path: Path) -> None:
    lock_articles(load(folder, {"": tmp_path / "text.md"}))
    away = tmp_path.with_name(f"{tmp_path.name}-away.md")
    (tmp_path / "text.md").rename(away)
    (tmp_path / "text.md").symlink_to(away)
    assert load(folder).articles == {}


def test_a_text_that_is_gone_is_told_in_one_sentence(folder: Path, tmp_path: Path) -> None:
    lock_articles(load(folder, {"": tmp_path / "text.md"}))
    (tmp_path / "text.md").unlink()
    assert load(folder).notes == [
        "bridge: ../text.md, which the map names as the text of article, is not there; passages are unverified "
        "(--source FILE)."
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("here/map/text.md", "text.md", id="beside the map's file"),
        pytest.param("here/map/texts/a.md", "texts/a.md", id="under it"),
        pytest.param("here/text.md", "../text.md", id="in the current folder"),
        pytest.param("here/texts/text.md", "../texts/text.md", id="under the current folder"),
        pytest.param("away/text.md", None, id="elsewhere"),
    ],
)
def test_a_map_names_what_lies_in_its_folder_or_the_current_one(
    text: str, name: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here/map").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert write_file_name(tmp_path / "here/map", tmp_path / text) == name


def test_a_name_that_no_file_can_have_is_told_in_one_sentence(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", MAP.replace("file: bridge.md", f"file: {'a' * 300}"), article=None)
    (told,) = load(folder).notes
    assert "which the map names as the text of article, is not there" in told


def test_of_a_source_that_is_only_a_link_no_text_is_asked_for_unless_it_is_cited(tmp_path: Path) -> None:
    linked = MAP.replace("file: bridge.md", "url: https://example.org/bridge")
    notes = load(write_map(tmp_path / "bridge", linked, article=None)).notes
    assert notes == [
        "bridge: of article the map has the address and not the text; passages are unverified (--source FILE)."
    ]
    bare = 'argumap: 1\nsources:\n  page: {title: "A page", url: "https://example.org/page"}\n'
    assert load(write_map(tmp_path / "bare", bare, article=None)).notes == []
