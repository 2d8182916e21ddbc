from __future__ import annotations

import os
import signal
import sys
import warnings
from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, read_lock, write_lock
from argumap.authoring import change_splitter
from argumap.errors import CallError, ChangedMeanwhile, NotAtHand, StoppedWriting
from argumap.project import load
from argumap.text import parse_article, read_article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = """# Der Rat

Der Rat schweigt, z. B. im Mai. Am 5. Mai tagt er nicht. Es regnet.
"""
HEAD = """argumap: 1
title: "Der Rat"
sources:
  text: {title: "Der Rat", file: text.md, skip: [s1.h, s1.p1.s5], language: de}   # a column
sections:
  s1: {title: "Der Rat"}
accepted:
  - {code: AM240, at: "text#s1.p1.s5", reason: "A fence."}
  - {code: AM241, at: [text#s1.p1.s3, text#s1], reason: "A row."}
"""
HEAD_AFTER = (
    HEAD.replace("s1.p1.s5]", "s1.p1.s3]")
    .replace('"text#s1.p1.s5"', '"text#s1.p1.s3"')
    .replace("[text#s1.p1.s3, text#s1]", "[text#s1.p1.s2, text#s1]")
)
PART = """claims:
  silent:   # both parts of one sentence
    text: "The council says nothing."
    at: [s1.p1.s1, s1.p1.s2]
  may:
    text: "It does not meet in May."
    at: s1.p1.s3-s4
    said: {by: council, act: asserts, at: 's1.p1.s4'}
stakeholders:
  council: {name: "The council", type: organisation}
"""
PART_AFTER = (
    PART.replace("[s1.p1.s1, s1.p1.s2]", "[s1.p1.s1]")
    .replace("at: s1.p1.s3-s4", "at: s1.p1.s2")
    .replace("'s1.p1.s4'", "'s1.p1.s2'")
)
FILES = ("map.yaml", "part.yaml", LOCK_NAME)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A map of two files that was locked by the first rules."""
    folder = tmp_path / "rat"
    folder.mkdir()
    (folder / "text.md").write_text(TEXT, encoding="utf-8")
    (folder / "map.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "part.yaml").write_text(PART, encoding="utf-8")
    write_lock(folder / LOCK_NAME, build_lock({"text": parse_article(TEXT, version=1)}))
    return folder


def content(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in FILES}


def change(folder: Path) -> None:
    change_splitter(load(folder), {"text": read_article(folder / "text.md", language="de")})


def test_locators_and_lock_are_written_as_one_and_nothing_else(folder: Path) -> None:
    told, written = change_splitter(load(folder), {"text": read_article(folder / "text.md", language="de")})
    after = content(folder)
    assert after["map.yaml"] == HEAD_AFTER
    assert after["part.yaml"] == PART_AFTER
    assert {path.name for path in written} == set(FILES)
    assert [(state.node, state.at, state.now, str(state.state)) for state in told if state.node == "silent"] == [
        ("silent", "s1.p1.s1", "s1.p1.s1", "merged"),
        ("silent", "s1.p1.s2", "s1.p1.s1", "merged"),
    ]
    locked = read_lock(folder / LOCK_NAME).sources["text"]
    assert (locked.splitter, locked.language, locked.pending) == (2, "de", ())
    assert all(state.settled for state in load(folder).anchor_states)


def test_an_open_anchor_stops_it(folder: Path) -> None:
    (folder / "text.md").write_text(TEXT.replace("Es regnet", "Es schneit sehr"), encoding="utf-8")
    before = content(folder)
    with pytest.raises(CallError, match=r"must be settled first.*anchor check"):
        change(folder)
    assert content(folder) == before


def test_without_a_lock_there_is_nothing_to_renumber(folder: Path) -> None:
    (folder / LOCK_NAME).unlink()
    with pytest.raises(NotAtHand, match="source add"):
        change(folder)


def test_a_file_that_was_edited_meanwhile_is_left_alone(folder: Path) -> None:
    opened = load(folder)
    article = read_article(folder / "text.md", language="de")
    (folder / "part.yaml").write_text(PART.replace("nothing", "little"), encoding="utf-8")
    before = content(folder)
    with pytest.raises(ChangedMeanwhile):
        change_splitter(opened, {"text": article})
    assert content(folder) == before


ASKED = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir", "os.truncate"})


def run_and_die(work: Callable[[], object], moment: int) -> bool:
    """Run ``work`` in a child, killed when it asks the system for the ``moment``-th time; whether it was."""
    child = os.fork()
    if child == 0:
        left = [moment]

        def watch(event: str, _: object) -> None:
            if event in ASKED:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child of its own")
def test_a_killed_change_is_whole_or_nothing_at_the_next_command(folder: Path) -> None:
    before, opened = content(folder), load(folder)
    article = read_article(folder / "text.md", language="de")
    assert opened.anchor_states  # read once, not in each child
    change(folder)
    after = content(folder)
    finished = 0
    for moment in range(200):
        for name, text in before.items():
            (folder / name).write_text(text, encoding="utf-8")
        killed = run_and_die(lambda: change_splitter(opened, {"text": article}), moment)
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", StoppedWriting)
            load(folder)
        finished += bool(told)
        assert content(folder) in (before, after), moment
        if not killed:
            break
    else:
        pytest.fail("it never came to its end")
    assert content(folder) == after
    assert finished
