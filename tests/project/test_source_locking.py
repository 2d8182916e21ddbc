from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME
from argumap.errors import NotAtHand, OtherText, UnreadableMap
from argumap.project import load
from argumap.project.kept_texts import FOLDER
from argumap.project.source_locking import find_unnamed, lock_articles, open_articles
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_map(tmp_path / "bridge")


def test_the_article_of_a_map_or_a_file_is_opened(folder: Path) -> None:
    of_map, of_file = open_articles(str(folder), {}), open_articles(str(folder / "bridge.md"), {})
    assert (list(of_map), list(of_file)) == (["article"], ["bridge"])
    assert of_map["article"].text == of_file["bridge"].text == ARTICLE


def test_a_map_without_its_article_has_none_to_open(folder: Path) -> None:
    (folder / "bridge.md").unlink()
    with pytest.raises(NotAtHand, match="no source of bridge is at hand"):
        open_articles(str(folder), {})


def test_locking_writes_the_lock_and_keeps_the_text(folder: Path) -> None:
    assert lock_articles(load(folder)) == [folder / LOCK_NAME]
    assert (folder / FOLDER / "article.md").read_text(encoding="utf-8") == ARTICLE
    lock = load(folder).lock
    assert lock is not None
    assert list(lock.sources) == ["article"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param(ARTICLE.replace("eleven", "twelve"), OtherText, id="a cited passage changed"),
        pytest.param("# Bees\n\nBees sleep in winter.\n", UnreadableMap, id="another document"),
    ],
)
def test_a_text_that_drifted_is_not_locked_over(folder: Path, text: str, error: type[Exception]) -> None:
    lock_articles(load(folder))
    before = (folder / LOCK_NAME).read_bytes()
    (folder / "bridge.md").write_text(text, encoding="utf-8")
    with pytest.raises(error):
        lock_articles(load(folder))
    assert (folder / LOCK_NAME).read_bytes() == before


def test_the_map_names_its_text_if_asked_and_nothing_else_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_map(tmp_path / "bridge", article=None)
    text = folder / "map.yaml"
    text.write_text(text.read_text(encoding="utf-8").replace("    file: bridge.md\n", ""), encoding="utf-8")
    before = text.read_text(encoding="utf-8").splitlines()
    (tmp_path / "text.md").write_text(ARTICLE, encoding="utf-8")
    given = load(folder, {"": tmp_path / "text.md"})
    assert find_unnamed(given) == {"article": "../text.md"}
    assert lock_articles(given, naming=True) == [folder / LOCK_NAME, text]
    after = text.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ['    file: "../text.md"']
    assert [line for line in after if line in before] == before
    again = load(folder)
    assert again.articles["article"].text == ARTICLE
    assert find_unnamed(again) == {}


def test_what_no_node_cites_may_change(folder: Path) -> None:
    lock_articles(load(folder))
    text = ARTICLE.replace(
        "Every lorry that crosses widens them.\n", "Every lorry that crosses widens them.\n\nNew.\n"
    )
    (folder / "bridge.md").write_text(text, encoding="utf-8")
    lock_articles(load(folder))


def test_a_text_may_take_the_place_of_a_link_in_a_circle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_map(tmp_path / "bridge", MAP.replace("file: bridge.md", "file: ../loop.md"))
    (tmp_path / "loop.md").symlink_to("loop.md")
    assert find_unnamed(load(folder, {"": folder / "bridge.md"})) == {"article": "bridge.md"}
