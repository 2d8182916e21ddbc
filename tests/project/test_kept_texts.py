from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import build_lock
from argumap.files import write_together
from argumap.project.kept_texts import FOLDER, keep_texts, read_kept
from argumap.text import read_article

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The bridge is old. It is loud.\n"
NEWER = "The bridge is new. It is silent.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.MD"
    path.write_text(TEXT, encoding="utf-8")
    return path


def keep(article: Path) -> None:
    write_together(article.parent, keep_texts(article.parent, {"article": article}))


def test_a_text_is_kept_where_git_does_not_look(article: Path) -> None:
    keep(article)
    kept = article.parent / FOLDER
    assert {p.name: p.read_text(encoding="utf-8") for p in kept.iterdir()} == {
        "article.md": TEXT,
        ".gitignore": "*\n",
    }


def test_without_a_text_no_folder_is_made(tmp_path: Path) -> None:
    assert keep_texts(tmp_path, {}) == {}


def test_a_kept_text_is_used_only_while_it_is_the_locked_one(article: Path) -> None:
    keep(article)
    lock = build_lock({"article": read_article(article)})
    assert read_kept(article.parent, lock)["article"].text == TEXT
    (article.parent / FOLDER / "article.md").write_text(NEWER, encoding="utf-8")
    assert read_kept(article.parent, lock) == {}
    assert read_kept(article.parent, None) == {}


def test_a_copy_that_cannot_be_read_is_no_better_than_none(article: Path) -> None:
    keep(article)
    lock = build_lock({"article": read_article(article)})
    (article.parent / FOLDER / "article.md").write_bytes(b"")
    assert read_kept(article.parent, lock) == {}


def test_a_copy_that_is_the_file_at_hand_is_not_read_again(article: Path) -> None:
    keep(article)
    read = read_article(article)
    at_hand = {"article": (article, read)}
    lock = build_lock({"article": read})
    assert read_kept(article.parent, lock, at_hand)["article"] is read
    article.write_text(NEWER, encoding="utf-8")
    newer = {"article": (article, read_article(article))}
    assert read_kept(article.parent, lock, newer)["article"].text == TEXT
