from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, read_lock, write_lock
from argumap.errors import CallError, NotAtHand
from argumap.project import load, recount_texts
from argumap.text import parse_article

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = "Der Rat der Stadt schweigt, z. B. im Mai. Am 5. Mai tagt er nicht, und das ist die Meinung der Stadt.\n"
ENGLISH = "The council of the town is silent, for it has no money. It does not meet in May.\n"
MAP = """argumap: 1
title: "Rat"
sources:
  german: {title: "Rat", file: german.md}
  english: {title: "Council", file: english.md}
claims:
  silent: {text: "The council says nothing.", at: [german#s0.p1.s1-s2, english#s0.p1.s1]}
  may: {text: "It does not meet.", at: [german#s0.p1.s3-s4, english#s0.p1.s2]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rat"
    folder.mkdir()
    texts = {"german": GERMAN, "english": ENGLISH}
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")
    lock = build_lock({name: parse_article(text, version=1) for name, text in texts.items()})
    write_lock(folder / LOCK_NAME, lock)
    return folder


def test_texts_are_read_in_the_language_that_they_tell(folder: Path) -> None:
    recounted = recount_texts(load(folder), 2)
    assert {name: new.language.code for name, (_, new) in recounted.splitters.items()} == {
        "german": "de",
        "english": "en",
    }
    assert [(state.source, state.at, state.now) for state in recounted.moved] == [
        ("german", "s0.p1.s1-s2", "s0.p1.s1"),
        ("german", "s0.p1.s3-s4", "s0.p1.s2"),
    ]
    assert (recounted.merged, recounted.left, recounted.anchors) == ((), (), 4)
    assert recounted.to_dict()["sources"] == {
        "german": {"from": 1, "to": 2, "language": "de"},
        "english": {"from": 1, "to": 2, "language": "en"},
    }
    assert "[german#s0.p1.s1, english#s0.p1.s1]" in (folder / "map.yaml").read_text(encoding="utf-8")


def test_what_is_read_so_already_is_left_alone(folder: Path) -> None:
    recount_texts(load(folder), 2)
    before = (folder / LOCK_NAME).read_bytes()
    again = recount_texts(load(folder), 2)
    assert (dict(again.splitters), again.written) == ({}, ())
    assert (folder / LOCK_NAME).read_bytes() == before


def test_a_source_that_is_not_at_hand_keeps_its_rules(folder: Path) -> None:
    (folder / "english.md").unlink()
    assert list(recount_texts(load(folder), 2).splitters) == ["german"]
    assert {name: source.splitter for name, source in read_lock(folder / LOCK_NAME).sources.items()} == {
        "german": 2,
        "english": 1,
    }


def test_there_and_back_gives_the_same_bytes(folder: Path) -> None:
    before = {name: (folder / name).read_bytes() for name in ("map.yaml", LOCK_NAME)}
    recount_texts(load(folder), 2)
    recount_texts(load(folder), 1)
    after = {name: (folder / name).read_bytes() for name in ("map.yaml", LOCK_NAME)}
    assert after == before


def test_a_language_that_the_map_names_later_is_taken_when_it_is_asked_for(folder: Path) -> None:
    recount_texts(load(folder), 2)
    text = MAP.replace("s0.p1.s1-s2", "s0.p1.s1").replace("s0.p1.s3-s4", "s0.p1.s2")
    named = text.replace("file: german.md", "file: german.md, language: nl")
    (folder / "map.yaml").write_text(named, encoding="utf-8")
    ((old, new),) = recount_texts(load(folder), 2).splitters.values()
    assert (old.language.code, new.language.code) == ("de", "nl")


def test_a_version_that_is_not_there(folder: Path) -> None:
    with pytest.raises(CallError, match="no splitter 7"):
        recount_texts(load(folder), 7)


def test_without_a_lock_or_a_text_there_is_nothing_to_do(folder: Path) -> None:
    for name in ("english.md", "german.md"):
        (folder / name).unlink()
    with pytest.raises(NotAtHand, match="--source"):
        recount_texts(load(folder), 2)
    (folder / LOCK_NAME).unlink()
    with pytest.raises(NotAtHand, match="source add"):
        recount_texts(load(folder), 2)
