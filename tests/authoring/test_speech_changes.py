"""Who says a claim: one alone, one more, and both halves of a claim that was split."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import accept, add_speaker, merge, reword, set_speaker, split, tie, undo
from argumap.errors import CallError, NotFound
from argumap.model import find_unseen
from argumap.project import load
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

TWO = MAP.replace(
    "{by: union, act: argues, at: s3.p1.s1}",
    "[{by: union, act: argues, at: s3.p1.s1}, {by: author, act: asserts}]",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_map(tmp_path / "bridge", TWO)


def voices(folder: Path, record_id: str) -> list[tuple[str, str]]:
    return [(said.by, str(said.act)) for said in load(folder).index.voices[record_id]]


def unseen(folder: Path) -> list[str]:
    return [item.id for item in find_unseen(load(folder).record)]


def test_whoever_says_it_alone_takes_the_others_off_and_that_is_told(folder: Path) -> None:
    assert set_speaker(load(folder), "slower-trade", "union", "argues") == (
        "slower-trade is said by union (argues), no longer by author; "
        "`undo` gives that back, `also slower-trade author` adds one beside"
    )
    assert voices(folder, "slower-trade") == [("union", "argues")]
    undo(load(folder))
    assert (folder / "map.yaml").read_text(encoding="utf-8") == TWO


def test_one_more_says_it_beside_the_others(folder: Path) -> None:
    set_speaker(load(folder), "slower-trade", "union", "argues")
    told = add_speaker(load(folder), "slower-trade", "author", "disputes")
    assert told == "slower-trade is said by author (disputes), beside union"
    assert voices(folder, "slower-trade") == [("union", "argues"), ("author", "disputes")]
    with pytest.raises(CallError, match="author says slower-trade already"):
        add_speaker(load(folder), "slower-trade", "author")
    with pytest.raises(NotFound, match="no stakeholder"):
        add_speaker(load(folder), "slower-trade", "mayor")


def test_whose_word_it_was_by_default_still_says_it_beside_one_more(folder: Path) -> None:
    before = voices(folder, "ring-road")
    assert add_speaker(load(folder), "ring-road", "union") == "ring-road is said by union (asserts), beside author"
    assert voices(folder, "ring-road") == [*before, ("union", "asserts")]


def test_the_halves_of_a_claim_stay_open_until_it_is_said_who_says_which(folder: Path) -> None:
    assert split(load(folder), "slower-trade", "It is long.", "It is dear.") == (
        "split slower-trade; the second is it-is-dear; "
        "both halves are still given to union and author: say who says which with `who`"
    )
    assert (
        voices(folder, "it-is-dear")
        == voices(folder, "slower-trade")
        == [("union", "argues"), ("author", "asserts")]
    )
    opened = load(folder)
    assert {said.unseen for half in ("slower-trade", "it-is-dear") for said in opened.index.voices[half]} == {
        "split"
    }
    reword(load(folder), "it-is-dear", "It costs more.")
    tie(load(folder), "slower-trade", "supports", "close-it")
    assert unseen(folder) == ["slower-trade", "it-is-dear"]
    set_speaker(load(folder), "it-is-dear", "author")
    assert unseen(folder) == ["slower-trade"]
    accept(load(folder), "slower-trade")
    assert unseen(folder) == []


def test_halves_that_are_made_one_again_stay_open(folder: Path) -> None:
    split(load(folder), "slower-trade", "It is long.", "It is dear.")
    merge(load(folder), "slower-trade", "it-is-dear")
    assert unseen(folder) == ["slower-trade"]
